import * as packet from '../../api/packet.ts';
import { type Context, type CoreFunction, narrow, nothing } from '../context.ts';
import { liftU32s } from '../lists.ts';

/** `gadget:api/packet` */
export function packetImports(cx: Context): Record<string, CoreFunction> {
  const { guest, handles, memory, state } = cx;
  return {
    '[method]packet.len': (self: number): number => {
      if (!state.mayLeave) throw state.refusal();
      return handles.packet(self).len();
    },
    '[method]packet.append': cx.guarded((self: number, rows: number, ret: number) => {
      cx.result(
        ret,
        narrow,
        () => handles.packet(self).append(rows >>> 0),
        (first, at) => {
          memory.u32[at >>> 2] = first;
        },
      );
    }),
    '[method]packet.discard': cx.guarded((self: number, row: number, ret: number) => {
      cx.result(ret, narrow, () => handles.packet(self).discard(row >>> 0), nothing);
    }),
    '[method]packet.discard-many': cx.guarded(
      (self: number, pointer: number, length: number, ret: number) => {
        cx.result(
          ret,
          narrow,
          () => handles.packet(self).discardMany(liftU32s(cx, pointer, length)),
          nothing,
        );
      },
    ),
    '[static]packet.emit': cx.guarded((made: number, ret: number) => {
      cx.result(ret, narrow, () => packet.emit(guest, handles.takePacket(made)), nothing);
    }),
    '[resource-drop]packet': cx.guarded((self: number) => handles.dropPacket(self)),
  };
}
