/** Measures one task in this process; it comes as an argument, the answer goes to standard output, both JSON. */
import { redact } from '../../gadgets/redact/redact.ts';
import { openRow, type OpenRow } from '../rows.ts';
import { prove } from '../workload.ts';
import { gadgetSubject } from './gadget.ts';
import { plainSubject } from './plain.ts';
import type { Subject } from './subject.ts';
import type { Answer, Task } from './task.ts';

/** Different packets that calls take in turn. Rows in all of them together. */
const differentRows = 1024;

const task = JSON.parse(process.argv[2]!) as Task;
const packets = makePackets(task.rows);
const subject = task.gadget === undefined ? plainSubject() : await gadgetSubject(task.gadget);
await proveAll(subject);
let answer: Answer | undefined;
if (task.ms > 0) {
  await work(subject, task.ms);
  answer = await work(subject, task.ms);
}
await subject.close();
process.stdout.write(JSON.stringify(answer ?? {}));

function makePackets(rows: number): OpenRow[][] {
  const count = Math.ceil(differentRows / rows);
  return Array.from({ length: count }, (_, packet) =>
    Array.from({ length: rows }, (_, row) => openRow(packet * rows + row)),
  );
}

/** Every row of every packet, against plain JavaScript. */
async function proveAll(subject: Subject): Promise<void> {
  for (const packet of packets) {
    const got = await subject.prove(packet);
    prove(got.length === packet.length, `${got.length} rows came out, not ${packet.length}`);
    for (const [place, row] of packet.entries()) {
      const wanted: Record<string, unknown> = { ...row, filename: redact(row.filename) };
      const same = Object.keys(wanted).every((name) => got[place]![name] === wanted[name]);
      prove(same, `${JSON.stringify(got[place])} came out, not ${JSON.stringify(wanted)}`);
    }
  }
}

async function work(subject: Subject, ms: number): Promise<Answer> {
  const rowsBefore = subject.rowsOut;
  const busyBefore = subject.busyMs;
  const cpuBefore = process.threadCpuUsage();
  const began = performance.now();
  let calls = 0;
  let now = began;
  while (now - began < ms) {
    // The clock is asked once for all packets of a turn: it costs as much as the plain callback.
    for (const packet of packets) {
      const waiting = subject.call(packet);
      if (waiting !== undefined) await waiting;
    }
    calls += packets.length;
    now = performance.now();
  }
  const rows = calls * task.rows;
  prove(subject.rowsOut - rowsBefore === rows, `${subject.rowsOut - rowsBefore} rows came out, not ${rows}`);
  const perRow = ((now - began) * 1e6) / rows;
  const { user, system } = process.threadCpuUsage(cpuBefore);
  const cpuPerRow = ((user + system) * 1e3) / rows;
  if (busyBefore === undefined) return { perRow, cpuPerRow };
  return { perRow, cpuPerRow, inGadget: ((subject.busyMs! - busyBefore) * 1e6) / rows };
}
