/** Types of the interface gadget:api/packet@2.0.0-preview.1. Made from wit/ by `npm run gen`; edit the WIT instead. */
import type { Error } from './gadget-api-types.ts';
export type { Error };

/**
 * A packet that was not emitted.
 */
export interface Refused {
  /**
   * Why.
   */
  error: Error;
  /**
   * The packet, unchanged and again the gadget's own. Its handle may have another number than before.
   */
  packet: Packet;
}

export declare class Packet {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
   * How many rows there are: received (or made) plus appended, discarded ones included. 0 if the packet has expired.
   */
  len(): number;
  /**
   * Add `rows` rows at the end, with every field unset, and answer the number of the first of them.
   *
   * With 0 rows nothing is added and the answer is the current `len`. Appended rows stand after the received ones and
   * before the rows of later packets of the source. Works for received packets of any source and for made ones.
   *
   * Fails with `limit-exceeded` when this gadget would have appended more than 65,536 rows to this packet, or when a
   * snapshot would hold more than 1,048,576 rows; with `expired` when the packet is over.
   */
  append(rows: number): number;
  /**
   * Take rows out of the packet, all of these or none: later gadgets and outputs do not get them.
   *
   * `rows` may be in any order, may name a row twice and may be empty, which does nothing. The rows keep their numbers and
   * stay readable and writable until the call ends (in a made packet: until it is emitted). There is no way to bring
   * them back, except by failing the call.
   *
   * Fails with `out-of-range` when one of them is not below `len`, and then discards none; with `expired` when the
   * packet is over.
   */
  discard(rows: Uint32Array): void;
  /**
   * Send a made packet into the chain of its data source. On failure the packet comes back as it was, with the error.
   *
   * It passes the subscribers of its source in the chain's order, from the first gadget on, and then the outputs. It does
   * not overtake: what is emitted during a call enters after the packet of that call has finished its chain, in order
   * of emission; what is emitted during `lifecycle.start` enters when all gadgets have started. When the call that
   * emitted it fails, the packet is not sent. Packets of `events` that have no live row go nowhere, and larger ones
   * than 8192 rows are cut; a packet of `snapshots` always arrives, also with 0 rows. Does not wait.
   *
   * Fails with `denied` for a received packet; with `not-now` during `init`; with `busy` when 1024 emitted packets of
   * the run are waiting (keep the packet and emit it in a later call); with `limit-exceeded` when this one stands at the end of
   * 64 packets of which each caused the next, which is how gadgets that feed each other end; with `expired` when the
   * packet is over.
   */
  static emit(packet: Packet): void;
}
