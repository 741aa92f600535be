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
    atMost: 0.1,
    why: 'measured 0.04; above it a call takes the way through the glue, or packets go through promises',
  },
  {
    workload: 'event-redact',
    variant: 'Rust',
    metric: 'processor',
    than: 'Extism',
    atMost: 0.6,
    why: 'measured 0.28; above it memory of its own is made for a single text, or worse',
  },
  {
    workload: 'rows-redact',
    variant: 'Rust, by row',
    metric: 'processor',
    than: "Rust, by row, jco's glue",
    atMost: 0.1,
    why: 'measured 0.04; above it something is done for each row that was done for each packet',
  },
  {
    workload: 'rows-redact',
    variant: 'Rust, packed',
    metric: 'processor',
    than: 'plain JavaScript',
    atMost: 1,
    why: 'measured 0.5; above it a block is taken apart on its way',
  },
  {
    workload: 'rows-redact',
    variant: 'TypeScript, by row',
    metric: 'processor',
    than: "Rust, by row, jco's glue",
    atMost: 1.2,
    why: 'measured 0.7; above it the SDK makes objects for each call again',
  },
  {
    workload: 'growth-rows',
    variant: '65536 rows',
    metric: 'processor',
    than: '256 rows',
    atMost: 1.5,
    why: 'measured 1.0; above it the price of a row grows with the packet',
  },
  {
    workload: 'growth-fields',
    variant: '256 fields',
    metric: 'processor',
    than: '5 fields',
    atMost: 1.4,
    why: 'measured 1.1; above it something is done for fields that nobody touches',
  },
  {
    workload: 'growth-chain',
    variant: '32 gadgets',
    metric: 'processor',
    than: '1 gadget',
    atMost: 45,
    why: 'measured 32; above it a gadget pays for those before it',
  },
];
