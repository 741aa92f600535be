import { checkNames } from '../names.ts';
import { progress } from '../progress.ts';
import { Refusal } from '../refusal.ts';
import type { Scratch } from '../scratch.ts';
import { orderOf } from '../statistics.ts';
import type { Workload } from '../workload.ts';
import { compareWorkload, type ComparedWorkload } from './comparison.ts';
import { runRound, type Side, type SideResult, workloadNames } from './side.ts';
import { comparisonTable } from './table.ts';

/** Which two, and what of them. */
export interface CompareOptions {
  /** The other commit, in a folder of its own. */
  there: Side;
  here: Side;
  /** Those of `here`. */
  workloads: readonly Workload[];
  only?: readonly string[];
  long?: boolean;
  rounds: number;
  scratch: Scratch;
  signal: AbortSignal;
}

/** What came of it. */
export interface Compared {
  workloads: ComparedWorkload[];
  /** Names of chosen workloads that one side does not have. */
  onlyThere: string[];
  onlyHere: string[];
}

/**
 * Runs workloads on two commits in turns, each by its own bench, and prints each as soon as it is known. Throws a
 * {@link Refusal} for a name that neither has, and when there is nothing that both have.
 */
export async function compare(options: CompareOptions): Promise<Compared> {
  const { there, here, workloads, only, long = false, rounds, signal } = options;
  const names = workloads.map(({ name }) => name);
  const others = await workloadNames(there, signal);
  if (only !== undefined) checkNames(only, [...new Set([...names, ...others])]);
  const asked = (name: string): boolean => only?.includes(name) ?? true;
  const chosen = workloads.filter(
    (workload) => asked(workload.name) && (only !== undefined || long || workload.long !== true),
  );
  const both = chosen.filter(({ name }) => others.includes(name));
  const onlyHere = chosen.map(({ name }) => name).filter((name) => !others.includes(name));
  const onlyThere = others.filter((name) => asked(name) && !names.includes(name));
  if (both.length === 0)
    throw new Refusal(`${there.name} and ${here.name} have none of these workloads in common`);
  const compared: ComparedWorkload[] = [];
  for (const { name, maxRounds = Infinity } of both) {
    const found = await turns(name, Math.min(rounds, maxRounds), options);
    compared.push(compareWorkload(name, found.there, found.here));
    console.log(comparisonTable(compared.at(-1)!));
  }
  for (const name of onlyThere) console.log(`only there: ${name}`);
  for (const name of onlyHere) console.log(`only here: ${name}`);
  return { workloads: compared, onlyThere, onlyHere };
}

async function turns(
  workload: string,
  rounds: number,
  { there, here, scratch, signal }: CompareOptions,
): Promise<{ there: SideResult[]; here: SideResult[] }> {
  const found = { there: [] as SideResult[], here: [] as SideResult[] };
  const sides = [
    { side: there, results: found.there },
    { side: here, results: found.here },
  ];
  for (let round = 0; round < rounds; round++) {
    for (const place of orderOf(sides.length, round)) {
      const { side, results } = sides[place]!;
      progress(`${workload}: round ${round + 1} of ${rounds}, ${side.name}`);
      results.push(await runRound(side, workload, scratch.path('round.json'), signal));
    }
  }
  progress('');
  return found;
}
