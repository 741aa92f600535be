import { compare as compareSides, type Compared } from '../compare/compare.ts';
import { makeWorktree } from '../compare/worktree.ts';
import { describeMachine, type Machine, machineLine } from '../machine.ts';
import { Refusal } from '../refusal.ts';
import { makeCodeScratch } from '../scratch.ts';
import type { Workload } from '../workload.ts';

/** What `--compare` with `--json` writes. */
export interface ComparisonReport extends Compared {
  /** When it began, ISO 8601. */
  date: string;
  seconds: number;
  /** Its commit is the checkout's. */
  machine: Machine;
  /** How many were asked for; a workload may take fewer. */
  rounds: number;
  there: { ref: string; commit: string; sameLock: boolean };
}

/** What to compare. */
export interface CompareRequest {
  /** Top of the checkout. */
  root: string;
  ref: string;
  workloads: readonly Workload[];
  only?: readonly string[];
  long?: boolean;
  rounds: number;
}

/** Compares the checkout with another commit. What it made for that is gone after, also when interrupted. */
export async function compare({ root, ref, ...request }: CompareRequest): Promise<ComparisonReport> {
  const began = new Date();
  const machine = describeMachine();
  console.log(`${machineLine(machine)}\n`);
  const stop = new AbortController();
  const onSignal = (): void => stop.abort(new Refusal('interrupted'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal);
  const scratch = await makeCodeScratch();
  try {
    const worktree = makeWorktree(root, ref, scratch.path('there'));
    try {
      const { folder, commit, sameLock } = worktree;
      console.log(`there: ${ref}, commit ${commit}; here: this checkout, commit ${machine.commit}`);
      if (!sameLock) {
        console.log(
          'package-lock.json is another there: both run with the packages that are installed here, so this compares our code alone',
        );
      }
      console.log('');
      const compared = await compareSides({
        ...request,
        there: { name: ref, root: folder },
        here: { name: 'this checkout', root },
        scratch,
        signal: stop.signal,
      });
      const seconds = (Date.now() - began.getTime()) / 1000;
      console.log(`${Math.round(seconds)} s in all`);
      return {
        date: began.toISOString(),
        seconds,
        machine,
        ...compared,
        rounds: request.rounds,
        there: { ref, commit, sameLock },
      };
    } finally {
      worktree.remove();
    }
  } finally {
    scratch.remove();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
  }
}
