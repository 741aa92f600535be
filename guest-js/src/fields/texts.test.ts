import { expect, it } from 'vitest';
import { differ, someHas, wellFormed } from './texts.ts';

const long = 'a'.repeat(2 ** 20);

it.each([
  ['short', ''],
  ['long', long],
])('halves of characters become U+FFFD each for itself, in columns of %s texts', (_, rest) => {
  expect(wellFormed([`\ud83d`, `\ude00`, rest])).toEqual(['\ufffd', '\ufffd', rest]);
  const fine = ['\ud83d\ude00', 'ä', rest];
  expect(wellFormed(fine)).toBe(fine);
});

it('what is no text is out of range', () => {
  for (const value of [1, null, undefined, Symbol('s')])
    expect(() => wellFormed(['a', value as never])).toThrow(
      expect.objectContaining({ tag: 'out-of-range', message: `${String(value)} is not a string` }),
    );
});

it.each([
  ['short', ''],
  ['long', long],
])('a part is found in columns of %s texts', (_, rest) => {
  expect(someHas(['a', 'b\ufffd', rest], '\ufffd')).toBe(true);
  expect(someHas(['a', 'ä', rest], '\ufffd')).toBe(false);
  expect(someHas([], '\ufffd')).toBe(false);
});

it('one other text is a difference', () => {
  expect(differ(['a', 'b'], ['a', 'b'])).toBe(false);
  expect(differ(['a', 'b'], ['a', 'c'])).toBe(true);
});
