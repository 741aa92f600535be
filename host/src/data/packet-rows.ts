import { defaultLimits } from '../limits.ts';
import { BytesColumn } from './bytes-column.ts';
import type { Column } from './column.ts';
import type { DataSource } from './data-source.ts';
import type { Field } from './field.ts';
import { fitValue } from './fit.ts';
import { type ElementKind, isBytesKind, type Kind } from './kind.ts';
import { listSize, misfit, putList } from './list-array.ts';
import { allocate, NumberColumn } from './number-column.ts';
import { Packet } from './packet.ts';
import { type ByteLimits, storedBytes } from './stored-bytes.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * A packet from rows as JavaScript objects, keyed by field name; lists are arrays or typed arrays. Fails with the row and the field that do not fit,
 * and for keys that are no fields.
 */
export function packetOfRows(
  source: DataSource,
  rows: readonly Row[],
  limits: ByteLimits = defaultLimits,
): Packet {
  const reader = new RowReader(rows, limits);
  const columns = source.fields.map((field) => reader.column(field));
  reader.checkKeys(source);
  return new Packet(source, rows.length, columns);
}

/** Reads rows a field at a time. */
class RowReader {
  private readonly rows: readonly Row[];
  private readonly limits: ByteLimits;
  /** Keys seen that are fields, in all rows. */
  private keys = 0;

  constructor(rows: readonly Row[], limits: ByteLimits) {
    this.rows = rows;
    this.limits = limits;
  }

  /** Nothing when no row has a value of the field. */
  column(field: Field): Column | undefined {
    const { rows } = this;
    const { name, kind } = field;
    let column: Column | undefined;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      // Only own keys: a field may be called `constructor`.
      const own = Object.hasOwn(row, name);
      if (own) this.keys++;
      const value = own ? row[name] : undefined;
      if (value === undefined || value === null) {
        column?.unset(i);
        continue;
      }
      if (column === undefined) {
        column = zeroColumn(kind, rows.length);
        for (let before = 0; before < i; before++) column.unset(before);
      }
      const stored = kind === 'other' && field.elements === undefined ? JSON.stringify(value) : value;
      if (!this.set(column, field, i, stored)) throw doesNotFit(field, i, stored);
    }
    return column;
  }

  /** Every key of a row is a field. */
  checkKeys(source: DataSource): void {
    const all = this.rows.reduce((sum, row) => sum + Object.keys(row).length, 0);
    if (all === this.keys) return;
    const names = source.fields.map((field) => field.name);
    this.rows.forEach((row, number) => {
      const key = Object.keys(row).find((each) => !names.includes(each));
      if (key === undefined) return;
      throw new TypeError(`row ${number}: ${source.name} has no field ${key}; it has ${names.join(', ')}`);
    });
  }

  private set(column: Column, field: Field, row: number, value: unknown): boolean {
    if (column instanceof BytesColumn) {
      return field.elements === undefined
        ? this.setBytes(column, field, row, value)
        : this.setList(column, field.elements, row, value);
    }
    const fitted = fitValue(field.kind, value);
    if (fitted === undefined) return false;
    column.set(row, fitted);
    return true;
  }

  private setList(column: BytesColumn, elements: ElementKind, row: number, value: unknown): boolean {
    const size = listSize(elements, value);
    if (size === misfit || !this.fits(column, row, size)) return false;
    putList(column, elements, row, value, size);
    return true;
  }

  private setBytes(column: BytesColumn, field: Field, row: number, value: unknown): boolean {
    const stored = storedBytes(field, value);
    if (stored === undefined) return false;
    if (typeof stored !== 'string') {
      if (!this.fits(column, row, stored.length)) return false;
      column.set(row, stored);
      return true;
    }
    // UTF-8 needs at most three bytes for each UTF-16 unit; the exact length is looked up only when it may matter.
    if (!this.fits(column, row, stored.length * 3) && !this.fits(column, row, Buffer.byteLength(stored)))
      return false;
    column.setText(row, stored);
    return true;
  }

  /** Whether a value of `size` bytes is within the caps. */
  private fits(column: BytesColumn, row: number, size: number): boolean {
    return size <= this.limits.maxValueBytes && column.bytesWith(row, size) <= this.limits.maxColumnBytes;
  }
}

/** A column in which everything is set, to zero or nothing. */
function zeroColumn(kind: Kind, length: number): Column {
  if (isBytesKind(kind)) return BytesColumn.empty(kind, length);
  return new NumberColumn(kind, allocate(kind, length), null);
}

function doesNotFit(field: Field, row: number, value: unknown): TypeError {
  const shown = String(value).slice(0, 80);
  return new TypeError(`row ${row}: ${field.name} is ${field.type}, this value does not fit: ${shown}`);
}
