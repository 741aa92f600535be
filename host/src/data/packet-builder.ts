import { BytesColumn } from './bytes-column.ts';
import { type Column, unsetColumn } from './column.ts';
import type { DataSource } from './data-source.ts';
import type { Field } from './field.ts';
import { fitNumber } from './fit.ts';
import { isBytesKind } from './kind.ts';
import { NumberColumn } from './number-column.ts';
import { Packet, type Value } from './packet.ts';

const initialRows = 64;

/**
 * Gathers rows into the columns of one packet. Columns grow by doubling; {@link take} hands the packet out and starts
 * anew.
 */
export class PacketBuilder {
  readonly source: DataSource;
  /** Rows gathered. */
  length = 0;
  private columns: (Column | undefined)[] = [];
  private capacity = initialRows;

  constructor(source: DataSource) {
    this.source = source;
  }

  /** Begins the next row, everything unset; gives its number. */
  addRow(): number {
    if (this.length === this.capacity) this.capacity *= 2;
    return this.length++;
  }

  /** Forgets the row begun last. */
  dropRow(): void {
    this.length--;
    for (const column of this.columns)
      if (column !== undefined && this.length < column.length) column.unset(this.length);
  }

  /** The column of a field, with room for the row begun last. Writers that know the kind write to it directly. */
  column(field: Field): Column {
    let column = this.columns[field.index];
    if (column === undefined) column = unsetColumn(field.kind, this.capacity);
    else if (column.length < this.length) column = grow(column, this.capacity);
    else return column;
    this.columns[field.index] = column;
    return column;
  }

  /**
   * Sets a value of the row begun last; false, and nothing set, when it does not fit the field's kind. `undefined` and
   * `null` leave it unset. For kind `other` the value is JSON text.
   */
  set(field: Field, value: Value | null): boolean {
    if (value === undefined || value === null) return true;
    const row = this.length - 1;
    if (isBytesKind(field.kind)) return this.setBytes(field, row, value);
    if (
      field.kind === 'boolean'
        ? typeof value !== 'boolean'
        : typeof value !== 'number' && typeof value !== 'bigint'
    )
      return false;
    const fitted =
      typeof value === 'boolean' ? Number(value) : fitNumber(field.kind, value as number | bigint);
    if (fitted === undefined) return false;
    (this.column(field) as NumberColumn).set(row, fitted);
    return true;
  }

  private setBytes(field: Field, row: number, value: Value): boolean {
    if (
      value instanceof Uint8Array
        ? field.kind === 'other'
        : typeof value !== 'string' || field.kind === 'bytes'
    )
      return false;
    const fixed = field.fixedSize;
    if (fixed !== undefined && Buffer.byteLength(value as string | Uint8Array) > fixed) return false;
    const column = this.column(field) as BytesColumn;
    if (value instanceof Uint8Array) column.set(row, value);
    else column.setText(row, value as string);
    return true;
  }

  /** The packet gathered so far; the builder is empty after. */
  take(): Packet {
    const length = this.length;
    const columns = this.columns.map((column) => {
      if (column === undefined) return undefined;
      const full = column.length < length ? column.copy(length) : column.window(0, length);
      if (full.valid !== null && !full.valid.includes(0)) full.valid = null;
      return full;
    });
    this.columns = [];
    this.capacity = Math.max(initialRows, Math.min(this.capacity, length));
    this.length = 0;
    return new Packet(this.source, length, columns);
  }
}

/** A longer column that keeps its spare bytes, unlike `copy`. */
function grow(column: Column, length: number): Column {
  if (column instanceof NumberColumn) return column.copy(length);
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  const valid = new Uint8Array(length);
  starts.set(column.starts);
  ends.set(column.ends);
  if (column.valid === null) valid.fill(1, 0, column.length);
  else valid.set(column.valid);
  return new BytesColumn(column.kind, starts, ends, column.data, valid, column.used);
}

/** A packet from rows as JavaScript objects, keyed by field name. Fails with the row and field that do not fit. */
export function packetOfRows(source: DataSource, rows: readonly Readonly<Record<string, unknown>>[]): Packet {
  const builder = new PacketBuilder(source);
  rows.forEach((row, i) => {
    builder.addRow();
    for (const field of source.fields) {
      const value = row[field.name] as Value | null;
      const stored =
        field.kind === 'other' && value !== undefined && value !== null ? JSON.stringify(value) : value;
      if (!builder.set(field, stored)) {
        throw new TypeError(`row ${i}: ${field.name} is ${field.kind}, this value is not: ${String(value)}`);
      }
    }
  });
  return builder.take();
}
