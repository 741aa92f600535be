import { describe, expect, test } from 'vitest';
import type { DataSource } from '../api/datasource.ts';
import type { Field } from '../api/field.ts';
import type { Packet as PacketHandle } from '../api/packet.ts';
import { packetOfColumns } from '../data/packet-columns.ts';
import type { Output } from '../outputs/output.ts';
import { createRun } from './create-run.ts';
import type { GadgetSpec, RunOptions } from './options.ts';
import type { Run } from './run.ts';
import { ownName } from '../versions/own-name.fixture.ts';

type Api = {
  DataSource: { open(name: string): DataSource; create(name: string, delivery: string): DataSource };
  Packet: { emit(packet: PacketHandle): void };
  every: (this: void, ms: number) => number;
  requested: (field: Field) => boolean;
};
type Hooks = {
  init?: (api: Api) => void;
  start?: (api: Api) => void;
  stop?: (api: Api) => void;
  onPacket?: (api: Api, packet: PacketHandle, subscription: number) => 'keep' | 'discard' | void;
  onTick?: (api: Api, timer: number) => void;
};

/** A gadget that runs as JavaScript against the host's own objects. */
function gadget(name: string, hooks: Hooks, more: Partial<GadgetSpec> = {}): GadgetSpec {
  return {
    name,
    ...more,
    instantiate: (imports) => {
      const { DataSource } = imports[ownName('datasource')] as Api;
      const { Packet } = imports[ownName('packet')] as Api;
      const { every } = imports[ownName('timer')] as Api;
      const api: Api = { DataSource, Packet, every, requested: (field) => field.requested() };
      return {
        lifecycle: {
          init: () => hooks.init?.(api),
          start: () => hooks.start?.(api),
          stop: () => hooks.stop?.(api),
        },
        ...(hooks.onPacket && {
          handler: {
            onPacket: (subscription: number, packet: PacketHandle) => {
              try {
                return hooks.onPacket?.(api, packet, subscription) ?? 'keep';
              } finally {
                packet[Symbol.dispose]();
              }
            },
          },
        }),
        ...(hooks.onTick && { ticker: { onTick: (timer: number) => hooks.onTick?.(api, timer) } }),
      };
    },
  };
}

const open = { schema: { pid: 'uint32', name: 'text' } } as const;

async function flow(options: Partial<RunOptions>, feed: (run: Run) => Promise<void>, output = 'open') {
  const failures: string[] = [];
  const run = await createRun({
    gadgets: [],
    sources: { open },
    onFailure: (report) =>
      failures.push(`${report.gadget} ${report.hook} ${report.error.code} ${report.rows}`),
    ...options,
  });
  const rows: Record<string, unknown>[] = [];
  const packets: number[] = [];
  const iterable = run.output(output);
  const reading = (async () => {
    for await (const packet of iterable) {
      packets.push(packet.length);
      rows.push(...packet.rows());
    }
  })();
  await run.start();
  await feed(run);
  const result = await run.close();
  await reading;
  return { rows, packets, result, failures };
}

const subscribes: Hooks['init'] = (api) => void api.DataSource.open('open').subscribe();

test('rows pass a chain in its order, each gadget sees what the one before did', async () => {
  let first: Field;
  let second: Field;
  const { rows, result } = await flow(
    {
      gadgets: [
        gadget('a', {
          init: (api) => {
            const source = api.DataSource.open('open');
            first = source.getField('NAME');
            source.subscribe();
          },
          onPacket: (_, packet) => {
            for (let row = 0; row < packet.len(); row++)
              first.setText(packet, row, first.getText(packet, row) + 'a');
          },
        }),
        gadget('b', {
          init: (api) => {
            const source = api.DataSource.open('open');
            second = source.getField('name');
            source.subscribe();
          },
          onPacket: (_, packet) => {
            for (let row = 0; row < packet.len(); row++) {
              second.setText(packet, row, second.getText(packet, row) + 'b');
              if (row === 0) packet.discard(row);
            }
          },
        }),
      ],
    },
    (run) => run.source('open').push([{ pid: 1, name: 'x' }, { pid: 2, name: 'y' }, { pid: 3 }]),
  );
  expect(rows).toEqual([
    { pid: 2, name: 'yab' },
    { pid: 3, name: 'ab' },
  ]);
  const [a, b] = result.stats.gadgets;
  expect(a).toMatchObject({ rowsIn: 3, rowsOut: 3, rowsDiscarded: 0, handlesLeaked: 0 });
  expect(b).toMatchObject({ rowsIn: 3, rowsOut: 2, rowsDiscarded: 1 });
  expect(result.failure).toBeUndefined();
});

