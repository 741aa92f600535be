import { packets } from '#api/packet';
import type { RawPacket } from './api/raw.ts';
import { ApiError, call, fromHost, ok } from './api-error.ts';
import { index } from './range.ts';

/** One row of a packet. Good as long as its packet; keep the numbers and strings you read, not the row. */
export class Row {
  readonly packet: Packet;
  /** Its number in the packet, from 0. */
  readonly index: number;

  constructor(packet: Packet, index: number) {
    this.packet = packet;
    this.index = index;
  }

  /** Drops this row: nobody behind this gadget sees it. It can still be read and written until the call ends. */
  discard(): void {
    try {
      ok((this.packet.raw ?? over()).discard(this.index));
    } catch (error) {
      throw fromHost(error);
    }
  }
}

/** Throws: the packet of a row is over. */
export function over(): never {
  throw new ApiError('expired', 'the packet is over');
}

/**
 * A batch of rows of one source. Iterating gives the rows that were there when it began.
 *
 * A packet that a callback received is over when the callback returns; one made by {@link Source.newPacket} lives until
 * it is emitted or dropped. After that every use fails with `expired`.
 */
export class Packet {
  /** @internal The binding; undefined once the packet is over. What needs it says `?? over()`. */
  raw: RawPacket | undefined;

  #length: number | undefined;

  /** @internal */
  constructor(raw: RawPacket) {
    this.raw = raw;
  }

  /** Rows received plus rows appended, discarded ones included. */
  get length(): number {
    // Only this object appends, so the host is asked once.
    return (this.#length ??= (this.raw ?? over()).len());
  }

  *[Symbol.iterator](): IterableIterator<Row> {
    const { length } = this;
    for (let row = 0; row < length; row++) yield new Row(this, row);
  }

  /** The row of this number, from 0. Whether there is such a row shows when it is used (`out-of-range`). */
  row(number: number): Row {
    return new Row(this, index(number, 'a row'));
  }

  /**
   * Adds rows at the end, all unset, and answers the first of them.
   *
   * Fails with `limit-exceeded` above 65,536 appended rows.
   */
  append(rows: number = 1): Row {
    const { length } = this;
    const first = call(() => (this.raw ?? over()).append(index(rows, 'a number of rows')));
    this.#length = length + rows;
    return new Row(this, first);
  }

  /** Drops one row; see {@link Row.discard}. */
  discard(row: Row | number): void {
    call(() => (this.raw ?? over()).discard(typeof row === 'number' ? index(row, 'a row') : row.index));
  }

  /** Drops several rows, all or none: with one row that is not there it fails with `out-of-range`. */
  discardMany(rows: Iterable<Row | number>): void {
    const numbers = Array.from(rows, (row) => (typeof row === 'number' ? index(row, 'a row') : row.index));
    call(() => (this.raw ?? over()).discardMany(Uint32Array.from(numbers)));
  }

  /**
   * Sends a packet made by {@link Source.newPacket} on its way. The packet is over afterwards, also when this fails.
   *
   * Fails with `denied` for a packet that a callback received; with `busy` when 1024 packets of the run are waiting.
   */
  emit(): void {
    const raw = this.raw ?? over();
    this.#end();
    call(() => packets.emit(raw));
  }

  /** Drops a packet that will not be emitted. Packets that a callback received are dropped for you. Twice is fine. */
  [Symbol.dispose](): void {
    const raw = this.raw;
    if (raw === undefined) return;
    this.#end();
    raw[Symbol.dispose]?.();
  }

  #end(): void {
    this.raw = undefined;
    this.#length = undefined;
  }
}
