import { describe, expect, test } from 'vitest';
import { chunks } from '../sources/feed.fixture.ts';
import { ndjsonSource } from '../sources/ndjson.ts';
import type { SourceProblem } from '../sources/source.ts';
import { createRun } from './create-run.ts';
import { Losses } from './losses.ts';
import { nativeGadget, type NativeHooks, refusal } from './native-gadget.fixture.ts';
import type { GadgetSpec, RunOptions } from './options.ts';
import type { Run } from './run.ts';
import type { GadgetStats } from './stats.ts';

test('counts are kept by subscription and cause until they are taken, and stay in a u32', () => {
  const losses = new Losses();
  losses.add(1, 'overflow', 2);
  losses.add(1, 'overflow', 3);
  losses.add(1, 'failed', 2 ** 32);
  losses.add(0, 'other', Number.POSITIVE_INFINITY);
  expect(losses.pending).toBe(3);
  expect([losses.take(1, 'overflow'), losses.take(1, 'overflow'), losses.take(7, 'overflow')]).toEqual([
    5, 0, 0,
  ]);
  expect([losses.take(1, 'failed'), losses.take(0, 'other'), losses.pending]).toEqual([
    2 ** 32 - 1,
    2 ** 32 - 1,
    0,
  ]);
  losses.add(1, 'overflow', 1);
  expect([losses.pending, losses.take(1, 'overflow')]).toEqual([1, 1]);
});

const open = { schema: { pid: 'uint32' } } as const;

/** A gadget that subscribes to `open` and writes down what it hears, with `also` before. */
function listener(
  heard: string[],
  also: Partial<NativeHooks> = {},
  spec: Partial<GadgetSpec> & { name?: string } = {},
): GadgetSpec {
  return nativeGadget(
    spec.name ?? 'listener',
    {
      init: (api) => {
        api.datasource.DataSource.open('open').subscribe();
        also.init?.(api);
      },
      stop: (api) => {
        heard.push('stop');
        also.stop?.(api);
      },
      onPacket: (api, packet, subscription) => {
        heard.push(`${packet.len()} rows`);
        return also.onPacket?.(api, packet, subscription);
      },
      onLoss: (api, subscription, rows, cause) => {
        heard.push(`${subscription}: ${rows} ${cause}`);
        also.onLoss?.(api, subscription, rows, cause);
      },
    },
    spec,
  );
}

interface Flown {
  stats: Run['stats'];
  failures: string[];
  rowsOut: number;
}

async function flow(
  options: Partial<RunOptions>,
  feed: (input: ReturnType<Run['source']>, run: Run) => Promise<void>,
): Promise<Flown> {
  const failures: string[] = [];
  let rowsOut = 0;
  const run = await createRun({
    gadgets: [],
    sources: { open },
    outputs: [
      { fields: ({ fields }) => fields, write: (packet) => void (rowsOut += packet.length), close() {} },
    ],
    onFailure: ({ gadget, hook, source, rows }) => failures.push(`${gadget} ${hook} ${source} ${rows}`),
    ...options,
  });
  await run.start();
  await feed(run.source('open'), run);
  const { stats } = await run.close();
  return { stats, failures, rowsOut };
}

/** What is wrong with the sum of a gadget's counts. */
function imbalance(stats: GadgetStats): number {
  const { rowsIn, rowsAppended, rowsEmitted, rowsOut, rowsDiscarded, rowsFailed } = stats;
  return rowsIn + rowsAppended + rowsEmitted - (rowsOut + rowsDiscarded + rowsFailed);
}

