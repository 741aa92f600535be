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
    workload: 'event-read',
    variant: 'Rust',
    metric: 'processor',
    than: "Rust, jco's glue",
    atMost: 0.15,
    why: 'TODO',
  },
  {
    workload: 'event-redact',
    variant: 'Rust',
    metric: 'processor',
    than: 'Extism',
    atMost: 0.8,
    why: 'TODO',
  },
  {
    workload: 'rows-redact',
    variant: 'Rust, by row',
    metric: 'processor',
    than: "Rust, by row, jco's glue",
    atMost: 0.1,
    why: 'TODO',
  },
  {
    workload: 'rows-redact',
    variant: 'Rust, packed',
    metric: 'processor',
    than: 'plain JavaScript',
    atMost: 1.5,
    why: 'TODO',
  },
  {
    workload: 'rows-redact',
    variant: 'TypeScript, by row',
    metric: 'processor',
    than: "Rust, by row, jco's glue",
    atMost: 1.5,
    why: 'TODO',
  },
  {
    workload: 'growth-rows',
    variant: '65536 rows',
    metric: 'processor',
    than: '256 rows',
    atMost: 1.6,
    why: 'TODO',
  },
  {
    workload: 'growth-fields',
    variant: '256 fields',
    metric: 'processor',
    than: '5 fields',
    atMost: 1.4,
    why: 'TODO',
  },
  {
    workload: 'growth-chain',
    variant: '32 gadgets',
    metric: 'processor',
    than: '1 gadget',
    atMost: 48,
    why: 'TODO',
  },
];
