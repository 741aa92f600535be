import { describe, expect, test } from 'vitest';
import { fromWire, type Handles, toWire } from './wire.ts';

const noHandles: Handles = {
  give: () => undefined,
  take: (handle) => `owned ${handle}`,
  lend: (handle) => `lent ${handle}`,
};

const there = (value: unknown): unknown => JSON.parse(JSON.stringify(toWire(value, noHandles)));

describe('a value', () => {
  test.each<[unknown]>([
    [undefined],
    [true],
    [0],
    [-0],
    [NaN],
    [Infinity],
    [-Infinity],
    [5e-324],
    [2 ** 53 + 2],
    [2n ** 64n - 1n],
    [-(2n ** 63n)],
    [''],
    ['a\0"\\ä€😀\n'],
    [[]],
    [['a', ['b', 1n]]],
    [[true, false]],
    [{ tag: 'denied', val: 'it' }],
    [{ open: 1, peak: 2, limit: 4096 }],
    [{ ends: Uint32Array.of(1, 2 ** 32 - 1), data: Uint8Array.of(0, 255) }],
    [Int32Array.of(-1, -(2 ** 31))],
    [BigInt64Array.of(-1n)],
    [BigUint64Array.of(2n ** 64n - 1n)],
    [Float64Array.of(NaN, -0, Infinity)],
    [new Uint8Array()],
  ])('%s arrives as it was sent', (value) => {
    expect(fromWire(there(value), noHandles)).toEqual(value);
  });

  test('that is part of a larger buffer goes alone', () => {
    const words = new Uint32Array([1, 2, 3, 4]).subarray(1, 3);
    expect(fromWire(there(words), noHandles)).toEqual(Uint32Array.of(2, 3));
  });

  test('that stands for no type of WIT is refused', () => {
    expect(() => toWire(Float32Array.of(1), noHandles)).toThrow(/Float32Array/);
    expect(() => toWire([() => 1], noHandles)).toThrow(/function/);
    expect(() => fromWire({ $: 'u16', value: '' }, noHandles)).toThrow(/u16/);
  });
});

describe('a resource', () => {
  test('goes as the number it is given', () => {
    expect(toWire([new Date(0)], { ...noHandles, give: () => 7 })).toEqual([{ $: 'own', value: 7 }]);
  });

  test('comes back given or lent', () => {
    const both = [
      { $: 'own', value: 7 },
      { $: 'borrow', value: 8 },
    ];
    expect(fromWire(both, noHandles)).toEqual(['owned 7', 'lent 8']);
  });
});
