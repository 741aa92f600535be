import { expect, test } from 'vitest';
import { bytesOf, packed, unpacked } from './texts.ts';

const texts = ['/home/émile/a', '', 'ß', '/usr'];

test('a block is what the plug-in reads: number, ends, data', () => {
  const block = packed(['ß', '', 'a']);
  expect([...block]).toEqual([3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 0xc3, 0x9f, 0x61]);
});

test('a block holds its texts, wherever it lies', () => {
  const block = packed(texts);
  const within = new Uint8Array(block.length + 3);
  within.set(block, 3);
  expect(unpacked(within.subarray(3))).toEqual(texts);
});

test('what Extism takes whole has its buffer for itself', () => {
  for (const bytes of [packed(texts), ...texts.map(bytesOf)])
    expect(bytes.buffer.byteLength).toBe(bytes.length);
});
