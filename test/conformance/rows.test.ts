import { expect, test } from 'vitest';
import { type JsonRow, toHost, toJson } from './rows.ts';

const kinds = new Map([
  ['big', 'uint64'],
  ['ratio', 'float64'],
  ['raw', 'bytes'],
  ['bigs', 'uint64[]'],
  ['ratios', 'float32[]'],
  ['raws', 'bytes[]'],
  ['texts', 'text[]'],
  ['other', 'other'],
] as const);

test('values make the round, and so do lists of them', () => {
  const rows: JsonRow[] = [
    { big: '18446744073709551615', ratio: '-0', raw: '00ff' },
    { bigs: [1, '18446744073709551615'], ratios: ['nan', 0.5], raws: ['', '00ff'], texts: [], other: [1] },
  ];
  const given = toHost(rows, kinds);
  expect(given).toEqual([
    { big: 2n ** 64n - 1n, ratio: -0, raw: Uint8Array.of(0, 255) },
    {
      bigs: [1n, 2n ** 64n - 1n],
      ratios: [NaN, 0.5],
      raws: [Uint8Array.of(), Uint8Array.of(0, 255)],
      texts: [],
      other: [1],
    },
  ]);
  expect(toJson(given, kinds)).toEqual(rows);
});

test('texts that are not UTF-8, and long ones, are told in short', () => {
  const [row] = toHost([{ texts: [{ hex: 'ff' }, { repeat: 'x', times: 3 }] }], kinds);
  expect(row).toEqual({ texts: [Uint8Array.of(255), 'xxx'] });
});
