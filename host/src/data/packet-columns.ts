import { defaultLimits } from '../limits.ts';
import { BytesColumn, copyOf } from './bytes-column.ts';
import type { Column } from './column.ts';
import type { DataSource } from './data-source.ts';
import type { Field } from './field.ts';
import type { ListElement } from './list-array.ts';
import { fitNumber, fitValue } from './fit.ts';
import { type BytesKind, isBytesKind, type NumberKind } from './kind.ts';
import { isListsInput, listColumn, type ListsInput } from './list-columns.ts';
import type { PackedElements } from './list-value.ts';
import { allocate, NumberColumn } from './number-column.ts';
import { Packet } from './packet.ts';
import { type ByteLimits, checkBytes, storedBytes } from './stored-bytes.ts';

/**
 * A column as an embedder gives it: an array, in which `undefined` and `null` are unset; a typed array; for text and bytes one
 * block, value i of which is `data[ends[i-1] .. ends[i]]`; for lists `ends` and `values`.
 */
export type ColumnInput =
  ArrayLike<ListElement | ArrayLike<ListElement> | null | undefined> | Readonly<PackedElements> | ListsInput;

/**
 * A packet from whole columns, keyed by field name; fields without one are unset. A typed array of the field's own type
 * is copied as a block, everything else is checked value by value. Fails with the field and row that do not fit.
 */
export function packetOfColumns(
  source: DataSource,
  input: Readonly<Record<string, ColumnInput>>,
  limits: ByteLimits = defaultLimits,
): Packet {
  const names = Object.keys(input);
  const unknown = names.find((name) => source.fields.every((field) => field.name !== name));
  if (unknown !== undefined) throw new TypeError(`there is no field ${unknown}`);
  const lengths = new Set(names.map((name) => lengthOf(input[name]!)));
  if (lengths.size > 1) throw new RangeError(`columns of different lengths: ${[...lengths].join(', ')}`);
  const [length = 0] = lengths;
  const columns = source.fields.map((field) => {
    const values = Object.hasOwn(input, field.name) ? input[field.name] : undefined;
    return values === undefined ? undefined : columnOf(field, values, length, limits);
  });
  return new Packet(source, length, columns);
}

function lengthOf(input: ColumnInput): number {
  return 'ends' in input ? input.ends.length : input.length;
}

function columnOf(field: Field, input: ColumnInput, length: number, limits: ByteLimits): Column {
  if (field.elements !== undefined) return listColumn(field, field.elements, input, length, limits);
  if (isListsInput(input)) throw new TypeError(`${field.name} is ${field.kind}, no lists`);
  if ('ends' in input) return packedColumn(field, input, limits);
  return isBytesKind(field.kind)
    ? bytesColumn(field, input, length, limits)
    : numberColumn(field, field.kind, input, length);
}

function packedColumn(field: Field, { ends, data }: Readonly<PackedElements>, limits: ByteLimits): Column {
  if (!isBytesKind(field.kind)) throw new TypeError(`${field.name} is ${field.kind}, not text or bytes`);
  if (field.fixedSize !== undefined)
    throw new TypeError(`${field.name} has a fixed size: give its values one by one`);
  for (let row = 0, start = 0; row < ends.length; start = ends[row++]!) {
    if (ends[row]! < start || ends[row]! > data.length) {
      throw new RangeError(`row ${row}: ends of ${field.name} fall or leave the data`);
    }
    checkBytes(field, row, ends[row]! - start, ends[row]!, limits);
  }
  return BytesColumn.packed(field.kind, new Uint32Array(ends), copyOf(data));
}

function bytesColumn(field: Field, input: ArrayLike<unknown>, length: number, limits: ByteLimits): Column {
  const column = BytesColumn.unset(field.kind as BytesKind, length);
  let unset = 0;
  for (let row = 0; row < length; row++) {
    const value = input[row];
    if (value === undefined || value === null) {
      unset++;
      continue;
    }
    const stored = storedBytes(field, value);
    if (stored === undefined)
      throw new TypeError(`row ${row}: ${field.name} is ${describe(field)}, this value does not fit`);
    const size = typeof stored === 'string' ? Buffer.byteLength(stored) : stored.length;
    checkBytes(field, row, size, column.bytesWith(row, size), limits);
    if (typeof stored === 'string') column.setText(row, stored);
    else column.set(row, stored);
  }
  if (unset === 0) column.valid = null;
  return column;
}

function describe(field: Field): string {
  return field.fixedSize === undefined ? field.kind : `${field.kind} of ${field.fixedSize} bytes`;
}

function numberColumn(field: Field, kind: NumberKind, input: ArrayLike<unknown>, length: number): Column {
  const values = allocate(kind, length);
  if (input.constructor === values.constructor && kind !== 'boolean') {
    values.set(input as never);
    return new NumberColumn(kind, values, null);
  }
  const column = NumberColumn.unset(kind, length);
  let unset = 0;
  for (let row = 0; row < length; row++) {
    const value = input[row];
    if (value === undefined || value === null) {
      unset++;
      continue;
    }
    // Booleans may come as a typed array of 0 and 1.
    const fitted =
      kind === 'boolean' && typeof value === 'number' ? fitNumber(kind, value) : fitValue(kind, value);
    if (fitted === undefined)
      throw new TypeError(`row ${row}: ${field.name} is ${kind}, ${String(value)} does not fit`);
    column.set(row, fitted);
  }
  if (unset === 0) column.valid = null;
  return column;
}
