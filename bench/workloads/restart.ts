import { join } from 'node:path';
import type { RestartTask, RestartTime } from '../restart/child.ts';
import { runTimed } from '../timed-process.ts';
import type { Bench, Measurement, Variant, Workload } from '../workload.ts';

const child = join(import.meta.dirname, '../restart/child.ts');

/** How soon a gadget that has fallen is there again. */
export const restart: Workload = {
  name: 'restart',
  about: 'a gadget in Rust that panics: how long until another instance has started',
  metrics: [{ name: 'down', unit: 'ms', better: 'lower' }],
  variants: [variant('inline'), variant('worker')],
};

function variant(isolation: RestartTask['isolation']): Variant {
  const measure = async (bench: Bench): Promise<Measurement> => {
    const component = await bench.components.file('bench/gadgets/falls-rust');
    const cacheDir = join(bench.scratch.folder, 'restart-cache');
    const task: RestartTask = { component, cacheDir, isolation };
    const { stdout } = await runTimed(process.execPath, [child, JSON.stringify(task)]);
    return { down: (JSON.parse(stdout.toString('utf8')) as RestartTime).ms };
  };
  return {
    name: isolation,
    goals: { down: { atMost: 50 } },
    prove: async (bench) => void (await measure(bench)),
    measure,
  };
}
