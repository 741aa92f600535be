import { expect, test } from 'vitest';
import type { Attribute } from '../generated/gadget-api-logging.ts';
import { newGuest } from './guest.fixture.ts';
import { enabled, log, logWith } from './logging.ts';

test('levels that are not shown are left out', () => {
  const { guest, seen } = newGuest({ shown: ['error'] });
  log(guest, 'error', '');
  log(guest, 'info', 'x');
  expect([enabled(guest, 'error'), enabled(guest, 'info')]).toEqual([true, false]);
  expect(seen.logged).toEqual([['error', '']]);
});

test('long lines are cut, and the cut is marked', () => {
  const { guest, seen } = newGuest();
  log(guest, 'info', 'a'.repeat(8192));
  log(guest, 'info', 'a'.repeat(8193));
  log(guest, 'info', 'ä'.repeat(4096));
  log(guest, 'info', '😀'.repeat(1_000_000));
  const [whole, one, whole2, many] = seen.logged.map(([, message]) => message);
  expect(whole).toBe('a'.repeat(8192));
  expect(whole2).toBe('ä'.repeat(4096));
  for (const message of [one!, many!]) {
    expect(Buffer.byteLength(message)).toBeLessThanOrEqual(8192);
    expect(Buffer.byteLength(message)).toBeGreaterThan(8180);
    expect(message).toMatch(/ … \[cut\]$/);
    expect(message).not.toContain('\ufffd');
  }
});

test('a line with attributes: values as they are, and the line like any other', () => {
  const { guest, seen } = newGuest({ shown: ['warn'] });
  const attributes: Attribute[] = [
    { key: 'ok', value: { tag: 'boolean', val: true } },
    { key: 'low', value: { tag: 'signed', val: -(2n ** 63n) } },
    { key: 'high', value: { tag: 'unsigned', val: 2n ** 64n - 1n } },
    { key: 'share', value: { tag: 'float', val: Number.NaN } },
    { key: 'ok', value: { tag: 'text', val: '' } },
  ];
  logWith(guest, 'warn', 'm', attributes);
  logWith(guest, 'info', 'm', attributes);
  logWith(guest, 'warn', 'bare', []);
  expect(seen.logged).toEqual([
    [
      'warn',
      'm',
      [
        { key: 'ok', value: true },
        { key: 'low', value: -(2n ** 63n) },
        { key: 'high', value: 2n ** 64n - 1n },
        { key: 'share', value: Number.NaN },
        { key: 'ok', value: '' },
      ],
    ],
    ['warn', 'bare', []],
  ]);
});

test('what is left out of a line is counted behind its message', () => {
  const { guest, seen } = newGuest();
  const of = (key: string): Attribute => ({ key, value: { tag: 'boolean', val: false } });
  logWith(guest, 'info', 'one', [of('a'), of('')]);
  const many = Array.from({ length: 66 }, (_, at) => of(at === 3 ? '' : `k${at}`));
  logWith(guest, 'info', 'x'.repeat(9000), many);
  const [one, more] = seen.logged;
  expect(one).toEqual(['info', 'one … [1 attribute left out]', [{ key: 'a', value: false }]]);
  expect(more![1]).toMatch(/ … \[cut\] … \[3 attributes left out\]$/);
  expect(more![2]!.map(({ key }) => key)).toEqual(
    many.slice(0, 64).flatMap(({ key }) => (key === '' ? [] : [key])),
  );
});

test('of a line that is not shown no attribute is looked at', () => {
  const { guest } = newGuest({ shown: [] });
  const unread = new Proxy([] as Attribute[], {
    get: () => {
      throw new Error('looked at');
    },
  });
  expect(() => logWith(guest, 'error', '', unread)).not.toThrow();
});
