import { expect, test } from 'vitest';
import type { Attribute } from '../generated/gadget-api-logging.ts';
import { defaultLimits } from '../limits.ts';
import { maxLogAttributes, shownAttributes } from './log-attributes.ts';

test('long keys and texts are cut, and the cut is marked', () => {
  const long = { key: 'k'.repeat(300), value: { tag: 'text', val: 'ä'.repeat(9000) } } as const;
  const { shown, leftOut } = shownAttributes([long], defaultLimits);
  expect(leftOut).toBe(0);
  const [{ key, value }] = shown as [{ key: string; value: string }];
  expect(Buffer.byteLength(key)).toBeLessThanOrEqual(256);
  expect(Buffer.byteLength(value)).toBeLessThanOrEqual(8192);
  for (const text of [key, value]) expect(text).toMatch(/[kä] … \[cut\]$/);
});

test('those behind the most are not looked at', () => {
  const looked: number[] = [];
  const attributes = new Proxy<ArrayLike<Attribute>>(
    { length: 2 ** 32 },
    {
      get: (target, name) => {
        if (name === 'length') return target.length;
        looked.push(Number(name));
        return { key: 'k', value: { tag: 'boolean', val: true } };
      },
    },
  );
  const { shown, leftOut } = shownAttributes(attributes, defaultLimits);
  expect([shown.length, leftOut]).toEqual([maxLogAttributes, 2 ** 32 - maxLogAttributes]);
  expect(looked).toEqual(Array.from({ length: maxLogAttributes }, (_, at) => at));
});

test('what a native gadget passes as another type is shown as a text', () => {
  const wrong = [
    { tag: 'signed', val: 5 },
    { tag: 'boolean', val: 'yes' },
    { tag: 'float', val: 5n },
    { tag: 'text', val: undefined },
    { tag: 'colour', val: 'red' },
    { tag: 'signed', val: 2n ** 63n },
    { tag: 'unsigned', val: -1n },
  ].map((value) => ({ key: 'k', value }) as unknown as Attribute);
  expect(shownAttributes(wrong, defaultLimits).shown.map(({ value }) => value)).toEqual([
    '5',
    'yes',
    '5',
    'undefined',
    'red',
    -(2n ** 63n),
    2n ** 64n - 1n,
  ]);
});
