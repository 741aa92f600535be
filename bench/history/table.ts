import { aligned } from '../aligned.ts';
import { checkNames } from '../names.ts';
import { withUnit } from '../numbers.ts';
import type { Recorded } from './recorded.ts';

/**
 * Medians of all versions side by side, for all workloads or those named, then what each was measured on. Throws a
 * Refusal for a name that no version has.
 */
export function historyTable(versions: readonly Recorded[], only?: readonly string[]): string {
  if (versions.length === 0) return 'no version has been recorded: --record does that';
  const known = unique(versions.flatMap(({ workloads }) => Object.keys(workloads)));
  if (only !== undefined) checkNames(only, known);
  const shown = known.filter((name) => only?.includes(name) ?? true);
  const machines = versions.map(({ version, date, commit, machine, rounds }) => {
    const { cpu, cores, memoryGB, system, node } = machine;
    const where = `${cpu}, ${cores} cores, ${memoryGB} GB, ${system}, Node ${node}`;
    return [version, date.slice(0, 10), `commit ${commit}`, `${rounds} rounds`, where];
  });
  return [
    ...shown.flatMap((name) => [`${name}: medians`, ...linesOf(name, versions), '']),
    'measured on',
    ...aligned(machines, ['left']),
  ].join('\n');
}

function linesOf(workload: string, versions: readonly Recorded[]): string[] {
  const found = versions.map(({ workloads }) => workloads[workload] ?? {});
  const lines = unique(found.flatMap(Object.keys)).flatMap((variant) =>
    unique(found.flatMap((variants) => Object.keys(variants[variant] ?? {}))).map((metric) => [
      `${variant}, ${metric}`,
      ...found.map((variants) => {
        const value = variants[variant]?.[metric];
        return value === undefined ? '' : withUnit(value.median, value);
      }),
    ]),
  );
  const head = ['', ...versions.map(({ version }) => version)];
  return aligned([head, ...lines], ['left', ...versions.map(() => 'right' as const)]);
}

/** Each once, in the order in which they first come. */
function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
