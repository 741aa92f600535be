import { join } from 'node:path';
import { languages } from '../languages.ts';
import type { MemoryByMillion } from '../long-run/child.ts';
import { runTimed } from '../timed-process.ts';
import { type Bench, type Measurement, prove, type Variant, type Workload } from '../workload.ts';

/** V8 takes its time until it has as much memory as it likes: what comes after the first half tells of growth. */
const millions = 20;
const settled = 10;
const batchRows = 8192;
const child = join(import.meta.dirname, '../long-run/child.ts');

/** Whether anything piles up. */
export const rowsTwentyMillion: Workload = {
  name: 'rows-twenty-million',
  about:
    '10,000,000 rows of demo:exec through redact in each language, in the same process: does memory grow?',
  metrics: [
    { name: 'growth', unit: '%', better: 'lower' },
    { name: 'after 10 million', unit: 'MB', better: 'lower' },
    { name: 'after 20 million', unit: 'MB', better: 'lower' },
    { name: 'speed', unit: 'rows/s', better: 'higher' },
  ],
  variants: languages.map(({ name, byColumn }) => variant(name, byColumn)),
  maxRounds: 1,
  long: true,
};

function variant(name: string, gadget: string): Variant {
  return {
    name,
    goals: { growth: { atMost: 10 } },
    // One million, with the same checks.
    prove: async (bench) => void (await run(bench, gadget, 1)),
    async measure(bench): Promise<Measurement> {
      const { ms, peaksMB } = await run(bench, gadget, millions);
      const [first, last] = [peaksMB[settled - 1], peaksMB[millions - 1]];
      prove(first !== undefined && last !== undefined, 'this system does not tell the memory of a process');
      return {
        growth: (100 * (last - first)) / first,
        'after 10 million': first,
        'after 20 million': last,
        speed: (millions * 1e6) / (ms / 1000),
      };
    },
  };
}

async function run(bench: Bench, gadget: string, count: number): Promise<MemoryByMillion> {
  const component = await bench.components.file(gadget);
  const cacheDir = join(bench.scratch.folder, 'twenty-million-cache');
  const argument = JSON.stringify({ component, cacheDir, millions: count, batchRows });
  const { stdout } = await runTimed(process.execPath, [child, argument]);
  return JSON.parse(stdout.toString('utf8')) as MemoryByMillion;
}
