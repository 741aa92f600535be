import { expect, test } from 'vitest';
import { formatSize, parseSize } from './size.ts';

test.each([
  ['0', 0],
  ['64MiB', 67_108_864],
  ['128MB', 128_000_000],
  ['1.5KiB', 1536],
  ['2GiB', 2_147_483_648],
  ['3kB', 3000],
  ['7B', 7],
])('%s is %d bytes', (text, bytes) => {
  expect(parseSize(text)).toBe(bytes);
});

test.each(['', '64', 'MiB', '-1MB', '64 MiB', '64mib', '1e3MB', '.5MB', '9999999999999GB', '1MB\n'])(
  '%j is no size',
  (text) => {
    expect(parseSize(text)).toBeUndefined();
  },
);

test.each([
  [100, '100 bytes'],
  [1536, '1.5 KiB'],
  [67_108_864, '64 MiB'],
  [4_294_967_296, '4 GiB'],
])('%d bytes are %s for people', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});
