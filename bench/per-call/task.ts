import type { Bindings } from '../../host/src/run/options.ts';

/** What a process of its own shall measure: rows redacted, so many at once. Crosses as JSON. */
export interface Task {
  /** Rows in each call. */
  rows: number;
  /** Nothing for the plain callback. */
  gadget?: { component: string; bindings: Bindings; cacheDir: string };
  /** How long is timed, after as long again to get warm; 0 only proves. Milliseconds. */
  ms: number;
}

/** What it found. Nanoseconds. */
export interface Answer {
  /** For each row, from objects pushed to the output having them. */
  perRow: number;
  /** Processor time of the thread in which it happens. */
  cpuPerRow: number;
  /** The part of it spent in calls of the gadget. */
  inGadget?: number;
}
