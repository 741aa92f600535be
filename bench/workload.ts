import type { Components } from './components.ts';
import type { Installed } from './installed.ts';
import type { Scratch } from './scratch.ts';

/** What a number of a workload means. */
export interface Metric {
  name: string;
  unit: 'ms' | 's' | 'KB' | 'MB' | 'rows/s' | 'ns' | '%' | 'count';
  better: 'lower' | 'higher';
}

/** Where the median of a metric should be. A goal is shown, it never fails a run. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number };

/** Numbers of one round, by name of metric. What a machine can't tell is left out. */
export type Measurement = Readonly<Record<string, number>>;

/** What is there for every workload. */
export interface Bench {
  readonly scratch: Scratch;
  readonly components: Components;
  readonly installed: Installed;
}

/** What variants may need that takes minutes to build: measured only when asked for. */
export const extras = ['wasmtime'] as const;

/** One of {@link extras}. */
export type Extra = (typeof extras)[number];

/** One way to do the work. */
export interface Variant {
  name: string;
  /** Left out unless `--with` names it. */
  extra?: Extra;
  goals?: Readonly<Record<string, Goal>>;
  /** Does the work untimed and checks what comes out. Throws {@link ProofError} when it is wrong. */
  prove(bench: Bench): Promise<void>;
  /** Does the work in a fresh process; also checks what comes out, as far as that costs the numbers nothing. */
  measure(bench: Bench): Promise<Measurement>;
}

/** Something worth measuring, under a name. */
export interface Workload {
  name: string;
  /** One line for `--list`. */
  about: string;
  metrics: readonly Metric[];
  variants: readonly Variant[];
  /** Names of the variants that others are compared to; the table has a column of ratios for each. */
  baselines?: readonly string[];
  /** Rounds beyond this tell nothing more, or take too long. */
  maxRounds?: number;
  /** Takes minutes: run only when asked for. */
  long?: boolean;
  /** Makes what the variants share. Untimed. */
  prepare?(bench: Bench): Promise<void>;
}

/** The work was done wrongly: its time means nothing. */
export class ProofError extends Error {
  override readonly name = 'ProofError';
}

/** Throws a {@link ProofError} unless `ok`. */
export function prove(ok: boolean, message: string): asserts ok {
  if (!ok) throw new ProofError(message);
}
