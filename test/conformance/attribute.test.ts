import { expect, test } from 'vitest';
import { lineWithAttributes, shownAttribute } from './attribute.ts';

test('an attribute says what it is: a whole number is another than a float of the same value', () => {
  const shown = [true, 1n, 1, -0, NaN, '1'].map((value) => shownAttribute({ key: 'a', value }).slice(1));
  expect(shown).toEqual([
    ['boolean', 'true'],
    ['whole', '1'],
    ['float', '1'],
    ['float', '-0'],
    ['float', 'NaN'],
    ['text', '1'],
  ]);
});

test('a line without attributes is as it was', () => {
  expect(lineWithAttributes('a', [])).toBe('a');
  expect(lineWithAttributes('a', [['k', 'text', '"']])).toBe('a with [["k","text","\\""]]');
});
