import { expect, test } from 'vitest';
import { unitFormat } from './units.ts';

test.each([
  ['bytes', 0, '0 B'],
  ['bytes', 1023, '1023 B'],
  ['bytes', 1024, '1.0 KiB'],
  ['bytes', 1536, '1.5 KiB'],
  ['bytes', 1024 * 1024 - 1, '1.0 MiB'],
  ['bytes', 3 * 1024 ** 3, '3.0 GiB'],
  ['bytes', -2048, '-2.0 KiB'],
  ['bytes', 2 ** 64, '16.0 EiB'],
  ['ns', 0, '0 s'],
  ['ns', 999, '999 ns'],
  ['ns', 1500, '1.5 µs'],
  ['ns', 1_500_000, '1.5 ms'],
  ['us', 999_999, '1.0 s'],
  ['ms', 1500, '1.5 s'],
  ['s', 59.99, '1m 0s'],
  ['s', 125, '2m 5s'],
  ['s', 3600 * 3 + 60 * 12, '3h 12m'],
  ['s', 86_400 * 4 + 3600 * 3, '4d 3h'],
  ['percent', 12.345, '12.3%'],
  ['percent', NaN, 'NaN'],
])('%s %d is %s', (unit, value, text) => {
  expect(unitFormat(unit)?.(value)).toBe(text);
});

test.each(['', 'parsecs', 'constructor', '__proto__'])('%j is no unit', (unit) => {
  expect(unitFormat(unit)).toBeUndefined();
});
