import type { VariantResult, WorkloadResult } from './runner.ts';
import { isMet } from './statistics.ts';
import type { Goal, Metric, Workload } from './workload.ts';

const head = ['', 'best', 'median', 'ratio', 'goal', 'rounds'];

/** A workload's numbers as text: for every variant a line for each metric, then what failed. */
export function workloadTable(workload: Workload, result: WorkloadResult): string {
  const baseline = result.variants.find(({ name }) => name === result.baseline);
  const lines = result.variants.flatMap((variant) =>
    workload.metrics.flatMap((metric) => lineOf(metric, variant, baseline)),
  );
  const failures = result.variants.flatMap(({ name, failure }) =>
    failure === undefined ? [] : [`  FAILED ${name}: ${failure}`],
  );
  return [`${result.name}: ${result.about}`, ...aligned([head, ...lines]), ...failures, ''].join('\n');
}

function lineOf(metric: Metric, variant: VariantResult, baseline: VariantResult | undefined): string[][] {
  const summary = variant.metrics[metric.name];
  if (summary === undefined || variant.failure !== undefined) return [];
  const compared = baseline === variant ? undefined : baseline?.metrics[metric.name];
  const goal = variant.goals[metric.name];
  return [
    [
      `${variant.name}, ${metric.name}`,
      withUnit(summary.best, metric),
      withUnit(summary.median, metric),
      compared === undefined ? '' : `× ${short(summary.median / compared.median)}`,
      goal === undefined ? '' : goalText(goal, metric, summary.median),
      summary.rounds.map((value) => written(value, metric)).join(' '),
    ],
  ];
}

function goalText(goal: Goal, metric: Metric, value: number): string {
  const bound =
    'atMost' in goal ? `≤ ${withUnit(goal.atMost, metric)}` : `≥ ${withUnit(goal.atLeast, metric)}`;
  return `${bound}: ${isMet(value, goal) ? 'met' : 'missed'}`;
}

function withUnit(value: number, metric: Metric): string {
  const { unit } = metric;
  return unit === 'count' ? written(value, metric) : `${written(value, metric)} ${unit}`;
}

function written(value: number, { unit }: Metric): string {
  return unit === 'count' ? value.toLocaleString('en-US') : short(value);
}

/** Three digits that mean something, thousands apart: 0.123, 12.3, 1,234,567. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column >= 1 && column <= 3 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd()
      .replace(/^/, '  '),
  );
}