describe('rows that a source lost', () => {
  test('are told before the next packet, by cause, counted since the last call', async () => {
    const heard: string[] = [];
    const { stats } = await flow({ gadgets: [listener(heard)] }, async (input) => {
      await input.push([{ pid: 1 }]);
      input.lost(3);
      input.lost(4);
      input.lost(0);
      expect(heard).toEqual(['1 rows']);
      await input.push([{ pid: 2 }]);
      await input.push([{ pid: 3 }]);
      input.lost(2 ** 40);
      await input.push([{ pid: 4 }]);
    });
    expect(heard).toEqual([
      '1 rows',
      '0: 7 overflow',
      '1 rows',
      '1 rows',
      '0: 4294967295 overflow',
      '1 rows',
      'stop',
    ]);
    expect(stats.sources).toMatchObject([
      { name: 'open', rows: 4 + 2 ** 40 + 7, lost: 2 ** 40 + 7, rowsOut: 4 },
    ]);
    expect(stats.gadgets[0]).toMatchObject({ packets: 4, failures: 0 });
  });

  test('are told before stop when no packet comes', async () => {
    const heard: string[] = [];
    await flow({ gadgets: [listener(heard)] }, async (input) => input.lost(5));
    expect(heard).toEqual(['0: 5 overflow', 'stop']);
  });

  test('are told to all who subscribed to that source, and to nobody else', async () => {
    const heard: Record<string, string[]> = { one: [], two: [], elsewhere: [], deaf: [] };
    const elsewhere = nativeGadget('elsewhere', {
      init: ({ datasource }) => {
        datasource.DataSource.open('other').subscribe();
        datasource.DataSource.open('open');
      },
      onPacket: () => {},
      onLoss: (_, subscription, rows) => void heard['elsewhere']!.push(`${subscription}: ${rows}`),
    });
    const deaf = nativeGadget('deaf', {
      init: ({ datasource }) => void datasource.DataSource.open('open').subscribe(),
      onPacket: (_, packet) => void heard['deaf']!.push(`${packet.len()} rows`),
    });
    await flow(
      {
        sources: { open, other: open },
        gadgets: [
          listener(heard['one']!, {}, { name: 'one' }),
          elsewhere,
          deaf,
          listener(heard['two']!, {}, { name: 'two' }),
        ],
      },
      async (input, run) => {
        input.lost(1);
        await run.source('other').push([{ pid: 1 }]);
        await input.push([{ pid: 1 }]);
      },
    );
    expect(heard).toEqual({
      one: ['0: 1 overflow', '1 rows', 'stop'],
      two: ['0: 1 overflow', '1 rows', 'stop'],
      elsewhere: [],
      deaf: ['1 rows'],
    });
  });

  test('as nobody could read them are of another cause, and values are no rows', async () => {
    const heard: string[] = [];
    const problems: SourceProblem[] = (['malformed', 'lost', 'wrong-type', 'unknown-field'] as const).map(
      (kind, at) => ({ kind, count: at + 1, message: '' }),
    );
    const run = await createRun({
      gadgets: [listener(heard)],
      sources: {
        open: {
          delivery: 'events',
          open: async () => [{ name: 'pid', kind: 'uint32' }],
          run: async ({ report }) => problems.forEach(report),
          close: async () => {},
        },
      },
    });
    await run.start();
    await run.done;
    expect(heard).toEqual(['0: 2 overflow', '0: 1 unreadable', 'stop']);
  });

  test('are told before the packet behind them, however many of them the log has words for', async () => {
    const heard: string[] = [];
    const lines = ['{"pid":1}', 'a', 'b', '{', '{"pid":2}', '{"pid":3}', 'c', ''].join('\n');
    const run = await createRun({
      gadgets: [listener(heard)],
      sources: { open: ndjsonSource({ path: chunks(lines), batchRows: 1 }) },
    });
    await run.start();
    await run.done;
    expect(heard).toEqual(['1 rows', '0: 3 unreadable', '1 rows', '1 rows', '0: 1 unreadable', 'stop']);
  });

  test('are a whole number, told while the run goes on', async () => {
    const logged: string[] = [];
    const run = await createRun({
      gadgets: [],
      sources: { open },
      onLog: ({ message }) => logged.push(message),
    });
    const input = run.source('open');
    expect(() => input.lost(1)).toThrow(expect.objectContaining({ code: 'E_USAGE' }));
    await run.start();
    for (const rows of [-1, 0.5, Number.NaN, 2 ** 60]) {
      expect(() => input.lost(rows)).toThrow(expect.objectContaining({ code: 'E_USAGE' }));
    }
    input.lost(2, 'the ring was full');
    input.lost(3);
    await run.close();
    expect(() => input.lost(1)).toThrow(/open has ended/);
    expect(logged).toEqual(['open: the ring was full']);
    expect(run.stats.sources).toMatchObject([{ lost: 5 }]);
  });
});

