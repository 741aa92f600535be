import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyPlainWords, isPlainWord, viewOf } from './plain-words.ts';

const isPlain = (byte: number): boolean => byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
const wordOf = (bytes: readonly number[]): number => viewOf(Uint8Array.from(bytes)).getInt32(0, true);

test('every byte in every place of a word', () => {
  for (let byte = 0; byte < 256; byte++) {
    for (let place = 0; place < 4; place++) {
      const bytes = [0x61, 0x20, 0x7e, 0x21];
      bytes[place] = byte;
      expect(isPlainWord(wordOf(bytes)), `${byte} at ${place}`).toBe(isPlain(byte));
    }
  }
});

test('a word is plain when its bytes are, whatever stands beside what is not', () => {
  fc.assert(
    fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)), (bytes) => {
      expect(isPlainWord(wordOf(bytes))).toBe(bytes.every(isPlain));
    }),
    { numRuns: 5000 },
  );
});

test('words are copied up to the first that is not plain', () => {
  const from = new TextEncoder().encode('..abcdefgh"jklmn');
  const to = new Uint8Array(16);
  expect(copyPlainWords(viewOf(from), 2, from.length, viewOf(to), 1)).toBe(10);
  expect(new TextDecoder().decode(to)).toBe('\0abcdefgh\0\0\0\0\0\0\0');
  expect(copyPlainWords(viewOf(from), 2, 5, viewOf(to), 1)).toBe(2);
});
