import { createRun, type GadgetSpec, type Output, type Packet, packetOfRows } from '../../host/src/index.ts';
import { prove } from '../workload.ts';
import type { OpenSubject } from './subject.ts';
import type { CallGuest } from './task.ts';

/** The library in this process: packets or objects pushed, an output that takes what comes of them. */
export const openGadget: OpenSubject<'gadget'> = async (host, job, rows) => {
  const { guest, behind = [], bindings, cacheDir, given = 'packets', moreFields = 0, fuel, isolation } = host;
  let rowsOut = 0;
  let last: Packet | undefined;
  let sum = 0n;
  const problems: string[] = [];
  const checkProblems = (): void => prove(problems.length === 0, problems.slice(0, 3).join('; '));
  const output: Output = {
    fields: ({ fields }) => fields,
    write(packet) {
      rowsOut += packet.length;
      last = packet;
    },
    close() {},
  };
  const more = Array.from({ length: moreFields }, (_, i) => [`more${i}`, i % 2 === 0 ? 'text' : 'uint64']);
  const spec = ({ component, takesJob }: CallGuest, name: string, does: string): GadgetSpec => ({
    name,
    component,
    ...(takesJob && { params: { job: does } }),
  });
  const run = await createRun({
    gadgets: [spec(guest, 'first', job), ...behind.map((each, i) => spec(each, `behind-${i}`, 'nothing'))],
    sources: {
      open: {
        schema: {
          pid: 'uint32',
          uid: 'uint32',
          comm: 'text',
          filename: 'text',
          args: 'text',
          ...Object.fromEntries(more),
        },
      },
    },
    outputs: [output],
    // No packet is cut.
    limits: { maxPacketRows: rows[0]!.length },
    bindings,
    cacheDir,
    ...(fuel !== undefined && { fuel }),
    ...(isolation !== undefined && { isolation }),
    // A warning is that something slower, or nothing, is used instead.
    onLog({ level, gadget, message }) {
      if (level === 'warn' || level === 'error') problems.push(message);
      else if (gadget === 'first' && message.startsWith('sum ')) sum = BigInt(message.slice('sum '.length));
    },
    onFailure: ({ error }) => void problems.push(error.message),
  });
  await run.start();
  checkProblems();
  const input = run.source('open');
  const objects = rows.map((packet) =>
    packet.map((row, i) => ({
      ...row,
      ...Object.fromEntries(more.map(([name, kind]) => [name, kind === 'text' ? `text ${i}` : BigInt(i)])),
    })),
  );
  const packets = objects.map((packet) => packetOfRows(input.source, packet));
  return {
    call:
      given === 'packets'
        ? (packet) => input.pushPacket(packets[packet]!)
        : (packet) => input.push(objects[packet]!),
    rows: () => [...(last?.rows() ?? [])],
    get rowsOut() {
      return rowsOut;
    },
    get busyMs() {
      return run.stats.gadgets[0]!.busyMs;
    },
    async close() {
      input.end();
      await run.done;
      checkProblems();
      return sum;
    },
  };
};
