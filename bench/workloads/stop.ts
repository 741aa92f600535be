import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheEnvironment, checkoutCommand } from '../gadget-command.ts';
import { type Bench, type Measurement, prove, type Variant, type Workload } from '../workload.ts';

const deadlineMs = 1000;
/** Packets before the one at which it loops: by then a call begins within a millisecond. */
const calls = 100;
const inputOf = ({ scratch }: Bench): string => join(scratch.folder, 'stop.ndjson');

/** How late a gadget that loops is ended. */
export const stop: Workload = {
  name: 'stop',
  about:
    'a gadget that loops, with a deadline of 1 s: how long after it the report comes, and the command has ended',
  metrics: [
    { name: 'report', unit: 'ms', better: 'lower' },
    { name: 'end', unit: 'ms', better: 'lower' },
  ],
  variants: [variant('inline'), variant('worker')],
  prepare: (bench) => writeFile(inputOf(bench), `${'{"last":false}\n'.repeat(calls)}{"last":true}\n`),
};

function variant(isolation: string): Variant {
  const measure = async (bench: Bench): Promise<Measurement> => {
    const component = await bench.components.file('bench/gadgets/loops');
    const argv = ['run', component, '-s', `open=ndjson:${inputOf(bench)}`, '-o', 'json'];
    const flags = ['--batch-rows', '1', '--isolation', isolation, '--deadline', `on-packet=${deadlineMs}ms`];
    const { began, reported, ended, code, stderr } = await timed([...argv, ...flags], bench);
    prove(code === 1, `the command ended with ${code}: ${stderr}`);
    prove(began !== undefined && reported !== undefined, `nothing was ended: ${stderr}`);
    const due = began + deadlineMs;
    prove(reported >= due, `it was ended ${due - reported} ms too early`);
    return { report: reported - due, end: ended - due };
  };
  return {
    name: isolation,
    goals: { report: { atMost: 50 } },
    prove: async (bench) => void (await measure(bench)),
    measure,
  };
}

/** Milliseconds since 1970: the gadget tells its time by the same clock. */
interface Ended {
  /** When the gadget began to loop, in its words. */
  began: number | undefined;
  /** When it was told here that it was ended. */
  reported: number | undefined;
  ended: number;
  code: number | null;
  stderr: string;
}

function timed(argv: readonly string[], { scratch }: Bench): Promise<Ended> {
  const env = { ...process.env, ...cacheEnvironment({ cacheHome: join(scratch.folder, 'stop-cache') }) };
  const child = spawn(process.execPath, [checkoutCommand, ...argv], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  let stderr = '';
  let reported: number | undefined;
  let ended = 0;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    if (stderr.includes('E_DEADLINE')) reported ??= Date.now();
  });
  child.on('exit', () => (ended = Date.now()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const told = [...stderr.matchAll(/ at (\d+)/g)];
      const began = told.length > calls ? Number(told.at(-1)![1]) / 1e6 : undefined;
      resolve({ began, reported, ended, code, stderr });
    });
  });
}
