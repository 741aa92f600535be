import { describe, expect, onTestFinished, test } from 'vitest';
import { bytesOf, observer, type ObserverText } from '../lowering/observer.fixture.ts';
import { createRun } from './create-run.ts';
import { fakePlatform } from './fake-platform.fixture.ts';
import { nativeGadget } from './native-gadget.fixture.ts';
import type { FailureReport, LogRecord, RunOptions } from './options.ts';
import type { Run, RunResult } from './run.ts';

const sources = { src: { schema: { pid: 'uint32' } } } as const;
const loop = '(loop (br 0)) unreachable';
/** A deadline that is long for what these gadgets do, and short for who waits for it. Milliseconds. */
const soon = 1000;
const deadlines = {
  init: soon,
  start: soon,
  'on-packet': soon,
  'on-tick': soon,
  'on-loss': soon,
  stop: soon,
};

interface Staged {
  run: Run;
  logs: LogRecord[];
  failures: FailureReport[];
  /** Rows that left the chain. */
  rows: Record<string, unknown>[];
}

/** Runs such a gadget in a thread, with a gadget behind it that lets everything pass. */
async function stage(text: ObserverText, more: Partial<RunOptions> = {}): Promise<Staged> {
  const staged: Omit<Staged, 'run'> = { logs: [], failures: [], rows: [] };
  const run = await createRun({
    gadgets: more.gadgets ?? [
      { name: 'first', component: await observer(text) },
      { name: 'second', component: await observer({}) },
    ],
    isolation: 'worker',
    deadlines,
    maxRestarts: 0,
    sources,
    outputs: [
      {
        fields: ({ fields }) => fields,
        write: (packet) => void staged.rows.push(...packet.rows()),
        close() {},
      },
    ],
    onLog: (record) => void staged.logs.push(record),
    onFailure: (report) => void staged.failures.push(report),
    logLevel: 'trace',
    ...more,
  });
  onTestFinished(async () => void (await run.close()));
  return { ...staged, run };
}

async function play({ run }: Staged, lost: number = 0): Promise<RunResult> {
  await run.start();
  const input = run.source('src');
  if (lost > 0) input.lost(lost);
  for (const pid of [1, 2, 3]) await input.push([{ pid }]);
  return run.close();
}

