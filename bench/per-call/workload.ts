import { join } from 'node:path';
import type { Bindings } from '../../host/src/run/options.ts';
import { runTimed } from '../timed-process.ts';
import type { Bench, Measurement, Variant, Workload } from '../workload.ts';
import type { Answer, Task } from './task.ts';

/** Of timing, after as long again to get warm. Milliseconds. */
const timedMs = 300;
const child = join(import.meta.dirname, 'child.ts');
const plain = 'plain JavaScript';

/** A gadget as a variant: what it is called, its folder, and how it is called. */
export type PerCallGadget = readonly [name: string, folder: string, bindings: Bindings];

/** What a workload about calls does. */
export interface PerCall {
  name: string;
  /** What is special about it; the rest is said by {@link perCallWorkload}. */
  about?: string;
  /** In each packet. */
  rows: number;
  gadgets: readonly PerCallGadget[];
}

/** A workload about what a call costs when the library runs in the user's own process. */
export function perCallWorkload({ name, about = '', rows, gadgets }: PerCall): Workload {
  return {
    name,
    about: `packets of ${rows} ${rows === 1 ? 'row' : 'rows'} redacted${about}, library in the same process: price of a row`,
    metrics: [
      { name: 'a row', unit: 'ns', better: 'lower' },
      { name: 'processor', unit: 'ns', better: 'lower' },
      { name: 'in gadget', unit: 'ns', better: 'lower' },
    ],
    variants: [
      { name: plain, ...steps(() => Promise.resolve({ rows })) },
      ...gadgets.map(([variant, folder, bindings]) => gadgetVariant(variant, rows, folder, bindings)),
    ],
    baselines: [plain],
    maxRounds: 2,
  };
}

function gadgetVariant(name: string, rows: number, gadget: string, bindings: Bindings): Variant {
  return {
    name,
    ...steps(async ({ scratch, components }) => {
      const component = await components.file(gadget);
      return { rows, gadget: { component, bindings, cacheDir: join(scratch.folder, 'per-call-cache') } };
    }),
  };
}

function steps(taskOf: (bench: Bench) => Promise<Omit<Task, 'ms'>>): Pick<Variant, 'prove' | 'measure'> {
  const run = async (bench: Bench, ms: number): Promise<Partial<Answer>> => {
    const task: Task = { ...(await taskOf(bench)), ms };
    const { stdout } = await runTimed(process.execPath, [child, JSON.stringify(task)]);
    return JSON.parse(stdout.toString('utf8')) as Partial<Answer>;
  };
  return {
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
