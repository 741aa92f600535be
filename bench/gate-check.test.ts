import { expect, it } from 'vitest';
import { checkGates, gateText } from './gate-check.ts';
import type { Gate } from './gates.ts';
import type { ReportedWorkload } from './report.ts';
import type { VariantResult } from './runner.ts';

const gate: Gate = { workload: 'w', variant: 'new', metric: 'time', than: 'old', atMost: 0.5, why: 'half' };

function variant(name: string, best: number, failure?: string): VariantResult {
  const time = { best, median: best * 9, rounds: [best, best * 9] };
  return { name, metrics: { time }, goals: {}, ...(failure !== undefined && { failure }) };
}

function workload(...variants: VariantResult[]): ReportedWorkload {
  const metrics = [{ name: 'time', unit: 'ms', better: 'lower' }] as const;
  return { name: 'w', about: '', baselines: [], metrics, variants };
}

const passed = (...variants: VariantResult[]): boolean[] =>
  checkGates([gate], [workload(...variants)]).map((each) => each.passed);

it('passes up to the ratio, and not above it', () => {
  expect(passed(variant('new', 5), variant('old', 10))).toEqual([true]);
  expect(passed(variant('new', 5.01), variant('old', 10))).toEqual([false]);
});

it('fails what did not run, or not soundly, or measured nothing', () => {
  expect(passed(variant('new', 5))).toEqual([false]);
  expect(passed(variant('old', 10))).toEqual([false]);
  expect(passed(variant('new', 5, 'no rows'), variant('old', 10))).toEqual([false]);
  expect(passed(variant('new', 5), variant('old', 10, 'no rows'))).toEqual([false]);
  expect(passed(variant('new', 0), variant('old', 0))).toEqual([false]);
  expect(passed({ ...variant('new', 5), metrics: {} }, variant('old', 10))).toEqual([false]);
  const other = checkGates([{ ...gate, metric: 'size' }], [workload(variant('new', 5), variant('old', 10))]);
  expect(other.map((each) => each.passed)).toEqual([false]);
});

it('leaves gates of other workloads alone', () => {
  expect(checkGates([{ ...gate, workload: 'x' }], [workload(variant('new', 5))])).toEqual([]);
});

it('shows both numbers, and why of what failed', () => {
  const results = [
    ...checkGates([gate], [workload(variant('new', 4), variant('old', 10))]),
    ...checkGates([gate], [workload(variant('new', 6), variant('old', 10))]),
    ...checkGates([gate], [workload(variant('new', 6, 'no rows came out'))]),
    ...checkGates([gate], [workload(variant('new', 6))]),
  ];
  expect(gateText(results)).toMatchInlineSnapshot(`
    "gates: best rounds
      passed w, time: new ÷ old: 4.00 ms ÷ 10.0 ms = 0.400, ≤ 0.5
      FAILED w, time: new ÷ old: 6.00 ms ÷ 10.0 ms = 0.600, not ≤ 0.5
             why 0.5: half
      FAILED w, time: new ÷ old: new has no sound time
             why 0.5: half
      FAILED w, time: new ÷ old: old did not run
             why 0.5: half"
  `);
});
