import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BytesColumn } from './bytes-column.ts';
import type { ElementKind } from './kind.ts';
import { elementsIn, type ListElement, listSize, misfit, putList } from './list-array.ts';
import { packedIn } from './list-value.ts';

/** Values that fit, by kind. */
const values: Readonly<Record<ElementKind, fc.Arbitrary<ListElement>>> = {
  boolean: fc.boolean(),
  int8: fc.integer({ min: -128, max: 127 }),
  int16: fc.integer({ min: -32_768, max: 32_767 }),
  int32: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  int64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  uint8: fc.nat(255),
  uint16: fc.nat(65_535),
  uint32: fc.nat(2 ** 32 - 1),
  uint64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  float32: fc.float(),
  float64: fc.double(),
  text: fc.string({ unit: 'grapheme' }),
  bytes: fc.uint8Array({ maxLength: 80 }),
};
const kinds = Object.keys(values) as ElementKind[];

/** What a list reads as when it lies behind another value. */
function through(kind: ElementKind, list: unknown): ListElement[] {
  const size = listSize(kind, list);
  expect(size).not.toBe(misfit);
  const column = BytesColumn.unset('other', 2);
  column.set(0, Uint8Array.of(1, 2, 3));
  putList(column, kind, 1, list, size);
  expect(column.bytes(1).length).toBe(size);
  return elementsIn(kind, column.bytes(1));
}

test.each(kinds)('lists of %s come back as they were', (kind) => {
  fc.assert(
    fc.property(fc.array(values[kind]), (list) => {
      expect(through(kind, list)).toEqual(list);
    }),
  );
});

test('whole numbers of 64 bits may be numbers, others bigints', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      expect(through('int64', [value])).toEqual([BigInt(value)]);
      expect(through('uint64', [Math.abs(value)])).toEqual([BigInt(Math.abs(value))]);
    }),
  );
  expect(through('uint32', [7n])).toEqual([7]);
  expect(through('float64', [2n ** 60n])).toEqual([2 ** 60]);
  expect(through('int32', [-0])).toEqual([0]);
});

test('typed arrays, of the kind itself or of another that fits', () => {
  expect(through('uint16', Uint16Array.of(1, 65_535))).toEqual([1, 65_535]);
  expect(through('uint16', Int32Array.of(1, 65_535))).toEqual([1, 65_535]);
  expect(through('uint64', BigInt64Array.of(5n))).toEqual([5n]);
  expect(through('uint8', Buffer.from('az'))).toEqual([97, 122]);
  expect(through('boolean', Uint8Array.of(0, 1))).toEqual([false, true]);
  expect(through('float32', Float64Array.of(0.1))).toEqual([Math.fround(0.1)]);
});

test('texts may be bytes, and lone surrogates are U+FFFD', () => {
  expect(through('text', [Buffer.from('ä'), '\ud800', ''])).toEqual(['ä', '\ufffd', '']);
});

test('texts lie as texts in one block do', () => {
  const list = ['a', '', 'äöü', 'x'.repeat(300)];
  const column = BytesColumn.unset('other', 1);
  putList(column, 'text', 0, list, listSize('text', list));
  const { ends, data } = packedIn(column.bytes(0));
  expect([...ends]).toEqual([1, 1, 7, 307]);
  expect(Buffer.from(data).toString()).toBe(list.join(''));
});

test('a list over an old value, longer or shorter', () => {
  const column = BytesColumn.unset('other', 1);
  for (const list of [[1, 2, 3], [4], [5, 6, 7, 8, 9]]) {
    putList(column, 'uint16', 0, list, listSize('uint16', list));
    expect(elementsIn('uint16', column.bytes(0))).toEqual(list);
  }
});

test.each<[ElementKind, unknown]>([
  ['uint8', [1, 256]],
  ['uint8', [1, null]],
  ['uint8', [1, undefined]],
  ['uint8', [1.5]],
  ['uint8', ['1']],
  ['uint8', [true]],
  ['uint8', Int8Array.of(-1)],
  ['uint8', 1],
  ['uint8', '12'],
  ['uint8', null],
  ['uint8', { length: 1, 0: 1 }],
  ['uint8', new DataView(new ArrayBuffer(1))],
  ['uint64', [-1]],
  ['uint64', [2 ** 53]],
  ['uint64', [2n ** 64n]],
  ['int64', [0.5]],
  ['float32', [1e300]],
  ['float64', [2n ** 53n + 1n]],
  ['boolean', [1]],
  ['boolean', Uint8Array.of(2)],
  ['text', ['a', 1]],
  ['text', [['a']]],
  ['text', 'a'],
  ['bytes', ['a']],
  ['bytes', Uint8Array.of(1)],
])('no list of %s (%#)', (kind, list) => {
  expect(listSize(kind, list)).toBe(misfit);
});
