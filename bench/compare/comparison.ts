import { summarize, type Summary } from '../statistics.ts';
import type { SideResult } from './side.ts';

/**
 * What a difference means. `within noise`: the rounds of the two overlap. `one round`: nothing tells how much rounds differ.
 */
export type Verdict = 'better' | 'worse' | 'same' | 'within noise' | 'one round';

/** A number on both sides. */
export interface ComparedNumber {
  variant: string;
  metric: string;
  unit: string;
  there: Summary;
  here: Summary;
  /** Of the medians, in percent of the other commit's; undefined when that is zero and this one is not. */
  change: number | undefined;
  verdict: Verdict;
}

/** A workload on both sides. */
export interface ComparedWorkload {
  name: string;
  /** On each side. */
  rounds: number;
  numbers: ComparedNumber[];
  /** `variant` or `variant, metric (unit)`. */
  onlyThere: string[];
  onlyHere: string[];
  /** What did its work wrongly, and where; it is not among the numbers. */
  failures: string[];
}

/** Compares the rounds of a workload; one result for each round, in their order, at least one a side. */
export function compareWorkload(
  name: string,
  there: readonly SideResult[],
  here: readonly SideResult[],
): ComparedWorkload {
  const [before, after] = [gather(there), gather(here)];
  const numbers: ComparedNumber[] = [];
  for (const [key, old] of before.numbers) {
    const now = after.numbers.get(key);
    if (now === undefined) continue;
    const [variant, metric] = [now.variant, now.metric.name];
    const { better, unit } = now.metric;
    const [oldSummary, summary] = [summarize(old.values, better)!, summarize(now.values, better)!];
    numbers.push({
      variant,
      metric,
      unit,
      there: oldSummary,
      here: summary,
      change: changeOf(oldSummary.median, summary.median),
      verdict: verdictOf(oldSummary, summary, better),
    });
  }
  return {
    name,
    rounds: Math.min(there.length, here.length),
    numbers,
    onlyThere: missing(before, after),
    onlyHere: missing(after, before),
    failures: [
      ...[...before.failures].map(([variant, why]) => `there, ${variant}: ${why}`),
      ...[...after.failures].map(([variant, why]) => `here, ${variant}: ${why}`),
    ],
  };
}

interface Gathered {
  variants: string[];
  /** By {@link keyOf}. */
  numbers: Map<string, { variant: string; metric: SideResult['metrics'][number]; values: number[] }>;
  /** The first of each variant. */
  failures: Map<string, string>;
}

function gather(rounds: readonly SideResult[]): Gathered {
  const failures = new Map<string, string>();
  const variants = new Set<string>();
  for (const { name, failure } of rounds.flatMap((round) => round.variants)) {
    variants.add(name);
    if (failure !== undefined && !failures.has(name)) failures.set(name, failure);
  }
  const numbers: Gathered['numbers'] = new Map();
  for (const round of rounds) {
    for (const { name, metrics } of round.variants) {
      if (failures.has(name)) continue;
      for (const metric of round.metrics) {
        const summary = metrics[metric.name];
        if (summary === undefined) continue;
        const key = keyOf(name, metric);
        if (!numbers.has(key)) numbers.set(key, { variant: name, metric, values: [] });
        numbers.get(key)!.values.push(...summary.rounds);
      }
    }
  }
  return { variants: [...variants], numbers, failures };
}

/** With the unit: of what was measured in another one, nothing can be said. */
function keyOf(variant: string, { name, unit }: SideResult['metrics'][number]): string {
  return `${variant}, ${name} (${unit})`;
}

/** What only one side has: variants, and metrics of variants that both have and neither failed. */
function missing(of: Gathered, other: Gathered): string[] {
  const variants = of.variants.filter((name) => !other.variants.includes(name));
  const metrics = [...of.numbers]
    .filter(([key]) => !other.numbers.has(key))
    .filter(([, { variant }]) => !variants.includes(variant) && !other.failures.has(variant))
    .map(([key]) => key);
  return [...variants, ...metrics];
}

function changeOf(old: number, now: number): number | undefined {
  if (old === now) return 0;
  return old === 0 ? undefined : ((now - old) / old) * 100;
}

function verdictOf(there: Summary, here: Summary, better: 'lower' | 'higher'): Verdict {
  const all = [...there.rounds, ...here.rounds];
  if (all.every((value) => value === all[0])) return 'same';
  if (there.rounds.length < 2 || here.rounds.length < 2) return 'one round';
  const overlap =
    Math.min(...there.rounds) <= Math.max(...here.rounds) &&
    Math.min(...here.rounds) <= Math.max(...there.rounds);
  if (overlap) return 'within noise';
  return here.median < there.median === (better === 'lower') ? 'better' : 'worse';
}
