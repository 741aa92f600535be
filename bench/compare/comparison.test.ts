import { describe, expect, it } from 'vitest';
import { type ComparedWorkload, compareWorkload } from './comparison.ts';
import type { SideResult } from './side.ts';
import { comparisonTable } from './table.ts';

const time = { name: 'time', unit: 'ms', better: 'lower' } as const;
const speed = { name: 'speed', unit: 'rows/s', better: 'higher' } as const;

type Values = Record<string, number>;

/** One round; a text instead of numbers is why a variant failed. */
function round(
  variants: Record<string, Values | string>,
  metrics: SideResult['metrics'] = [time, speed],
): SideResult {
  return {
    name: 'w',
    metrics,
    variants: Object.entries(variants).map(([name, values]) =>
      typeof values === 'string'
        ? { name, metrics: {}, failure: values }
        : {
            name,
            metrics: Object.fromEntries(
              Object.entries(values).map(([metric, value]) => [
                metric,
                { best: value, median: value, rounds: [value] },
              ]),
            ),
          },
    ),
  };
}

/** Compares variant `a` in one metric. */
function compared(
  metric: string,
  there: readonly number[],
  here: readonly number[],
): ComparedWorkload['numbers'][0] {
  const rounds = (values: readonly number[]): SideResult[] =>
    values.map((value) => round({ a: { [metric]: value } }));
  return compareWorkload('w', rounds(there), rounds(here)).numbers[0]!;
}

describe('a verdict', () => {
  it.each([
    ['time', [10, 12, 11], [5, 6, 7], 'better'],
    ['time', [5, 6, 7], [10, 12, 11], 'worse'],
    ['speed', [5, 6, 7], [10, 12, 11], 'better'],
    ['speed', [10, 12, 11], [5, 6, 7], 'worse'],
    ['time', [10, 12], [12, 20], 'within noise'],
    ['time', [1, 100], [40, 60], 'within noise'],
    ['time', [40, 60], [1, 100], 'within noise'],
    ['time', [10], [20], 'one round'],
    ['time', [10, 11], [20], 'one round'],
    ['time', [10], [10], 'same'],
    ['time', [10, 10], [10, 10], 'same'],
    ['time', [10, 10], [10, 11], 'within noise'],
  ])('of %s %j, then %j: %s', (metric, there, here, verdict) => {
    expect(compared(metric, there, here).verdict).toBe(verdict);
  });
});

it('tells the change of the median, and the best by what is better', () => {
  const { there, here, change } = compared('time', [10, 30, 20], [5, 15, 10]);
  expect([there, here, change]).toEqual([
    { best: 10, median: 20, rounds: [10, 30, 20] },
    { best: 5, median: 10, rounds: [5, 15, 10] },
    -50,
  ]);
  expect(compared('speed', [1, 2], [3, 5]).here.best).toBe(5);
  expect(compared('time', [0, 0], [1, 2]).change).toBeUndefined();
  expect(compared('time', [0, 0], [0, 0]).change).toBe(0);
});

it('names what only one side has, and what failed on any', () => {
  const there = [
    round({ a: { time: 10, speed: 1 }, old: { time: 1 }, dead: { time: 3 } }),
    round({ a: { time: 11, speed: 1 }, old: { time: 1 }, dead: 'no rows' }),
  ];
  const here = [
    round({ a: { time: 20 }, new: { time: 1 }, dead: { time: 3 } }),
    round({ a: { time: 21 }, new: { time: 1 }, dead: { time: 3 } }),
  ];
  const result = compareWorkload('w', there, here);
  expect(result.onlyThere).toEqual(['old', 'a, speed (rows/s)']);
  expect(result.onlyHere).toEqual(['new']);
  expect(result.failures).toEqual(['there, dead: no rows']);
  expect(comparisonTable(result)).toMatchInlineSnapshot(`
    "w: medians of 2 rounds; chance alone lets 33.3 % of unchanged numbers look changed
                 there     here   change         rounds there  rounds here
      a, time  10.5 ms  20.5 ms  +95.2 %  worse  10.0 11.0     20.0 21.0
      only there: old
      only there: a, speed (rows/s)
      only here: new
      FAILED there, dead: no rows
    "
  `);
});

it('does not compare what was measured in another unit', () => {
  const result = compareWorkload(
    'w',
    [round({ a: { time: 10 } }, [{ ...time, unit: 's' }])],
    [round({ a: { time: 10 } })],
  );
  expect(result.numbers).toEqual([]);
  expect([result.onlyThere, result.onlyHere]).toEqual([['a, time (s)'], ['a, time (ms)']]);
  expect(comparisonTable(result)).toBe(
    'w: one round\n  only there: a, time (s)\n  only here: a, time (ms)\n',
  );
});
