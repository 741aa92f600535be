import { createRun, type GadgetError, type Kind, kinds } from '@gadget-api/host';
import { clockwork } from './clockwork.ts';

/** Which way the host calls components. */
export type Way = 'direct' | 'reference';

/** The hooks of a gadget. */
export const hooks = ['init', 'start', 'on-packet', 'on-tick', 'stop'] as const;
export type Hook = (typeof hooks)[number];

/** What is staged: one attack in one hook, between a source and a gadget behind it. */
export interface Staging {
  attacker: Uint8Array;
  /** A gadget that hides user names in `filename` of the source `calm`. */
  after: Uint8Array;
  attack: string;
  hook: Hook;
  way: Way;
  onFailure?: 'discard' | 'keep' | 'bypass';
  /** Of the attacker; see `AttackRow`. */
  maxMemoryBytes?: number;
  fuel?: number;
}

export type Row = Record<string, unknown>;

/** What became of it. */
export interface Staged {
  /** What the attacker said it found, without the word `answer`. */
  answers: string[];
  /** What else it said. */
  logs: string[];
  /** The hooks it was called for, in order. */
  entered: string[];
  failures: { hook: string; code: string; message: string; rows: number }[];
  /** Rows that left the chain. */
  rows: Record<'prey' | 'calm' | 'mine', Row[]>;
  /** What it changed outside of the run. */
  harm: string[];
  /** How it ended. */
  failure: GadgetError | undefined;
  stats: Awaited<ReturnType<Awaited<ReturnType<typeof createRun>>['close']>>['stats'];
}

/** A field of each kind, called like it. */
const preySchema: Record<string, Kind> = Object.fromEntries(
  kinds.filter((kind) => kind !== 'other').map((kind) => [kind, kind]),
);

/** Two packets of two rows. */
export const preyRows: readonly (readonly Row[])[] = [
  [
    { uint32: 1, text: 'one', bytes: Uint8Array.of(1, 2, 3) },
    { uint32: 2, text: 'two' },
  ],
  [
    { uint32: 3, text: 'three' },
    { uint32: 4, text: 'four' },
  ],
];

/** Runs the attack: a packet of prey, a tick, another packet, and rows for the gadget behind, before and after. */
export async function stage(staging: Staging): Promise<Staged> {
  const { attacker, after, attack, hook, way, onFailure, maxMemoryBytes, fuel } = staging;
  const before = surroundings();
  const lines: string[] = [];
  const failures: Staged['failures'] = [];
  const clock = clockwork();
  const run = await createRun({
    maxRestarts: 0,
    gadgets: [
      {
        name: 'attacker',
        component: attacker,
        params: { attack, in: hook },
        ...(onFailure && { onFailure }),
        ...(maxMemoryBytes && { maxMemoryBytes }),
        ...(fuel && { fuel }),
      },
      { name: 'after', component: after, params: { from: 'calm', field: 'filename' } },
    ],
    sources: { prey: { schema: preySchema }, calm: { schema: { filename: 'text' } } },
    // All that it says is judged, also of one that says much.
    limits: { maxMemoryBytes: 2 ** 32, maxLogLines: 1_000_000 },
    bindings: way,
    platform: clock.platform,
    onLog: ({ gadget, message }) =>
      void lines.push(gadget === 'attacker' ? message : `${gadget}: ${message}`),
    onFailure: ({ hook, error, rows }) => {
      failures.push({ hook, code: error.code, message: error.message, rows });
    },
  });
  const rows: Staged['rows'] = { prey: [], calm: [], mine: [] };
  const reading = (['prey', 'calm', 'mine'] as const).map(async (name) => {
    for await (const packet of run.output(name)) rows[name].push(...packet.rows());
  });
  const started = await run.start().then(
    () => true,
    () => false,
  );
  if (started) {
    const calm = (name: string): Promise<void> => run.source('calm').push([{ filename: `/home/${name}/x` }]);
    await calm('ann');
    await run.source('prey').push(preyRows[0]!);
    await clock.advance(1);
    await run.source('prey').push(preyRows[1]!);
    await calm('bob');
  }
  const { failure, stats } = await run.close();
  await Promise.all(reading);
  const said = (word: string): string[] =>
    lines.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
  return {
    answers: said('answer'),
    logs: lines.filter((line) => !/^(answer|enter) /.test(line)),
    entered: said('enter'),
    failures,
    rows,
    harm: surroundings().filter((each) => !before.includes(each)),
    failure,
    stats,
  };
}

/** What all code of this process shares, and a gadget must not reach. */
function surroundings(): string[] {
  const shared = {
    globalThis,
    Object: Object.prototype,
    Array: Array.prototype,
    Function: Function.prototype,
  };
  const keys = Object.entries(shared).flatMap(([name, object]) =>
    Reflect.ownKeys(object).map((key) => `${name} has ${String(key)}`),
  );
  return [...keys, `exit code ${process.exitCode}`, `${process.listenerCount('exit')} listeners`];
}
