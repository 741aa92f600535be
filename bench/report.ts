import type { Machine } from './machine.ts';
import type { WorkloadResult } from './runner.ts';
import type { Metric, Workload } from './workload.ts';

/** What became of a workload, and what its numbers mean. */
export interface ReportedWorkload extends WorkloadResult {
  metrics: readonly Metric[];
}

/** A run: what `--json` writes. */
export interface Report {
  /** When it began, ISO 8601. */
  date: string;
  seconds: number;
  machine: Machine;
  /** How many were asked for; a workload may take fewer. */
  rounds: number;
  workloads: readonly ReportedWorkload[];
}

/** Whether every variant did its work. */
export function isSound({ workloads }: Pick<Report, 'workloads'>): boolean {
  return workloads.every(({ variants }) => variants.every(({ failure }) => failure === undefined));
}

/** A workload's result with its metrics. */
export function reported({ metrics }: Pick<Workload, 'metrics'>, result: WorkloadResult): ReportedWorkload {
  return { ...result, metrics };
}