test('a failed call undoes its writes, appended rows, discards and emits; the next call works', async () => {
  let field: Field;
  let calls = 0;
  const { rows, failures, result } = await flow(
    {
      gadgets: [
        gadget(
          'f',
          {
            init: (api) => {
              const source = api.DataSource.open('open');
              field = source.getField('name');
              source.subscribe();
              api.DataSource.create('mine', 'events').addField('x', 'text');
            },
            onPacket: (api, packet) => {
              field.setText(packet, 0, 'changed');
              packet.append(2);
              packet.discard(0);
              api.Packet.emit(api.DataSource.open('mine').newPacket(1));
              if (calls++ === 0) throw { payload: { tag: 'other', val: 'no' } };
            },
          },
          { onFailure: 'keep' },
        ),
      ],
    },
    async (run) => {
      await run.source('open').push([{ name: 'kept' }]);
      await run.source('open').push([{ pid: 7, name: 'gone' }]);
    },
  );
  expect(failures).toEqual(['f on-packet E_GADGET_ERROR 0']);
  expect(rows).toEqual([{ name: 'kept' }, {}, {}]);
  expect(result.stats.sources.find(({ name }) => name === 'mine')).toMatchObject({ rows: 1 });
  expect(result.failure?.code).toBe('E_GADGET_ERROR');
});

test('a trap ends the gadget, not the run: its rows do not pass and are counted', async () => {
  let calls = 0;
  const { rows, failures, result } = await flow(
    {
      maxRestarts: 0,
      gadgets: [
        gadget('t', {
          init: subscribes,
          onPacket: () => {
            if (calls++ === 1) throw new Error('unreachable');
          },
        }),
      ],
    },
    async (run) => {
      for (let pid = 0; pid < 4; pid++) await run.source('open').push([{ pid }]);
    },
  );
  expect(rows).toEqual([{ pid: 0 }]);
  expect(failures).toEqual(['t on-packet E_GADGET_TRAP 1']);
  expect(result.stats.gadgets[0]).toMatchObject({
    rowsIn: 4,
    rowsOut: 1,
    rowsFailed: 3,
    failures: 1,
    dead: true,
  });
});

test('what start emits waits until all have started; what stop emits still reaches those behind', async () => {
  const seen: string[] = [];
  const { rows } = await flow(
    {
      gadgets: [
        gadget('maker', {
          init: (api) => void api.DataSource.create('made', 'events').addField('n', 'uint8'),
          start: (api) => {
            seen.push('maker started');
            api.Packet.emit(api.DataSource.open('made').newPacket(1));
          },
          stop: (api) => api.Packet.emit(api.DataSource.open('made').newPacket(2)),
        }),
        gadget('taker', {
          init: (api) => void api.DataSource.open('made').subscribe(),
          start: () => void seen.push('taker started'),
          onPacket: (_, packet) => void seen.push(`taker got ${packet.len()}`),
          stop: () => void seen.push('taker stopped'),
        }),
      ],
    },
    () => Promise.resolve(),
    'made',
  );
  expect(seen).toEqual(['maker started', 'taker started', 'taker got 1', 'taker got 2', 'taker stopped']);
  expect(rows).toHaveLength(3);
});

