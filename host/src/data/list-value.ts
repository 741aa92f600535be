import type { NumberKind } from './kind.ts';
import { allocate, type NumberValues } from './number-column.ts';

/*
 * How a list lies in a column of bytes. Numbers: the memory of a typed array of their kind (booleans: a byte each). Text and
 * bytes: for each element its length in four bytes, little-endian, and itself. Lists are bytes like others to everything that
 * only moves columns.
 */

/** Bytes before each element of text or bytes. */
export const elementHead = 4;

/** A list of text or bytes as one block, as in `packed` of the interface `field`. */
export interface PackedElements {
  ends: Uint32Array;
  data: Uint8Array;
}

const elementSizes = new Map<string, number>();

/** The bytes that an element of a number kind takes. */
export function elementSize(kind: NumberKind): number {
  let size = elementSizes.get(kind);
  if (size === undefined) elementSizes.set(kind, (size = allocate(kind, 0).BYTES_PER_ELEMENT));
  return size;
}

/** The elements of a list of numbers. A copy: a value begins anywhere, a typed array does not. */
export function numbersIn(kind: NumberKind, value: Uint8Array): NumberValues {
  const values = allocate(kind, value.length / elementSize(kind));
  new Uint8Array(values.buffer).set(value);
  return values;
}

/** A list of numbers as it is stored; the memory of `values` itself. */
export function valueOfNumbers(values: NumberValues): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** The elements of a list of text or bytes. Copies. */
export function packedIn(value: Uint8Array): PackedElements {
  const view = new DataView(value.buffer, value.byteOffset, value.length);
  const ends: number[] = [];
  let length = 0;
  for (let at = 0; at < value.length;) {
    const size = view.getUint32(at, true);
    at += elementHead + size;
    ends.push((length += size));
  }
  const data = new Uint8Array(length);
  for (let element = 0, from = elementHead, to = 0; element < ends.length; element++) {
    const end = ends[element]!;
    data.set(value.subarray(from, from + end - to), to);
    from += end - to + elementHead;
    to = end;
  }
  return { ends: Uint32Array.from(ends), data };
}

/** Elements `from` to before `to` of a block as they are stored as one list. The block must be sound: ends never fall or leave the data. */
export function valueOfPacked(
  { ends, data }: PackedElements,
  from: number = 0,
  to: number = ends.length,
): Uint8Array {
  let start = from === 0 ? 0 : ends[from - 1]!;
  const bytes = (to === 0 ? 0 : ends[to - 1]!) - start;
  const value = new Uint8Array(bytes + (to - from) * elementHead);
  const view = new DataView(value.buffer);
  for (let element = from, at = 0; element < to; element++) {
    const end = ends[element]!;
    view.setUint32(at, end - start, true);
    value.set(data.subarray(start, end), at + elementHead);
    at += elementHead + end - start;
    start = end;
  }
  return value;
}
