/**
 * How dear something may be, measured against something else of the same workload in the same run: a ratio is the same on
 * a slow machine, a time is not.
 */
export interface Gate {
  workload: string;
  variant: string;
  /** A cost: less is better. */
  metric: string;
  /** The variant that it is compared with. */
  than: string;
  /** Best round of the one by best round of the other; the number itself is allowed. */
  atMost: number;
  /** Why this number: what was measured, and what it would mean to be above it. */
  why: string;
}

/** What `--gate` holds. */
export const gates: readonly Gate[] = [
  {
    workload: 'rows-1000',
    variant: 'by row, direct',
    metric: 'processor',
    than: 'by row, reference',
    atMost: 0.6,
    why: 'measured 0.36 to 0.49; above it most calls take the way through the glue',
  },
  {
    workload: 'event-1-row',
    variant: 'by row, direct',
    metric: 'processor',
    than: 'by row, reference',
    atMost: 0.65,
    why: 'measured 0.41 to 0.51; above it most calls take the way through the glue',
  },
  {
    workload: 'languages-1000-rows',
    variant: 'Rust, by row',
    metric: 'processor',
    than: 'plain JavaScript',
    atMost: 25,
    why: 'measured 9 to 16, the most on a busy machine; above it something is done for each row that was done for each packet',
  },
];
