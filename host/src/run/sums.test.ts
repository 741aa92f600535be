import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DataSource } from '../api/datasource.ts';
import type { Packet } from '../api/packet.ts';
import { createRun } from './create-run.ts';
import { fakePlatform } from './fake-platform.fixture.ts';
import { nativeGadget, type NativeApi, refusal } from './native-gadget.fixture.ts';
import type { FailurePolicy, GadgetSpec } from './options.ts';
import type { GadgetStats, RunStats, SourceStats, StageStats } from './stats.ts';

/** What a gadget does in one call, in this order. */
interface Deed {
  append: number;
  /** Rows taken out, as far as there are so many. */
  rows: readonly number[];
  /** Rows of packets it sends, how many it has appended to each, and how many taken out. */
  emit: readonly (readonly [rows: number, appended: number, discarded: number])[];
  ends: 'keep' | 'discard' | 'error' | 'trap' | 'unsubscribe';
}

interface Script {
  policy: FailurePolicy;
  deeds: readonly Deed[];
}

const some = fc.nat({ max: 4 });
const anyDeed: fc.Arbitrary<Deed> = fc.record({
  append: some,
  rows: fc.array(fc.nat({ max: 6 }), { maxLength: 4 }),
  emit: fc.array(fc.tuple(some, some, some), { maxLength: 2 }),
  ends: fc.oneof(
    { weight: 6, arbitrary: fc.constant('keep' as const) },
    { weight: 4, arbitrary: fc.constantFrom('discard' as const, 'error' as const) },
    { weight: 1, arbitrary: fc.constantFrom('trap' as const, 'unsubscribe' as const) },
  ),
});
const anyScript: fc.Arbitrary<Script> = fc.record({
  policy: fc.constantFrom<FailurePolicy>('discard', 'keep', 'bypass', 'stop-run'),
  deeds: fc.array(anyDeed, { minLength: 1, maxLength: 6 }),
});

/** A gadget that does what a script says with packets of `sources`, call by call, and sends packets of a source of its own. */
function actor(name: string, { policy, deeds }: Script, sources: readonly string[] = ['open']): GadgetSpec {
  let own: DataSource;
  let call = 0;
  const act = (api: NativeApi, packet?: Packet): 'keep' | 'discard' => {
    const { append, rows, emit, ends } = deeds[call++ % deeds.length]!;
    if (packet !== undefined) {
      packet.append(append);
      for (const row of rows) if (row < packet.len()) packet.discard(row);
    }
    for (const [length, appended, discarded] of emit) {
      const made = own.newPacket(length);
      made.append(appended);
      for (let row = 0; row < Math.min(discarded, length + appended); row++) made.discard(row);
      api.packet.Packet.emit(made);
    }
    if (ends === 'error') throw refusal('as it is written');
    if (ends === 'trap') throw new Error('as it is written');
    if (ends === 'unsubscribe' && packet !== undefined) api.datasource.unsubscribe(0);
    return ends === 'discard' ? 'discard' : 'keep';
  };
  return nativeGadget(
    name,
    {
      init: ({ datasource }) => {
        own = datasource.DataSource.create(`of ${name}`, 'events');
        for (const source of sources) datasource.DataSource.open(source).subscribe();
      },
      stop: (api) => void act(api),
      onPacket: act,
      onLoss: (api) => void act(api),
    },
    { onFailure: policy },
  );
}

/** A gadget that only counts what passes. */
function witness(name: string): GadgetSpec {
  return nativeGadget(name, {
    init: ({ datasource }) => void datasource.DataSource.open('open').subscribe(),
    onPacket: () => {},
  });
}

interface Story {
  scripts: readonly Script[];
  /** Of the gadget that gets what the others send. */
  last: Script;
  delivery: 'events' | 'snapshots';
  maxRestarts: number;
  /** Lengths of the packets that come; `lost`: rows that do not; `after`: what passes until the next. Milliseconds. */
  packets: readonly { rows: number; lost: number; after: number }[];
}

