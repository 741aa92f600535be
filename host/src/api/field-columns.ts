/** Whole columns and value checks of `gadget:api/field`; kinds have been checked by who calls. */
import { BytesColumn, copyOf } from '../data/bytes-column.ts';
import { freshBytes } from '../data/slab.ts';
import type { Draft } from '../data/draft.ts';
import type { Field } from '../data/field.ts';
import { fitNumber, fitsFloat32 } from '../data/fit.ts';
import { type BytesKind, integerRange, type Kind, type NumberKind } from '../data/kind.ts';
import { allocate, NumberColumn } from '../data/number-column.ts';
import { padded } from '../data/stored-bytes.ts';
import type { Packed } from '../generated/gadget-api-field.ts';
import { fail } from './failure.ts';
import { byteLength, type Guest } from './guest.ts';

type Numbers = Int32Array | Uint32Array | Float64Array;
type BigNumbers = BigInt64Array | BigUint64Array;

/** A copy of a column of numbers, as the list that the accessor answers. */
export function read<T extends Numbers>(
  draft: Draft,
  field: Field,
  List: new (length: number) => T,
  length: number,
): T {
  const list = new List(length);
  const column = draft.read(field) as NumberColumn | undefined;
  if (column !== undefined)
    list.set(column.values.subarray(0, column.length) as unknown as ArrayLike<number>);
  return list;
}

/** The same for 64-bit lists, also from narrower kinds. */
export function readBig<T extends BigNumbers>(
  draft: Draft,
  field: Field,
  List: new (length: number) => T,
  length: number,
): T {
  const list = new List(length);
  const column = draft.read(field) as NumberColumn | undefined;
  if (column === undefined) return list;
  const { values } = column;
  if (values instanceof List) list.set(values.subarray(0, column.length));
  else for (let row = 0; row < column.length; row++) list[row] = BigInt(values[row]!);
  return list;
}

/** A copy of a column of text or bytes as one block. */
export function readPacked(draft: Draft, field: Field, length: number): Packed {
  const column = draft.read(field) as BytesColumn | undefined;
  if (column === undefined) return { ends: new Uint32Array(length), data: new Uint8Array(0) };
  return column.toPacked(length);
}

/** Takes values away. Nothing is copied when none of them is set. */
export function unsetRows(draft: Draft, field: Field, rows: ArrayLike<number>): void {
  let column = draft.read(field);
  if (column === undefined) return;
  let own = false;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (!column.isSet(row)) continue;
    if (!own) column = draft.write(field);
    own = true;
    column.unset(row);
  }
}

/** Writes whole numbers: all or none. */
export function writeNumbers(draft: Draft, field: Field, values: ArrayLike<number | bigint>): void {
  const count = checkCount(draft, values.length);
  const kind = field.kind as NumberKind;
  const stored = allocate(kind, count);
  if (kind !== 'boolean' && ArrayBuffer.isView(values) && values.constructor === stored.constructor) {
    stored.set(values as never);
  } else {
    const list = stored as { [row: number]: number | bigint };
    for (let row = 0; row < count; row++) list[row] = fitInteger(field, values[row]!, row);
  }
  draft.replace(field, new NumberColumn(kind, stored, null));
}

/** Writes floats, rounded or checked as `set-f64` does: all or none. */
export function writeFloats(draft: Draft, field: Field, values: ArrayLike<number>): void {
  const count = checkCount(draft, values.length);
  const kind = field.kind as NumberKind;
  const stored = allocate(kind, count);
  if (kind === 'float64') stored.set(values as never);
  else {
    const list = stored as Float32Array;
    for (let row = 0; row < count; row++) {
      const value = values[row]!;
      checkFloat(field, value, row);
      list[row] = value;
    }
  }
  draft.replace(field, new NumberColumn(kind, stored, null));
}

/** Writes texts: all or none. */
export function writeTexts(guest: Guest, draft: Draft, field: Field, values: ArrayLike<string>): void {
  const count = checkCount(draft, values.length);
  if (field.fixedSize !== undefined) {
    writeFixed(guest, draft, field, count, (row) => fixedText(field, values[row]!, row));
    return;
  }
  const column = BytesColumn.unset(field.kind as BytesKind, count);
  for (let row = 0; row < count; row++) {
    const value = values[row]!;
    checkText(guest, column, row, value);
    column.setText(row, value);
  }
  column.valid = null;
  draft.replace(field, column);
}

