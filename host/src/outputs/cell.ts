import { clean } from '../clean.ts';
import { type BytesColumn, decodeUtf8 } from '../data/bytes-column.ts';
import type { Column } from '../data/column.ts';
import type { Field } from '../data/field.ts';
import { type ElementKind, isBytesKind, type NumberKind } from '../data/kind.ts';
import { headAt } from '../data/list-array.ts';
import { elementHead, elementSize, numbersIn } from '../data/list-value.ts';
import type { NumberColumn } from '../data/number-column.ts';
import { unitFormat } from './units.ts';

/**
 * The text of one value in a table, clean, from a column and a row that is set. Of a value much longer than `width` cells
 * its two ends are enough.
 */
export type Cell = (column: Column, row: number, width: number) => string;

/**
 * How to print a field's values for people: numbers in their `value.unit`, bytes in hexadecimal, the elements of a list with
 * commas between them, kind `other` as its JSON text, everything clean and on one line.
 */
export function cellOf(field: Field): Cell {
  if (field.elements !== undefined) return listCell(field, field.elements);
  if (!isBytesKind(field.kind)) {
    const print = numberText(field, field.kind);
    return (column, row) => print((column as NumberColumn).value(row));
  }
  const print = field.kind === 'bytes' ? hex : field.fixedSize === undefined ? text : textToNul;
  return (column, row, width) => {
    const { data, starts, ends } = column as BytesColumn;
    return print(data, starts[row]!, ends[row]!, width);
  };
}

function listCell(field: Field, elements: ElementKind): Cell {
  if (isBytesKind(elements)) {
    const print = elements === 'bytes' ? hex : text;
    return (column, row, width) => blocks(column as BytesColumn, row, width, print);
  }
  const print = numberText(field, elements);
  return (column, row, width) => numbers(elements, (column as BytesColumn).bytes(row), width, print);
}

type NumberText = (value: number | bigint) => string;

function numberText(field: Field, kind: NumberKind): NumberText {
  if (kind === 'boolean') return (value) => (value === 1 ? 'true' : 'false');
  const unit = unitFormat(field.annotations.get('value.unit') ?? '');
  if (unit !== undefined) return (value) => unit(Number(value));
  // As a double it would show digits that a float32 does not have.
  if (kind === 'float32') return (value) => String(Number(Number(value).toPrecision(7)));
  return String;
}

const mark = '…';
const separator = ',';

/** The text of the bytes from `start` to before `end`. */
type BlockText = (data: Uint8Array, start: number, end: number, width: number) => string;

/** Text in a C array ends at its first NUL. */
function textToNul(data: Uint8Array, start: number, end: number, width: number): string {
  let nul = start;
  while (nul < end && data[nul] !== 0) nul++;
  return text(data, start, nul, width);
}

function text(data: Uint8Array, start: number, end: number, width: number): string {
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

function hex(data: Uint8Array, start: number, end: number, width: number): string {
  const bytes = data.subarray(start, end);
  const kept = enough(width);
  if (bytes.length <= kept * 2) return toHex(bytes);
  return toHex(bytes.subarray(0, kept)) + mark + toHex(bytes.subarray(bytes.length - kept));
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

function numbers(kind: NumberKind, list: Uint8Array, width: number, print: NumberText): string {
  const joined = (part: Uint8Array): string => {
    const values: ArrayLike<number | bigint> = numbersIn(kind, part);
    return Array.from(values, print).join(separator);
  };
  // Every number takes a cell and a comma.
  const kept = enough(width) * elementSize(kind);
  if (list.length <= kept * 2) return joined(list);
  return joined(list.subarray(0, kept)) + mark + joined(list.subarray(list.length - kept));
}

function blocks({ data, starts, ends }: BytesColumn, row: number, width: number, print: BlockText): string {
  const start = starts[row]!;
  const end = ends[row]!;
  const kept = enough(width);
  const parts: string[] = [];
  let leavesOut = false;
  for (let at = start; at < end;) {
    const from = at + elementHead;
    const to = from + headAt(data, at);
    // What neither begins near the front nor ends near the back is left out.
    if (at - start <= kept || end - to <= kept) parts.push(print(data, from, to, width));
    else if (!leavesOut) {
      leavesOut = true;
      parts.push(mark);
    }
    at = to;
  }
  return parts.join(separator);
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
