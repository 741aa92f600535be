import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';

const needed = ['--only', '--rounds', '--json'];

const summarySchema = v.object({ best: v.number(), median: v.number(), rounds: v.array(v.number()) });
const workloadSchema = v.object({
  name: v.string(),
  metrics: v.array(v.object({ name: v.string(), unit: v.string(), better: v.picklist(['lower', 'higher']) })),
  variants: v.array(
    v.object({
      name: v.string(),
      metrics: v.record(v.string(), summarySchema),
      failure: v.optional(v.string()),
    }),
  ),
});
const reportSchema = v.object({ workloads: v.array(workloadSchema) });

/** What is needed of a workload's result, from whichever commit's bench it comes. */
export type SideResult = v.InferOutput<typeof workloadSchema>;

/** A checkout whose own bench is run. */
export interface Side {
  /** What it is called when something is wrong: a commit, or `this checkout`. */
  name: string;
  /** Top of the checkout. */
  root: string;
}

/** Names of a checkout's workloads. Throws a {@link Refusal} when it has no bench, or one that can't be compared. */
export async function workloadNames(side: Side, signal: AbortSignal): Promise<string[]> {
  if (!existsSync(join(side.root, 'bench/main.ts')))
    throw new Refusal(`${side.name} has no bench/main.ts, so there is nothing to compare with`);
  const help = await node(side, ['bench/main.ts', '--help'], signal);
  const missing = needed.filter((option) => !help.output.includes(option));
  if (missing.length > 0)
    throw new Refusal(`the bench of ${side.name} can't be compared with: it has no ${missing.join(', ')}`);
  const script = `import { workloads } from './bench/workloads/index.ts';
    process.stdout.write(JSON.stringify(workloads.map(({ name }) => name)));`;
  const list = await node(side, ['--input-type=module', '--eval', script], signal);
  if (list.code !== 0) throw broken(side, 'does not tell its workloads', list.output);
  return v.parse(v.array(v.string()), JSON.parse(list.output));
}

/** Runs one round of a workload by the checkout's own bench. The file must not be there, and is not after. */
export async function runRound(
  side: Side,
  workload: string,
  file: string,
  signal: AbortSignal,
): Promise<SideResult> {
  const argv = ['bench/main.ts', '--only', workload, '--rounds', '1', '--json', file];
  const { output } = await node(side, argv, signal);
  // Its exit code is 1 when a proof failed, which the file tells, too.
  if (!existsSync(file)) throw broken(side, `wrote nothing for ${workload}`, output);
  const result = v.safeParse(reportSchema, JSON.parse(readFileSync(file, 'utf8')));
  rmSync(file);
  const odd = `wrote something else than was expected for ${workload}`;
  if (!result.success) throw broken(side, odd, v.summarize(result.issues));
  const found = result.output.workloads.find(({ name }) => name === workload);
  if (found === undefined) throw broken(side, odd, 'another workload');
  return found;
}

function broken({ name }: Side, what: string, detail: string): Refusal {
  return new Refusal(`the bench of ${name} ${what}: ${detail.trim().slice(-2000)}`);
}

/** Runs this Node in a checkout. When interrupted, ends it and everything it has started. */
function node(
  { root }: Side,
  argv: readonly string[],
  signal: AbortSignal,
): Promise<{ code: number | null; output: string }> {
  signal.throwIfAborted();
  // npm's settings are about the checkout that npm was called in.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('npm_') && name !== 'INIT_CWD'),
  );
  // A group of its own, so that all of it can be ended.
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const end = (): void => {
    try {
      process.kill(-child.pid!, 'SIGTERM');
    } catch (error) {
      // It may have ended by itself.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  signal.addEventListener('abort', end, { once: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => void (output += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      signal.removeEventListener('abort', end);
      if (signal.aborted) reject(signal.reason as Error);
      else resolve({ code, output });
    });
  });
}
