import { expect, it } from 'vitest';
import { readable } from './readable.ts';

it.each([
  [0, 'ns', '0 ns'],
  [10, 'ns', '10 ns'],
  [72.96, 'ns', '73 ns'],
  [100, 'ns', '100 ns'],
  [999.4, 'ns', '999 ns'],
  [999.6, 'ns', '1 µs'],
  [4890, 'ns', '4.89 µs'],
  [2_500_000, 'ns', '2.5 ms'],
  [1500, 'ms', '1.5 s'],
  [336_000, 'rows/s', '336,000 rows/s'],
  [17, 'count', '17'],
])('%d %s is %s', (value, unit, words) => {
  expect(readable(value, unit)).toBe(words);
});
