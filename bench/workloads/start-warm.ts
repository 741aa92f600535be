import { join } from 'node:path';
import { cacheEnvironment, checkoutCommand, gadget } from '../gadget-command.ts';
import { proveProcessesTable } from '../processes-table.ts';
import { runTimed } from '../timed-process.ts';
import { usageMeasurement, usageMetrics } from '../usage-metrics.ts';
import type { Bench, Measurement, Variant, Workload } from '../workload.ts';
import { bareNode } from './bare-node.ts';

const cacheHome = ({ scratch }: Bench): string => join(scratch.folder, 'start-warm-cache');

/** Every run after the first. */
export const startWarm: Workload = {
  name: 'start-warm',
  about: 'gadget run processes with everything built and cached, until it has ended',
  metrics: [{ name: 'time', unit: 'ms', better: 'lower' }, ...usageMetrics],
  variants: [
    variant('gadget', (bench) =>
      gadget(checkoutCommand, ['run', 'processes'], { cacheHome: cacheHome(bench) }),
    ),
    variant('npm start', (bench) =>
      runTimed('npm', ['start', '--silent'], {
        env: cacheEnvironment({ cacheHome: cacheHome(bench) }),
      }),
    ),
    bareNode,
  ],
  baselines: [bareNode.name],
};

function variant(name: string, run: (bench: Bench) => ReturnType<typeof runTimed>): Variant {
  const measure = async (bench: Bench): Promise<Measurement> => {
    const { ms, usage, stdout } = await run(bench);
    proveProcessesTable(stdout);
    // Of npm start it would be npm's.
    return { time: ms, ...(name === 'gadget' && usageMeasurement(usage)) };
  };
  return {
    name,
    goals: { time: { atMost: 1500 } },
    prove: async (bench) => void (await measure(bench)),
    measure,
  };
}
