import { GadgetError } from './errors.ts';

/** How long each call of a gadget may take. Milliseconds. `instantiate` is what its modules run at their start. */
export interface CallDeadlines {
  instantiate: number;
  init: number;
  start: number;
  'on-packet': number;
  'on-tick': number;
  'on-loss': number;
  stop: number;
}

/** The deadlines in force unless somebody says otherwise. A call that takes longer has gone wrong on the slowest machine. */
export const defaultDeadlines: Readonly<CallDeadlines> = Object.freeze({
  instantiate: 10_000,
  init: 10_000,
  start: 10_000,
  'on-packet': 5_000,
  'on-tick': 5_000,
  'on-loss': 5_000,
  stop: 10_000,
});

/** The longest that timers can wait. Milliseconds. */
export const longestDeadlineMs: number = 2 ** 31 - 1;

/** The defaults with what was asked for, the last one wins. Throws E_USAGE for what is no deadline. */
export function resolveDeadlines(...asked: readonly (Partial<CallDeadlines> | undefined)[]): CallDeadlines {
  const deadlines: CallDeadlines = { ...defaultDeadlines };
  for (const [hook, ms] of asked.flatMap((each) => Object.entries(each ?? {}))) {
    if (ms === undefined) continue;
    if (!Object.hasOwn(defaultDeadlines, hook)) {
      throw new GadgetError('E_USAGE', `there is no deadline for ${hook}`, {
        hint: `there are ${Object.keys(defaultDeadlines).join(', ')}`,
      });
    }
    if (!Number.isSafeInteger(ms) || ms < 1 || ms > longestDeadlineMs) {
      throw new GadgetError('E_USAGE', `the deadline for ${hook} can't be ${ms}`, {
        hint: `deadlines are whole milliseconds from 1 to ${longestDeadlineMs}`,
      });
    }
    deadlines[hook as keyof CallDeadlines] = ms;
  }
  return deadlines;
}
