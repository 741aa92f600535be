import { Refusal } from '../refusal.ts';
import type { Report } from '../report.ts';
import type { Metric } from '../workload.ts';
import type { Bar, Picture } from './bars.ts';
import { linearScale, logarithmicScale } from './scale.ts';
import { svg } from './svg.ts';

/**
 * A picture of a run's medians, as SVG. Throws a {@link Refusal} when a number of the picture was not measured, or is of
 * another unit than the rest.
 */
export function draw(picture: Picture, report: Report): string {
  const bars = picture.bars.filter((bar) => bar.extra === undefined || wasMeasured(bar, report));
  const found = bars.map((bar) => ({ bar, ...numberOf(bar, report) }));
  const [first, ...others] = found;
  if (first === undefined) throw new Refusal('the picture has no bars');
  const odd = others.find(({ metric }) => metric.unit !== first.metric.unit);
  if (odd !== undefined)
    throw new Refusal(`no picture: ${odd.bar.label} is in ${odd.metric.unit}, not ${first.metric.unit}`);
  const values = found.map(({ value }) => value);
  const logarithmic = picture.scale === 'logarithmic';
  return svg({
    ...picture,
    unit: first.metric.unit,
    scale: logarithmic ? logarithmicScale(values) : linearScale(values),
    axis: logarithmic
      ? 'logarithmic scale: each line is ten times the one before'
      : 'linear scale, from zero',
    bars: found.map(({ bar, value }) => ({ label: bar.label, value, peer: bar.peer === true })),
    caption: captionOf(report, Math.min(...found.map(({ rounds }) => rounds))),
  });
}

/** Names of the workloads that a picture is made of. */
export function workloadsOf({ bars }: Picture): string[] {
  return [...new Set(bars.map(({ workload }) => workload))];
}

function wasMeasured(bar: Bar, { workloads }: Report): boolean {
  const workload = workloads.find(({ name }) => name === bar.workload);
  return workload?.variants.some(({ name }) => name === bar.variant) === true;
}

function numberOf(bar: Bar, { workloads }: Report): { value: number; rounds: number; metric: Metric } {
  const workload = workloads.find(({ name }) => name === bar.workload);
  const variant = workload?.variants.find(({ name }) => name === bar.variant);
  const metric = workload?.metrics.find(({ name }) => name === bar.metric);
  const summary = variant?.failure === undefined ? variant?.metrics[bar.metric] : undefined;
  if (metric === undefined || summary === undefined || !(summary.median > 0))
    throw new Refusal(`no picture: ${bar.workload}, ${bar.variant} has no sound ${bar.metric} above zero`);
  return { value: summary.median, rounds: summary.rounds.length, metric };
}

function captionOf({ machine, date }: Report, rounds: number): string[] {
  const { cpu, cores, memoryGB, system, node, commit } = machine;
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
  return [
    `${cpu}, ${cores} cores, ${memoryGB} GB, ${system}`,
    `Node ${node.replace(/^v/, '')}, commit ${commit}, ${day}; ${rounds === 1 ? 'one round' : `medians of ${rounds} rounds`}`,
  ];
}
