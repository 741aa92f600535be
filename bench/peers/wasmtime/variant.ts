import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { addend, type Job, rowAfter } from '../../calls/job.ts';
import { packetsOf } from '../../calls/packets.ts';
import { timedMs } from '../../calls/variant.ts';
import type { OpenRow } from '../../rows.ts';
import { type Bench, prove, ProofError, type Variant } from '../../workload.ts';
import { buildHost } from './build.ts';

/** What the host's last line tells. */
interface Report {
  sum: string;
  turns: number;
  /** Nanoseconds, as all prices; there when something was timed. */
  perRow?: number;
  cpuPerRow?: number;
}

const run = promisify(execFile);
const timeoutMs = 300_000;

/**
 * A host in Rust on wasmtime, whose guest does `job` with packets of `rows` rows; the guest is the one in Rust. Measures
 * `a row` and `processor` in nanoseconds. Needs cargo, which the first time takes minutes.
 */
export function wasmtimeVariant(name: string, job: Job, rows: number): Variant {
  const all = packetsOf(rows).flat();
  const work = async (bench: Bench, ms: number): Promise<Report> => {
    const host = await buildHost();
    const component = await bench.components.file('bench/gadgets/calls-rust');
    return check(job, all, await answer(host, [component, job, `${rows}`, `${ms}`], all));
  };
  return {
    name,
    extra: 'wasmtime',
    prove: async (bench) => void (await work(bench, 0)),
    async measure(bench) {
      const { perRow, cpuPerRow } = await work(bench, timedMs);
      return { 'a row': perRow!, processor: cpuPerRow! };
    },
  };
}

async function answer(host: string, args: readonly string[], all: readonly OpenRow[]): Promise<string> {
  const running = run(host, args, { maxBuffer: Infinity, timeout: timeoutMs, killSignal: 'SIGKILL' });
  // A host that has ended early tells why on its own.
  running.child.stdin!.on('error', () => {}).end(all.map((row) => `${JSON.stringify(row)}\n`).join(''));
  try {
    return (await running).stdout;
  } catch (error) {
    throw new ProofError((error as Error).message, { cause: error });
  }
}

/** Holds what the host wrote against plain JavaScript: every row, and the sum of what the guest has read. */
function check(job: Job, all: readonly OpenRow[], output: string): Report {
  const lines = output.trimEnd().split('\n');
  const report = JSON.parse(lines.pop()!) as Report;
  prove(lines.length === all.length, `${lines.length} rows came out, not ${all.length}`);
  for (const [place, line] of lines.entries()) {
    const wanted = JSON.stringify(rowAfter(job, all[place]!));
    prove(line === wanted, `${line} came out, not ${wanted}`);
  }
  const expected = all.reduce((sum, row) => sum + BigInt(addend(job, row)), 0n) * BigInt(report.turns);
  prove(BigInt(report.sum) === expected, `the guest read a sum of ${report.sum}, not ${expected}`);
  return report;
}
