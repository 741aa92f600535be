import { expect, test } from 'vitest';
import { monotonic, wall } from './clock.ts';
import { ApiFailure, expired, fail } from './failure.ts';
import { newGuest, outcome } from './guest.fixture.ts';
import { isU32 } from './guest.ts';
import { usage } from './handles.ts';
import { Ledger } from './ledger.ts';
import { all, get } from './params.ts';
import { seed } from './random.ts';

test('the ledger counts to the limit and not one beyond', () => {
  const ledger = new Ledger(3);
  ledger.take(3);
  expect(outcome(() => ledger.take())).toBe('limit-exceeded');
  ledger.take(0);
  // The packet of on-packet is counted, but never refused.
  ledger.force();
  expect([ledger.open, ledger.peak]).toEqual([4, 4]);
  expect(outcome(() => ledger.take(0))).toBe('ok');
  ledger.drop();
  ledger.drop();
  ledger.take();
  expect([ledger.open, ledger.peak]).toEqual([3, 4]);
});

test('usage is a copy', () => {
  const { guest } = newGuest({ limits: { maxHandles: 7 } });
  const before = usage(guest);
  guest.ledger.take(2);
  guest.ledger.drop();
  expect([before, usage(guest)]).toEqual([
    { open: 0, peak: 0, limit: 7 },
    { open: 1, peak: 2, limit: 7 },
  ]);
});

test('parameters in the order of declaration; an empty text is a value', () => {
  const params: [string, string][] = [
    ['z', ''],
    ['1', 'one'],
  ];
  const { guest } = newGuest({ params });
  expect(all(guest)).toEqual(params);
  expect([get(guest, 'z'), get(guest, 'Z'), get(guest, '__proto__')]).toEqual(['', undefined, undefined]);
});

test('clocks and seeds are the run’s', () => {
  const { guest } = newGuest();
  expect([wall(guest), monotonic(guest)]).toEqual([1_700_000_000_000_000_001n, 42n]);
  expect(seed(guest)).toEqual([1n, 2n ** 64n - 1n]);
  expect(seed(guest)).toEqual(seed(guest));
});

test('failures have a payload of their own, as bindings want it', () => {
  expect(Object.hasOwn(fail('denied', 'x'), 'payload')).toBe(true);
  expect(fail('denied', 'x')).toEqual(new ApiFailure({ tag: 'denied', val: 'x' }));
  expect(expired().payload).toEqual({ tag: 'expired' });
});

test('a u32', () => {
  expect([0, 2 ** 32 - 1].map(isU32)).toEqual([true, true]);
  expect([-1, 2 ** 32, 0.1, NaN, Infinity, '1' as never].map(isU32)).toEqual(Array(6).fill(false));
});