test('emitting is busy while too many packets wait, and goes on in a later call', async () => {
  const tags: unknown[] = [];
  const send = (api: Api): void => {
    for (let packet = 0; packet < 3; packet++) {
      try {
        api.Packet.emit(api.DataSource.open('own').newPacket(1));
        tags.push('sent');
      } catch (failure) {
        tags.push((failure as { payload: { tag: string } }).payload.tag);
      }
    }
  };
  const maker = gadget('maker', {
    init: (api) => void api.DataSource.create('own', 'events'),
    start: send,
    stop: send,
  });
  const { rows } = await flow(
    { limits: { maxQueuedPackets: 2 }, gadgets: [maker] },
    () => Promise.resolve(),
    'own',
  );
  expect(tags).toEqual(['sent', 'sent', 'busy', 'sent', 'sent', 'busy']);
  expect(rows).toHaveLength(4);
});

test('a gadget that feeds itself ends with limit-exceeded', async () => {
  const tags: unknown[] = [];
  await flow(
    {
      limits: { maxEmitDepth: 5 },
      gadgets: [
        gadget('loop', {
          init: (api) => void api.DataSource.create('own', 'snapshots').subscribe(),
          start: (api) => api.Packet.emit(api.DataSource.open('own').newPacket(0)),
          onPacket: (api) => {
            try {
              api.Packet.emit(api.DataSource.open('own').newPacket(0));
              tags.push('sent');
            } catch (failure) {
              tags.push((failure as { payload: { tag: string } }).payload.tag);
            }
          },
        }),
      ],
    },
    () => Promise.resolve(),
    'own',
  );
  expect(tags).toEqual(['sent', 'sent', 'sent', 'sent', 'limit-exceeded']);
});

test('events are cut at the row limit, empty ones go no further, snapshots are neither', async () => {
  const { packets } = await flow({ limits: { maxPacketRows: 2 } }, async (run) => {
    await run.source('open').pushColumns({ pid: new Uint32Array([1, 2, 3, 4, 5]) });
    await run.source('open').push([]);
  });
  expect(packets).toEqual([2, 2, 1]);
  const snapshots = { ...open, delivery: 'snapshots' } as const;
  const whole = await flow({ limits: { maxPacketRows: 2 }, sources: { open: snapshots } }, async (run) => {
    await run.source('open').pushColumns({ pid: [1, 2, 3] });
    await run.source('open').push([]);
  });
  expect(whole.packets).toEqual([3, 0]);
});

describe('a pushed packet', () => {
  const started = async (options: Partial<RunOptions> = {}): Promise<Run> => {
    const run = await createRun({ gadgets: [], sources: { open }, ...options });
    await run.start();
    return run;
  };

  test('has gone through on return, also the second time', async () => {
    const sink: number[] = [];
    const output: Output = {
      fields: ({ fields }) => fields,
      write: (packet) => void sink.push(...[...packet.rows()].map(({ pid }) => pid as number)),
      close() {},
    };
    const run = await started({ outputs: [output] });
    const input = run.source('open');
    const packet = packetOfColumns(input.source, { pid: [1, 2] });
    expect(input.pushPacket(packet)).toBeUndefined();
    expect(input.pushPacket(packet)).toBeUndefined();
    expect(sink).toEqual([1, 2, 1, 2]);
    await run.close();
  });

  test('waits where an output does', async () => {
    let take = (): void => {};
    const output: Output = {
      fields: ({ fields }) => fields,
      write: () => new Promise((resolve) => (take = resolve)),
      close() {},
    };
    const run = await started({ outputs: [output] });
    const input = run.source('open');
    const waiting = input.pushPacket(packetOfColumns(input.source, { pid: [1] }));
    expect(waiting).toBeInstanceOf(Promise);
    take();
    await waiting;
    await run.close();
  });

  test('is of this source, and comes while the run does', async () => {
    const run = await started({ sources: { open, other: open } });
    const [input, other] = [run.source('open'), run.source('other')];
    const packet = packetOfColumns(input.source, { pid: [1] });
    expect(() => other.pushPacket(packet)).toThrow(expect.objectContaining({ code: 'E_USAGE' }));
    input.end();
    expect(() => input.pushPacket(packet)).toThrow(/open has ended/);
    await run.close();
  });
});

