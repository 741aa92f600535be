import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, isClean, isUnsafe } from './clean.ts';

// Written apart from the implementation on purpose: properties of Unicode instead of a list.
const dangerous = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}\u200b-\u200d\u2060\ufeff\u{e0000}-\u{e007f}]/u;

describe('clean', () => {
  test.each([
    ['plain text', 'plain text'],
    ['', ''],
    ['C:\\new', 'C:\\new'],
    ['Grüße, 世界 🎉 עברית', 'Grüße, 世界 🎉 עברית'],
    ['\x1b[2J', '\\x1b[2J'],
    ['a\nb\tc\rd', 'a\\nb\\tc\\rd'],
    ['\0\x7f', '\\x00\\x7f'],
    ['\x9b31m', '\\x9b31m'],
    ['\u202eexe.txt', '\\u202eexe.txt'],
    ['\u2066\u2069\u200e\u200f\u061c', '\\u2066\\u2069\\u200e\\u200f\\u061c'],
    ['\u2028\u2029', '\\u2028\\u2029'],
    ['\ufeffa\u200bb', '\\ufeffa\\u200bb'],
    ['\ud83d!', '\\ud83d!'],
    ['\u{e0041}', '\\u{e0041}'],
  ])('%j becomes %j', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    fc
      .array(fc.constantFrom('\x1b', '\x9b', '\u202e', '\n', '\ud800', '\udc00', 'a', '\\'))
      .map((all) => all.join('')),
  );

  test('nothing dangerous is left, and twice is the same as once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = clean(text);
        expect(result).not.toMatch(dangerous);
        expect(clean(result)).toBe(result);
        expect(isClean(result)).toBe(true);
      }),
    );
  });

  test('what is not dangerous is left alone, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const kept = [...text].filter((character) => !isUnsafe(character.codePointAt(0)!)).join('');
        expect(clean(kept)).toBe(kept);
      }),
    );
  });

  test('every dangerous code point is unsafe, and both ways to ask agree', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code);
      const unsafe = isUnsafe(code);
      if (unsafe === isClean(character) || (!unsafe && dangerous.test(character)))
        wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});
