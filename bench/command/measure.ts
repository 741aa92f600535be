import { Components } from '../components.ts';
import { Installed } from '../installed.ts';
import { describeMachine, machineLine } from '../machine.ts';
import { type Report, reported, type ReportedWorkload } from '../report.ts';
import { runWorkload } from '../runner.ts';
import { makeScratch } from '../scratch.ts';
import { workloadTable } from '../table.ts';
import type { Workload } from '../workload.ts';
import { progress } from '../progress.ts';

/** Runs workloads one after another and prints what each came to. What they made is gone after, also when interrupted. */
export async function measure(workloads: readonly Workload[], rounds: number): Promise<Report> {
  const machine = describeMachine();
  const began = new Date();
  console.log(`${machineLine(machine)}\n`);
  const scratch = await makeScratch();
  const onSignal = (): void => {
    scratch.remove();
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal);
  const results: ReportedWorkload[] = [];
  try {
    const bench = {
      scratch,
      components: new Components(scratch.folder),
      installed: new Installed(scratch.folder),
    };
    for (const workload of workloads) {
      const result = await runWorkload(workload, bench, { rounds, onProgress: progress });
      progress('');
      results.push(reported(workload, result));
      console.log(workloadTable(workload, result));
    }
  } finally {
    scratch.remove();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
  }
  const seconds = (Date.now() - began.getTime()) / 1000;
  console.log(`${Math.round(seconds)} s in all`);
  return { date: began.toISOString(), seconds, machine, rounds, workloads: results };
}
