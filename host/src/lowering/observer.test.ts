import { describe, expect, test } from 'vitest';
import { createRun } from '../run/create-run.ts';
import { fakePlatform } from '../run/fake-platform.fixture.ts';
import type { LogRecord, RunOptions } from '../run/options.ts';
import type { SourceInput } from '../run/pushed-source.ts';
import { bytesOf, observer } from './observer.fixture.ts';

interface Told {
  logged: Omit<LogRecord, 'gadget'>[];
  failures: string[];
  warnings: string[];
  rowsOut: number;
}

/** Runs an observer over one of the bindings. */
async function observe(
  component: Uint8Array,
  bindings: RunOptions['bindings'],
  feed: (input: SourceInput, advance: (ms: number) => Promise<void>) => Promise<void>,
  options: Partial<RunOptions> = {},
): Promise<Told> {
  const told: Told = { logged: [], failures: [], warnings: [], rowsOut: 0 };
  const platform = fakePlatform();
  const run = await createRun({
    gadgets: [{ name: 'observer', component }],
    sources: { src: { schema: { v: 'uint32' } } },
    outputs: [
      { fields: ({ fields }) => fields, write: (packet) => void (told.rowsOut += packet.length), close() {} },
    ],
    cacheDir: false,
    bindings,
    platform: { ...platform, wallNs: () => 1_700_000_000_000_000_001n },
    onLog: ({ gadget, ...record }) => {
      if (gadget === undefined) told.warnings.push(record.message);
      else told.logged.push(record);
    },
    onFailure: ({ hook, error }) => told.failures.push(`${hook} ${error.code} ${error.message}`),
    ...options,
  });
  await run.start();
  await feed(run.source('src'), platform.advance);
  await run.close();
  return told;
}

/** Over both bindings; what is seen must be the same, and neither may fall back on the other. */
async function agree(...[component, feed, options]: Rest<Parameters<typeof observe>>): Promise<Told> {
  const direct = await observe(component, 'direct', feed, options);
  expect(direct).toEqual(await observe(component, 'reference', feed, options));
  expect(direct.warnings).toEqual([]);
  return direct;
}

type Rest<T> = T extends [infer A, unknown, infer C, (infer D)?] ? [A, C, D?] : never;

/** Logs the words at 4 bytes from an address, as the line of this level. */
const logWord = (address: string, bytes: number): string =>
  `(call $log (i32.const 2) ${address} (i32.const ${bytes}))`;

test('on-loss is called with what was lost, and its error is one of its own', async () => {
  // What it got goes to memory, and is shown as the text of attributes.
  const component = await observer({
    onLoss: `
      (i32.store (i32.const 208) (local.get $subscription))
      (i32.store (i32.const 232) (local.get $rows))
      (i32.store (i32.const 256) (local.get $cause))
      (call $log-with (i32.const 2) (i32.const 0) (i32.const 0) (i32.const 192) (i32.const 3))
      (if (result i32) (local.get $cause) (then (i32.const 48)) (else (i32.const 32)))`,
    onPacket: logWord('(i32.const 16)', 3) + '(i32.const 32)',
    data: `(data (i32.const 128) "src")
      (data (i32.const 192) "${bytesOf([128, 4], [1, 4], [2, 8], [0, 8])}")
      (data (i32.const 216) "${bytesOf([129, 4], [1, 4], [2, 8], [0, 8])}")
      (data (i32.const 240) "${bytesOf([130, 4], [1, 4], [2, 8], [0, 8])}")`,
  });
  const told = await agree(component, async (input) => {
    input.lost(3);
    await input.push([{ v: 1 }]);
    input.lost(2 ** 33);
    await input.push([{ v: 1 }]);
  });
  const loss = (rows: bigint): unknown => ({
    level: 'info',
    message: '',
    attributes: [
      { key: 's', value: 0n },
      { key: 'r', value: rows },
      { key: 'c', value: 0n },
    ],
  });
  const packet = { level: 'info', message: 'src' };
  expect(told).toEqual({
    logged: [loss(3n), packet, loss(4_294_967_295n), packet],
    failures: [],
    warnings: [],
    rowsOut: 2,
  });
});

