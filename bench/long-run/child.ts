/** Lets millions of rows through a gadget in this process and looks at its memory after each million. */
import { createRun, type Output, type Packet } from '../../host/src/index.ts';
import type { BytesColumn } from '../../host/src/data/bytes-column.ts';
import { demoExecSource } from '../../host/src/sources/demo-exec.ts';
import { processUsage } from '../process-usage.ts';
import { prove, ProofError } from '../workload.ts';

/** What it is told. */
interface Task {
  component: string;
  cacheDir: string;
  millions: number;
  batchRows: number;
}

/** What it finds. */
export interface MemoryByMillion {
  /** Most memory the process had, after each million of rows. */
  peaksMB: number[];
  ms: number;
}

const { component, cacheDir, millions, batchRows } = JSON.parse(process.argv[2]!) as Task;
const home = Buffer.from('/home/');
const hidden = Buffer.from('***/');

const peaksMB: number[] = [];
let rows = 0;
let redacted = 0;

const output: Output = {
  fields: ({ fields }) => fields,
  write(packet) {
    check(packet);
    const before = Math.floor(rows / 1e6);
    rows += packet.length;
    if (Math.floor(rows / 1e6) === before) return;
    const usage = processUsage('self');
    if (usage !== undefined) peaksMB.push(usage.peakMB);
  },
  close() {},
};

/**
 * Every row that names a home names nobody's. Looks at bytes, and makes
 * nothing: objects and strings made here would count as memory of the run.
 */
function check(packet: Packet): void {
  const column = packet.column(packet.source.field('filename')!) as BytesColumn;
  for (let row = 0; row < packet.length; row++) {
    const [start, end] = [column.starts[row]!, column.ends[row]!];
    if (!has(column.data, start, end, home)) continue;
    if (!has(column.data, start + home.length, end, hidden))
      throw new ProofError(`row ${rows + row} is not redacted`);
    redacted++;
  }
}

function has(data: Uint8Array, start: number, end: number, bytes: Uint8Array): boolean {
  if (end - start < bytes.length) return false;
  for (let place = 0; place < bytes.length; place++) {
    if (data[start + place] !== bytes[place]) return false;
  }
  return true;
}

const run = await createRun({
  gadgets: [{ name: 'redact', component }],
  sources: { exec: demoExecSource({ rows: millions * 1e6, batchRows }) },
  outputs: [output],
  cacheDir,
});
const began = performance.now();
await run.start();
const { failure, failures } = await run.done;
const ms = performance.now() - began;
prove(failure === undefined && failures === 0, `the run failed: ${failure?.message}`);
prove(rows === millions * 1e6, `${rows} rows came out, not ${millions * 1e6}`);
// 7 of 8 users have a home.
prove(redacted > rows * 0.8, `${redacted} of ${rows} rows were redacted`);
process.stdout.write(JSON.stringify({ peaksMB, ms } satisfies MemoryByMillion));
