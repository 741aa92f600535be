import { expect, it } from 'vitest';
import { newGuest } from '../api/guest.fixture.ts';
import { Context } from './context.ts';
import { liftStrings } from './lists.ts';

/** A guest whose memory begins with these words: pointers and lengths of strings; `hello` is at 64. */
function holding(words: readonly number[]): Context {
  const cx = new Context(newGuest().guest);
  const buffer = new ArrayBuffer(128);
  new Uint32Array(buffer).set(words);
  new Uint8Array(buffer).set(Buffer.from('hello\xff', 'latin1'), 64);
  cx.memory.bind({ buffer }, undefined);
  return cx;
}

it('strings are there by their number', () => {
  const strings = liftStrings(holding([64, 5, 66, 0, 65, 3]), 0, 3);
  expect(strings).toHaveLength(3);
  expect([strings[0], strings[1], strings[2]]).toEqual(['hello', '', 'ell']);
});

it('strings that nobody looks at are not made', () => {
  const strings = liftStrings(holding([64, 5, 4096, 1, 68, 2]), 0, 3);
  expect(strings[0]).toBe('hello');
  expect(() => strings[1]).toThrow('outside');
  expect(() => strings[2]).toThrow('not UTF-8');
});

it('the list itself is checked at once', () => {
  expect(() => liftStrings(holding([]), 0, 17)).toThrow('136 bytes at 0 are outside');
  expect(() => liftStrings(holding([]), 2, 1)).toThrow('not aligned');
});
