import { clock } from '../clock.ts';

/** What gadgets have of `performance`. */
export interface GadgetPerformance {
  /** Milliseconds that never go back, with fractions. The base is the host's monotonic clock. */
  now(): number;
}

/** `performance` of a gadget. */
export const performance: GadgetPerformance = { now: () => Number(clock.monotonic()) / 1e6 };
