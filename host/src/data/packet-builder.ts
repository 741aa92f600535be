import { defaultLimits } from '../limits.ts';
import { BytesColumn } from './bytes-column.ts';
import { type Column, unsetColumn } from './column.ts';
import type { DataSource } from './data-source.ts';
import type { Field } from './field.ts';
import { fitValue } from './fit.ts';
import { type ElementKind, isBytesKind } from './kind.ts';
import { type ListElement, listSize, misfit, putList } from './list-array.ts';
import type { NumberColumn } from './number-column.ts';
import { Packet, type Value } from './packet.ts';
import { type ByteLimits, storedBytes } from './stored-bytes.ts';

const initialRows = 64;

/**
 * Gathers rows into the columns of one packet. Columns grow by doubling; {@link take} hands the packet out and starts
 * anew.
 */
export class PacketBuilder {
  readonly source: DataSource;
  /** Rows gathered. */
  length = 0;
  private readonly limits: ByteLimits;
  private columns: (Column | undefined)[] = [];
  private capacity = initialRows;

  /** `limits`: caps on the size of one value and of one column. */
  constructor(source: DataSource, limits: ByteLimits = defaultLimits) {
    this.source = source;
    this.limits = limits;
  }

  /** Begins the next row, everything unset; gives its number. */
  addRow(): number {
    if (this.length === this.capacity) this.capacity *= 2;
    return this.length++;
  }

  /** Forgets the row begun last. */
  dropRow(): void {
    if (this.length === 0) return;
    this.length--;
    for (const column of this.columns)
      if (column !== undefined && this.length < column.length) column.unset(this.length);
  }

  /** The column of a field, with room for the row begun last. Writers that know the kind write to it directly. */
  column(field: Field): Column {
    let column = this.columns[field.index];
    if (column === undefined) column = unsetColumn(field.kind, this.capacity);
    else if (column.length >= this.length) return column;
    // Writers keep views of a column's numbers, so these get a column of their own when they move.
    else if (column instanceof BytesColumn) column.grow(this.capacity);
    else column = column.copy(this.capacity);
    this.columns[field.index] = column;
    return column;
  }

  /**
   * Sets a value of the row begun last; false, and nothing set, when it does not fit the field's kind, size or caps.
   * `undefined` and `null` leave it unset. For lists the value is an array or typed array, for any other field of kind `other`
   * JSON text.
   */
  set(field: Field, value: Value | ArrayLike<ListElement> | null): boolean {
    if (value === undefined || value === null) return true;
    const row = this.length - 1;
    if (field.elements !== undefined) return this.setList(field, field.elements, row, value);
    if (isBytesKind(field.kind)) return this.setBytes(field, row, value);
    const fitted = fitValue(field.kind, value);
    if (fitted === undefined) return false;
    (this.column(field) as NumberColumn).set(row, fitted);
    return true;
  }

  private setBytes(field: Field, row: number, value: unknown): boolean {
    const stored = storedBytes(field, value);
    if (stored === undefined) return false;
    const size = typeof stored === 'string' ? Buffer.byteLength(stored) : stored.length;
    const column = this.roomy(field, row, size);
    if (column === undefined) return false;
    if (typeof stored === 'string') column.setText(row, stored);
    else column.set(row, stored);
    return true;
  }

  private setList(field: Field, elements: ElementKind, row: number, value: unknown): boolean {
    const size = listSize(elements, value);
    if (size === misfit) return false;
    const column = this.roomy(field, row, size);
    if (column === undefined) return false;
    putList(column, elements, row, value, size);
    return true;
  }

  /** The column, when a value of `size` bytes is within the caps. */
  private roomy(field: Field, row: number, size: number): BytesColumn | undefined {
    if (size > this.limits.maxValueBytes) return undefined;
    const column = this.column(field) as BytesColumn;
    return column.bytesWith(row, size) > this.limits.maxColumnBytes ? undefined : column;
  }

  /** The packet gathered so far; the builder is empty after. */
  take(): Packet {
    const length = this.length;
    const columns = this.columns.map((column) => {
      if (column === undefined) return undefined;
      const full = column.length > length ? column.window(0, length) : column.exactly(length);
      if (full.valid !== null && !full.valid.includes(0)) full.valid = null;
      return full;
    });
    this.columns = [];
    this.capacity = Math.max(initialRows, Math.min(this.capacity, length));
    this.length = 0;
    return new Packet(this.source, length, columns);
  }
}
