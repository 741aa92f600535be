import { Worker } from 'node:worker_threads';
import type { WorkerInput, WorkerReport } from './worker.ts';

/** What is tried. */
export interface Campaign {
  target: string;
  seed: number;
  count: number;
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

/** An input that takes longer does not end. The largest take a second. Milliseconds. */
const stuckMs = 120_000;
const lookMs = 2000;
/** Of JavaScript objects, MiB: an input that makes the host keep more is a finding. */
const heapMb = 1024;
/** Then it is enough. */
const mostFound = 10;

/**
 * Tries `count` inputs in a thread of its own, which is ended, and begun anew behind the input, when one takes too long or too
 * much memory.
 */
export async function runCampaign({ target, seed, count, onProgress }: Campaign): Promise<Outcome> {
  const outcome: Outcome = { tried: 0, words: {}, found: [] };
  while (outcome.tried < count && outcome.found.length < mostFound) {
    await runPart({ target, seed, from: outcome.tried, to: count }, outcome, onProgress);
  }
  return outcome;
}

/** Until all are tried, or the thread has ended. */
function runPart(
  asked: Pick<WorkerInput, 'target' | 'seed' | 'from' | 'to'>,
  outcome: Outcome,
  onProgress: ((tried: number) => void) | undefined,
): Promise<void> {
  const workerData: WorkerInput = { ...asked, mostFound: mostFound - outcome.found.length };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  let last: { index: number; input: Uint8Array } | undefined;
  let seen = performance.now();
  const lost = (what: string): void => {
    if (last !== undefined) outcome.found.push({ ...last, what });
  };
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const watch = setInterval(() => {
    if (performance.now() - seen < stuckMs) return onProgress?.(outcome.tried);
    lost(`it has not ended after ${stuckMs / 1000} seconds`);
    void worker.terminate();
  }, lookMs);
  worker.on('message', (report: WorkerReport) => {
    seen = performance.now();
    if (report.kind === 'begins') last = report;
    else if (report.kind === 'found') outcome.found.push(report);
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
