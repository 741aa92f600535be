import { BytesColumn } from './bytes-column.ts';
import type { Field } from './field.ts';
import { type ElementKind, isBytesKind } from './kind.ts';
import { headAt, type ListElement, listSize, misfit, putList, writeList } from './list-array.ts';
import { elementHead, elementSize, type PackedElements, valueOfPacked } from './list-value.ts';
import { type ByteLimits, checkBytes } from './stored-bytes.ts';

/** Lists of all rows in one block. The list of row i is `values[ends[i-1] .. ends[i]]`; the first starts at 0. */
export interface ListsInput {
  /** In elements, one for each row. They never fall, and the last one is the number of `values`. */
  readonly ends: Uint32Array;
  /** The elements: an array or typed array, or a block of text or bytes. */
  readonly values: ArrayLike<ListElement> | Readonly<PackedElements>;
}

/** Whether an input for a column is {@link ListsInput}. */
export function isListsInput(input: object): input is ListsInput {
  return 'ends' in input && 'values' in input;
}

/** A column of lists from an array of lists, `undefined` and `null` unset, or from {@link ListsInput}. Throws what does not fit. */
export function listColumn(
  field: Field,
  elements: ElementKind,
  input: object,
  length: number,
  limits: ByteLimits,
): BytesColumn {
  if (isListsInput(input)) return blockColumn(field, elements, input, limits);
  if ('ends' in input)
    throw new TypeError(`${field.name} is ${field.type}: give { ends, values }, or a list for each row`);
  const lists = input as ArrayLike<unknown>;
  const column = BytesColumn.unset('other', length);
  let unset = 0;
  for (let row = 0; row < length; row++) {
    const list = lists[row];
    if (list === undefined || list === null) {
      unset++;
      continue;
    }
    const size = listSize(elements, list);
    if (size === misfit) throw doesNotFit(field, row);
    checkBytes(field, row, size, column.bytesWith(row, size), limits);
    putList(column, elements, row, list, size);
  }
  if (unset === 0) column.valid = null;
  return column;
}

/** All lists are laid out as one, which then is cut: a column of lists is its lists one behind the other. */
function blockColumn(
  field: Field,
  elements: ElementKind,
  { ends, values }: ListsInput,
  limits: ByteLimits,
): BytesColumn {
  const packed = 'data' in values ? values : undefined;
  if (packed !== undefined) checkPacked(field, elements, packed);
  checkEnds(field, ends, packed === undefined ? (values as ArrayLike<unknown>).length : packed.ends.length);
  const size =
    packed === undefined
      ? listSize(elements, values)
      : (packed.ends.at(-1) ?? 0) + packed.ends.length * elementHead;
  if (size === misfit) throw doesNotFit(field, misfitRow(elements, ends, values as ListElement[]));
  if (size > limits.maxColumnBytes) checkBytes(field, 0, 0, size, limits);
  const data = packed === undefined ? new Uint8Array(size) : valueOfPacked(packed);
  if (packed === undefined) writeList(elements, values, data, 0);
  const byteEnds = isBytesKind(elements)
    ? endsOfBlocks(ends, data)
    : ends.map((end) => end * elementSize(elements));
  for (let row = 0, start = 0; row < byteEnds.length; start = byteEnds[row++]!)
    checkBytes(field, row, byteEnds[row]! - start, size, limits);
  return BytesColumn.packed('other', byteEnds, data);
}

/** Where the lists end in bytes. */
function endsOfBlocks(ends: Uint32Array, data: Uint8Array): Uint32Array {
  let element = 0;
  let at = 0;
  return ends.map((end) => {
    for (; element < end; element++) at += elementHead + headAt(data, at);
    return at;
  });
}

function checkEnds({ name }: Field, ends: Uint32Array, count: number): void {
  let start = 0;
  for (let row = 0; row < ends.length; row++) {
    if (ends[row]! < start || ends[row]! > count)
      throw new RangeError(`row ${row}: ends of ${name} fall or leave the values`);
    start = ends[row]!;
  }
  if (start !== count) throw new RangeError(`ends of ${name} end at ${start}, there are ${count} values`);
}

function checkPacked(field: Field, elements: ElementKind, { ends, data }: Readonly<PackedElements>): void {
  if (!isBytesKind(elements))
    throw new TypeError(`${field.name} is ${field.type}: its values can't be a block of text or bytes`);
  let start = 0;
  for (const end of ends) {
    if (end < start || end > data.length)
      throw new RangeError(`ends of the values of ${field.name} fall or leave the data`);
    start = end;
  }
}

function misfitRow(elements: ElementKind, ends: Uint32Array, values: readonly ListElement[]): number {
  return ends.findIndex(
    (end, row) => listSize(elements, values.slice(row === 0 ? 0 : ends[row - 1], end)) === misfit,
  );
}

function doesNotFit(field: Field, row: number): TypeError {
  return new TypeError(`row ${row}: ${field.name} is ${field.type}, this list does not fit`);
}
