import { ApiFailure } from '../../api/failure.ts';
import { send } from '../../api/packet.ts';
import type { Context, CoreFunction } from '../context.ts';
import { packetImports } from '../imports/packet.ts';

/** `result<_, refused>`: the tag, the error, and the packet's handle. */
const refused = { size: 20, align: 4, payload: 4, handle: 16 };

/** `gadget:api/packet` */
export function packetImportsV2(cx: Context): Record<string, CoreFunction> {
  const { guest, handles, memory } = cx;
  const same = packetImports(cx);
  return {
    '[method]packet.len': same['[method]packet.len']!,
    '[method]packet.append': same['[method]packet.append']!,
    '[method]packet.discard': same['[method]packet.discard-many']!,
    '[static]packet.emit': cx.guarded((made: number, ret: number) => {
      const at = memory.range(ret, refused.size, refused.align);
      const packet = handles.takePacket(made);
      try {
        send(guest, packet);
      } catch (error) {
        if (!(error instanceof ApiFailure)) throw error;
        cx.storeError(error.payload, at + refused.payload);
        memory.u32[(at + refused.handle) >>> 2] = handles.addPacket(packet);
        memory.u8[at] = 1;
        return;
      }
      packet[Symbol.dispose]();
      memory.u8[at] = 0;
    }),
    '[resource-drop]packet': same['[resource-drop]packet']!,
  };
}
