import type { Instant } from '../generated/gadget-api-clock.ts';
import type { Guest } from './guest.ts';

/** `clock.wall`: nanoseconds since the Unix epoch. */
export function wall(guest: Guest): bigint {
  return guest.services.wallNs();
}

/** `clock.monotonic`: nanoseconds, never going back. */
export function monotonic(guest: Guest): bigint {
  return guest.services.monotonicNs();
}

/** `clock.now`: both, one right after the other. */
export function now(guest: Guest): Instant {
  // A record is made in the order it is written, and looking for time slept is the last that `monotonicNs` does.
  return { wall: guest.services.wallNs(), monotonic: guest.services.monotonicNs() };
}
