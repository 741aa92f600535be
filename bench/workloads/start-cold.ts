import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkoutCommand, gadget } from '../gadget-command.ts';
import { proveProcessesTable } from '../processes-table.ts';
import { usageMeasurement, usageMetrics } from '../usage-metrics.ts';
import { type Bench, type Measurement, prove, type Workload } from '../workload.ts';
import { hasFiles } from './cache-files.ts';

const gadgets = join(import.meta.dirname, '../../gadgets');

/** A newcomer's first run: nothing built, nothing cached. */
export const startCold: Workload = {
  name: 'start-cold',
  about: 'gadget run processes with nothing built and an empty cache, until it has ended',
  metrics: [{ name: 'time', unit: 's', better: 'lower' }, ...usageMetrics],
  variants: [
    {
      name: 'gadget',
      goals: { time: { atMost: 6 } },
      prove: async (bench) => void (await measure(bench)),
      measure,
    },
  ],
  maxRounds: 2,
};

async function measure({ scratch }: Bench): Promise<Measurement> {
  const folder = scratch.path('cold');
  await mkdir(folder, { mode: 0o700 });
  // What was built before lies in .gadget and, for a package, in *.wasm.
  await cp(join(gadgets, 'processes'), join(folder, 'processes'), {
    recursive: true,
    filter: (path) => !/(\/\.gadget|\.wasm)$/.test(path),
  });
  try {
    const cacheHome = join(folder, 'cache');
    await mkdir(cacheHome, { mode: 0o700 });
    const done = await gadget(checkoutCommand, ['run', join(folder, 'processes')], { cacheHome });
    proveProcessesTable(done.stdout);
    prove(hasFiles(join(folder, 'processes/.gadget')), 'what was built was not kept: was it built?');
    prove(hasFiles(cacheHome), 'nothing was put into the cache: where did it come from?');
    return {
      time: done.ms / 1000,
      ...usageMeasurement(done.usage),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
