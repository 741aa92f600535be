import { checkNames } from '../names.ts';
import type { Workload } from '../workload.ts';

/**
 * The workloads of these names, in the order in which workloads run; without names all, those that take minutes only
 * when `long`. Throws a Refusal for a name that there is not.
 */
export function chooseWorkloads(
  workloads: readonly Workload[],
  { only, long = false }: { only?: readonly string[]; long?: boolean },
): Workload[] {
  if (only === undefined) return workloads.filter((workload) => long || workload.long !== true);
  checkNames(
    only,
    workloads.map(({ name }) => name),
  );
  return workloads.filter(({ name }) => only.includes(name));
}