describe('a gadget that loops', () => {
  test.each(['init', 'start'] as const)('in %s ends the run, which names it', async (hook) => {
    const staged = await stage({ [hook]: loop });
    // One that was never called has its memory, too.
    expect(staged.run.stats.gadgets[1]).toMatchObject({ memoryBytes: 65_536 });
    await expect(staged.run.start()).rejects.toMatchObject({
      code: 'E_DEADLINE',
      blame: 'guest',
      gadget: 'first',
      details: { hook, limitMs: soon },
      message: `first did not return from ${hook} within 1s`,
    });
  });

  test('while it is loaded is not loaded', async () => {
    const refused = stage({ begin: loop }, { deadlines: { instantiate: soon } });
    await expect(refused).rejects.toMatchObject({
      code: 'E_DEADLINE',
      gadget: 'first',
      details: { hook: 'instantiate', limitMs: soon },
    });
  });

  test('in on-packet is dead, and the rows that come next pass as its policy says', async () => {
    const staged = await stage({ onPacket: loop });
    const { stats, failure } = await play(staged);
    expect(failure).toMatchObject({ code: 'E_DEADLINE' });
    expect(staged.failures).toMatchObject([{ gadget: 'first', hook: 'on-packet', packet: 1, rows: 1 }]);
    expect(stats.gadgets).toMatchObject([
      { name: 'first', dead: true, packets: 1, rowsIn: 3, rowsFailed: 3, failures: 1 },
      { name: 'second', dead: false, packets: 0 },
    ]);
    const component = await observer({ onPacket: loop });
    const bypassed = await stage(
      {},
      {
        gadgets: [
          { name: 'first', component, onFailure: 'bypass' },
          { name: 'second', component: await observer({}) },
        ],
      },
    );
    await play(bypassed);
    expect(bypassed.rows).toEqual([{ pid: 1 }, { pid: 2 }, { pid: 3 }]);
  });

  test('in on-loss is dead, and the packet that was to come is treated so', async () => {
    const staged = await stage({ onLoss: loop });
    const { stats } = await play(staged, 7);
    expect(staged.failures).toMatchObject([{ gadget: 'first', hook: 'on-loss', source: 'src' }]);
    expect(stats.gadgets[0]).toMatchObject({ dead: true, packets: 0, rowsFailed: 3 });
  });

  test('in stop is dead, and those behind it stop in order', async () => {
    const staged = await stage({ stop: loop });
    await play(staged);
    expect(staged.failures).toMatchObject([{ gadget: 'first', hook: 'stop', error: { code: 'E_DEADLINE' } }]);
    expect(staged.rows).toHaveLength(3);
  });

  test('in on-tick is dead, and a run that has nothing else to wait for ends', async () => {
    const component = await observer({
      init: '(call $once (i32.const 1) (i32.const 64)) (i32.const 32)',
      onTick: loop,
    });
    const maker = nativeGadget('maker', {
      init: ({ datasource }) => void datasource.DataSource.create('src', 'events'),
    });
    const staged = await stage({}, { gadgets: [maker, { name: 'first', component }], sources: {} });
    await staged.run.start();
    const { stats, failure } = await staged.run.done;
    expect(failure).toMatchObject({ code: 'E_DEADLINE', details: { hook: 'on-tick' } });
    expect(stats.gadgets[1]).toMatchObject({ dead: true, ticks: 1 });
  });

  test('after it has logged: what it said is heard', async () => {
    const say = '(call $log (i32.const 2) (i32.const 128) (i32.const 4))';
    const staged = await stage({ onPacket: `${say} ${say} ${loop}`, data: '(data (i32.const 128) "here")' });
    await play(staged);
    expect(staged.logs.map(({ gadget, message }) => `${gadget}: ${message}`)).toEqual([
      'first: here',
      'first: here',
    ]);
  });

  test('after it has logged too much: the number of what was held back is told', async () => {
    const say = '(call $log (i32.const 2) (i32.const 128) (i32.const 4))';
    const staged = await stage(
      { onPacket: `${say.repeat(5)} ${loop}`, data: '(data (i32.const 128) "here")' },
      { limits: { maxLogLines: 2 } },
    );
    await play(staged);
    expect(staged.logs.map(({ level, message }) => `${level} ${message}`)).toEqual([
      'info here',
      'info here',
      'warn 3 more lines held back',
    ]);
    expect(staged.run.stats.gadgets[0]).toMatchObject({ logsHeldBack: 3, dead: true });
  });

  test('and logs without end is heard in order and without a gap, until its time is up', async () => {
    // Each line is the next digit.
    const counting = `(loop
      (i32.store8 (i32.const 128) (i32.add (i32.const 48) (i32.rem_u (local.get $packet) (i32.const 10))))
      (call $log (i32.const 2) (i32.const 128) (i32.const 1))
      (local.set $packet (i32.add (local.get $packet) (i32.const 1)))
      (br 0)) unreachable`;
    const staged = await stage(
      { onPacket: `(local.set $packet (i32.const 0)) ${counting}` },
      { limits: { maxLogLines: 1_000_000_000 } },
    );
    await play(staged);
    const said = staged.logs.map(({ message }) => message);
    expect(staged.failures).toHaveLength(1);
    expect(said.length).toBeGreaterThan(1000);
    expect(said.every((digit, line) => digit === String(line % 10))).toBe(true);
  });
});

