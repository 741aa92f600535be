import { CommanderError } from 'commander';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkGates, gateText } from '../gate-check.ts';
import type { Gate } from '../gates.ts';
import { readRecorded, record, recordOf } from '../history/recorded.ts';
import { historyTable } from '../history/table.ts';
import type { Picture } from '../picture/bars.ts';
import { draw, workloadsOf } from '../picture/draw.ts';
import { Refusal } from '../refusal.ts';
import { isSound } from '../report.ts';
import type { Workload } from '../workload.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { chooseWorkloads } from './choose.ts';
import { compare } from './compare.ts';
import { workloadList } from './list.ts';
import { measure } from './measure.ts';

/** What the command is about. */
export interface Project {
  /** Top of the checkout. */
  root: string;
  /** In the order in which they run. */
  workloads: readonly Workload[];
  gates: readonly Gate[];
  picture: Picture;
}

/** Does what the arguments ask for and prints what came of it. Gives the exit code. */
export async function bench(argv: readonly string[], project: Project): Promise<number> {
  try {
    return (await act(readArguments(argv), project)) ? 0 : 1;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof Refusal)) throw error;
    console.error(`error: ${error.message}`);
    return 1;
  }
}

function act(asked: Arguments, project: Project): Promise<boolean> | boolean {
  if (asked.history === true) return showHistory(asked, project);
  if (asked.compare !== undefined) return compareWith(asked.compare, asked, project);
  const chosen = chooseWorkloads(project.workloads, { ...asked, long: asked.list === true || asked.long });
  if (asked.list !== true) return measureAndReport(chosen, asked, project);
  console.log(workloadList(chosen));
  return true;
}

async function showHistory({ only }: Arguments, { root }: Project): Promise<boolean> {
  console.log(historyTable(await readRecorded(historyOf(root)), only));
  return true;
}

async function compareWith(ref: string, asked: Arguments, project: Project): Promise<boolean> {
  const report = await compare({ ...project, ...asked, ref });
  if (asked.json !== undefined) await writeJson(asked.json, report);
  return report.workloads.every(({ failures }) => failures.length === 0);
}

async function measureAndReport(
  chosen: readonly Workload[],
  asked: Arguments,
  { root, gates, picture }: Project,
): Promise<boolean> {
  // Before minutes are spent.
  if (asked.gate === true) needOne(chosen, gates);
  if (asked.picture !== undefined) needAll(chosen, picture);
  const report = await measure(chosen, asked.rounds);
  if (asked.json !== undefined) await writeJson(asked.json, report);
  let good = isSound(report);
  if (asked.gate === true) {
    const results = checkGates(gates, report.workloads);
    console.log(gateText(results));
    good &&= results.every(({ passed }) => passed);
  }
  if (asked.picture !== undefined) {
    await writeFile(asked.picture, draw(picture, report));
    console.log(`drawn in ${asked.picture}`);
  }
  if (asked.record === true) {
    const recorded = recordOf(await versionOf(root), report);
    console.log(await record(historyOf(root), recorded));
  }
  return good;
}

function needOne(chosen: readonly Workload[], gates: readonly Gate[]): void {
  const gated = [...new Set(gates.map(({ workload }) => workload))];
  if (chosen.some(({ name }) => gated.includes(name))) return;
  throw new Refusal(`no gate is about these workloads; there are gates about ${gated.join(', ')}`);
}

function needAll(chosen: readonly Workload[], picture: Picture): void {
  const missing = workloadsOf(picture).filter((workload) => chosen.every(({ name }) => name !== workload));
  if (missing.length > 0)
    throw new Refusal(`the picture shows ${missing.join(', ')}, which is not among these workloads`);
}

function historyOf(root: string): string {
  return join(root, 'bench/history');
}

/** Of the host: all packages have one version. */
async function versionOf(root: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(root, 'host/package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

async function writeJson(file: string, content: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
}
