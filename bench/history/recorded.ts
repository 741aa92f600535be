import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import semver from 'semver';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import { isSound, type Report } from '../report.ts';

const value = v.object({ best: v.number(), median: v.number(), unit: v.string() });
const recordedSchema = v.object({
  version: v.string(),
  date: v.string(),
  commit: v.string(),
  machine: v.object({
    cpu: v.string(),
    cores: v.number(),
    memoryGB: v.number(),
    system: v.string(),
    node: v.string(),
  }),
  rounds: v.number(),
  /** By workload, variant and metric. Records, no lists: so the file looks as prettier would write it. */
  workloads: v.record(v.string(), v.record(v.string(), v.record(v.string(), value))),
});

/** What is kept of a release's run: best and median of everything. */
export type Recorded = v.InferOutput<typeof recordedSchema>;

/** Sums up a run. Throws a {@link Refusal} when something in it failed: what is kept must be true. */
export function recordOf(version: string, report: Report): Recorded {
  if (!isSound(report)) throw new Refusal('nothing was recorded, because something failed');
  const { date, rounds, machine, workloads } = report;
  const { cpu, cores, memoryGB, system, node, commit } = machine;
  const valuesOf = (workload: Report['workloads'][number]): Recorded['workloads'][string] =>
    Object.fromEntries(
      workload.variants.map(({ name, metrics }) => [
        name,
        Object.fromEntries(
          workload.metrics.flatMap(({ name, unit }) => {
            const summary = metrics[name];
            if (summary === undefined) return [];
            return [[name, { best: digits(summary.best), median: digits(summary.median), unit }]];
          }),
        ),
      ]),
    );
  return {
    version,
    date,
    commit,
    machine: { cpu, cores, memoryGB, system, node },
    rounds,
    workloads: Object.fromEntries(workloads.map((workload) => [workload.name, valuesOf(workload)])),
  };
}

/** More than four digits tell nothing. */
function digits(value: number): number {
  return Number(value.toPrecision(4));
}

/** Writes `VERSION.json` into a folder. Gives what to tell: where it went, and what it took the place of. */
export async function record(folder: string, recorded: Recorded): Promise<string> {
  const file = join(folder, `${recorded.version}.json`);
  const before = (await readRecorded(folder)).find(({ version }) => version === recorded.version);
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(recorded, null, 2)}\n`);
  if (before === undefined) return `recorded in ${file}`;
  const lost = Object.keys(before.workloads).filter((name) => recorded.workloads[name] === undefined);
  const gone = lost.length === 0 ? '' : `; no longer in it: ${lost.join(', ')}`;
  return `recorded in ${file}, in place of commit ${before.commit} of ${before.date.slice(0, 10)}${gone}`;
}

/** Everything recorded in a folder, the oldest version first; nothing when the folder is missing. */
export async function readRecorded(folder: string): Promise<Recorded[]> {
  const files = (await namesIn(folder)).filter((name) => name.endsWith('.json'));
  const all = await Promise.all(files.map((name) => readOne(join(folder, name))));
  return all.toSorted((a, b) => semver.compare(a.version, b.version));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function readOne(file: string): Promise<Recorded> {
  let found: unknown;
  try {
    found = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(`${file} is not JSON: ${error.message}`);
    throw error;
  }
  const result = v.safeParse(recordedSchema, found);
  if (!result.success) {
    const { message, path } = result.issues[0];
    throw new Refusal(
      `${file} is not what --record writes: ${path?.map(({ key }) => key).join('.')}: ${message}`,
    );
  }
  if (semver.valid(result.output.version) === null)
    throw new Refusal(`${file} is of ${result.output.version}, which is no version`);
  return result.output;
}
