/** Types of the interface gadget:api/lifecycle@2.0.0-preview.1. Made from wit/ by `npm run gen`; edit the WIT instead. */
import type { Error } from './gadget-api-types.ts';
export type { Error };

/**
 * Declare everything, and look at the parameters. The first call, exactly once.
 *
 * A host sets a deadline on it. An error or a trap ends the run before anything flows; with `inspect` what was
 * declared until then is shown as incomplete.
 */
export declare function init(purpose: Purpose): void;
/**
 * Everybody has declared; packets are about to flow. Called exactly once, after `init`, only to run.
 *
 * From now on `field.requested` is exact. An error or a trap ends the run; those that started are stopped.
 */
export declare function start(): void;
/**
 * The last call: emit what was gathered, log what was counted. Called at most once. All gadgets of a run get the same reason, the
 * first that there was.
 *
 * New timers fail with `not-now`. An error or a trap is reported, the others are stopped all the same, and the run
 * ends as failed.
 */
export declare function stop(reason: StopReason): void;
/**
 * Why an instance is initialised.
 * # Variants
 *
 * ## `"inspect"`
 *
 * To learn what it declares. Parameters have their defaults, sources may be missing, nothing will flow. A gadget
 * should declare as much as it can, and not fail because of what is missing if it can go on.
 * ## `"run"`
 *
 * To run.
 */
export type Purpose = 'inspect' | 'run';
/**
 * Why a run ends.
 * # Variants
 *
 * ## `"finished"`
 *
 * Nothing comes any more: all sources have ended, or without sources all timers, and whatever they had has passed.
 * ## `"interrupted"`
 *
 * Somebody ended it while there could have been more: the operator, a time limit, or the program that embeds the host.
 * ## `"failed"`
 *
 * Something failed that the run could not go on with: a gadget, a source or an output.
 * ## `"other"`
 *
 * Some other way.
 */
export type StopReason = 'finished' | 'interrupted' | 'failed' | 'other';
