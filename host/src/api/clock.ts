import type { Guest } from './guest.ts';

/** `clock.wall`: nanoseconds since the Unix epoch. */
export function wall(guest: Guest): bigint {
  return guest.services.wallNs();
}

/** `clock.monotonic`: nanoseconds, never going back. */
export function monotonic(guest: Guest): bigint {
  return guest.services.monotonicNs();
}
