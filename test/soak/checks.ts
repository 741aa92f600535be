import { readdirSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { RunStats } from '@gadget-api/host';

type Counts = Record<'rowsIn' | 'rowsAppended' | 'rowsOut' | 'rowsDiscarded' | 'rowsFailed', number>;

/** Handles that a gadget which means no harm may hold between two calls. */
const mostHandles = 32;

/** What must be so at every moment between two packets, and is not. `calm`: the gadgets that mean no harm. */
export function imbalances({ gadgets }: Pick<RunStats, 'gadgets'>, calm: readonly string[]): string[] {
  const found: string[] = [];
  for (const gadget of gadgets) {
    check(found, gadget.name, gadget, gadget.rowsEmitted);
    for (const stage of gadget.stages) check(found, `${gadget.name} of ${stage.source}`, stage, 0);
    if (!calm.includes(gadget.name)) continue;
    const { name, failures, dead, handlesOpen, handlesLeaked } = gadget;
    if (failures > 0 || dead) found.push(`${name} means no harm, and has failed ${failures} times`);
    if (handlesOpen > mostHandles || handlesLeaked > 0) found.push(`${name} holds ${handlesOpen} handles`);
  }
  return found;
}

function check(found: string[], name: string, counts: Counts, emitted: number): void {
  const came = counts.rowsIn + counts.rowsAppended + emitted;
  const went = counts.rowsOut + counts.rowsDiscarded + counts.rowsFailed;
  if (came !== went) found.push(`${name}: ${came} rows came, and ${went} went`);
}

/** What must be so once nothing waits. `printed`: rows that the output has got. `sent`: rows of prey that were pushed. */
export function losses({ sources }: Pick<RunStats, 'sources'>, printed: number, sent: number): string[] {
  const found: string[] = [];
  for (const source of sources) {
    const came = source.rows + source.rowsAppended;
    const went = source.rowsOut + source.rowsDiscarded + source.rowsFailed + source.lost;
    if (came !== went) found.push(`${source.name}: ${came} rows came, and ${went} went`);
    if (source.name === 'prey' && source.rows !== sent) {
      found.push(`${sent} rows were pushed, and ${source.rows} are counted`);
    }
  }
  const out = sources.reduce((sum, { rowsOut }) => sum + rowsOut, 0);
  if (out !== printed) found.push(`${out} rows went out, and ${printed} have come`);
  return found;
}

/** What this process takes of the machine. */
export interface Burden {
  rssMib: number;
  threads: number;
  files: number;
}

/** What only waits to be collected is not counted: V8 takes its time. Linux only. */
export function burden(): Burden {
  collect();
  const status = readFileSync('/proc/self/status', 'utf8');
  const number = (key: string): number => Number(new RegExp(`^${key}:\\s*(\\d+)`, 'm').exec(status)![1]);
  return {
    rssMib: number('VmRSS') / 1024,
    threads: number('Threads'),
    files: readdirSync('/proc/self/fd').length,
  };
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** How much there may be at all, and how much more than when half of the time was over. */
const bounds: { most: Burden; growth: Burden } = {
  most: { rssMib: 1024, threads: 32, files: 64 },
  growth: { rssMib: 128, threads: 2, files: 8 },
};

/** What is more than it may be. `half`: when half of the time was over; undefined before. */
export function excesses(half: Burden | undefined, now: Burden): string[] {
  const { most, growth } = bounds;
  return (Object.keys(most) as (keyof Burden)[]).flatMap((key) => {
    const there = Math.round(now[key]);
    if (there > most[key]) return [`${key} are ${there}, ${most[key]} are the most`];
    if (half === undefined || there <= half[key] + growth[key]) return [];
    return [`${key} have grown from ${Math.round(half[key])} to ${there}`];
  });
}
