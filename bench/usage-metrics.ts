import type { ProcessUsage } from './process-usage.ts';
import type { Measurement, Metric } from './workload.ts';

/** Metrics that {@link usageMeasurement} gives. */
export const usageMetrics: readonly Metric[] = [
  { name: 'processor time', unit: 's', better: 'lower' },
  { name: 'peak memory', unit: 'MB', better: 'lower' },
];

/** What a process used, under the names of the metrics; nothing when it is not known. */
export function usageMeasurement(usage: ProcessUsage | undefined): Measurement {
  if (usage === undefined) return {};
  return { 'processor time': usage.cpuMs / 1000, 'peak memory': usage.peakMB };
}