describe('a gadget in a thread does what it does inline', () => {
  /** Everything that can be seen of a run, times aside. */
  async function seen(
    text: ObserverText,
    isolation: 'inline' | 'worker',
    more: Partial<RunOptions> = {},
  ): Promise<unknown> {
    const platform = fakePlatform();
    const gadgets = [{ name: 'first', component: await observer(text) }];
    const staged = await stage(text, { gadgets, isolation, platform, ...more });
    const result = await (async () => {
      try {
        await staged.run.start();
      } catch (error) {
        return { refused: error };
      }
      const input = staged.run.source('src');
      input.lost(3);
      await input.push([{ pid: 1 }, { pid: 2 }]);
      await platform.advance(50);
      await input.push([{ pid: 3 }]);
      return staged.run.close();
    })();
    const withoutTimes = JSON.parse(
      JSON.stringify({ ...staged, result, run: undefined }, (key, value: unknown) => {
        if (typeof value === 'bigint') return String(value);
        return key === 'busyMs' ? undefined : value;
      }),
    ) as unknown;
    return withoutTimes;
  }

  const now = `(call $now (i32.const 200))`;
  const logNow = `${now} (call $log-with (i32.const 2) (i32.const 128) (i32.const 4) (i32.const 160) (i32.const 1))`;
  test.each<[string, ObserverText]>([
    ['that does nothing', {}],
    ['that traps in on-packet', { onPacket: 'unreachable' }],
    ['that traps in init', { init: 'unreachable' }],
    ['that fails in on-packet', { onPacket: '(i32.const 48)' }],
    ['that fails in on-loss', { onLoss: '(i32.const 48)' }],
    ['that fails in start', { start: '(i32.const 48)' }],
    [
      'that uses a handle it does not have',
      { onPacket: '(call $drop-packet (i32.const 77)) (i32.const 32)' },
    ],
    ['that unsubscribes', { onPacket: '(call $unsubscribe (local.get $subscription)) (i32.const 32)' }],
    [
      'with timers that fire once, which it makes again',
      {
        init: '(call $once (i32.const 10) (i32.const 64)) (i32.const 32)',
        onTick: '(call $once (i32.const 10) (i32.const 64)) (i32.const 32)',
      },
    ],
    [
      'that logs with attributes, and reads the clock of the embedder',
      {
        onPacket: `${logNow} (i32.const 32)`,
        // A key at 192, a boolean.
        data: `(data (i32.const 128) "line") (data (i32.const 192) "k") (data (i32.const 160) "${bytesOf([192, 4], [1, 4], [0, 1], [0, 1], [0, 1], [0, 1], [0, 4], [1, 1])}")`,
      },
    ],
  ])('%s', async (_, text) => {
    expect(await seen(text, 'worker')).toEqual(await seen(text, 'inline'));
  });

  test('with fuel', async () => {
    const text = { onPacket: loop };
    const [there, here] = [
      await seen(text, 'worker', { fuel: 999 }),
      await seen(text, 'inline', { fuel: 999 }),
    ];
    expect(there).toEqual(here);
  });
});

test('fuel is counted in the thread, and ends what loops there before its time is up', async () => {
  const staged = await stage({ onPacket: loop }, { fuel: 10_000, deadlines: {} });
  const { stats } = await play(staged);
  expect(staged.failures).toMatchObject([{ error: { code: 'E_FUEL', details: { fuel: 10_000 } } }]);
  expect(stats.gadgets[0]).toMatchObject({ dead: true, memoryBytes: 65_536 });
  expect(stats.gadgets[0]!.fuel).toBeGreaterThan(10_000);
});

describe('what can not go to a thread', () => {
  test('a gadget that is a function is refused when it is told to, and else runs inline', async () => {
    const gadget = nativeGadget('native', {});
    const told = createRun({ gadgets: [{ ...gadget, isolation: 'worker' }] });
    await expect(told).rejects.toMatchObject({ code: 'E_USAGE' });
    const run = await createRun({ gadgets: [gadget], isolation: 'worker' });
    await run.start();
    expect(await run.close()).toMatchObject({ failure: undefined });
  });

  test.each([{ 'on-nothing': 1 }, { init: 0 }, { init: 1.5 }, { stop: 2 ** 31 }])(
    'deadlines that are none: %o',
    async (wrong) => {
      const gadgets = [{ name: 'g', component: await observer({}) }];
      const made = createRun({ gadgets, isolation: 'worker', deadlines: wrong });
      await expect(made).rejects.toMatchObject({ code: 'E_USAGE' });
    },
  );
});

test('a gadget may have deadlines of its own', async () => {
  const component = await observer({ onPacket: loop });
  const own = { name: 'own', component, deadlines: { 'on-packet': 700 } };
  const staged = await stage({}, { gadgets: [own] });
  await play(staged);
  expect(staged.failures).toMatchObject([{ error: { details: { limitMs: 700 } } }]);
});

test('a profile tells of the gadget alone, also when the run has ended', async () => {
  const staged = await stage({}, { profile: true });
  await play(staged);
  const [first] = staged.run.profile!.gadgets;
  expect(first!.hooks).toMatchObject([
    { name: 'init', calls: 1 },
    { name: 'start', calls: 1 },
    { name: 'on-packet', calls: 3 },
    { name: 'stop', calls: 1 },
  ]);
  expect(first!.functions.find(({ name }) => name === 'packet.drop')).toMatchObject({ calls: 3 });
});
