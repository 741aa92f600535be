import { join } from 'node:path';
import type { Isolation } from '../../host/src/index.ts';
import { languages } from '../languages.ts';
import type { ManyFound, ManyTask } from '../many-gadgets/child.ts';
import { runTimed } from '../timed-process.ts';
import { type Bench, type Goal, prove, type Variant, type Workload } from '../workload.ts';

const count = 100;
const child = join(import.meta.dirname, '../many-gadgets/child.ts');

/** What many gadgets take while they have nothing to do. */
export const hundredGadgets: Workload = {
  name: 'hundred-gadgets',
  about:
    '100 times redact in Rust in one run: memory while they have nothing to do, and the time to start and end',
  metrics: [
    { name: 'idle memory', unit: 'MB', better: 'lower' },
    { name: 'start', unit: 'ms', better: 'lower' },
    { name: 'one row', unit: 'ms', better: 'lower' },
    { name: 'end', unit: 'ms', better: 'lower' },
  ],
  variants: [
    variant('inline', 'inline'),
    variant('in threads', 'worker', { 'idle memory': { atMost: 1536 } }),
  ],
  maxRounds: 3,
};

function variant(name: string, isolation: Isolation, goals: Record<string, Goal> = {}): Variant {
  return {
    name,
    goals,
    // With the same checks.
    prove: async (bench) => void (await start(bench, isolation, 3)),
    async measure(bench) {
      const { startMs, rowMs, endMs, idleMB } = await start(bench, isolation, count);
      return { 'idle memory': idleMB, start: startMs, 'one row': rowMs, end: endMs };
    },
  };
}

async function start(bench: Bench, isolation: Isolation, gadgets: number): Promise<ManyFound> {
  const rust = languages.find(({ name }) => name === 'Rust');
  prove(rust !== undefined, 'there is no gadget in Rust');
  const { folder } = await bench.installed.project();
  const task: ManyTask = {
    project: folder,
    component: await bench.components.file(rust.byColumn),
    cacheDir: join(bench.scratch.folder, 'hundred-gadgets-cache'),
    count: gadgets,
    isolation,
  };
  const { stdout } = await runTimed(process.execPath, [child, JSON.stringify(task)]);
  return JSON.parse(stdout.toString('utf8')) as ManyFound;
}
