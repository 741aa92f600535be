/** `npm run bench`: runs the workloads, prints what they cost. Exits with 1 when one does its work wrongly. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { writeFile } from 'node:fs/promises';
import { Components } from './components.ts';
import { describeMachine, machineLine } from './machine.ts';
import { runWorkload, type WorkloadResult } from './runner.ts';
import { makeScratch } from './scratch.ts';
import { workloadTable } from './table.ts';
import type { Workload } from './workload.ts';
import { workloads } from './workloads/index.ts';

interface Arguments {
  only?: Workload[];
  rounds: number;
  long?: boolean;
  json?: string;
  list?: boolean;
}

const { only, rounds, long, json, list } = readArguments();
if (list === true) {
  for (const { name, about, long } of workloads) {
    console.log(`${name.padEnd(18)}${about}${long === true ? ' (with --long, or by name)' : ''}`);
  }
} else {
  process.exitCode = await run(
    only ?? workloads.filter((workload) => long === true || workload.long !== true),
  );
}

function readArguments(): Arguments {
  return new Command('npm run bench --')
    .description(
      'Measures named workloads. Each proves what it does before it is timed; a false result is a failure.',
    )
    .option('--only <names>', 'run these workloads, separated by commas', workloadsOf)
    .addOption(
      new Option('--rounds <number>', 'how often each variant is measured; some take fewer')
        .default(5)
        .argParser(roundsOf),
    )
    .option('--long', 'run also what takes minutes')
    .option('--json <file>', 'write everything that was measured to a file')
    .option('--list', 'list the workloads')
    .parse()
    .opts<Arguments>();
}

function workloadsOf(names: string): Workload[] {
  return names.split(',').map((name) => {
    const workload = workloads.find((each) => each.name === name);
    if (workload !== undefined) return workload;
    throw new InvalidArgumentError(`There is no workload ${name}; see --list.`);
  });
}

function roundsOf(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number from 1 to 999.');
}

async function run(chosen: readonly Workload[]): Promise<number> {
  const machine = describeMachine();
  const began = new Date();
  console.log(`${machineLine(machine)}\n`);
  const scratch = await makeScratch();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      scratch.remove();
      process.exit(1);
    });
  }
  const results: WorkloadResult[] = [];
  try {
    const bench = { scratch, components: new Components(scratch.folder) };
    for (const workload of chosen) {
      const result = await runWorkload(workload, bench, { rounds, onProgress: progress });
      progress('');
      results.push(result);
      console.log(workloadTable(workload, result));
    }
  } finally {
    scratch.remove();
  }
  const seconds = (Date.now() - began.getTime()) / 1000;
  console.log(`${Math.round(seconds)} s in all`);
  if (json !== undefined) {
    const report = {
      date: began.toISOString(),
      seconds,
      machine,
      rounds,
      workloads: results.map(withMetrics),
    };
    await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  }
  return results.some(({ variants }) => variants.some(({ failure }) => failure !== undefined)) ? 1 : 0;
}

function withMetrics(result: WorkloadResult): WorkloadResult & Pick<Workload, 'metrics'> {
  const { metrics } = workloads.find(({ name }) => name === result.name)!;
  return { ...result, metrics };
}

/** One line that is written over, on a terminal. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
