/** Starts many gadgets in this process, lets a row through all of them, and looks at its memory while they have nothing to do. */
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Host from '../../host/src/index.ts';
import { prove } from '../workload.ts';

/** What it is told. */
export interface ManyTask {
  /** A folder into which the host is installed: a thread reads one file there, and a hundred in a checkout. */
  project: string;
  component: string;
  cacheDir: string;
  count: number;
  isolation: Host.Isolation;
}

/** What it finds. */
export interface ManyFound {
  /** From making the run until rows flow. Milliseconds. */
  startMs: number;
  /** From pushing one row until the output has it. Milliseconds. */
  rowMs: number;
  /** From asking the run to close until it has. Milliseconds. */
  endMs: number;
  /** Resident, while they have nothing to do. Megabytes of 2^20 bytes. */
  idleMB: number;
}

/** What starting has left behind is gone then. Milliseconds. */
const settleMs = 2000;

const { project, component, cacheDir, count, isolation } = JSON.parse(process.argv[2]!) as ManyTask;
const entry = createRequire(join(project, 'package.json')).resolve('@gadget-api/host');
const { createRun } = (await import(pathToFileURL(entry).href)) as typeof Host;
let began = performance.now();
const lap = (): number => {
  const ms = performance.now() - began;
  began = performance.now();
  return ms;
};
const names: string[] = [];
const run = await createRun({
  gadgets: Array.from({ length: count }, (_, place) => ({ name: `redact ${place}`, component })),
  sources: { exec: { schema: { filename: 'text' } } },
  outputs: [
    {
      fields: ({ fields }) => fields,
      write: (packet) => void names.push(...[...packet.rows()].map(({ filename }) => String(filename))),
      close() {},
    },
  ],
  isolation,
  cacheDir,
});
await run.start();
const startMs = lap();
await run.source('exec').push([{ filename: '/home/ann/a' }]);
const rowMs = lap();
await setTimeout(settleMs);
const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
prove(resident !== undefined, 'this system does not tell the memory of a process');
lap();
const { failure, stats } = await run.close();
const endMs = lap();
prove(failure === undefined, `the run failed: ${failure?.message}`);
prove(names.length === 1 && names[0] === '/home/***/a', `what came out: ${names.join(', ')}`);
const all = stats.gadgets.every(({ rowsIn, rowsOut }) => rowsIn === 1 && rowsOut === 1);
prove(all && stats.gadgets.length === count, 'the row has not passed all gadgets');
process.stdout.write(
  JSON.stringify({ startMs, rowMs, endMs, idleMB: Number(resident) / 1024 } satisfies ManyFound),
);
