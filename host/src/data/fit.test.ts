import { describe, expect, test } from 'vitest';
import { fitNumber, fitsFloat32, fitValue } from './fit.ts';
import { accessorsOf, fits, isBytesKind, isKind, kinds } from './kind.ts';

const whole: [kind: (typeof kinds)[number], min: bigint, max: bigint][] = [
  ['boolean', 0n, 1n],
  ['int8', -128n, 127n],
  ['int16', -32_768n, 32_767n],
  ['int32', -2_147_483_648n, 2_147_483_647n],
  ['int64', -(2n ** 63n), 2n ** 63n - 1n],
  ['uint8', 0n, 255n],
  ['uint16', 0n, 65_535n],
  ['uint32', 0n, 4_294_967_295n],
  ['uint64', 0n, 2n ** 64n - 1n],
];

describe('whole numbers', () => {
  test.each(whole)('%s holds its bounds and nothing beyond', (kind, min, max) => {
    for (const value of [min, max]) expect(BigInt(fitNumber(kind, value)!)).toBe(value);
    for (const value of [min - 1n, max + 1n, 10n ** 400n, -(10n ** 400n)]) {
      expect(fitNumber(kind, value)).toBeUndefined();
    }
    for (const value of [0.5, NaN, Infinity, -Infinity, 1e300])
      expect(fitNumber(kind, value)).toBeUndefined();
    expect(Number(fitNumber(kind, -0))).toBe(0);
  });

  test('numbers that are not exact are none of 64 bits', () => {
    expect(fitNumber('uint64', 2 ** 53 - 1)).toBe(2n ** 53n - 1n);
    expect(fitNumber('uint64', 2 ** 53)).toBeUndefined();
    expect(fitNumber('int64', -(2 ** 53))).toBeUndefined();
    expect(fitNumber('uint64', 2n ** 53n + 1n)).toBe(2n ** 53n + 1n);
  });
});

describe('floats', () => {
  test('float64 takes every number, and bigints that it holds exactly', () => {
    for (const value of [NaN, Infinity, -Infinity, -0, 5e-324, Number.MAX_VALUE]) {
      expect(fitNumber('float64', value)).toBe(value);
    }
    expect(fitNumber('float64', 2n ** 53n)).toBe(2 ** 53);
    expect(fitNumber('float64', 2n ** 53n + 1n)).toBeUndefined();
    expect(fitNumber('float64', 10n ** 400n)).toBeUndefined();
  });

  test('float32 rounds, and takes nothing that becomes infinite', () => {
    expect(fitNumber('float32', 0.1)).toBe(Math.fround(0.1));
    expect(fitNumber('float32', NaN)).toBeNaN();
    expect(fitNumber('float32', -Infinity)).toBe(-Infinity);
    expect(fitNumber('float32', 1e39)).toBeUndefined();
    // Half way to the next power of two is where rounding goes up.
    expect(fitsFloat32(3.4028235677973362e38)).toBe(true);
    expect(fitsFloat32(3.4028235677973366e38)).toBe(false);
    expect(fitNumber('float32', 10n ** 400n)).toBeUndefined();
  });
});

test('text, bytes and other hold no number', () => {
  for (const kind of ['text', 'bytes', 'other'] as const) expect(fitNumber(kind, 1)).toBeUndefined();
});

test('booleans fit boolean fields and only these', () => {
  expect(fitValue('boolean', true)).toBe(1);
  expect(fitValue('boolean', 1)).toBeUndefined();
  expect(fitValue('uint8', true)).toBeUndefined();
  expect(fitValue('uint8', '1')).toBeUndefined();
  expect(fitValue('uint8', 1)).toBe(1);
});

test('kinds and accessors are those of the contract', () => {
  const table = Object.fromEntries(kinds.map((kind) => [kind, accessorsOf(kind)]));
  expect(table).toEqual({
    boolean: ['bool', 's32', 'u32', 's64', 'u64'],
    int8: ['s32', 's64', 'f64'],
    int16: ['s32', 's64', 'f64'],
    int32: ['s32', 's64', 'f64'],
    int64: ['s64'],
    uint8: ['s32', 'u32', 's64', 'u64', 'f64'],
    uint16: ['s32', 'u32', 's64', 'u64', 'f64'],
    uint32: ['u32', 's64', 'u64', 'f64'],
    uint64: ['u64'],
    float32: ['f64'],
    float64: ['f64'],
    text: ['text', 'bytes'],
    bytes: ['bytes'],
    other: [],
  });
  expect(fits('u32', 'int32')).toBe(false);
  expect([isKind('uint8'), isKind('constructor'), isBytesKind('other'), isBytesKind('uint8')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
