import { aligned } from '../aligned.ts';
import type { Workload } from '../workload.ts';

/** Names and what they stand for, as text. */
export function workloadList(workloads: readonly Workload[]): string {
  const rows = workloads.map(({ name, about, long }) => [
    name,
    `${about}${long === true ? ' (with --long, or by name)' : ''}`,
  ]);
  return aligned(rows, ['left']).join('\n');
}
