import { BytesColumn } from './bytes-column.ts';
import { type Column, unsetColumn } from './column.ts';
import type { DataSource } from './data-source.ts';
import type { Field } from './field.ts';
import type { NumberColumn } from './number-column.ts';
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
  private readonly columns: (Column | undefined)[];
  private readonly own: boolean[] = [];

  constructor(source: DataSource, length: number, columns: readonly (Column | undefined)[] = []) {
    this.source = source;
    this.received = length;
    this.length = length;
    this.columns = [...columns];
  }

  static of(packet: Packet): Draft {
    return new Draft(packet.source, packet.length, packet.columns);
  }

  /** The column as it stands; shorter than `length` when rows were appended, absent when nothing was ever set. */
  read(field: Field): Column | undefined {
    return this.columns[field.index];
  }

  /** The column for writing: a copy of its own with `length` rows. */
  write(field: Field): Column {
    const index = field.index;
    let column = this.columns[index];
    if (column === undefined) column = unsetColumn(field.kind, this.length);
    else if (this.own[index] !== true || column.length < this.length) column = column.copy(this.length);
    else return column;
    this.columns[index] = column;
    this.own[index] = true;
    return column;
  }

  /** Puts a whole column in place; it must have `length` rows and belong to nobody else. */
  replace(field: Field, column: Column): void {
    this.columns[field.index] = column;
    this.own[field.index] = true;
  }

  /** Adds rows at the end, all values unset; gives the number of the first. */
  append(rows: number): number {
    const first = this.length;
    this.length += rows;
    return first;
  }

  discard(row: number): void {
    if (this.discarded === null || this.discarded.length < this.length) {
      const grown = new Uint8Array(this.length);
      if (this.discarded !== null) grown.set(this.discarded);
      this.discarded = grown;
    }
    if (this.discarded[row] === 1) return;
    this.discarded[row] = 1;
    this.discardedCount++;
  }

  isDiscarded(row: number): boolean {
    return this.discarded !== null && this.discarded[row] === 1;
  }

  /** Rows not discarded. */
  get live(): number {
    return this.length - this.discardedCount;
  }

  /** The packet that comes of it: live rows only, numbered without gaps. */
  finish(): Packet {
    if (this.discardedCount > 0) {
      const rows = this.liveRows();
      const full = this.columns.map((column) =>
        column === undefined ? undefined : lengthen(column, this.length),
      );
      return new Packet(
        this.source,
        rows.length,
        full.map((column) => column?.pick(rows)),
      );
    }
    const columns = this.columns.map((column) =>
      column === undefined ? undefined : lengthen(column, this.length),
    );
    return new Packet(this.source, this.length, columns);
  }

  private liveRows(): Uint32Array {
    const rows = new Uint32Array(this.live);
    let at = 0;
    for (let row = 0; row < this.length; row++) if (!this.isDiscarded(row)) rows[at++] = row;
    return rows;
  }
}

function lengthen(column: Column, length: number): Column {
  return column.length === length ? column : column.copy(length);
}

/** Narrows a column to bytes; kinds were checked by who calls. */
export function asBytes(column: Column): BytesColumn {
  return column as BytesColumn;
}

/** Narrows a column to numbers; kinds were checked by who calls. */
export function asNumbers(column: Column): NumberColumn {
  return column as NumberColumn;
}
