import { timer } from '#api/timer';
import { toU32 } from '#api/wide';
import { call } from './api-error.ts';
import { index } from './range.ts';
import { currentState } from './state.ts';

/** A running timer, made by {@link every}. */
export interface Timer {
  /** Stops it: the callback is not called again. Twice is fine. */
  cancel(): void;
}

/**
 * Calls back every so many milliseconds between `start` and `stop`; a tick that is late merges with the next one.
 *
 * Fails with `out-of-range` unless `milliseconds` is a whole number from 1; with `limit-exceeded` above 64 timers.
 */
export function every(milliseconds: number, callback: () => void): Timer {
  const { timers } = currentState('every');
  const interval = toU32(index(milliseconds, 'a whole number of milliseconds'));
  const id = call(() => timer.every(interval));
  timers.set(id, callback);
  return {
    cancel() {
      timers.delete(id);
      timer.cancel(id);
    },
  };
}