describe('rows that a failing gadget had', () => {
  const fails = (when: (rows: number) => unknown, spec: Partial<GadgetSpec> = {}): GadgetSpec =>
    nativeGadget(
      'fails',
      {
        init: ({ datasource }) => void datasource.DataSource.open('open').subscribe(),
        onPacket: (_, packet) => {
          const thrown = when(packet.len());
          if (thrown !== undefined) throw thrown;
        },
        onLoss: () => {
          throw new Error('it is told of its own rows');
        },
      },
      spec,
    );
  const two = [{ pid: 1 }, { pid: 2 }];

  test('are lost for those behind it, not for those before', async () => {
    const before: string[] = [];
    const behind: string[] = [];
    const { stats, rowsOut } = await flow(
      {
        gadgets: [
          listener(before, {}, { name: 'before' }),
          fails((rows) => (rows === 2 ? refusal('no') : undefined)),
          listener(behind, {}, { name: 'behind' }),
        ],
      },
      async (input) => {
        await input.push(two);
        await input.push(two);
        await input.push([{ pid: 3 }]);
      },
    );
    expect(before).toEqual(['2 rows', '2 rows', '1 rows', 'stop']);
    expect(behind).toEqual(['0: 4 failed', '1 rows', 'stop']);
    expect(rowsOut).toBe(1);
    expect(stats.gadgets.map(imbalance)).toEqual([0, 0, 0]);
    expect(stats.gadgets[1]).toMatchObject({ rowsFailed: 4, dead: false });
  });

  test('are lost for as long as it is dead', async () => {
    const heard: string[] = [];
    const { stats } = await flow(
      { gadgets: [fails(() => new Error('unreachable')), listener(heard)], maxRestarts: 0 },
      async (input) => {
        await input.push(two);
        await input.push(two);
        input.lost(1);
      },
    );
    expect(heard).toEqual(['0: 1 overflow', '0: 4 failed', 'stop']);
    expect(stats.gadgets.map(imbalance)).toEqual([0, 0]);
    expect(stats.gadgets[0]).toMatchObject({ dead: true, failures: 1 });
  });

  test.each(['keep', 'bypass'] as const)(
    'are not lost when its failures are to %s them',
    async (onFailure) => {
      const heard: string[] = [];
      await flow({ gadgets: [fails(() => refusal('no'), { onFailure }), listener(heard)] }, async (input) =>
        input.push(two),
      );
      expect(heard).toEqual(['2 rows', 'stop']);
    },
  );

  test('and that were discarded on purpose are not lost', async () => {
    const heard: string[] = [];
    await flow(
      {
        gadgets: [
          listener(
            [],
            { onPacket: (_, packet) => (packet.len() === 2 ? 'discard' : packet.discard(0)) },
            { name: 'filter' },
          ),
          listener(heard),
        ],
      },
      async (input) => {
        await input.push(two);
        await input.push([...two, ...two]);
      },
    );
    expect(heard).toEqual(['3 rows', 'stop']);
  });
});

