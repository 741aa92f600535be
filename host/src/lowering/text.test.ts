import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BytesColumn } from '../data/bytes-column.ts';
import { ColumnBytes, copyWords, isText } from './text.ts';

/** Bytes that are nearly UTF-8: texts, cut and with single bytes changed. */
const nearly = fc
  .tuple(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 2 }),
    fc.nat(3),
  )
  .map(([text, changes, cut]) => {
    const bytes = new Uint8Array(Buffer.from(text).subarray(0, Math.max(0, Buffer.byteLength(text) - cut)));
    for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
    return bytes;
  });

describe('the check of UTF-8', () => {
  it("agrees with the engine's", () => {
    fc.assert(
      fc.property(fc.oneof(nearly, fc.uint8Array({ maxLength: 5 })), (bytes) => {
        expect(isText(bytes, 0, bytes.length)).toBe(isUtf8(bytes));
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees on every pair of lead and second byte', () => {
    for (let lead = 0x80; lead < 0x100; lead++) {
      for (let second = 0; second < 0x100; second++) {
        const bytes = Uint8Array.of(lead, second, 0x80, 0x80);
        for (let length = 1; length <= 4; length++) {
          const part = bytes.subarray(0, length);
          if (isText(bytes, 0, length) !== isUtf8(part)) expect.fail(`differs for ${part.join(' ')}`);
        }
      }
    }
    expect(isText(Uint8Array.of(0xf0, 0x9f, 0x98, 0x80), 0, 4)).toBe(true);
  });

  it('looks at its part only', () => {
    const bytes = Uint8Array.of(0xff, 0x61, 0xc3, 0xa4, 0xff);
    expect(isText(bytes, 1, 4)).toBe(true);
    expect(isText(bytes, 1, 3)).toBe(false);
  });
});

describe('copies', () => {
  it('have all bytes, at any address, and tell whether they are ASCII', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 130 }), fc.nat(7), fc.nat(7), (bytes, before, at) => {
        const from = new Uint8Array(before + bytes.length);
        from.set(bytes, before);
        const to = new Uint8Array(at + bytes.length + 3).fill(0xee);
        const seen = copyWords(new DataView(from.buffer), before, new DataView(to.buffer), at, bytes.length);
        expect(seen === 0).toBe(bytes.every((byte) => byte < 0x80));
        expect([...to]).toEqual([...Array(at).fill(0xee), ...bytes, 0xee, 0xee, 0xee]);
      }),
    );
  });

  it.each([1, 10])('in and out of columns of %i rows, which change under way', (rows) => {
    const copies = new ColumnBytes();
    const memory = new Uint8Array(1000);
    const view = new DataView(memory.buffer);
    for (const text of ['', 'short', 'ä€😀', 'x'.repeat(70), 'y'.repeat(200), 'é'.repeat(80)]) {
      const column = BytesColumn.unset('text', rows);
      const bytes = Buffer.from(text);
      memory.set(bytes, 3);
      const at = column.room(0, bytes.length);
      const into = copies.copyIn(column, at, memory, view, 3, bytes.length);
      column.settle(0, bytes.length);
      expect(column.text(0)).toBe(text);
      const out = copies.copyOut(column, column.starts[0]!, bytes.length, memory, view, 500);
      expect(Buffer.from(memory.subarray(500, 500 + bytes.length)).toString()).toBe(text);
      // Not 0 may also mean that nobody looked.
      const ascii = /^[\0-\x7f]*$/.test(text);
      if (!ascii) expect([into, out]).not.toContain(0);
    }
  });
});
