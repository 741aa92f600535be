import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean } from '../clean.ts';
import { cut, type Ellipsis, pad, widthOf } from './fit-text.ts';

test.each([
  ['abcdef', 6, 'end', 'abcdef'],
  ['abcdefg', 6, 'end', 'abcde…'],
  ['abcdefg', 6, 'start', '…cdefg'],
  ['abcdefg', 6, 'middle', 'abc…fg'],
  ['abc', 1, 'end', '…'],
  ['abc', 0, 'end', ''],
  ['世界世界', 8, 'end', '世界世界'],
  ['世界世界', 7, 'end', '世界世…'],
  ['世界世界', 6, 'end', '世界…'],
  ['世界世界', 6, 'start', '…世界'],
  ['e\u0301e\u0301e\u0301', 2, 'end', 'e\u0301…'],
] as const)('%s in %d cells, cut at the %s: %s', (text, width, ellipsis, expected) => {
  expect(cut(text, width, ellipsis)).toBe(expected);
});

test('never wider than asked', () => {
  const ellipses = fc.constantFrom<Ellipsis>('end', 'start', 'middle');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), ellipses, (text, width, ellipsis) => {
      expect(widthOf(cut(clean(text), width, ellipsis))).toBeLessThanOrEqual(width);
    }),
  );
});

test('pad', () => {
  expect(pad('世', 4, false)).toBe('世  ');
  expect(pad('12', 4, true)).toBe('  12');
  expect(pad('12345', 4, true)).toBe('12345');
});
