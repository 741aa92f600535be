/** Types of the interface gadget:api/ticker@2.0.0-preview.1. Made from wit/ by `npm run gen`; edit the WIT instead. */
import type { Error } from './gadget-api-types.ts';
export type { Error };

/**
 * A timer is due.
 *
 * `timer` is the id that `timer.every` or `timer.once` answered. `due` is when the tick should have come, in nanoseconds as
 * `clock.instant.monotonic`; the call is never earlier. `merged` is how many more ticks of this timer came due before the call and
 * are merged into it: 0 when it came in time; the last of them was due `merged` intervals after `due`.
 *
 * Called between `start` and `stop`, but no more once a gadget of the run is being stopped; never while another call of this
 * instance runs. A host may set a deadline on it. An error is counted and reported, undoes what the call emitted, and
 * leaves the timer running; after a trap the gadget is dead.
 */
export declare function onTick(timer: number, due: bigint, merged: number): void;
