import { expect, test } from 'vitest';
import { freshBytes } from './slab.ts';

test("bytes are zero and nobody else's, whatever their number", () => {
  const sizes = [0, 1, 3, 64, 1000, 1024, 1025, 20_000];
  const all = Array.from({ length: 200 }, (_, i) => freshBytes(sizes[i % sizes.length]!));
  all.forEach((bytes, i) => {
    expect(bytes.length).toBe(sizes[i % sizes.length]);
    expect(bytes.every((byte) => byte === 0)).toBe(true);
    bytes.fill(i + 1);
  });
  all.forEach((bytes, i) => expect(bytes.every((byte) => byte === ((i + 1) & 0xff))).toBe(true));
});

test('what is large has memory of its own', () => {
  expect(freshBytes(100_000).buffer.byteLength).toBe(100_000);
});
