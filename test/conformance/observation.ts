import type { JsonRow } from './rows.ts';

/** What a run of a case showed. Equal in every language and on every host. */
export interface Observation {
  log: string[];
  /** Rows by source, packet by packet. */
  packets: Record<string, JsonRow[][]>;
  /** Rows by source, counted. */
  counts: Record<string, number>;
  failures: string[];
  error: string | undefined;
  /** By role; sums of stats that do not add up are told as text. */
  leaked: Record<string, number>;
  open: Record<string, number>;
  peak: Record<string, number>;
  unbalanced: string[];
  warnings: string[];
}
