import { expect, it } from 'vitest';
import { newGuest } from '../api/guest.fixture.ts';
import { cut } from '../api/cut.ts';
import { Context } from './context.ts';
import { liftHead, liftString } from './strings.ts';

/** A guest whose memory is these bytes. */
function holding(bytes: Uint8Array): Context {
  const cx = new Context(newGuest().guest);
  cx.memory.bind({ buffer: new Uint8Array(bytes).buffer }, undefined);
  return cx;
}

it.each(['', 'short', 'x'.repeat(100), 'ä'.repeat(40), '€'.repeat(40), '😀'.repeat(40), 'xyz😀€ä'.repeat(9)])(
  'the head of %s is cut to what all of it is cut to',
  (text) => {
    const bytes = Buffer.from(text);
    const cx = holding(bytes);
    for (let most = 1; most < 64; most++) {
      const head = liftHead(cx, 0, bytes.length, most);
      expect(cut(head, most)).toBe(cut(liftString(cx, 0, bytes.length), most));
      expect(Buffer.byteLength(head)).toBeLessThanOrEqual(most + 4);
    }
  },
);

it('a string whose end is not UTF-8 traps, also where only the head is wanted', () => {
  const bytes = new Uint8Array(100).fill(0x61);
  bytes[99] = 0xff;
  expect(() => liftHead(holding(bytes), 0, 100, 10)).toThrow('not UTF-8');
});

it('a line is read from a string that is too long for JavaScript', () => {
  const bytes = new ArrayBuffer(2 ** 29);
  const cx = new Context(newGuest().guest);
  cx.memory.bind({ buffer: bytes }, undefined);
  expect(() => liftString(cx, 0, bytes.byteLength)).toThrow('longer than');
  expect(liftHead(cx, 0, bytes.byteLength, 8192)).toBe('\0'.repeat(8196));
});
