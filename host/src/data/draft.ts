import { type Column, unsetColumn } from './column.ts';
import type { DataSource } from './data-source.ts';
import type { Field } from './field.ts';
import { Packet } from './packet.ts';

/**
 * A packet while somebody works on it. Written columns are fresh copies laid over the packet's own, so that forgetting
 * the draft undoes everything, and {@link finish} makes the next packet.
 */
export class Draft {
  readonly source: DataSource;
  /** Rows received; what is beyond was appended. */
  readonly received: number;
  length: number;
  discardedCount = 0;
  private discarded: Uint8Array | null = null;
  /** What it is laid over; undefined for a packet that is made. */
  readonly packet: Packet | undefined;
  /** The packet's own until something is written. */
  private columns: readonly (Column | undefined)[];

  constructor(source: DataSource, length: number, packet?: Packet) {
    this.source = source;
    this.received = length;
    this.length = length;
    this.packet = packet;
    this.columns = packet === undefined ? [] : packet.columns;
  }

  static of(packet: Packet): Draft {
    return new Draft(packet.source, packet.length, packet);
  }

  /** The column as it stands; shorter than `length` when rows were appended, absent when nothing was ever set. */
  read(field: Field): Column | undefined {
    return this.columns[field.index];
  }

  /** The column for writing: a copy of its own with `length` rows. */
  write(field: Field): Column {
    const column = this.columns[field.index];
    if (column === undefined) return this.lay(field, unsetColumn(field.kind, this.length));
    if (column === this.packet?.columns[field.index]) return this.lay(field, column.copy(this.length));
    // Rows may be appended one at a time: the column makes room for more than this one.
    if (column.length < this.length) column.grow(this.length);
    return column;
  }

  /** Puts a whole column in place; it must have `length` rows, room for no more, and belong to nobody else. */
  replace(field: Field, column: Column): void {
    if (column.length !== this.length)
      throw new RangeError(`${column.length} values for ${this.length} rows`);
    this.lay(field, column);
  }

  /** Adds rows at the end, all values unset; gives the number of the first. */
  append(rows: number): number {
    const first = this.length;
    this.length += rows;
    return first;
  }

  /** Takes a row out; `row` is below `length`. */
  discard(row: number): void {
    if (this.discarded === null) this.discarded = new Uint8Array(this.length);
    else if (row >= this.discarded.length) {
      const grown = new Uint8Array(Math.max(this.length, this.discarded.length * 2));
      grown.set(this.discarded);
      this.discarded = grown;
    }
    if (this.discarded[row] === 1) return;
    this.discarded[row] = 1;
    this.discardedCount++;
  }

  isDiscarded(row: number): boolean {
    return this.discarded !== null && this.discarded[row] === 1;
  }

  /** The columns written so far, by field index; each has at most {@link length} rows. */
  *written(): Generator<[index: number, column: Column]> {
    const before = this.packet?.columns;
    if (this.columns === before) return;
    for (const [index, column] of this.columns.entries()) {
      if (column !== undefined && column !== before?.[index]) yield [index, column];
    }
  }

  /** The numbers of the rows taken out, in order. */
  discardedRows(): Uint32Array {
    const rows = new Uint32Array(this.discardedCount);
    for (let row = 0, at = 0; at < rows.length; row++) if (this.isDiscarded(row)) rows[at++] = row;
    return rows;
  }

  /** Rows not discarded. */
  get live(): number {
    return this.length - this.discardedCount;
  }

  /** The packet that comes of it: live rows only, numbered without gaps; the same one when nothing has changed. */
  finish(): Packet {
    const { packet, source, length } = this;
    if (this.discardedCount > 0) {
      const rows = this.liveRows();
      const picked = this.columns.map((column) => column?.pick(rows));
      return new Packet(source, rows.length, picked);
    }
    if (length !== this.received) {
      // Columns have room for more rows, or were laid before the last ones came.
      return new Packet(
        source,
        length,
        this.columns.map((column) => column?.exactly(length)),
      );
    }
    return this.columns === packet?.columns ? packet : new Packet(source, length, this.columns);
  }

  private lay(field: Field, column: Column): Column {
    if (this.columns === this.packet?.columns) this.columns = this.columns.slice();
    (this.columns as (Column | undefined)[])[field.index] = column;
    return column;
  }

  private liveRows(): Uint32Array {
    const rows = new Uint32Array(this.live);
    let at = 0;
    for (let row = 0; row < this.length; row++) if (!this.isDiscarded(row)) rows[at++] = row;
    return rows;
  }
}
