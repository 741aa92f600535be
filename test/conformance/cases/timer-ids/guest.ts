import { defineGadget, every, type Timer } from '@gadget-api/guest';
import { currentState } from '../../../../guest-js/src/state.ts';
import { attempt } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    const timers: Timer[] = [];
    tryEvery('first', timers);
    tryEvery('second', timers);
    tryEvery('of no interval', timers, 0);
    tryEvery('third', timers);
    attempt('64 timers', () => {
      while (timers.length < 64) timers.push(every(1000, () => {}));
    });
    tryEvery('one more', timers);
    timers[5]!.cancel();
    tryEvery('after one was cancelled', timers);
    tryEvery('one more', timers);
    timers[6]!.cancel();
    for (const cancelled of [5, 6]) timers[cancelled]!.cancel();
    tryEvery('after one was cancelled twice', timers);
    tryEvery('one more', timers);
    for (const timer of timers) timer.cancel();
    tryEvery('after all were cancelled', timers);
  },
  start: () => tryEvery('in start', []),
});

/** The SDK keeps the numbers to itself. */
function tryEvery(label: string, timers: Timer[], interval: number = 1000): void {
  attempt(label, () => {
    timers.push(every(interval, () => {}));
    return [...currentState('timers').timers.keys()].at(-1);
  });
}
