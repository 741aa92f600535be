import { clean } from '../clean.ts';
import { type BytesColumn, decodeUtf8 } from '../data/bytes-column.ts';
import type { Column } from '../data/column.ts';
import type { Field } from '../data/field.ts';
import type { NumberColumn } from '../data/number-column.ts';
import { unitFormat } from './units.ts';

/**
 * The text of one value in a table, clean, from a column and a row that is set. Of a value much longer than `width` cells
 * its two ends are enough.
 */
export type Cell = (column: Column, row: number, width: number) => string;

/**
 * How to print a field's values for people: numbers in their `value.unit`, bytes in hexadecimal, kind `other` as its JSON
 * text, everything clean and on one line.
 */
export function cellOf(field: Field): Cell {
  switch (field.kind) {
    case 'boolean':
      return (column, row) => ((column as NumberColumn).value(row) === 1 ? 'true' : 'false');
    case 'bytes':
      return (column, row, width) => hex(column as BytesColumn, row, width);
    case 'text':
    case 'other': {
      const fixed = field.fixedSize !== undefined;
      return (column, row, width) => text(column as BytesColumn, row, width, fixed);
    }
    default:
      return numberCell(field);
  }
}

function numberCell(field: Field): Cell {
  const unit = unitFormat(field.annotations.get('value.unit') ?? '');
  if (unit !== undefined) return (column, row) => unit(Number((column as NumberColumn).value(row)));
  if (field.kind === 'float32') {
    // As a double it would show digits that a float32 does not have.
    return (column, row) => String(Number(Number((column as NumberColumn).value(row)).toPrecision(7)));
  }
  return (column, row) => String((column as NumberColumn).value(row));
}

const mark = '…';

function text(column: BytesColumn, row: number, width: number, fixed: boolean): string {
  const data = column.data;
  const start = column.starts[row]!;
  let end = column.ends[row]!;
  if (fixed) {
    let nul = start;
    while (nul < end && data[nul] !== 0) nul++;
    end = nul;
  }
  const kept = enough(width);
  if (end - start <= kept * 2) return clean(decodeUtf8(data, start, end));
  let front = start + kept;
  let back = end - kept;
  // A character has at most three bytes that continue it.
  for (let i = 0; i < 3; i++) {
    if (isContinuation(data[front]!)) front--;
    if (isContinuation(data[back]!)) back++;
  }
  return clean(decodeUtf8(data, start, front)) + mark + clean(decodeUtf8(data, back, end));
}

function hex(column: BytesColumn, row: number, width: number): string {
  const bytes = column.bytes(row);
  const kept = enough(width);
  if (bytes.length <= kept * 2) return toHex(bytes);
  return toHex(bytes.subarray(0, kept)) + mark + toHex(bytes.subarray(bytes.length - kept));
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

/**
 * Bytes at each end that suffice to fill `width` cells with all but the strangest text. It bounds the work for a value of
 * megabytes, and what marks without a width of their own can pile up in one cell.
 */
function enough(width: number): number {
  return width * 8 + 64;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
