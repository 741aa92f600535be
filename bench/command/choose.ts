import { checkNames } from '../names.ts';
import type { Extra, Workload } from '../workload.ts';

/**
 * The workloads of these names, in the order in which workloads run; without names all, those that take minutes only
 * when `long`. Variants that need an extra are there when it is in `extras`. Throws a Refusal for a name that there is not.
 */
export function chooseWorkloads(
  workloads: readonly Workload[],
  {
    only,
    long = false,
    with: extras = [],
  }: { only?: readonly string[]; long?: boolean; with?: readonly Extra[] },
): Workload[] {
  return named(workloads, only, long).map((workload) => {
    const variants = workload.variants.filter(({ extra }) => extra === undefined || extras.includes(extra));
    return variants.length === workload.variants.length ? workload : { ...workload, variants };
  });
}

function named(
  workloads: readonly Workload[],
  only: readonly string[] | undefined,
  long: boolean,
): Workload[] {
  if (only === undefined) return workloads.filter((workload) => long || workload.long !== true);
  checkNames(
    only,
    workloads.map(({ name }) => name),
  );
  return workloads.filter(({ name }) => only.includes(name));
}
