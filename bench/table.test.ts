import { expect, it } from 'vitest';
import { short, workloadTable } from './table.ts';
import type { Workload } from './workload.ts';

it.each([
  [0.01234, '0.012'],
  [1.234, '1.23'],
  [12.34, '12.3'],
  [999.5, '1,000'],
  [1_234_567, '1,234,567'],
])('%d is written as %s', (value, text) => {
  expect(short(value)).toBe(text);
});

it('shows best, median, ratio, goal and rounds, and why something failed', () => {
  const nothing = { prove: () => Promise.resolve(), measure: () => Promise.resolve({}) };
  const workload: Workload = {
    name: 'w',
    about: 'is an example',
    metrics: [{ name: 'time', unit: 'ms', better: 'lower' }],
    variants: ['plain', 'quick', 'slow', 'dead'].map((name) => ({ name, ...nothing })),
    baseline: 'plain',
  };
  const summary = (median: number): { time: { best: number; median: number; rounds: number[] } } => ({
    time: { best: median - 1, median, rounds: [median + 1, median - 1] },
  });
  const text = workloadTable(workload, {
    name: 'w',
    about: 'is an example',
    baseline: 'plain',
    variants: [
      { name: 'plain', metrics: summary(10), goals: {} },
      { name: 'quick', metrics: summary(20), goals: { time: { atMost: 20 } } },
      { name: 'slow', metrics: summary(50), goals: { time: { atMost: 20 } } },
      { name: 'dead', metrics: summary(1), goals: {}, failure: 'no rows came out' },
    ],
  });
  expect(text).toMatchInlineSnapshot(`
    "w: is an example
                      best   median   ratio  goal               rounds
      plain, time  9.00 ms  10.0 ms                             11.0 9.00
      quick, time  19.0 ms  20.0 ms  × 2.00  ≤ 20.0 ms: met     21.0 19.0
      slow, time   49.0 ms  50.0 ms  × 5.00  ≤ 20.0 ms: missed  51.0 49.0
      FAILED dead: no rows came out
    "
  `);
});
