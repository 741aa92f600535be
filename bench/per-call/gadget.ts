import { createRun, type Output } from '../../host/src/index.ts';
import { prove } from '../workload.ts';
import type { Subject } from './subject.ts';
import type { Task } from './task.ts';

/** The library in this process, as an embedder uses it: rows pushed, packets taken by an output. */
export async function gadgetSubject({
  component,
  bindings,
  cacheDir,
}: NonNullable<Task['gadget']>): Promise<Subject> {
  let rowsOut = 0;
  let kept: Record<string, unknown>[] | undefined;
  const problems: string[] = [];
  const checkProblems = (): void => prove(problems.length === 0, problems.slice(0, 3).join('; '));
  const output: Output = {
    fields: ({ fields }) => fields,
    write(packet) {
      rowsOut += packet.length;
      kept?.push(...packet.rows());
    },
    close() {},
  };
  const run = await createRun({
    gadgets: [{ name: 'redact', component }],
    sources: {
      open: { schema: { pid: 'uint32', uid: 'uint32', comm: 'text', filename: 'text', args: 'text' } },
    },
    outputs: [output],
    bindings,
    cacheDir,
    // A warning is that something slower, or nothing, is used instead.
    onLog({ level, message }) {
      if (level === 'warn' || level === 'error') problems.push(message);
    },
    onFailure: ({ error }) => void problems.push(error.message),
  });
  await run.start();
  checkProblems();
  const input = run.source('open');
  return {
    async prove(rows) {
      kept = [];
      await input.push(rows);
      const got = kept;
      kept = undefined;
      rowsOut -= got.length;
      return got;
    },
    call: (rows) => input.push(rows),
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
    },
  };
}
