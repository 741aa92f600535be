import type { RawPacketClass } from '../raw.ts';
import { nativeImport } from './imports.ts';

/** The static functions of `packet` of the running native instance. */
export const packets: RawPacketClass = {
  emit: (packet) => nativeImport<{ Packet: RawPacketClass }>('packet', 'emit').Packet.emit(packet),
};
