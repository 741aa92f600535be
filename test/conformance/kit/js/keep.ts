import type { Packet } from '@gadget-api/guest';

/** Keeps the handle of a received packet beyond the call, which the SDK lets nobody do: it drops what a callback received. */
export function keep(packet: Packet): Packet {
  Object.defineProperty(packet, Symbol.dispose, { value: () => {} });
  return packet;
}
