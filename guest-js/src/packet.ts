import { packets } from '#api/packet';
import type { RawPacket } from './api/raw.ts';
import { ApiError, call, fromHost } from './api-error.ts';
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
      this.packet.raw.discard(this.index);
    } catch (error) {
      throw fromHost(error);
    }
  }
}

/**
 * A batch of rows of one source. Iterating gives the rows that were there when it began.
 *
 * A packet that a callback received is over when the callback returns; one made by {@link Source.newPacket} lives until
 * it is emitted or dropped. After that every use fails with `expired`.
 */
export class Packet {
  /** @internal The binding. Throws `expired` once the packet is over. */
  readonly raw: RawPacket;

  /** @internal */
  constructor(raw: RawPacket) {
    this.raw = raw;
  }

  /** Rows received plus rows appended, discarded ones included. */
  get length(): number {
    // Only this object appends, so the host is asked once.
    return (this.#length ??= this.raw.len());
  }

  #length: number | undefined;

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
    const first = call(() => this.raw.append(index(rows, 'a number of rows')));
    this.#length = length + rows;
    return new Row(this, first);
  }

  /** Drops one row; see {@link Row.discard}. */
  discard(row: Row | number): void {
    call(() => this.raw.discard(typeof row === 'number' ? index(row, 'a row') : row.index));
  }

  /** Drops several rows, all or none: with one row that is not there it fails with `out-of-range`. */
  discardMany(rows: Iterable<Row | number>): void {
    const numbers = Array.from(rows, (row) => (typeof row === 'number' ? index(row, 'a row') : row.index));
    call(() => this.raw.discardMany(Uint32Array.from(numbers)));
  }

  /**
   * Sends a packet made by {@link Source.newPacket} on its way. The packet is over afterwards, also when this fails.
   *
   * Fails with `denied` for a packet that a callback received.
   */
  emit(): void {
    const raw = this.raw;
    this.#end();
    call(() => packets.emit(raw));
  }

  /** Drops a packet that will not be emitted. Packets that a callback received are dropped for you. Twice is fine. */
  [Symbol.dispose](): void {
    if (this.#over) return;
    const raw = this.raw;
    this.#end();
    raw[Symbol.dispose]?.();
  }

  #over = false;

  #end(): void {
    this.#over = true;
    this.#length = undefined;
    Object.defineProperty(this, 'raw', {
      get: () => {
        throw new ApiError('expired', 'the packet is over');
      },
    });
  }
}
