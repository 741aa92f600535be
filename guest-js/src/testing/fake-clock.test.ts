import { expect, test } from 'vitest';
import { fakeClock } from './fake-clock.ts';

test('a timer that is set again only after a turn of the event loop still comes due at each of its moments', async () => {
  const clock = fakeClock({ start: 0 });
  const due: number[] = [];
  const busy = async (): Promise<void> => {
    await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    due.push(clock.now);
    clock.platform.setTimer(500, () => void busy());
  };
  clock.platform.setTimer(500, () => void busy());
  await clock.advance(1500);
  expect(due).toEqual([500, 1000, 1500]);
});
