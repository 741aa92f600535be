import { Random } from '../fuzz/random.ts';
import { burden, type Burden, excesses } from './checks.ts';
import { playRound, type Round } from './round.ts';

/** How long a run lives before the next one begins, at most. Milliseconds. */
const roundMs = 2500;

/** What to do. */
export interface SoakOptions {
  attacker: Uint8Array;
  seed: number;
  seconds: number;
  onRound?: (index: number, round: Round, now: Burden) => void;
}

/** What came of it. */
export interface Soaked {
  rounds: number;
  sent: number;
  printed: number;
  lost: number;
  restarts: number;
  looks: number;
  codes: Record<string, number>;
  /** Most at once, of what was seen between rounds. */
  peak: Burden;
  ills: string[];
}

/** Plays rounds until the time is over, and looks whether anything is wrong or grows. */
export async function soak({ attacker, seed, seconds, onRound }: SoakOptions): Promise<Soaked> {
  const until = performance.now() + seconds * 1000;
  const sum: Soaked = {
    ...{ rounds: 0, sent: 0, printed: 0, lost: 0, restarts: 0, looks: 0, codes: {}, ills: [] },
    peak: { rssMib: 0, threads: 0, files: 0 },
  };
  let half: Burden | undefined;
  for (let left = seconds * 1000; left > 0; left = until - performance.now()) {
    const round = await playRound(attacker, new Random(seed, sum.rounds), Math.min(roundMs, left));
    const now = burden();
    add(sum, round, now);
    onRound?.(sum.rounds, round, now);
    const told = `round ${sum.rounds} of seed ${seed}`;
    sum.ills.push(...round.ills.map((ill) => `${told}: ${ill}`));
    sum.ills.push(...excesses(half, now).map((ill) => `${told}: ${ill}`));
    if (until - performance.now() < seconds * 500) half ??= now;
  }
  return sum;
}

function add(sum: Soaked, { sent, printed, stats, codes, looks }: Round, now: Burden): void {
  sum.rounds++;
  sum.sent += sent;
  sum.printed += printed;
  sum.looks += looks;
  sum.lost += stats.sources.reduce((all, { lost }) => all + lost, 0);
  sum.restarts += stats.gadgets.reduce((all, { restarts }) => all + restarts, 0);
  for (const [code, times] of Object.entries(codes)) sum.codes[code] = (sum.codes[code] ?? 0) + times;
  for (const key of Object.keys(sum.peak) as (keyof Burden)[])
    sum.peak[key] = Math.max(sum.peak[key], now[key]);
}
