/** Types of the interface gadget:api/losses@1.1.0. Made from wit/ by `npm run gen`; edit the WIT instead. */
import type { ApiError } from './gadget-api-types.ts';
export type { ApiError };

/**
 * Rows of a source did not and will not come.
 *
 * `subscription` is the number that `data-source.subscribe` answered. `rows` is how many were lost for this cause since
 * the last call; 4,294,967,295 means as many or more. It is what the host can count: of what could not be read, each piece counts
 * as one. Called before the next packet of that subscription, and before `lifecycle.stop` when none came; between `start`
 * and `stop`, never while another call of this instance runs. Where between the rows they were lost is not told. A
 * host may set a deadline on it.
 *
 * An error is counted and reported, undoes what the call emitted, and the packet comes all the same; after a trap the
 * gadget is dead.
 */
export declare function onLoss(subscription: number, rows: number, cause: LossCause): void;
/**
 * Where rows were lost.
 * # Variants
 *
 * ## `"overflow"`
 *
 * They came faster than they could be taken, and there was no place to keep them.
 * ## `"unreadable"`
 *
 * There was something, and the source could not make rows of it.
 * ## `"failed"`
 *
 * A gadget before this one failed while it had them.
 * ## `"other"`
 *
 * Some other way.
 */
export type LossCause = 'overflow' | 'unreadable' | 'failed' | 'other';
