/** Types of the interface gadget:api/clock@2.0.0-preview.1. Made from wit/ by `npm run gen`; edit the WIT instead. */

/**
 * Both clocks, read together: `wall` - `monotonic` + the monotonic time of an event is its time since 1970. Available in every
 * phase, never fails, never waits.
 */
export declare function now(): Instant;
/**
 * What both clocks show at one moment.
 */
export interface Instant {
  /**
   * Nanoseconds since 1970-01-01T00:00:00Z, without leap seconds. May jump in both directions when the machine's clock is
   * set. The resolution is the host's.
   */
  wall: bigint;
  /**
   * Nanoseconds since a moment in the past that stays the same during a run. Never goes back. On Linux this is CLOCK_BOOTTIME:
   * it counts while the machine sleeps, and times that the kernel put on events can be compared with it. Elsewhere only
   * differences mean something.
   */
  monotonic: bigint;
}
