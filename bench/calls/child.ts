/** Measures one task in this process; it comes as an argument, the answer goes to standard output, both JSON. */
import { prove } from '../workload.ts';
import { addend, rowAfter } from './job.ts';
import { packetsOf } from './packets.ts';
import type { CallSubject } from './subject.ts';
import type { CallAnswer, CallHost, CallTask } from './task.ts';

/** Before the clock is read again. */
const leastRowsBetween = 1024;

const { host, job, rows, ms } = JSON.parse(process.argv[2]!) as CallTask;
const packets = packetsOf(rows);
const subject = await open(host);
let turns = 0;
await proveTurn();
let answer: CallAnswer | undefined;
if (ms > 0) {
  await work();
  answer = await work();
}
const sum = await subject.close();
const wanted = sumOfTurn() * BigInt(turns);
prove(sum === wanted, `the guest read a sum of ${sum}, not ${wanted}`);
process.stdout.write(JSON.stringify(answer ?? {}));

async function open(wanted: CallHost): Promise<CallSubject> {
  switch (wanted.kind) {
    case 'plain':
      return (await import('./plain.ts')).openPlain(wanted, job, packets);
    case 'gadget':
      return (await import('./gadget.ts')).openGadget(wanted, job, packets);
    case 'jco':
      return (await import('../peers/jco/subject.ts')).openJco(wanted, job, packets);
    case 'extism':
      return (await import('../peers/extism/subject.ts')).openExtism(wanted, job, packets);
  }
}

/** Every row of every packet, against plain JavaScript. */
async function proveTurn(): Promise<void> {
  for (const [number, packet] of packets.entries()) {
    await subject.call(number);
    const got = subject.rows();
    prove(got.length === packet.length, `${got.length} rows came out, not ${packet.length}`);
    for (const [place, row] of packet.entries()) {
      for (const [name, value] of Object.entries(rowAfter(job, row))) {
        const came = got[place]![name];
        if (came !== value)
          prove(false, `${name} came out as ${String(came)}, not ${value}, in row ${place}`);
      }
    }
  }
  turns++;
}

function sumOfTurn(): bigint {
  return packets.flat().reduce((sum, row) => sum + BigInt(addend(job, row)), 0n);
}

async function work(): Promise<CallAnswer> {
  const rowsBefore = subject.rowsOut;
  const busyBefore = subject.busyMs;
  const cpuBefore = process.threadCpuUsage();
  const began = performance.now();
  const turnsBefore = turns;
  let now = began;
  while (now - began < ms) {
    // The clock is asked once for many calls: it costs as much as the plain callback.
    for (let done = 0; done < leastRowsBetween; done += packets.length * rows) {
      for (let packet = 0; packet < packets.length; packet++) {
        const waiting = subject.call(packet);
        if (waiting !== undefined) await waiting;
      }
      turns++;
    }
    now = performance.now();
  }
  const { user, system } = process.threadCpuUsage(cpuBefore);
  const count = (turns - turnsBefore) * packets.length * rows;
  prove(
    subject.rowsOut - rowsBefore === count,
    `${subject.rowsOut - rowsBefore} rows came out, not ${count}`,
  );
  const perRow = ((now - began) * 1e6) / count;
  const cpuPerRow = ((user + system) * 1e3) / count;
  if (busyBefore === undefined) return { perRow, cpuPerRow };
  return { perRow, cpuPerRow, inGadget: ((subject.busyMs! - busyBefore) * 1e6) / count };
}
