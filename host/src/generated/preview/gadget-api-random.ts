/** Types of the interface gadget:api/random@2.0.0-preview.1. Made from wit/ by `npm run gen`; edit the WIT instead. */

/**
 * Two numbers that those who write the events cannot foresee, for seeding hash functions and generators.
 *
 * The same pair each time within one instance; another in each instance and run; in a replay the same as when it was
 * recorded. Not fit for keys or secrets. Available in every phase, never fails, never waits.
 */
export declare function seed(): [bigint, bigint];
