import { expect, it } from 'vitest';
import { short, withUnit, written } from './numbers.ts';

it.each([
  [0.01234, '0.012'],
  [1.234, '1.23'],
  [12.34, '12.3'],
  [999.5, '1,000'],
  [1_234_567, '1,234,567'],
])('%d is written as %s', (value, text) => {
  expect(short(value)).toBe(text);
});

it('has a unit, unless it is a count, which is written whole', () => {
  expect(withUnit(12.34, { unit: 'ms' })).toBe('12.3 ms');
  expect(withUnit(17, { unit: 'count' })).toBe('17');
  expect(written(12.34, { unit: 'ms' })).toBe('12.3');
});
