import type { Goal, Metric } from './workload.ts';

/** The middle one in order of size; between two, their mean. Throws for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  if (low === undefined || high === undefined) throw new RangeError('nothing has no median');
  return (low + high) / 2;
}

/** What the rounds of one metric come to. */
export interface Summary {
  /** The least of a cost, the most of a speed: what others on the machine disturbed least. */
  best: number;
  median: number;
  /** In the order in which they were run. */
  rounds: number[];
}

/** Sums up rounds; undefined when there are none. */
export function summarize(rounds: readonly number[], better: Metric['better']): Summary | undefined {
  if (rounds.length === 0) return undefined;
  const best = better === 'lower' ? Math.min(...rounds) : Math.max(...rounds);
  return { best, median: median(rounds), rounds: [...rounds] };
}

/**
 * How often as many rounds of one thing and of another that costs the same lie apart, by chance: of all ways in which they
 * may be in order, two.
 */
export function chanceOfApart(rounds: number): number {
  let ways = 1;
  for (let k = 1; k <= rounds; k++) ways = (ways * (rounds + k)) / k;
  return 2 / ways;
}

/** Whether a value is where it should be; the bounds themselves are. */
export function isMet(value: number, goal: Goal): boolean {
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

/** Indices in the order for a round: each odd round runs backwards, so that none is always first. */
export function orderOf(count: number, round: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  return round % 2 === 0 ? order : order.toReversed();
}
