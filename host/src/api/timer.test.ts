import { expect, test } from 'vitest';
import { newGuest, outcome } from './guest.fixture.ts';
import type { Phase } from './phase.ts';
import { cancel, every, once } from './timer.ts';

test('ids count from 0 and are not used again', () => {
  const { guest, seen } = newGuest({ phase: 'init' });
  expect([every(guest, 1), every(guest, 2 ** 32 - 1)]).toEqual([0, 1]);
  cancel(guest, 0);
  expect(every(guest, 5)).toBe(2);
  expect(seen.started).toEqual([
    [0, 1],
    [1, 2 ** 32 - 1],
    [2, 5],
  ]);
  cancel(guest, 0);
  cancel(guest, 99);
  expect(seen.stopped).toEqual([0]);
});

test('the interval is a u32 above 0', () => {
  const { guest } = newGuest();
  for (const ms of [0, -1, 0.5, NaN, 2 ** 32]) expect(outcome(() => every(guest, ms))).toBe('out-of-range');
});

test('needs a ticker', () => {
  const { guest } = newGuest();
  guest.handlesTicks = false;
  expect(outcome(() => every(guest, 1))).toBe('denied');
  expect(outcome(() => cancel(guest, 0))).toBe('ok');
});

test('so many at once', () => {
  const { guest, seen } = newGuest({ limits: { maxTimers: 2 } });
  every(guest, 1);
  const second = every(guest, 1);
  expect(outcome(() => every(guest, 1))).toBe('limit-exceeded');
  cancel(guest, second);
  expect(every(guest, 1)).toBe(2);
  expect(seen.started.length).toBe(3);
});

test.each<[Phase, string]>([
  ['init', 'ok'],
  ['start', 'ok'],
  ['running', 'ok'],
  ['stop', 'not-now'],
  ['over', 'not-now'],
])('in %s: %s', (phase, tag) => {
  const { guest } = newGuest({ phase });
  expect(outcome(() => every(guest, 1))).toBe(tag);
});

test('those that fire once share ids and the cap, and fail alike', () => {
  const { guest, seen } = newGuest({ limits: { maxTimers: 2 } });
  expect([every(guest, 1), once(guest, 2 ** 32 - 1)]).toEqual([0, 1]);
  expect(seen.started).toEqual([
    [0, 1],
    [1, 2 ** 32 - 1],
  ]);
  expect(seen.once).toEqual([1]);
  expect(outcome(() => once(guest, 1))).toBe('limit-exceeded');
  cancel(guest, 1);
  expect(seen.stopped).toEqual([1]);
  expect(outcome(() => once(guest, 0))).toBe('out-of-range');
  guest.phase = 'stop';
  expect(outcome(() => once(guest, 1))).toBe('not-now');
  guest.handlesTicks = false;
  expect(outcome(() => once(guest, 1))).toBe('denied');
});