test('requested: true in init, exact from start: outputs print it, or a later gadget obtained it', async () => {
  const asked: Record<string, boolean> = {};
  let mine: Field[];
  await flow(
    {
      gadgets: [
        gadget('a', {
          init: (api) => {
            const source = api.DataSource.open('open');
            mine = ['x', 'y', 'z'].map((name) => source.addField(name, 'text'));
            mine[2]!.setHidden(true);
            mine[0]!.setHidden(true);
            asked['in init'] = mine[2]!.requested();
          },
          start: () => mine.forEach((field) => (asked[field.name()] = field.requested())),
        }),
        gadget('b', { init: (api) => void api.DataSource.open('open').getField('x') }),
      ],
    },
    () => Promise.resolve(),
  );
  expect(asked).toEqual({ 'in init': true, x: true, y: true, z: false });
});

test('when a start fails nothing flows: who never started gets no packet, and what others emitted is lost', async () => {
  const seen: string[] = [];
  const emit = (api: Api): void => api.Packet.emit(api.DataSource.open('own').newPacket(2));
  const run = await createRun({
    gadgets: [
      gadget('maker', {
        init: (api) => void api.DataSource.create('own', 'events'),
        start: emit,
        stop: emit,
      }),
      gadget('taker', {
        init: (api) => void api.DataSource.open('own').subscribe(),
        start: () => {
          throw new Error('no');
        },
        onPacket: () => void seen.push('packet'),
      }),
    ],
    outputs: [
      {
        fields: ({ fields }) => fields,
        write: () => void seen.push('row'),
        close() {},
      },
    ],
  });
  await expect(run.start()).rejects.toMatchObject({ gadget: 'taker' });
  expect(seen).toEqual([]);
  expect(run.stats.sources).toMatchObject([{ name: 'own', rows: 4, lost: 4, rowsOut: 0 }]);
});

test('a failed init ends the run with its reason and nobody is stopped who never started', async () => {
  const calls: string[] = [];
  const run = await createRun({
    gadgets: [
      gadget('ok', { start: () => void calls.push('start'), stop: () => void calls.push('stop') }),
      gadget('bad', {
        init: (api) => void api.DataSource.open('nowhere'),
      }),
    ],
  });
  await expect(run.start()).rejects.toMatchObject({
    code: 'E_GADGET_ERROR',
    message: 'bad failed in init: not-found: there is no source nowhere',
  });
  expect(calls).toEqual([]);
  expect((await run.done).failure?.gadget).toBe('bad');
  await run.close();
  await run.close();
});

test('kept packet handles expire, leaks are counted', async () => {
  let kept: PacketHandle;
  let field: Field;
  const tags: string[] = [];
  const run = await createRun({
    sources: { open },
    gadgets: [
      {
        name: 'keeper',
        instantiate: (imports) => ({
          lifecycle: {
            init: () => {
              const { DataSource } = imports[ownName('datasource')] as Api;
              const source = DataSource.open('open');
              field = source.getField('pid');
              source.subscribe();
            },
            start: () => {},
            stop: () => {
              try {
                field.getU32(kept, 0);
              } catch (failure) {
                tags.push((failure as { payload: { tag: string } }).payload.tag);
              }
            },
          },
          handler: {
            onPacket: (_: number, packet: PacketHandle) => {
              kept = packet;
              return 'keep';
            },
          },
        }),
      },
    ],
  });
  await run.start();
  await run.source('open').push([{ pid: 1 }]);
  const { stats } = await run.close();
  expect(tags).toEqual(['expired']);
  expect(stats.gadgets[0]).toMatchObject({ handlesLeaked: 1, handlesOpen: 3 });
});

