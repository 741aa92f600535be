import { once } from '#api/since-1.1';
import { timer } from '#api/timer';
import { toU32 } from '#api/wide';
import { call } from '../api-error.ts';
import type { Timer } from '../every.ts';
import { index } from '../range.ts';
import { currentState } from '../state.ts';

/**
 * Calls back once, in so many milliseconds, unless it is cancelled or the gadget stops before; if the callback throws, too, that was
 * it. For a timer made in `init` or `start` the time begins when `start` has returned.
 *
 * Fails with `out-of-range` unless `milliseconds` is a whole number from 1; with `limit-exceeded` above 64 timers, those of
 * {@link every} included; with `not-now` during `stop`. Needs a host with `gadget:api` 1.1.
 */
export function after(milliseconds: number, callback: () => void): Timer {
  const { timers } = currentState('after');
  const delay = toU32(index(milliseconds, 'a whole number of milliseconds'));
  const id = call(() => once(delay));
  timers.set(id, () => {
    timers.delete(id);
    return callback();
  });
  return {
    cancel() {
      timers.delete(id);
      timer.cancel(id);
    },
  };
}
