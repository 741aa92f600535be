import { join } from 'node:path';
import { runTimed } from '../timed-process.ts';
import type { Bench, Measurement, Metric, Variant } from '../workload.ts';
import type { CallAnswer, CallHost, CallTask } from './task.ts';
import type { Job } from './job.ts';

/** Of timing, after as long again to get warm. Milliseconds. */
export const timedMs = 250;
const child = join(import.meta.dirname, 'child.ts');

/** What is measured of calls. */
export const callMetrics: readonly Metric[] = [
  { name: 'a row', unit: 'ns', better: 'lower' },
  { name: 'processor', unit: 'ns', better: 'lower' },
  { name: 'in gadget', unit: 'ns', better: 'lower' },
];

/** A host and its guest as a variant. */
export interface CallVariant {
  name: string;
  host: (bench: Bench) => Promise<CallHost>;
  job: Job;
  /** In each packet. */
  rows: number;
  /** Where the time in the gadget should be. Nanoseconds. */
  atMost?: number;
}

/** Each round is a process of its own, which proves every row before it is timed. */
export function callVariant({ name, host, job, rows, atMost }: CallVariant): Variant {
  const run = async (bench: Bench, ms: number): Promise<Partial<CallAnswer>> => {
    const task: CallTask = { host: await host(bench), job, rows, ms };
    const { stdout } = await runTimed(process.execPath, [child, JSON.stringify(task)]);
    return JSON.parse(stdout.toString('utf8')) as Partial<CallAnswer>;
  };
  return {
    name,
    ...(atMost !== undefined && { goals: { 'in gadget': { atMost } } }),
    prove: async (bench) => void (await run(bench, 0)),
    async measure(bench): Promise<Measurement> {
      const { perRow, cpuPerRow, inGadget } = await run(bench, timedMs);
      return {
        'a row': perRow!,
        processor: cpuPerRow!,
        ...(inGadget !== undefined && { 'in gadget': inGadget }),
      };
    },
  };
}

/** {@link callVariant} for packets of so many rows. */
export function callsWith(
  rows: number,
): (name: string, job: Job, host: CallVariant['host'], atMost?: number) => Variant {
  return (name, job, host, atMost) =>
    callVariant({ name, job, host, rows, ...(atMost !== undefined && { atMost }) });
}
