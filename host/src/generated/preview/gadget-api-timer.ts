/** Types of the interface gadget:api/timer@2.0.0-preview.1. Made from wit/ by `npm run gen`; edit the WIT instead. */
import type { Error } from './gadget-api-types.ts';
export type { Error };

/**
 * Make a timer that fires every so many milliseconds until it is cancelled or the gadget stops. Answers its id.
 *
 * Ids count from 0 in the order of the calls and are not used again. The first tick comes one interval after this call;
 * for a timer made in `init` or `start`, one interval after `start` returned. A tick that is due while one of the same timer
 * waits is merged with it, and counted: being late never makes a burst. A failed call does not undo the timer. In a replay,
 * timers follow the recording's clock.
 *
 * Fails with `out-of-range` when `milliseconds` is 0; with `denied` when the component does not export `ticker`; with
 * `limit-exceeded` when 64 timers exist; with `not-now` during `stop`.
 */
export declare function every(milliseconds: number): number;
/**
 * Make a timer that fires once, in so many milliseconds, unless it is cancelled or the gadget stops before. Answers its
 * id, which is of the same row of numbers as those of `every`.
 *
 * From the tick on it does not exist any more. In everything else it is as one made by `every`, and it fails as that
 * does.
 */
export declare function once(milliseconds: number): number;
/**
 * Remove a timer: none of its ticks is delivered after this returns, not even one that was due.
 *
 * Ids that are unknown or already cancelled do nothing. Available in every phase, never fails.
 */
export declare function cancel(timer: number): void;
