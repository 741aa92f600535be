import { Worker } from 'node:worker_threads';
import type { WorkerInput, WorkerReport } from './worker.ts';

/** What is tried. */
export interface Campaign {
  target: string;
  seed: number;
  count: number;
  /** The file that exports `targets`. Default: those of this folder. */
  targets?: URL;
  /** An input that takes longer does not end. Milliseconds; default 120,000: the largest take a second. */
  stuckMs?: number;
  /** An input for which the host keeps more JavaScript objects takes too much. MiB; default 1024. */
  heapMb?: number;
  /** Told now and then how many inputs were tried. */
  onProgress?: (tried: number) => void;
}

/** An input with which the host did what it must not. */
export interface Found {
  /** Its place behind the seed. */
  index: number;
  what: string;
  input: Uint8Array;
}

/** What came of a campaign. */
export interface Outcome {
  tried: number;
  /** How often each thing became of an input. */
  words: Record<string, number>;
  found: Found[];
}

const allTargets = new URL('./targets.ts', import.meta.url);
/** How often it is looked whether something goes on. Milliseconds. */
const lookMs = 1000;
/** Then it is enough. */
const mostFound = 10;

/**
 * Tries `count` inputs in a thread of its own, which is ended, and begun anew behind the input, when one takes too long or too
 * much memory.
 */
export async function runCampaign(campaign: Campaign): Promise<Outcome> {
  const { count } = campaign;
  const outcome: Outcome = { tried: 0, words: {}, found: [] };
  while (outcome.tried < count && outcome.found.length < mostFound) {
    await runPart(campaign, outcome);
  }
  return outcome;
}

/** Until all are tried, or the thread has ended. */
function runPart(
  { target, seed, count, targets = allTargets, stuckMs = 120_000, heapMb = 1024, onProgress }: Campaign,
  outcome: Outcome,
): Promise<void> {
  const workerData: WorkerInput = {
    targets: targets.href,
    target,
    seed,
    from: outcome.tried,
    to: count,
    mostFound: mostFound - outcome.found.length,
  };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  let last: { index: number; input: Uint8Array } | undefined;
  let seen = performance.now();
  const lost = (what: string): void => {
    if (last !== undefined) outcome.found.push({ index: last.index, input: last.input, what });
    last = undefined;
  };
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const watch = setInterval(() => {
    if (performance.now() - seen < stuckMs) return onProgress?.(outcome.tried);
    if (last === undefined) reject(new Error(`${target} has not begun after ${stuckMs / 1000} seconds`));
    lost(`it has not ended after ${stuckMs / 1000} seconds`);
    void worker.terminate();
  }, lookMs);
  worker.on('message', (report: WorkerReport) => {
    seen = performance.now();
    if (report.kind === 'begins') last = report;
    else if (report.kind === 'found')
      outcome.found.push({ index: report.index, input: report.input, what: report.what });
    else outcome.words[report.word] = (outcome.words[report.word] ?? 0) + 1;
    outcome.tried = report.index + 1;
  });
  worker.on('error', (error) => {
    if (last === undefined) reject(error);
    else lost(`it has ended the thread: ${error instanceof Error ? error.message : String(error)}`);
  });
  worker.on('exit', () => resolve());
  return promise.finally(() => clearInterval(watch));
}
