import { expect, it } from 'vitest';
import type { VariantResult } from './runner.ts';
import { workloadTable } from './table.ts';
import type { Goal, Metric } from './workload.ts';

const metrics: readonly Metric[] = [{ name: 'time', unit: 'ms', better: 'lower' }];

function variant(name: string, median: number, more: { goal?: Goal; failure?: string } = {}): VariantResult {
  return {
    name,
    metrics: { time: { best: median - 1, median, rounds: [median + 1, median - 1] } },
    goals: more.goal === undefined ? {} : { time: more.goal },
    ...(more.failure !== undefined && { failure: more.failure }),
  };
}

it('shows best, median, a ratio to each baseline, goal and rounds, and why something failed', () => {
  const goal = { atMost: 20 };
  const text = workloadTable(
    { metrics },
    {
      name: 'w',
      about: 'is an example',
      baselines: ['plain', 'glue'],
      variants: [
        variant('plain', 10),
        variant('glue', 40),
        variant('quick', 20, { goal }),
        variant('slow', 50, { goal }),
        variant('dead', 1, { failure: 'no rows came out' }),
      ],
    },
  );
  expect(text).toMatchInlineSnapshot(`
    "w: is an example
                      best   median  × plain  × glue  goal               rounds
      plain, time  9.00 ms  10.0 ms            0.250                     11.0 9.00
      glue, time   39.0 ms  40.0 ms     4.00                             41.0 39.0
      quick, time  19.0 ms  20.0 ms     2.00   0.500  ≤ 20.0 ms: met     21.0 19.0
      slow, time   49.0 ms  50.0 ms     5.00    1.25  ≤ 20.0 ms: missed  51.0 49.0
      FAILED dead: no rows came out
    "
  `);
});

it('has no ratio to a baseline that has no number, and no column without baselines', () => {
  const variants = [variant('quick', 20)];
  const result = { name: 'w', about: 'is an example', baselines: ['plain'], variants };
  expect(workloadTable({ metrics }, result)).toMatchInlineSnapshot(`
    "w: is an example
                      best   median  × plain  goal  rounds
      quick, time  19.0 ms  20.0 ms                 21.0 19.0
    "
  `);
  expect(workloadTable({ metrics }, { ...result, baselines: [] })).not.toContain('×');
});
