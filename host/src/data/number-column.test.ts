import { expect, test } from 'vitest';
import { allocate, is64, NumberColumn } from './number-column.ts';
import { type NumberKind, kinds } from './kind.ts';

const numberKinds = kinds.filter((kind): kind is NumberKind => !['text', 'bytes', 'other'].includes(kind));

function valuesOf(column: NumberColumn, length: number = column.length): unknown[] {
  return Array.from({ length }, (_, row) => (column.isSet(row) ? column.value(row) : undefined));
}

test.each(numberKinds)('%s: set, unset, copy, pick, grow, window', (kind) => {
  const n = (value: number): number | bigint => (is64(kind) ? BigInt(value) : value);
  const column = NumberColumn.unset(kind, 3);
  expect(valuesOf(column)).toEqual([undefined, undefined, undefined]);
  expect([column.value(0), column.value(99)]).toEqual([n(0), n(0)]);
  column.set(1, n(1));
  column.set(2, n(1));
  column.unset(2);
  expect(column.value(2)).toBe(n(0));
  const copy = column.copy(5);
  copy.set(4, n(1));
  expect(valuesOf(copy)).toEqual([undefined, n(1), undefined, undefined, n(1)]);
  expect(valuesOf(column)).toEqual([undefined, n(1), undefined]);
  expect(valuesOf(copy.pick(new Uint32Array([4, 1, 1, 0])))).toEqual([n(1), n(1), n(1), undefined]);
  expect(valuesOf(copy.window(1, 3))).toEqual([n(1), undefined]);
  copy.grow(6);
  expect(valuesOf(copy)).toEqual([undefined, n(1), undefined, undefined, n(1), undefined]);
});

test('where all are set there is no bitmap, until something is not', () => {
  const column = new NumberColumn('uint8', new Uint8Array([7, 8, 9]), null);
  expect(column.pick(new Uint32Array([2, 0])).valid).toBeNull();
  expect(column.copy(3).valid).toBeNull();
  expect(column.copy(2).valid).toBeNull();
  expect(valuesOf(column.copy(4))).toEqual([7, 8, 9, undefined]);
  const copy = column.copy(3);
  copy.unset(1);
  expect(valuesOf(copy)).toEqual([7, undefined, 9]);
  copy.set(1, 5);
  expect(valuesOf(copy)).toEqual([7, 5, 9]);
});

test.each(['uint8', 'int64'] as const)('%s: rows beyond the column pick as unset', (kind) => {
  for (const column of [
    new NumberColumn(kind, allocate(kind, 0), null),
    new NumberColumn(kind, allocate(kind, 1), null),
  ]) {
    const picked = column.pick(new Uint32Array([1, 5]));
    expect(valuesOf(picked)).toEqual([undefined, undefined]);
    expect(Number(picked.value(1))).toBe(0);
  }
});

test('growing one row at a time moves the values seldom', () => {
  const column = NumberColumn.unset('uint32', 1);
  const buffers = new Set([column.values]);
  for (let length = 2; length <= 4096; length++) {
    column.grow(length);
    column.set(length - 1, length);
    buffers.add(column.values);
  }
  expect(buffers.size).toBe(13);
  expect(column.value(4095)).toBe(4096);
  expect(column.isSet(0)).toBe(false);
  // Going back is no growth.
  column.grow(2);
  expect(column.length).toBe(4096);
});

test('room beyond the length is not part of the column', () => {
  const column = NumberColumn.unset('uint16', 2);
  column.grow(3);
  column.set(2, 9);
  expect(column.values.length).toBe(4);
  expect(column.isSet(3)).toBe(false);
  expect(column.exactly(3).values.length).toBe(3);
  expect(column.exactly(3).value(2)).toBe(9);
  expect(valuesOf(column.exactly(4))).toEqual([undefined, undefined, 9, undefined]);
  const full = NumberColumn.unset('uint8', 2);
  expect(full.exactly(2)).toBe(full);
});
