/** Elements of lists of numbers, from a column's bytes to a guest's memory. Lists begin at any address. */
import { copyBytes } from '../../data/bytes-column.ts';
import type { NumberKind } from '../../data/kind.ts';
import { elementSize } from '../../data/list-value.ts';
import type { GuestMemory } from '../memory.ts';

/** The accessors of lists of numbers. */
export type NumberAccessor = 's32' | 'u32' | 's64' | 'u64' | 'f64';

/** The kind whose elements an accessor reads as they are stored. */
const storedAs: Readonly<Record<NumberAccessor, NumberKind>> = {
  s32: 'int32',
  u32: 'uint32',
  s64: 'int64',
  u64: 'uint64',
  f64: 'float64',
};

/** Whether an accessor reads the bytes that are stored. */
export function readsAsStored(accessor: NumberAccessor, kind: NumberKind): boolean {
  return storedAs[accessor] === kind;
}

/** Copies the elements in `data[start .. end]`, of a kind that fits the accessor, to `pointer`. */
export function copyElements(
  accessor: NumberAccessor,
  kind: NumberKind,
  data: Uint8Array,
  start: number,
  end: number,
  memory: GuestMemory,
  pointer: number,
): void {
  if (readsAsStored(accessor, kind)) copyBytes(data, start, end, memory.u8, pointer);
  else if (accessor === 'f64') widenToFloats(kind, data, start, end, memory.f64, pointer >>> 3);
  else if (accessor === 's64' || accessor === 'u64')
    widenToWides(kind, data, start, end, memory.i32, pointer >>> 2);
  else widenToWords(kind, data, start, end, memory.i32, pointer >>> 2);
}

function widenToWords(
  kind: NumberKind,
  data: Uint8Array,
  start: number,
  end: number,
  to: Int32Array,
  at: number,
): void {
  const size = elementSize(kind);
  for (let from = start; from < end; from += size) to[at++] = numberAt(kind, data, from);
}

/** Each as its low and its high half. */
function widenToWides(
  kind: NumberKind,
  data: Uint8Array,
  start: number,
  end: number,
  to: Int32Array,
  at: number,
): void {
  const size = elementSize(kind);
  for (let from = start; from < end; from += size) {
    const value = numberAt(kind, data, from);
    to[at] = value;
    to[at + 1] = value < 0 ? -1 : 0;
    at += 2;
  }
}

function widenToFloats(
  kind: NumberKind,
  data: Uint8Array,
  start: number,
  end: number,
  to: Float64Array,
  at: number,
): void {
  const size = elementSize(kind);
  for (let from = start; from < end; from += size) to[at++] = numberAt(kind, data, from);
}

const word = new Int32Array(1);
const float = new Float32Array(word.buffer);

/** An element of a kind that takes at most four bytes. */
function numberAt(kind: NumberKind, data: Uint8Array, at: number): number {
  switch (kind) {
    case 'boolean':
    case 'uint8':
      return data[at]!;
    case 'int8':
      return (data[at]! << 24) >> 24;
    case 'uint16':
      return data[at]! | (data[at + 1]! << 8);
    case 'int16':
      return ((data[at]! | (data[at + 1]! << 8)) << 16) >> 16;
    case 'uint32':
      return wordAt(data, at) >>> 0;
    case 'float32':
      word[0] = wordAt(data, at);
      return float[0]!;
    default:
      return wordAt(data, at);
  }
}

function wordAt(data: Uint8Array, at: number): number {
  return data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24);
}