async function tell({
  scripts,
  last,
  delivery,
  maxRestarts,
  packets,
}: Story): Promise<{ stats: RunStats; rowsOut: number }> {
  let rowsOut = 0;
  const platform = fakePlatform();
  const run = await createRun({
    platform,
    maxRestarts,
    gadgets: [
      witness('witness 0'),
      ...scripts.flatMap((script, at) => [actor(`actor ${at}`, script), witness(`witness ${at + 1}`)]),
      actor(
        'last',
        last,
        scripts.map((_, at) => `of actor ${at}`),
      ),
    ],
    sources: { open: { schema: { pid: 'uint32' }, delivery } },
    outputs: [
      {
        fields: ({ name, fields }) => (name === 'open' ? fields : undefined),
        write: (packet) => void (rowsOut += packet.length),
        close() {},
      },
    ],
    limits: { maxPacketRows: 5 },
  });
  await run.start();
  const input = run.source('open');
  for (const { rows, lost, after } of packets) {
    try {
      input.lost(lost);
      await input.push(Array.from({ length: rows }, (_, pid) => ({ pid })));
      await platform.advance(after);
    } catch (error) {
      // A gadget has stopped the run.
      expect(error).toMatchObject({ code: 'E_USAGE' });
      break;
    }
  }
  const { stats } = await run.close();
  return { stats, rowsOut };
}

/** Rows that came or were made, and what became of them. */
function sides(stats: GadgetStats | StageStats | SourceStats): [number, number] {
  const { rowsIn, rows, rowsAppended, rowsEmitted, rowsOut, rowsDiscarded, rowsFailed, lost } = {
    ...{ rowsIn: 0, rows: 0, rowsEmitted: 0, lost: 0 },
    ...stats,
  };
  return [rowsIn + rows + rowsAppended + rowsEmitted, rowsOut + rowsDiscarded + rowsFailed + lost];
}

const anyStory: fc.Arbitrary<Story> = fc.record({
  scripts: fc.array(anyScript, { minLength: 1, maxLength: 3 }),
  last: anyScript,
  delivery: fc.constantFrom('events' as const, 'snapshots' as const),
  maxRestarts: fc.nat({ max: 3 }),
  packets: fc.array(
    fc.record({
      rows: fc.nat({ max: 12 }),
      lost: fc.constantFrom(0, 0, 3),
      after: fc.constantFrom(0, 100, 60_000),
    }),
    { maxLength: 8 },
  ),
});

test('whatever gadgets do, no row is counted twice or not at all', async () => {
  let restarts = 0;
  await fc.assert(
    fc.asyncProperty(anyStory, async (story) => {
      const { stats, rowsOut } = await tell(story);
      const gadget = (name: string): GadgetStats => stats.gadgets.find((each) => each.name === name)!;
      const source = (name: string) => stats.sources.find((each) => each.name === name);
      const stages = stats.gadgets.flatMap((each) => each.stages);
      for (const each of [...stats.gadgets, ...stats.sources, ...stages]) {
        const [came, went] = sides(each);
        expect(came, JSON.stringify(each)).toBe(went);
      }
      const { rows, lost } = { rows: 0, lost: 0, ...source('open') };
      expect(gadget('witness 0').rowsIn).toBe(rows - lost);
      for (const at of story.scripts.keys()) {
        const [before, actor, behind] = [
          gadget(`witness ${at}`),
          gadget(`actor ${at}`),
          gadget(`witness ${at + 1}`),
        ];
        // Of a source that it has unsubscribed from rows pass it by.
        const by = before.rowsOut - actor.rowsIn;
        const sent = source(`of ${actor.name}`)?.rows ?? 0;
        expect(behind.rowsIn, behind.name).toBe(by + actor.rowsOut - sent);
      }
      expect(gadget(`witness ${story.scripts.length}`).rowsOut).toBe(rowsOut);
      expect(source('open')?.rowsOut ?? 0).toBe(rowsOut);
      restarts += stats.gadgets.reduce((sum, each) => sum + each.restarts, 0);
    }),
    { numRuns: 200 },
  );
  expect(restarts).toBeGreaterThan(0);
});
