/** The thread in which {@link runCampaign} tries inputs. */
import { parentPort, workerData } from 'node:worker_threads';
import { canary } from './mutate/hostile-names.ts';
import { Random } from './random.ts';
import { must } from './refusal.ts';
import { Finding, type Prepared, type Target, targetNamed } from './target.ts';

/** What the thread is given. */
export interface WorkerInput {
  /** The file that exports `targets`. */
  targets: string;
  target: string;
  seed: number;
  from: number;
  to: number;
  mostFound: number;
}

/** What it tells: which input it tries, what became of it, or what must not be. */
export type WorkerReport =
  | { kind: 'begins'; index: number; input: Uint8Array }
  | { kind: 'became'; index: number; word: string }
  | { kind: 'found'; index: number; what: string; input: Uint8Array };

/** Tries one input. Gives what became of it; throws a {@link Finding}. */
export async function attempt(prepared: Prepared, input: Uint8Array): Promise<string> {
  const globals = Reflect.ownKeys(globalThis).length;
  let word: string;
  try {
    word = await prepared.attempt(input);
  } catch (error) {
    if (error instanceof Finding) throw error;
    throw new Finding(error instanceof Error ? (error.stack ?? error.message) : String(error), {
      cause: error,
    });
  }
  must(!(canary in globalThis), 'a name has become code');
  must(Reflect.ownKeys(globalThis).length === globals, 'a global has come or gone');
  return word;
}

async function work({ targets: file, target, seed, from, to, mostFound }: WorkerInput): Promise<void> {
  const tell = (report: WorkerReport): void => parentPort?.postMessage(report);
  const { targets } = (await import(file)) as { targets: readonly Target[] };
  const prepared = await targetNamed(targets, target).prepare();
  let found = 0;
  for (let index = from; index < to && found < mostFound; index++) {
    const input = prepared.make(new Random(seed, index));
    tell({ kind: 'begins', index, input });
    try {
      tell({ kind: 'became', index, word: await attempt(prepared, input) });
    } catch (error) {
      found++;
      tell({ kind: 'found', index, input, what: error instanceof Error ? error.message : String(error) });
    }
  }
}

if (parentPort !== null) await work(workerData as WorkerInput);
