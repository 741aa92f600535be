import { expect, test } from 'vitest';
import { monotonic, now, wall } from './clock.ts';
import { newGuest } from './guest.fixture.ts';

test('now is what both clocks show', () => {
  const { guest } = newGuest();
  expect(now(guest)).toEqual({ wall: wall(guest), monotonic: monotonic(guest) });
});