describe('a hook of losses that fails', () => {
  test('lives on after an error', async () => {
    const component = await observer({ onLoss: '(i32.const 48)' });
    const told = await agree(component, async (input) => {
      input.lost(1);
      await input.push([{ v: 1 }]);
      input.lost(1);
      await input.push([{ v: 1 }]);
    });
    const failure = 'on-loss E_GADGET_ERROR observer failed in on-loss: other';
    expect(told).toMatchObject({ failures: [failure, failure], rowsOut: 2 });
  });

  test('is dead after a trap', async () => {
    const component = await observer({ onLoss: 'unreachable' });
    const told = await agree(component, async (input) => {
      input.lost(1);
      await input.push([{ v: 1 }]);
    });
    expect(told.failures).toEqual(['on-loss E_GADGET_TRAP observer trapped in on-loss: unreachable']);
    expect(told.rowsOut).toBe(0);
  });

  test.each([
    ['no case of a result', '(i32.store8 (i32.const 300) (i32.const 2)) (i32.const 300)'],
    ['an address outside of its memory', '(i32.const -4)'],
    ['an address that is not aligned', '(i32.const 33)'],
  ])('is dead when it answers %s', async (_, onLoss) => {
    const told = await observe(await observer({ onLoss }), 'direct', async (input) => {
      input.lost(1);
      await input.push([{ v: 1 }]);
    });
    expect(told.failures).toEqual([expect.stringContaining('on-loss E_GADGET_TRAP')]);
  });
});

test('unsubscribe: the packets that come next pass it by; numbers that are none do nothing', async () => {
  const component = await observer({
    onPacket: `(call $unsubscribe (i32.const -1)) (call $unsubscribe (i32.const 7))
      (call $unsubscribe (i32.const 0)) (call $unsubscribe (i32.const 0))
      ${logWord('(i32.const 16)', 3)} (i32.const 32)`,
    onLoss: logWord('(i32.const 16)', 2) + '(i32.const 32)',
  });
  const told = await agree(component, async (input) => {
    await input.push([{ v: 1 }]);
    input.lost(1);
    await input.push([{ v: 2 }]);
  });
  expect(told).toMatchObject({ logged: [{ message: 'src' }], rowsOut: 2, failures: [] });
});

test('once: an id, or an error; on-tick gets the id once', async () => {
  const attribute = (key: number): string => bytesOf([key, 4], [1, 4], [2, 8]);
  const component = await observer({
    init: `(call $once (i32.const 0) (i32.const 96)) (i32.store8 (i32.const 208) (i32.load8_u (i32.const 100)))
      (call $once (i32.const 10) (i32.const 96)) (call $once (i32.const 20) (i32.const 96))
      (i32.store8 (i32.const 232) (i32.load8_u (i32.const 100)))
      (call $log-with (i32.const 2) (i32.const 0) (i32.const 0) (i32.const 192) (i32.const 2)) (i32.const 32)`,
    onTick: `(i32.store8 (i32.const 256) (local.get $timer))
      (call $log-with (i32.const 2) (i32.const 0) (i32.const 0) (i32.const 240) (i32.const 1)) (i32.const 32)`,
    data: `(data (i32.const 128) "eit") (data (i32.const 192) "${attribute(128)}")
      (data (i32.const 216) "${attribute(129)}") (data (i32.const 240) "${attribute(130)}")`,
  });
  const told = await agree(component, async (_, advance) => {
    for (let turn = 0; turn < 5; turn++) await advance(10);
  });
  expect(told.logged.map(({ attributes }) => attributes)).toEqual([
    // out-of-range is the error with number 4.
    [
      { key: 'e', value: 4n },
      { key: 'i', value: 1n },
    ],
    [{ key: 't', value: 0n }],
    [{ key: 't', value: 1n }],
  ]);
});

test('now: both clocks', async () => {
  const component = await observer({
    onPacket: `(call $now (i32.const 96)) (i64.store (i32.const 208) (i64.load (i32.const 96)))
      (i64.store (i32.const 232) (i64.load (i32.const 104)))
      (call $log-with (i32.const 2) (i32.const 0) (i32.const 0) (i32.const 192) (i32.const 2)) (i32.const 32)`,
    data: `(data (i32.const 128) "wm") (data (i32.const 192) "${bytesOf([128, 4], [1, 4], [2, 8])}")
      (data (i32.const 216) "${bytesOf([129, 4], [1, 4], [1, 8])}")`,
  });
  const told = await agree(component, async (input, advance) => {
    await advance(5);
    await input.push([{ v: 1 }]);
  });
  expect(told.logged[0]!.attributes).toEqual([
    { key: 'w', value: 1_700_000_000_000_000_001n },
    { key: 'm', value: 5_000_000n },
  ]);
});

test('now traps at an address that is not aligned or not its own', async () => {
  for (const address of [100, 65528]) {
    const component = await observer({ onPacket: `(call $now (i32.const ${address})) (i32.const 32)` });
    const told = await observe(component, 'direct', async (input) => input.push([{ v: 1 }]));
    expect(told.failures).toEqual([expect.stringContaining('on-packet E_GADGET_TRAP')]);
  }
});
