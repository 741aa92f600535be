import type { OpenRow } from '../rows.ts';

/** A way to redact rows, held open for many calls. */
export interface Subject {
  /** Redacts rows. What it gives counts for a proof: the rows as they came out. */
  prove(rows: readonly OpenRow[]): Promise<readonly Record<string, unknown>[]>;
  /** Redacts rows; they need not be read. Given the same rows again and again. */
  call(rows: readonly OpenRow[]): Promise<void> | void;
  /** Rows that have come out of {@link call}, all told. */
  readonly rowsOut: number;
  /** Milliseconds spent in the gadget so far; undefined without one. */
  readonly busyMs: number | undefined;
  close(): Promise<void>;
}
