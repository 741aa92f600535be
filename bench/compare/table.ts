import { aligned } from '../aligned.ts';
import { short, withUnit, written } from '../numbers.ts';
import { chanceOfApart } from '../statistics.ts';
import type { ComparedNumber, ComparedWorkload } from './comparison.ts';

const head = ['', 'there', 'here', 'change', '', 'rounds there', 'rounds here'];

/** A workload on both sides as text: a line for each number, then what only one side has, and what failed. */
export function comparisonTable(workload: ComparedWorkload): string {
  const { numbers, onlyThere, onlyHere, failures } = workload;
  const lines = aligned([head, ...numbers.map(lineOf)], ['left', 'right', 'right', 'right']);
  return [
    headingOf(workload),
    ...(numbers.length === 0 ? [] : lines),
    ...onlyThere.map((what) => `  only there: ${what}`),
    ...onlyHere.map((what) => `  only here: ${what}`),
    ...failures.map((what) => `  FAILED ${what}`),
    '',
  ].join('\n');
}

function headingOf({ name, rounds }: ComparedWorkload): string {
  if (rounds === 1) return `${name}: one round`;
  const chance = short(chanceOfApart(rounds) * 100);
  return `${name}: medians of ${rounds} rounds; chance alone lets ${chance} % of unchanged numbers look changed`;
}

function lineOf({ variant, metric, unit, there, here, change, verdict }: ComparedNumber): string[] {
  return [
    `${variant}, ${metric}`,
    withUnit(there.median, { unit }),
    withUnit(here.median, { unit }),
    change === undefined ? '' : percent(change),
    verdict,
    ...[there, here].map(({ rounds }) => rounds.map((value) => written(value, { unit })).join(' ')),
  ];
}

function percent(change: number): string {
  const size = Math.abs(change);
  const digits = size >= 100 ? short(size) : size.toFixed(1);
  const sign = Number(digits) === 0 ? '' : change < 0 ? '−' : '+';
  return `${sign}${digits} %`;
}