/** Writes one block: all or none. */
export function writePacked(guest: Guest, draft: Draft, field: Field, values: Packed): void {
  const { data } = values;
  const count = checkCount(draft, values.ends.length);
  const ends = new Uint32Array(values.ends);
  let start = 0;
  let longest = 0;
  for (let row = 0; row < count; row++) {
    const end = ends[row]!;
    if (end < start) throw fail('out-of-range', `ends falls at row ${row}`);
    if (end > data.length) throw fail('out-of-range', `ends leaves the data at row ${row}`);
    if (end - start > longest) longest = end - start;
    start = end;
  }
  if (start !== data.length)
    throw fail('out-of-range', `ends closes at ${start}, the data at ${data.length}`);
  if (field.fixedSize !== undefined) {
    const value = (row: number): Uint8Array => data.subarray(row === 0 ? 0 : ends[row - 1]!, ends[row]);
    writeFixed(guest, draft, field, count, (row) => fixedBytes(field, value(row), row));
    return;
  }
  checkSizes(guest, longest, data.length);
  draft.replace(field, BytesColumn.packed(field.kind as BytesKind, ends, copyOf(data)));
}

/** Writes values of fixed size. Whether one is out of range is known for all before the caps are looked at. */
function writeFixed(
  guest: Guest,
  draft: Draft,
  field: Field,
  count: number,
  valueOf: (row: number) => Uint8Array,
): void {
  const size = field.fixedSize!;
  const fits = size <= guest.limits.maxValueBytes && size * count <= guest.limits.maxColumnBytes;
  const data = freshBytes(fits ? size * count : 0);
  for (let row = 0; row < count; row++) {
    const value = valueOf(row);
    if (fits) data.set(value, row * size);
  }
  checkSizes(guest, size, size * count);
  const ends = new Uint32Array(count);
  for (let row = 0; row < count; row++) ends[row] = (row + 1) * size;
  draft.replace(field, BytesColumn.packed(field.kind as BytesKind, ends, data));
}

/** A whole number as the field stores it, or `out-of-range`. */
export function fitInteger(field: Field, value: number | bigint, row?: number): number | bigint {
  const stored = fitNumber(field.kind, value);
  if (stored === undefined) throw outOfRange(field, value, row);
  return stored;
}

/** Floats take everything that rounding does not make infinite; whole-number kinds only what they hold. */
export function checkFloat(field: Field, value: number, row?: number): void {
  if (field.kind === 'float64') return;
  const fits = field.kind === 'float32' ? fitsFloat32(value) : fitNumber(field.kind, value) !== undefined;
  if (!fits) throw outOfRange(field, value, row);
}

/** A text as a field of fixed size stores it: filled up with NUL, `out-of-range` when it is longer or has a NUL in it. */
export function fixedText(field: Field, value: string, row?: number): Uint8Array {
  if (value.includes('\0')) {
    throw fail('out-of-range', `${at(row)}a NUL in a text of fixed size (${field.name})`);
  }
  return fixedBytes(field, Buffer.from(value), row);
}

/** The same for bytes. A value of a field without a fixed size stays as it is. */
export function fixedBytes(field: Field, value: Uint8Array, row?: number): Uint8Array {
  const { fixedSize } = field;
  if (fixedSize === undefined) return value;
  const stored = padded(value, fixedSize);
  if (stored !== undefined) return stored;
  throw fail('out-of-range', `${at(row)}${value.length} bytes for ${field.name}, which holds ${fixedSize}`);
}

/** Checks what storing a text would make of its column. Its exact length is looked up only when it may matter. */
export function checkText(guest: Guest, column: BytesColumn, row: number, value: string): void {
  const { maxValueBytes, maxColumnBytes } = guest.limits;
  // UTF-8 needs at most three bytes for each UTF-16 unit.
  const most = value.length * 3;
  if (most <= maxValueBytes && column.bytesWith(row, most) <= maxColumnBytes) return;
  const size = byteLength(value);
  checkSizes(guest, size, column.bytesWith(row, size));
}

/** Checks the bytes of one value and of its column. */
export function checkSizes(guest: Guest, value: number, column: number): void {
  const { maxValueBytes, maxColumnBytes } = guest.limits;
  if (value > maxValueBytes) {
    throw fail(
      'limit-exceeded',
      `${value} bytes in one value, ${maxValueBytes} are the most (maxValueBytes)`,
    );
  }
  if (column > maxColumnBytes) {
    throw fail(
      'limit-exceeded',
      `${column} bytes in one column, ${maxColumnBytes} are the most (maxColumnBytes)`,
    );
  }
}

function checkCount(draft: Draft, count: number): number {
  if (count !== draft.length)
    throw fail('out-of-range', `${count} values for a packet with ${draft.length} rows`);
  return count;
}

function at(row: number | undefined): string {
  return row === undefined ? '' : `row ${row}: `;
}

function outOfRange(field: Field, value: number | bigint, row?: number): unknown {
  return misfit(at(row), value, field.name, field.kind);
}

/** A number that a kind does not hold, for a field of this kind or of lists of it; `where` ends with a blank. */
export function misfit(where: string, value: number | bigint, name: string, kind: Kind): unknown {
  const range = integerRange[kind];
  const holds = range === undefined ? '' : `, which holds ${range[0]} to ${range[1]}`;
  return fail('out-of-range', `${where}${value} for ${name} (${kind})${holds}`);
}
