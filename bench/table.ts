import { aligned } from './aligned.ts';
import { short, withUnit, written } from './numbers.ts';
import type { VariantResult, WorkloadResult } from './runner.ts';
import { isMet } from './statistics.ts';
import type { Goal, Metric, Workload } from './workload.ts';

/** A workload's numbers as text: for every variant a line for each metric, then what failed. */
export function workloadTable({ metrics }: Pick<Workload, 'metrics'>, result: WorkloadResult): string {
  const ratios = result.baselines.map((name) => `× ${name}`);
  const head = ['', 'best', 'median', ...ratios, 'goal', 'rounds'];
  const lines = result.variants.flatMap((variant) =>
    metrics.flatMap((metric) => lineOf(metric, variant, result)),
  );
  const failures = result.variants.flatMap(({ name, failure }) =>
    failure === undefined ? [] : [`  FAILED ${name}: ${failure}`],
  );
  const sides = ['left', 'right', 'right', ...ratios.map(() => 'right' as const)] as const;
  return [`${result.name}: ${result.about}`, ...aligned([head, ...lines], sides), ...failures, ''].join('\n');
}

function lineOf(metric: Metric, variant: VariantResult, { baselines, variants }: WorkloadResult): string[][] {
  const summary = variant.metrics[metric.name];
  if (summary === undefined || variant.failure !== undefined) return [];
  const ratios = baselines.map((name) => {
    const baseline = variants.find((each) => each.name === name);
    const compared = baseline === variant ? undefined : baseline?.metrics[metric.name];
    return compared === undefined ? '' : short(summary.median / compared.median);
  });
  const goal = variant.goals[metric.name];
  return [
    [
      `${variant.name}, ${metric.name}`,
      withUnit(summary.best, metric),
      withUnit(summary.median, metric),
      ...ratios,
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
