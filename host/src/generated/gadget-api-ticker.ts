/** Types of the interface gadget:api/ticker@1.1.0. Made from wit/ by `npm run gen`; edit the WIT instead. */
import type { ApiError } from './gadget-api-types.ts';
export type { ApiError };

/**
 * A timer is due.
 *
 * `timer` is the id that `timer.every` answered. Called between `start` and `stop`, but no more once a gadget of the run is
 * being stopped; never while another call of this instance runs; ticks that are late are merged into one. A host may set a
 * deadline on it. An error is counted and reported, undoes what the call emitted, and leaves the timer running; after a trap
 * the gadget is dead.
 */
export declare function onTick(timer: number): void;
