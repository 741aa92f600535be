import { clock as host } from '#api/clock';
import { fromU64 } from '#api/wide';
import { currentState } from './state.ts';

/** The time in nanoseconds. `Date` and `performance.now()` work in gadgets too, and read the same clocks. */
export interface Clock {
  /** Nanoseconds since the Unix epoch; may jump. */
  wall(): bigint;
  /** Nanoseconds that never go back; the base of kernel timestamps on Linux. In a replay, the recording's clock. */
  monotonic(): bigint;
}

/** The clocks of the host. */
export const clock: Clock = {
  wall() {
    currentState('the clock');
    return fromU64(host.wall());
  },
  monotonic() {
    currentState('the clock');
    return fromU64(host.monotonic());
  },
};
