import { after, ApiError, defineGadget, every, type Timer } from '@gadget-api/guest';
import { currentState } from '../../../../guest-js/src/state.ts';
import { attempt, see, word } from '../../kit/js/observe.ts';

export default defineGadget({
  init() {
    made('of no time', 0);
    attempt('every', () => {
      every(6000, () => see('tick of', word('every')));
      return newest();
    });
    made('once', 100, () =>
      made('in its place', 1000, () => {
        const more = [1, 2, 3].map(() => made('after the failure', 1000));
        for (const timer of more) timer?.cancel();
      }),
    );
    made('cancelled', 50)?.cancel();
    made('late', 5000);
    made('fails', 400, () => {
      throw new ApiError('other', 'no');
    });
    made('one more', 1000);
  },
  start: () => void made('in start', 1000),
  stop: () => void made('in stop', 1000),
});

function made(label: string, delay: number, then: () => void = () => {}): Timer | undefined {
  let timer: Timer | undefined;
  attempt(label, () => {
    timer = after(delay, () => {
      see('tick of', word(label));
      then();
    });
    return newest();
  });
  return timer;
}

/** The SDK keeps the numbers to itself. */
function newest(): number | undefined {
  return [...currentState('timers').timers.keys()].at(-1);
}
