/** Lets millions of rows through a gadget in this process and looks at its memory after each million. */
import { redact } from '../../gadgets/redact/redact.ts';
import { createRun, type Output, type Packet } from '../../host/src/index.ts';
import { demoExecSource } from '../../host/src/sources/demo-exec.ts';
import { processUsage } from '../process-usage.ts';
import { prove } from '../workload.ts';

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
/** One packet of so many is read and checked. */
const checkedEvery = 16;

const peaksMB: number[] = [];
let rows = 0;
let packets = 0;
let redacted = 0;

const output: Output = {
  fields: ({ fields }) => fields,
  write(packet) {
    if (packets++ % checkedEvery === 0) check(packet);
    const before = Math.floor(rows / 1e6);
    rows += packet.length;
    if (Math.floor(rows / 1e6) === before) return;
    const usage = processUsage('self');
    if (usage !== undefined) peaksMB.push(usage.peakMB);
  },
  close() {},
};

/** Applied again, redaction changes nothing: what is not finished it would change. */
function check(packet: Packet): void {
  for (const row of packet.rows()) {
    const filename = row['filename'] as string;
    prove(redact(filename) === filename, `${filename} is not redacted`);
    if (filename.startsWith('/home/***/')) redacted++;
  }
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
prove(redacted > 0, 'nothing was redacted');
process.stdout.write(JSON.stringify({ peaksMB, ms } satisfies MemoryByMillion));
