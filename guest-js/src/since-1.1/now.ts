import { now as hostNow } from '#api/since-1.1';
import { fromU64 } from '#api/wide';
import { currentState } from '../state.ts';

/** What both clocks show at one moment, in nanoseconds; see {@link Clock}. */
export interface Instant {
  wall: bigint;
  monotonic: bigint;
}

/**
 * Both clocks, read together: `wall - monotonic` plus the monotonic time of an event is its time since the Unix epoch. In any hook.
 *
 * Needs a host with `gadget:api` 1.1.
 */
export function now(): Instant {
  currentState('the clock');
  const { wall, monotonic } = hostNow();
  return { wall: fromU64(wall), monotonic: fromU64(monotonic) };
}
