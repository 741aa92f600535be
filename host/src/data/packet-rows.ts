import { defaultLimits } from '../limits.ts';
import { BytesColumn } from './bytes-column.ts';
import type { Column } from './column.ts';
import type { DataSource } from './data-source.ts';
import type { Field } from './field.ts';
import { fitValue } from './fit.ts';
import { isBytesKind, type Kind } from './kind.ts';
import { allocate, NumberColumn } from './number-column.ts';
import { Packet } from './packet.ts';
import { type ByteLimits, storedBytes } from './stored-bytes.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * A packet from rows as JavaScript objects, keyed by field name. Fails with the row and the field that do not fit,
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
      const stored = kind === 'other' ? JSON.stringify(value) : value;
      if (!this.set(column, field, i, stored)) throw misfit(field, i, stored);
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
    if (column instanceof BytesColumn) return this.setBytes(column, field, row, value);
    const fitted = fitValue(field.kind, value);
    if (fitted === undefined) return false;
    column.set(row, fitted);
    return true;
  }

  private setBytes(column: BytesColumn, field: Field, row: number, value: unknown): boolean {
    const { maxValueBytes, maxColumnBytes } = this.limits;
    const stored = storedBytes(field, value);
    if (stored === undefined) return false;
    if (typeof stored !== 'string') {
      if (stored.length > maxValueBytes || column.bytesWith(row, stored.length) > maxColumnBytes)
        return false;
      column.set(row, stored);
      return true;
    }
    // UTF-8 needs at most three bytes for each UTF-16 unit; the exact length is looked up only when it may matter.
    let size = stored.length * 3;
    if (size > maxValueBytes || column.bytesWith(row, size) > maxColumnBytes) {
      size = Buffer.byteLength(stored);
      if (size > maxValueBytes || column.bytesWith(row, size) > maxColumnBytes) return false;
    }
    column.setText(row, stored);
    return true;
  }
}

/** A column in which everything is set, to zero or nothing. */
function zeroColumn(kind: Kind, length: number): Column {
  if (isBytesKind(kind)) return BytesColumn.empty(kind, length);
  return new NumberColumn(kind, allocate(kind, length), null);
}

function misfit(field: Field, row: number, value: unknown): TypeError {
  const shown = String(value).slice(0, 80);
  return new TypeError(`row ${row}: ${field.name} is ${field.kind}, this value does not fit: ${shown}`);
}
