import { orderOf, summarize, type Summary } from './statistics.ts';
import { type Bench, type Goal, ProofError, type Variant, type Workload } from './workload.ts';

/** What became of a variant. */
export interface VariantResult {
  name: string;
  /** By name of metric; those that were not told are missing. */
  metrics: Record<string, Summary>;
  goals: Readonly<Record<string, Goal>>;
  /** Why its numbers, if any, mean nothing. */
  failure?: string;
}

/** What became of a workload. */
export interface WorkloadResult {
  name: string;
  about: string;
  /** Names of the variants that others are compared to. */
  baselines: readonly string[];
  variants: VariantResult[];
}

/** How to run. */
export interface RunnerOptions {
  rounds: number;
  /** Told what happens, for people who wait. */
  onProgress?: (text: string) => void;
}

interface Measured {
  variant: Variant;
  values: Record<string, number[]>;
  failure?: string;
}

/**
 * Runs a workload: what its variants share is made, each proves what it does, then come the rounds, each variant once in
 * a round, in swapped order. A variant that fails is not measured further; others are.
 */
export async function runWorkload(
  workload: Workload,
  bench: Bench,
  options: RunnerOptions,
): Promise<WorkloadResult> {
  const measured = workload.variants.map((variant): Measured => ({ variant, values: {} }));
  const attempt = async (
    what: string,
    targets: readonly Measured[],
    work: () => Promise<void>,
  ): Promise<void> => {
    const names = targets.map(({ variant }) => variant.name).join(', ');
    options.onProgress?.(`${workload.name}: ${what} ${names}`);
    try {
      await work();
    } catch (error) {
      for (const target of targets) target.failure = wordsOf(error);
    }
  };
  await attempt('preparing', measured, async () => workload.prepare?.(bench));
  for (const each of measured) {
    if (each.failure === undefined) await attempt('proving', [each], () => each.variant.prove(bench));
  }
  const rounds = Math.min(options.rounds, workload.maxRounds ?? Infinity);
  for (let round = 0; round < rounds; round++) {
    for (const place of orderOf(measured.length, round)) {
      const each = measured[place]!;
      if (each.failure !== undefined) continue;
      await attempt(`round ${round + 1} of ${rounds},`, [each], async () => {
        for (const [name, value] of Object.entries(await each.variant.measure(bench))) {
          (each.values[name] ??= []).push(value);
        }
      });
    }
  }
  const { name, about, baselines = [] } = workload;
  return { name, about, baselines, variants: measured.map((each) => resultOf(workload, each)) };
}

function resultOf(workload: Workload, { variant, values, failure }: Measured): VariantResult {
  const metrics: Record<string, Summary> = {};
  for (const { name, better } of workload.metrics) {
    const summary = summarize(values[name] ?? [], better);
    if (summary !== undefined) metrics[name] = summary;
  }
  return {
    name: variant.name,
    metrics,
    goals: variant.goals ?? {},
    ...(failure !== undefined && { failure }),
  };
}

function wordsOf(error: unknown): string {
  if (error instanceof ProofError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
