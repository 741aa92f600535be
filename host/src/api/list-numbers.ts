/** Lists of numbers of `gadget:api/lists`; kinds have been checked by who calls. */
import { BytesColumn } from '../data/bytes-column.ts';
import type { Draft } from '../data/draft.ts';
import type { Field } from '../data/field.ts';
import { fitNumber } from '../data/fit.ts';
import type { NumberKind } from '../data/kind.ts';
import { elementSize, numbersIn, valueOfNumbers } from '../data/list-value.ts';
import { allocate, type NumberValues } from '../data/number-column.ts';
import { checkSizes, misfit } from './field-columns.ts';
import type { Guest } from './guest.ts';
import { listEnds } from './list-ends.ts';

/** Makes the list that an accessor answers. */
export interface NumberList<T> {
  new (length: number): T;
}

type Numbers = ArrayLike<number | bigint>;
type Words = Int32Array | Uint32Array | Float64Array;
type Wides = BigInt64Array | BigUint64Array;

/** A column of lists, as the interface has it. */
export interface NumberLists<T> {
  ends: Uint32Array;
  values: T;
}

/** The list of one row; empty where nothing is set. */
export function readList<T extends Words | Wides>(
  draft: Draft,
  field: Field,
  List: NumberList<T>,
  row: number,
): T {
  const column = draft.read(field) as BytesColumn | undefined;
  return column === undefined ? new List(0) : listOf(field, List, column.bytes(row));
}

/** All lists in one piece. */
export function readLists<T extends Words | Wides>(
  draft: Draft,
  field: Field,
  List: NumberList<T>,
): NumberLists<T> {
  const column = draft.read(field) as BytesColumn | undefined;
  if (column === undefined) return { ends: new Uint32Array(draft.length), values: new List(0) };
  const { ends, data } = column.toPacked(draft.length);
  const size = elementSize(field.elements as NumberKind);
  if (size > 1) for (let row = 0; row < ends.length; row++) ends[row] = ends[row]! / size;
  return { ends, values: listOf(field, List, data) };
}

function listOf<T extends Words | Wides>(field: Field, List: NumberList<T>, stored: Uint8Array): T {
  const numbers = numbersIn(field.elements as NumberKind, stored);
  if (numbers instanceof List) return numbers;
  const list = new List(numbers.length);
  if (list instanceof BigInt64Array || list instanceof BigUint64Array) {
    for (let i = 0; i < numbers.length; i++) list[i] = BigInt(numbers[i]!);
  } else {
    list.set(numbers as ArrayLike<number>);
  }
  return list;
}

/** Sets the list of one row. */
export function writeList(guest: Guest, draft: Draft, field: Field, row: number, values: Numbers): void {
  const kind = field.elements as NumberKind;
  const count = values.length;
  const stored = fitted(field, kind, values, count, guest.limits.maxValueBytes);
  const size = count * elementSize(kind);
  const column = draft.write(field) as BytesColumn;
  checkSizes(guest, size, column.bytesWith(row, size));
  column.set(row, valueOfNumbers(stored));
}

/** Sets all lists: all or none. */
export function writeLists(
  guest: Guest,
  draft: Draft,
  field: Field,
  { ends, values }: { readonly ends: ArrayLike<number>; readonly values: Numbers },
): void {
  const kind = field.elements as NumberKind;
  const count = values.length;
  const size = elementSize(kind);
  const bytes = listEnds(draft, ends, count);
  const stored = fitted(field, kind, values, count, guest.limits.maxColumnBytes);
  let longest = 0;
  let start = 0;
  for (let row = 0; row < bytes.length; row++) {
    const end = bytes[row]!;
    if (end - start > longest) longest = end - start;
    start = end;
  }
  checkSizes(guest, longest * size, count * size);
  if (size > 1) for (let row = 0; row < bytes.length; row++) bytes[row] = bytes[row]! * size;
  draft.replace(field, BytesColumn.packed('other', bytes, valueOfNumbers(stored)));
}

/**
 * Numbers as lists of `kind` store them, or `out-of-range`. Of more than `most` bytes it is only known whether each
 * would fit: the caps are looked at afterwards, and memory is not taken for what they refuse.
 */
function fitted(field: Field, kind: NumberKind, values: Numbers, count: number, most: number): NumberValues {
  const fits = count * elementSize(kind) <= most;
  const stored = allocate(kind, fits ? count : 0);
  if (kind !== 'boolean' && ArrayBuffer.isView(values) && values.constructor === stored.constructor) {
    if (fits) stored.set(values as never);
    return stored;
  }
  const list = stored as { [element: number]: number | bigint };
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    const number = fitNumber(kind, value);
    if (number === undefined) throw misfit(`element ${i}: `, value, field.name, kind);
    if (fits) list[i] = number;
  }
  return stored;
}
