import { type BytesColumn, decodeUtf8 } from './bytes-column.ts';
import { fitNumber, fitValue } from './fit.ts';
import { type ElementKind, isBytesKind, type NumberKind } from './kind.ts';
import { elementHead, elementSize, numbersIn, valueOfNumbers } from './list-value.ts';
import { lowHalf } from './low-half.ts';
import { allocate, is64, type NumberValues } from './number-column.ts';

/*
 * Lists as JavaScript has them, arrays and typed arrays, from and to the bytes that are stored (`data/list-value.ts`).
 */

/** What is in a list, as JavaScript sees it: as in a field of single values of that kind. */
export type ListElement = boolean | number | bigint | string | Uint8Array;

/** Bytes of one list that do not fit its field. */
export const misfit = -1;

/**
 * The bytes that a list takes when it is stored; {@link misfit} when it is no array or typed array, or an element does not
 * fit the kind: nothing is cut, and no element is unset. Texts may be bytes, too; booleans may be a typed array of 0 and 1.
 */
export function listSize(kind: ElementKind, list: unknown): number {
  if (!isArray(list)) return misfit;
  if (isBytesKind(kind)) return blocksSize(kind, list);
  if (!isStored(kind, list)) {
    for (let i = 0; i < list.length; i++) if (!fitsNumber(kind, list, i)) return misfit;
  }
  return list.length * elementSize(kind);
}

/** Stores a list in a row of a column of its own; `size` is what {@link listSize} has answered. */
export function putList(
  column: BytesColumn,
  kind: ElementKind,
  row: number,
  list: unknown,
  size: number,
): void {
  const at = column.room(row, size);
  writeList(kind, list, column.data, at);
  column.settle(row, size);
}

/** Writes a list whose {@link listSize} is known, from `at` on. */
export function writeList(kind: ElementKind, list: unknown, data: Uint8Array, at: number): void {
  const from = list as ArrayLike<unknown>;
  if (isBytesKind(kind)) writeBlocks(from, data, at);
  else if (isStored(kind, from)) data.set(valueOfNumbers(from), at);
  else writeNumbers(kind, from, data, at);
}

/** The elements of a stored list. Copies. */
export function elementsIn(kind: ElementKind, value: Uint8Array): ListElement[] {
  if (!isBytesKind(kind)) {
    const numbers: ArrayLike<number | bigint> = numbersIn(kind, value);
    return kind === 'boolean' ? Array.from(numbers, (one) => one === 1) : Array.from(numbers);
  }
  const elements: ListElement[] = [];
  for (let at = 0; at < value.length;) {
    const start = at + elementHead;
    const end = start + headAt(value, at);
    elements.push(kind === 'text' ? decodeUtf8(value, start, end) : value.slice(start, end));
    at = end;
  }
  return elements;
}

/** The length of the element of text or bytes that begins with its head at `at`. */
export function headAt(data: Uint8Array, at: number): number {
  return (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) >>> 0;
}

/** Typed arrays included. */
function isArray(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}

/** Whether it is in memory as it is stored, so that it need not be looked at. A boolean's bytes may be anything. */
function isStored(kind: NumberKind, list: ArrayLike<unknown>): list is NumberValues {
  return kind !== 'boolean' && list.constructor === scratch[kind].values.constructor;
}

/** Decides as `fitValue` does; for whole numbers of 64 bits without making a bigint. */
function fitsNumber(kind: NumberKind, list: ArrayLike<unknown>, at: number): boolean {
  const value = list[at];
  if (typeof value !== 'number') return fitValue(kind, value) !== undefined;
  if (kind === 'boolean') return !Array.isArray(list) && fitNumber(kind, value) !== undefined;
  if (is64(kind)) return Number.isSafeInteger(value) && (kind === 'int64' || value >= 0);
  return fitNumber(kind, value) !== undefined;
}

/** One number and its bytes: a value begins anywhere, a typed array does not. */
interface Scratch {
  values: NumberValues;
  bytes: Uint8Array;
  /** For numbers of 64 bits. */
  halves: Uint32Array;
}

function scratchOf(kind: NumberKind): Scratch {
  const { buffer } = new Uint32Array(2);
  const bytes = new Uint8Array(buffer, 0, elementSize(kind));
  const { constructor } = allocate(kind, 0) as { constructor: unknown };
  const Values = constructor as new (buffer: ArrayBuffer, at: number, length: number) => NumberValues;
  return { values: new Values(buffer, 0, 1), bytes, halves: new Uint32Array(buffer) };
}

const scratch: Readonly<Record<NumberKind, Scratch>> = {
  boolean: scratchOf('boolean'),
  int8: scratchOf('int8'),
  int16: scratchOf('int16'),
  int32: scratchOf('int32'),
  int64: scratchOf('int64'),
  uint8: scratchOf('uint8'),
  uint16: scratchOf('uint16'),
  uint32: scratchOf('uint32'),
  uint64: scratchOf('uint64'),
  float32: scratchOf('float32'),
  float64: scratchOf('float64'),
};

function writeNumbers(kind: NumberKind, list: ArrayLike<unknown>, data: Uint8Array, at: number): void {
  const { values, bytes, halves } = scratch[kind];
  const wide = is64(kind);
  for (let i = 0; i < list.length; i++) {
    const value = list[i];
    if (wide && typeof value === 'number') {
      halves[lowHalf] = value;
      halves[1 - lowHalf] = Math.floor(value / 0x1_0000_0000);
    } else (values as { [at: number]: unknown })[0] = wide ? value : Number(value);
    for (let byte = 0; byte < bytes.length; byte++) data[at++] = bytes[byte]!;
  }
}

function blocksSize(kind: 'text' | 'bytes', list: ArrayLike<unknown>): number {
  let size = list.length * elementHead;
  for (let i = 0; i < list.length; i++) {
    const element = list[i];
    if (element instanceof Uint8Array) size += element.length;
    else if (kind === 'text' && typeof element === 'string') size += Buffer.byteLength(element);
    else return misfit;
  }
  return size;
}

function writeBlocks(list: ArrayLike<unknown>, data: Uint8Array, at: number): void {
  for (let i = 0; i < list.length; i++) {
    const element = list[i] as string | Uint8Array;
    const start = at + elementHead;
    let length: number;
    if (typeof element === 'string') length = writeUtf8(element, data, start);
    else {
      data.set(element, start);
      length = element.length;
    }
    data[at] = length;
    data[at + 1] = length >> 8;
    data[at + 2] = length >> 16;
    data[at + 3] = length >>> 24;
    at = start + length;
  }
}

/** Lone surrogates become U+FFFD. Gives the bytes written. */
function writeUtf8(text: string, data: Uint8Array, at: number): number {
  return Buffer.prototype.utf8Write.call(data, text, at);
}
