/** Types of the interface gadget:api/handles@2.0.0-preview.1. Made from wit/ by `npm run gen`; edit the WIT instead. */

/**
 * The counts of this instance, now. Available in every phase, never fails.
 */
export declare function usage(): HandleUsage;
/**
 * Counts of handles. A copy: it does not change afterwards.
 */
export interface HandleUsage {
  /**
   * Handles that exist now.
   */
  open: number;
  /**
   * The most that ever existed at once in this instance.
   */
  peak: number;
  /**
   * How many may exist at once: 4096 unless the operator set another number. A call that would answer one more
   * fails with `limit-exceeded`. The packet that comes with `handler.on-packet` is counted, but never refused, and so is one that
   * `packet.emit` gives back.
   */
  limit: number;
}