test('timers tick between start and stop, late ticks merge, cancelled ones never come', async () => {
  let callbacks: { due: number; callback: () => void }[] = [];
  let now = 0;
  const platform = {
    wallNs: () => 0n,
    monotonicNs: () => BigInt(now) * 1_000_000n,
    seed: () => [1n, 2n] as const,
    setTimer: (ms: number, callback: () => void) => {
      const entry = { due: now + ms, callback };
      callbacks.push(entry);
      return () => (callbacks = callbacks.filter((other) => other !== entry));
    },
  };
  const advance = async (ms: number) => {
    now += ms;
    const due = callbacks.filter((entry) => entry.due <= now);
    callbacks = callbacks.filter((entry) => entry.due > now);
    for (const entry of due) entry.callback();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const ticks: number[] = [];
  const run = await createRun({
    platform,
    gadgets: [
      gadget('t', {
        init: (api) => void api.every(100),
        onTick: (api, timer) => {
          ticks.push(timer);
          if (ticks.length === 1) api.every(1000);
        },
      }),
    ],
  });
  await run.start();
  await advance(99);
  expect(ticks).toEqual([]);
  await advance(1);
  await advance(350);
  expect(ticks).toEqual([0, 0]);
  await advance(49);
  expect(ticks).toEqual([0, 0]);
  await advance(1);
  expect(ticks).toEqual([0, 0, 0]);
  await run.close();
  await advance(5000);
  expect(ticks).toEqual([0, 0, 0]);
});

test('pushing waits for slow outputs and closing is idempotent', async () => {
  const run = await createRun({ gadgets: [], sources: { open } });
  const output = run.output('open');
  await run.start();
  const pushes: number[] = [];
  const pushing = (async () => {
    for (let pid = 0; pid < 20; pid++) {
      await run.source('open').push([{ pid }]);
      pushes.push(pid);
    }
    run.source('open').end();
  })();
  await new Promise((resolve) => setImmediate(resolve));
  expect(pushes.length).toBeLessThan(20);
  let rows = 0;
  for await (const packet of output) rows += packet.length;
  await pushing;
  expect(rows).toBe(20);
  expect((await run.done).failure).toBeUndefined();
  expect(await run.close()).toEqual(await run.done);
});

test('notes of the operator come after those of the gadget and never replace them', async () => {
  const warnings: string[] = [];
  const run = await createRun({
    sources: { open },
    onLog: (record) => warnings.push(record.message),
    gadgets: [
      gadget(
        'n',
        {
          init: (api) => {
            const field = api.DataSource.open('open').addField('age', 'uint64');
            field.annotate('description', 'its own');
          },
        },
        { annotations: { open: { age: { description: 'theirs', 'value.unit': 'ns' }, gone: { a: 'b' } } } },
      ),
    ],
  });
  await run.start();
  const [source] = run.dataSources;
  expect(Object.fromEntries(source!.field('age')!.annotations)).toEqual({
    description: 'its own',
    'value.unit': 'ns',
  });
  expect(warnings).toEqual(['n: there is no field open.gone to annotate']);
  await run.close();
});

test('a callback that throws ends the run and blames the embedder, not the gadget', async () => {
  const run = await createRun({
    sources: { open },
    onLog: () => {
      throw new Error('no paper');
    },
    gadgets: [
      {
        name: 'l',
        instantiate: (imports) => {
          const { log } = imports[ownName('logging')] as {
            log: (level: string, text: string) => void;
          };
          return { lifecycle: { init: () => log('info', 'x'), start: () => {}, stop: () => {} } };
        },
      },
    ],
  });
  await run.start();
  expect((await run.done).failure).toMatchObject({ code: 'E_EMBEDDER', message: 'onLog threw: no paper' });
});

test('rows that do not fit are refused with row and field, and the run goes on', async () => {
  const { rows } = await flow({}, async (run) => {
    const input = run.source('open');
    await expect(input.push([{ pid: 1 }, { pid: -1 }])).rejects.toMatchObject({ code: 'E_SOURCE_ROW' });
    await expect(input.push([{ pdi: 1 }])).rejects.toThrow('open has no field pdi');
    await input.push([{ pid: 2 }]);
  });
  expect(rows).toEqual([{ pid: 2 }]);
});
