import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import {
  createRun,
  type FailureReport,
  type GadgetSpec,
  kinds,
  type Output,
  type RunStats,
} from '@gadget-api/host';
import type { Random } from '../fuzz/random.ts';
import { imbalances, losses } from './checks.ts';
import { anyMisdeed, type Misdeed } from './faults.ts';

const golden = join(import.meta.dirname, '../../golden/1.1.0');
/** Gadgets that mean no harm, one in each language. */
const calm = ['rust', 'go', 'js'] as const;
const calmNames: readonly string[] = calm;

/** How often the counts are looked at. Milliseconds. */
const lookMs = 1000;
/** A round that has not ended so long after it was told to does not. Milliseconds. */
const patienceMs = 30_000;
/** For a call; the loops run into it. Milliseconds. */
const deadlineMs = 1000;

/** What came of a round. */
export interface Round {
  misdeeds: Misdeed[];
  sent: number;
  printed: number;
  stats: RunStats;
  /** How often each code was the reason of a failed call. */
  codes: Record<string, number>;
  /** How often all counts were looked at. */
  looks: number;
  ills: string[];
}

/** One run of five gadgets, two of which do harm, for so many milliseconds. */
export async function playRound(attacker: Uint8Array, random: Random, milliseconds: number): Promise<Round> {
  const misdeeds = [anyMisdeed(random), anyMisdeed(random)];
  const codes: Round['codes'] = {};
  const ills: string[] = [];
  const output = new Reader(random);
  const run = await createRun({
    gadgets: chain(attacker, misdeeds, random),
    sources: { prey: { schema, whenFull: random.pick(['wait', 'drop'] as const) } },
    outputs: [output],
    deadlines: { 'on-packet': deadlineMs },
    maxRestarts: 20,
    onFailure: ({ error, gadget }: FailureReport) => {
      codes[error.code] = (codes[error.code] ?? 0) + 1;
      if (error.blame !== 'guest' || error.gadget !== gadget) ills.push(`${gadget}: ${String(error)}`);
    },
    onLog: () => {},
  });
  await run.start();
  const until = performance.now() + milliseconds;
  let [sent, looks] = [0, 0];
  let lookAt = performance.now() + Math.min(lookMs, milliseconds / 2);
  while (performance.now() < until) {
    const rows = preyRows(1 + random.below(random.once(4) ? 2000 : 50));
    sent += rows.length;
    await run.source('prey').push(rows);
    if (random.once(8)) await setImmediate();
    if (performance.now() < lookAt) continue;
    lookAt += lookMs;
    looks++;
    // Between two packets: when something waits in the output it has passed the gadgets.
    ills.push(...imbalances(run.stats, calmNames));
  }
  const closed = await Promise.race([run.close(), setTimeout(patienceMs, undefined, { ref: false })]);
  if (closed === undefined) throw new Error(`the run has not ended within ${patienceMs} ms`);
  const { stats } = closed;
  ills.push(...imbalances(stats, calmNames), ...losses(stats, output.rows, sent));
  return { misdeeds, sent, printed: output.rows, stats, codes, looks: looks + 1, ills };
}

const schema = Object.fromEntries(kinds.filter((kind) => kind !== 'other').map((kind) => [kind, kind]));

function preyRows(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, n) => ({ uint32: n, text: `/home/ann/${n}` }));
}

/** Harm at the begin and in the middle, so that gadgets before and behind it are seen. */
function chain(attacker: Uint8Array, misdeeds: readonly Misdeed[], random: Random): GadgetSpec[] {
  const wild = misdeeds.map(({ attack, every, onFailure, isolation }, at): GadgetSpec => ({
    name: `wild ${at + 1}`,
    component: attacker,
    params: { attack, in: 'on-packet', every: `${every}` },
    onFailure,
    isolation,
    maxMemoryBytes: 16 * 1024 * 1024,
  }));
  const tame = calm.map((language): GadgetSpec => ({
    name: language,
    component: join(golden, `redact-${language}.wasm`),
    params: { from: 'prey', field: 'text' },
    isolation: random.once(3) ? 'worker' : 'inline',
  }));
  return [tame[0]!, wild[0]!, tame[1]!, wild[1]!, tame[2]!];
}

/** Takes rows, sometimes slowly. */
class Reader implements Output {
  rows = 0;
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  fields: Output['fields'] = ({ fields }) => fields;

  write: Output['write'] = ({ length }) => {
    this.rows += length;
    if (this.random.once(50)) return setTimeout(5);
  };

  close(): void {}
}