describe('a failing on-loss', () => {
  test('is counted and reported, undoes what it emitted, and the packet comes all the same', async () => {
    const heard: string[] = [];
    let calls = 0;
    const { stats, failures, rowsOut } = await flow(
      {
        gadgets: [
          listener(heard, {
            init: ({ datasource }) => void datasource.DataSource.create('made', 'events'),
            onLoss: ({ datasource, packet }) => {
              packet.Packet.emit(datasource.DataSource.open('made').newPacket(1));
              if (calls++ === 0) throw refusal('no');
            },
          }),
        ],
      },
      async (input) => {
        for (const pid of [1, 2]) {
          input.lost(pid);
          await input.push([{ pid }]);
        }
      },
    );
    expect(heard).toEqual(['0: 1 overflow', '1 rows', '0: 2 overflow', '1 rows', 'stop']);
    expect(failures).toEqual(['listener on-loss open 0']);
    expect(rowsOut).toBe(3);
    expect(stats.sources.find(({ name }) => name === 'made')).toMatchObject({ rows: 1, rowsOut: 1 });
    expect(stats.gadgets[0]).toMatchObject({ failures: 1, dead: false, packets: 2, rowsEmitted: 1 });
    expect(stats.gadgets.map(imbalance)).toEqual([0]);
  });

  test('that traps leaves it dead: no packet, no stop, and rows that fail', async () => {
    const heard: string[] = [];
    const { stats, failures, rowsOut } = await flow(
      {
        maxRestarts: 0,
        gadgets: [
          listener(heard, {
            onLoss: () => {
              throw new Error('unreachable');
            },
          }),
        ],
      },
      async (input) => {
        input.lost(1);
        await input.push([{ pid: 1 }]);
        input.lost(1);
        await input.push([{ pid: 1 }]);
      },
    );
    expect(heard).toEqual(['0: 1 overflow']);
    expect(failures).toEqual(['listener on-loss open 0']);
    expect(rowsOut).toBe(0);
    expect(stats.gadgets[0]).toMatchObject({ dead: true, failures: 1, packets: 0, rowsIn: 2, rowsFailed: 2 });
  });

  test('that traps before stop is not stopped', async () => {
    const heard: string[] = [];
    const trap = (): never => {
      throw new Error('unreachable');
    };
    const { failures } = await flow({ gadgets: [listener(heard, { onLoss: trap })] }, async (input) =>
      input.lost(1),
    );
    expect([heard, failures]).toEqual([['0: 1 overflow'], ['listener on-loss open 0']]);
  });

  test('ends the run where a failure is to', async () => {
    const heard: string[] = [];
    const { rowsOut } = await flow(
      {
        gadgets: [
          listener(
            heard,
            {
              onLoss: () => {
                throw refusal('no');
              },
            },
            { onFailure: 'stop-run' },
          ),
        ],
      },
      async (input, run) => {
        input.lost(1);
        await input.push([{ pid: 1 }]);
        await run.done;
      },
    );
    expect(heard).toEqual(['0: 1 overflow', '1 rows', 'stop']);
    expect(rowsOut).toBe(1);
  });
});

test('what stop of a gadget before emits in vain counts for those behind', async () => {
  const heard: string[] = [];
  const run = await createRun({
    gadgets: [
      nativeGadget('maker', {
        init: ({ datasource }) => void datasource.DataSource.create('open', 'events'),
        start: ({ datasource, packet }) =>
          packet.Packet.emit(datasource.DataSource.open('open').newPacket(2)),
      }),
      listener(heard),
      nativeGadget('bad', {
        start: () => {
          throw refusal('no');
        },
      }),
    ],
  });
  await expect(run.start()).rejects.toMatchObject({ gadget: 'bad' });
  expect(heard).toEqual(['0: 2 other', 'stop']);
});

test('a profile has the calls of on-loss', async () => {
  const run = await createRun({ profile: true, gadgets: [listener([])], sources: { open } });
  await run.start();
  run.source('open').lost(1);
  await run.source('open').push([{ pid: 1 }]);
  await run.close();
  expect(run.profile!.gadgets[0]!.hooks.map(({ name, calls }) => [name, calls])).toEqual([
    ['init', 1],
    ['start', 1],
    ['on-loss', 1],
    ['on-packet', 1],
    ['stop', 1],
  ]);
});

test('rows that are lost in answer to a failing on-loss are told once, not for ever', async () => {
  const heard: string[] = [];
  const run: Run = await createRun({
    gadgets: [
      listener(heard, {
        onLoss: () => {
          throw refusal('no');
        },
      }),
    ],
    sources: { open },
    onFailure: () => run.source('open').lost(1),
  });
  await run.start();
  run.source('open').lost(1);
  await run.source('open').push([{ pid: 1 }]);
  expect(heard).toEqual(['0: 1 overflow', '1 rows']);
  run.source('open').end();
  await run.done;
});
