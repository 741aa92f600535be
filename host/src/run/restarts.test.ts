import { describe, expect, onTestFinished, test } from 'vitest';
import type { DataSource } from '../api/datasource.ts';
import type { Field } from '../api/field.ts';
import { componentDigest } from '../component/digest.ts';
import { observer } from '../lowering/observer.fixture.ts';
import { createRun } from './create-run.ts';
import { type FakePlatform, fakePlatform } from './fake-platform.fixture.ts';
import { nativeGadget, type NativeHooks, refusal } from './native-gadget.fixture.ts';
import type { FailureReport, GadgetSpec, RunOptions } from './options.ts';
import type { Run, RunResult } from './run.ts';

const sources = { open: { schema: { pid: 'uint32' } } } as const;

interface Staged {
  run: Run;
  platform: FakePlatform;
  failures: FailureReport[];
  logs: string[];
  /** Rows that left the chain, of all sources. */
  rows: Record<string, unknown>[];
  push(pid: number): Promise<void>;
  close(): Promise<RunResult>;
}

/** What is due has happened when `advance` is over, also what waits for turns of the event loop. */
function settling(platform: FakePlatform): FakePlatform {
  return {
    ...platform,
    advance: async (milliseconds) => {
      await platform.advance(milliseconds);
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

async function stage(gadgets: readonly GadgetSpec[], more: Partial<RunOptions> = {}): Promise<Staged> {
  const platform = settling(fakePlatform());
  const failures: FailureReport[] = [];
  const logs: string[] = [];
  const rows: Record<string, unknown>[] = [];
  const run = await createRun({
    gadgets,
    sources,
    platform,
    outputs: [
      {
        fields: ({ fields }) => fields,
        write: (packet) => void rows.push(...packet.rows()),
        close() {},
      },
    ],
    onFailure: (report) => void failures.push(report),
    onLog: ({ message }) => void logs.push(message),
    ...more,
  });
  onTestFinished(async () => void (await run.close()));
  await run.start();
  return {
    ...{ run, platform, failures, logs, rows },
    push: async (pid) => {
      await run.source('open').push([{ pid }]);
      // What is started again at once has been.
      await platform.advance(0);
    },
    close: () => run.close(),
  };
}

/** A gadget that subscribes to `open` and traps on rows with these numbers. */
function falling(on: readonly number[], also: NativeHooks = {}, spec: Partial<GadgetSpec> = {}): GadgetSpec {
  let pid: Field;
  return nativeGadget(
    'falling',
    {
      ...also,
      init: (api) => {
        const open = api.datasource.DataSource.open('open');
        pid = open.getField('pid');
        open.subscribe();
        also.init?.(api);
      },
      onPacket: (api, packet, subscription) => {
        if (on.includes(pid.getU32(packet, 0))) throw new Error('unreachable');
        return also.onPacket?.(api, packet, subscription);
      },
    },
    spec,
  );
}

test('a gadget that falls is started again at once: only the rows of the call that failed are missing', async () => {
  const { run, rows, failures, logs, push, close } = await stage([falling([2, 4])]);
  for (const pid of [1, 2, 3]) await push(pid);
  expect(rows).toEqual([{ pid: 1 }, { pid: 3 }]);
  expect(failures).toMatchObject([
    { gadget: 'falling', hook: 'on-packet', restartMs: 0, rows: 1, error: { code: 'E_GADGET_TRAP' } },
  ]);
  expect(logs).toEqual(['falling has been started again']);
  expect(run.stats.gadgets).toMatchObject([
    { restarts: 1, dead: false, rowsIn: 3, rowsOut: 2, rowsFailed: 1, packets: 3 },
  ]);
  const { failure, failures: count } = await close();
  expect([failure?.code, count]).toEqual(['E_GADGET_TRAP', 1]);
});

test('the more often it falls, the longer it is down, and its rows do not pass meanwhile', async () => {
  const { run, platform, rows, failures, push } = await stage([falling([0])]);
  for (const wait of [0, 100, 200, 400, 800]) {
    await push(0);
    expect(failures.at(-1)).toMatchObject({ restartMs: wait });
    if (wait === 0) continue;
    await push(1);
    await platform.advance(wait - 1);
    await push(2);
    expect(run.stats.gadgets[0]).toMatchObject({ dead: true });
    await platform.advance(1);
    expect(run.stats.gadgets[0]).toMatchObject({ dead: false });
  }
  await push(3);
  expect(rows).toEqual([{ pid: 3 }]);
  // The sixth time within a minute.
  await push(0);
  expect(failures.at(-1)).not.toHaveProperty('restartMs');
  await platform.advance(100_000);
  await push(4);
  expect(rows).toEqual([{ pid: 3 }]);
  expect(run.stats.gadgets).toMatchObject([{ restarts: 5, dead: true, failures: 6, rowsFailed: 15 }]);
  expect(run.stats.sources).toMatchObject([{ rows: 16, rowsFailed: 15, rowsOut: 1, lost: 0 }]);
});

test('restarts of more than a minute ago do not count', async () => {
  const { platform, failures, push } = await stage([falling([0])], { maxRestarts: 1 });
  for (let minute = 0; minute < 3; minute++) {
    await push(0);
    expect(failures.at(-1)).toMatchObject({ restartMs: 0 });
    await platform.advance(60_000);
  }
});

test('it gets back its sources, fields and subscriptions, and sees what it saw at first', async () => {
  const seen: unknown[] = [];
  let mine: DataSource;
  let added: Field;
  let number: Field;
  const maker = falling([2], {
    init: ({ datasource }) => {
      const open = datasource.DataSource.open('open');
      seen.push(open.fields().map((field) => field.name()));
      added = open.addField('twice', 'uint32');
      added.addTag('made');
      added.annotate('unit', 'rows');
      mine = datasource.DataSource.create('mine', 'events');
      number = mine.addField('number', 'uint32');
    },
    start: ({ packet }) => {
      const made = mine.newPacket(1);
      number.setU32(made, 0, 7);
      packet.Packet.emit(made);
    },
    onPacket: (_, packet) => added.setU32(packet, 0, 2),
  });
  const behind = nativeGadget('behind', {
    init: ({ datasource }) => {
      const open = datasource.DataSource.open('open');
      open.getField('twice').annotate('seen', 'yes');
      open.addField('later', 'text');
      datasource.DataSource.create('of others', 'events');
      datasource.DataSource.open('mine').subscribe();
    },
    onPacket: (_, packet) => void seen.push(`mine: ${packet.len()}`),
  });
  const { run, rows, push, failures } = await stage([
    { ...maker, annotations: { open: { pid: { a: 'b' } } } },
    behind,
  ]);
  for (const pid of [1, 2, 3]) await push(pid);
  expect(failures).toHaveLength(1);
  expect(rows).toEqual([{ number: 7 }, { pid: 1, twice: 2 }, { number: 7 }, { pid: 3, twice: 2 }]);
  const names = ['pid'];
  expect(seen).toEqual([names, 'mine: 1', names, 'mine: 1']);
  expect(run.dataSources.map(({ name, fields }) => [name, fields.map((field) => field.name)])).toEqual([
    ['open', ['pid', 'twice', 'later']],
    ['mine', ['number']],
    ['of others', []],
  ]);
  const [pid, twice] = run.dataSources[0]!.fields;
  expect([[...pid!.annotations], [...twice!.annotations], twice!.tags]).toEqual([
    [['a', 'b']],
    [
      ['unit', 'rows'],
      ['seen', 'yes'],
    ],
    ['made'],
  ]);
});

describe('one that declares something else stays down', () => {
  type Api = Parameters<NonNullable<NativeHooks['init']>>[0];
  const open = ({ datasource }: Api): DataSource => datasource.DataSource.open('open');
  const different: Record<string, [first: (api: Api) => void, again: (api: Api) => void]> = {
    'a source less': [({ datasource }) => void datasource.DataSource.create('mine', 'events'), () => {}],
    'a source more': [() => {}, ({ datasource }) => void datasource.DataSource.create('mine', 'events')],
    'another delivery': [
      ({ datasource }) => void datasource.DataSource.create('mine', 'events'),
      ({ datasource }) => void datasource.DataSource.create('mine', 'snapshots'),
    ],
    'a field less': [(api) => void open(api).addField('more', 'uint32'), () => {}],
    'a field more': [() => {}, (api) => void open(api).addField('more', 'uint32')],
    'another kind': [
      (api) => void open(api).addField('more', 'uint32'),
      (api) => void open(api).addField('more', 'uint64'),
    ],
    'another annotation': [
      (api) => open(api).getField('pid').annotate('a', 'b'),
      (api) => open(api).getField('pid').annotate('a', 'c'),
    ],
    'another tag': [() => {}, (api) => open(api).getField('pid').addTag('a')],
    'a hidden source': [() => {}, (api) => open(api).setHidden(true)],
  };
  test.each(Object.keys(different))('%s', async (name) => {
    const [first, again] = different[name]!;
    let inits = 0;
    const gadget = falling([0], { init: (api) => (inits++ === 0 ? first(api) : again(api)) });
    const { run, failures, rows, push, platform } = await stage([gadget]);
    const before = run.dataSources.map(({ name, fields }) => [name, fields.length]);
    await push(0);
    await push(1);
    expect(failures).toMatchObject([
      { hook: 'on-packet', restartMs: 0 },
      { hook: 'init', error: { code: 'E_RESTART_SCHEMA', blame: 'guest', gadget: 'falling' }, rows: 0 },
    ]);
    expect(failures[1]).not.toHaveProperty('restartMs');
    await platform.advance(60_000);
    expect(inits).toBe(2);
    expect(rows).toEqual([]);
    expect(run.stats.gadgets).toMatchObject([{ dead: true, restarts: 0, failures: 2, rowsFailed: 2 }]);
    expect(run.dataSources.map(({ name, fields }) => [name, fields.length])).toEqual(before);
  });

  test('another subscription', async () => {
    let inits = 0;
    const gadget = nativeGadget('falling', {
      init: ({ datasource }) => {
        if (inits++ === 0) datasource.DataSource.open('open').subscribe();
      },
      onPacket: () => {
        throw new Error('unreachable');
      },
    });
    const { failures, push } = await stage([gadget]);
    await push(0);
    expect(failures[1]).toMatchObject({
      error: {
        code: 'E_RESTART_SCHEMA',
        details: { difference: 'its init has subscribed to nothing instead of open' },
      },
    });
  });
});

test('an init that fails again is tried again, later', async () => {
  let inits = 0;
  const gadget = falling([0], {
    init: () => {
      if (++inits === 2) throw refusal('not yet');
    },
  });
  const { run, failures, rows, platform, push } = await stage([gadget]);
  await push(0);
  expect(failures).toMatchObject([
    { restartMs: 0 },
    { hook: 'init', error: { code: 'E_GADGET_ERROR' }, restartMs: 100 },
  ]);
  await platform.advance(100);
  await push(1);
  expect(rows).toEqual([{ pid: 1 }]);
  expect(run.stats.gadgets).toMatchObject([{ restarts: 1, failures: 2 }]);
});

test('an instance that can not be made again is tried again, later', async () => {
  let made = 0;
  const gadget = falling([0]);
  const failing: GadgetSpec = {
    ...gadget,
    instantiate: (imports) => {
      if (++made === 2) throw new Error('no room');
      return gadget.instantiate!(imports);
    },
  };
  const { failures, rows, platform, push } = await stage([failing]);
  await push(0);
  expect(failures[1]).toMatchObject({
    hook: 'instantiate',
    error: { code: 'E_INSTANTIATE' },
    restartMs: 100,
  });
  await platform.advance(100);
  await push(1);
  expect(rows).toEqual([{ pid: 1 }]);
});

test('timers of the instance that fell are gone, those of the new one tick', async () => {
  const ticks: string[] = [];
  let life = 0;
  const gadget = nativeGadget('ticking', {
    init: ({ timer }) => void timer.every(++life === 1 ? 10 : 25),
    onTick: (_, timer) => {
      ticks.push(`${life}: ${timer}`);
      if (life === 1) throw new Error('unreachable');
    },
  });
  const { run, platform, failures } = await stage([gadget], { sources: {} });
  await platform.advance(10);
  expect(failures).toMatchObject([{ hook: 'on-tick', restartMs: 0 }]);
  await platform.advance(10);
  await platform.advance(15);
  expect(ticks).toEqual(['1: 0', '2: 0']);
  expect(run.stats.gadgets).toMatchObject([{ ticks: 2, restarts: 1 }]);
});

test('a run of timers alone waits for a gadget that is down, and ends when that stays down', async () => {
  const gadget = nativeGadget('ticking', {
    init: ({ timer }) => void timer.every(10),
    onTick: () => {
      throw new Error('unreachable');
    },
  });
  const { run, platform } = await stage([gadget], { sources: {}, maxRestarts: 2 });
  await platform.advance(10);
  await platform.advance(10);
  expect(run.stats.gadgets).toMatchObject([{ restarts: 1, dead: true }]);
  await platform.advance(100);
  expect(run.stats.gadgets).toMatchObject([{ restarts: 2, dead: false }]);
  await platform.advance(10);
  expect((await run.done).stats.gadgets).toMatchObject([{ dead: true, failures: 3 }]);
});

test('a subscription that was ended is there again', async () => {
  const gadget = falling([0], { onPacket: ({ datasource }) => datasource.unsubscribe(0) });
  const ticking: GadgetSpec = nativeGadget('other', { init: () => {} });
  const { run, rows, push } = await stage([gadget, ticking]);
  await push(0);
  await push(1);
  await push(2);
  expect(rows).toEqual([{ pid: 1 }, { pid: 2 }]);
  expect(run.stats.gadgets[0]).toMatchObject({ packets: 2, rowsIn: 2 });
});

test('the run ends while a gadget is down', async () => {
  const stops: string[] = [];
  const { push, close } = await stage([falling([0], { stop: () => void stops.push('stop') })]);
  await push(0);
  await push(0);
  const { stats } = await close();
  expect(stats.gadgets).toMatchObject([{ dead: true, restarts: 1 }]);
  expect(stops).toEqual([]);
});

test.each([
  ['nobody wants it', { maxRestarts: 0 }, {}],
  ['the run is to stop', {}, { onFailure: 'stop-run' as const }],
])('it stays down when %s', async (_, options, spec) => {
  const { run, push, failures } = await stage([falling([0], {}, spec)], options);
  await push(0);
  expect(failures[0]).not.toHaveProperty('restartMs');
  expect(run.stats.gadgets).toMatchObject([{ dead: true, restarts: 0 }]);
});

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%d restarts are refused', async (maxRestarts) => {
  await expect(createRun({ gadgets: [], maxRestarts })).rejects.toMatchObject({ code: 'E_USAGE' });
});

describe.each(['inline', 'worker'] as const)('a component, %s,', (isolation) => {
  test('has new memory and fuel, and counts go on', async () => {
    // Falls in every second call of an instance: memory is not what it was.
    const text = {
      onPacket:
        '(if (i32.load (i32.const 8)) (then unreachable)) (i32.store (i32.const 8) (i32.const 1)) (i32.const 32)',
    };
    const component = await observer(text);
    const gadget = { name: 'first', version: '1.2.3', component };
    const { run, platform, failures } = await stage([gadget], {
      sources: { src: { schema: { pid: 'uint32' } } },
      isolation,
      fuel: 1000,
      maxRestarts: 100,
    });
    const input = run.source('src');
    let fuel = 0;
    for (let pid = 0; pid < 7; pid++) {
      await input.push([{ pid }]);
      await platform.advance(60_000);
      const [stats] = run.stats.gadgets;
      expect(stats!.fuel).toBeGreaterThan(fuel);
      fuel = stats!.fuel!;
    }
    expect(failures).toHaveLength(3);
    expect(failures[0]).toMatchObject({ version: '1.2.3', digest: componentDigest(component), packet: 2 });
    expect(failures[0]!.backtrace).toMatchObject([
      { function: expect.any(Number), offset: expect.any(Number) },
    ]);
    expect(run.stats.gadgets).toMatchObject([
      { restarts: 3, packets: 7, rowsOut: 4, rowsFailed: 3, memoryBytes: 65_536 },
    ]);
  });
});
