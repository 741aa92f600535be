import { describe, expect, test } from 'vitest';
import { parse } from '@bytecodealliance/jco-transpile/wasm-tools';
import { newGuest, type TestGuest } from '../api/guest.fixture.ts';
import { privateFolder } from '../../../test/support/private-folder.ts';
import { createRun } from '../run/create-run.ts';
import { fakePlatform } from '../run/fake-platform.fixture.ts';
import type { LogRecord, RunOptions } from '../run/options.ts';
import type { SourceInput } from '../run/pushed-source.ts';
import { DirectBinding } from './binding.ts';
import { factsOf } from './core-guest.fixture.ts';
import { type CoreModule, webAssembly } from './core-module.ts';
import { bytesOf, observer, observerText, type ObserverText } from './observer.fixture.ts';

/** Shows so many attributes from an address, each of 24 bytes, in a line without a message. */
const show = (address: number, count: number): string =>
  `(call $log-with (i32.const 2) (i32.const 0) (i32.const 0) (i32.const ${address}) (i32.const ${count}))`;

/** An attribute whose key is the letter at an address; its value, which the gadget fills in, is 16 bytes from its start. */
const unfilled = (at: number, letter: number): string =>
  `(data (i32.const ${at}) "${bytesOf([letter, 4], [1, 4], [2, 8])}")`;

/** One attribute of each kind of value. */
const ofEveryKind = [
  bytesOf([128, 4], [1, 4], [0, 8], [1, 8]),
  bytesOf([128, 4], [2, 4], [1, 8], [-5, 8]),
  bytesOf([129, 4], [1, 4], [2, 8], [2n ** 64n - 1n, 8]),
  // The bits of 1.5.
  bytesOf([129, 4], [2, 4], [3, 8], [0x3ff8_0000_0000_0000n, 8]),
  bytesOf([130, 4], [1, 4], [4, 8], [16, 4], [3, 4]),
].join('');

/** Shows all that it is told; what it does then depends on how many rows are lost. */
const curious: ObserverText = {
  init: `
    (call $once (i32.const 0) (i32.const 96)) (i32.store8 (i32.const 216) (i32.load8_u (i32.const 100)))
    (call $once (i32.const 10) (i32.const 96))
    (call $once (i32.const 20) (i32.const 96)) (i32.store8 (i32.const 240) (i32.load8_u (i32.const 100)))
    ${show(200, 2)} ${show(320, 5)} (i32.const 32)`,
  onPacket: `
    (call $now (i32.const 96))
    (i64.store (i32.const 216) (i64.load (i32.const 96))) (i64.store (i32.const 240) (i64.load (i32.const 104)))
    ${show(200, 2)} (i32.const 32)`,
  onTick: `(i64.store (i32.const 216) (i64.extend_i32_u (local.get $timer))) ${show(200, 1)} (i32.const 32)`,
  onLoss: `
    (i64.store (i32.const 216) (i64.extend_i32_u (local.get $subscription))) (i64.store (i32.const 240) (i64.extend_i32_u (local.get $rows)))
    (i64.store (i32.const 264) (i64.extend_i32_u (local.get $cause)))
    ${show(200, 3)}
    (if (i32.eq (local.get $rows) (i32.const 4)) (then (unreachable)))
    (if (i32.eq (local.get $rows) (i32.const 3)) (then
      (call $unsubscribe (i32.const -1)) (call $unsubscribe (i32.const 7))
      (call $unsubscribe (i32.const 0)) (call $unsubscribe (i32.const 0))))
    (if (result i32) (i32.eq (local.get $rows) (i32.const 2)) (then (i32.const 48)) (else (i32.const 32)))`,
  data: `(data (i32.const 128) "abc") ${unfilled(200, 128)} ${unfilled(224, 129)} ${unfilled(248, 130)}
    (data (i32.const 320) "${ofEveryKind}")`,
};

interface Told {
  /** Values of attributes, line by line. */
  lines: unknown[];
  failures: string[];
  warnings: string[];
  rowsOut: number;
}

/** Runs it over one of the bindings. */
async function observe(
  bindings: RunOptions['bindings'],
  { component, cacheDir }: { component: Uint8Array; cacheDir: string },
  feed: Feed,
): Promise<Told> {
  const told: Told = { lines: [], failures: [], warnings: [], rowsOut: 0 };
  const platform = fakePlatform();
  const run = await createRun({
    maxRestarts: 0,
    gadgets: [{ name: 'curious', component }],
    sources: { src: { schema: { v: 'uint32' } } },
    outputs: [
      { fields: ({ fields }) => fields, write: (packet) => void (told.rowsOut += packet.length), close() {} },
    ],
    cacheDir,
    bindings,
    platform: { ...platform, wallNs: () => 1_700_000_000_000_000_001n },
    onLog: ({ gadget, message, attributes }: LogRecord) => {
      if (gadget === undefined) told.warnings.push(message);
      else told.lines.push(attributes?.map(({ value }) => value));
    },
    onFailure: ({ hook, error, source }) => told.failures.push(`${hook} ${error.code} ${source}`),
  });
  await run.start();
  await feed(run.source('src'), platform.advance);
  await run.close();
  return told;
}

type Feed = (input: SourceInput, advance: (ms: number) => Promise<void>) => Promise<void>;

/** What init finds: out-of-range, the error with number 4, and the second id; and what it says. */
const init = [
  [4n, 1n],
  [true, -5n, 2n ** 64n - 1n, 1.5, 'src'],
];
const clocks = [1_700_000_000_000_000_001n, 0n];

const scenarios: readonly [what: string, feed: Feed, expected: Partial<Told>][] = [
  [
    'on-loss gets subscription, rows and cause',
    async (input) => {
      input.lost(2 ** 33);
      await input.push([{ v: 1 }]);
      await input.push([{ v: 1 }]);
      input.lost(1);
    },
    { lines: [...init, [0n, 4_294_967_295n, 0n], clocks, clocks, [0n, 1n, 0n]], failures: [] },
  ],
  [
    'on-loss may fail, and trap',
    async (input) => {
      for (const rows of [2, 2, 4, 5]) {
        input.lost(rows);
        await input.push([{ v: 1 }]);
      }
    },
    {
      lines: [...init, [0n, 2n, 0n], clocks, [0n, 2n, 0n], clocks, [0n, 4n, 0n]],
      failures: ['on-loss E_GADGET_ERROR src', 'on-loss E_GADGET_ERROR src', 'on-loss E_GADGET_TRAP src'],
      rowsOut: 2,
    },
  ],
  [
    'unsubscribe ends one, and does nothing for numbers that are none',
    async (input) => {
      input.lost(3);
      await input.push([{ v: 1 }]);
      input.lost(1);
      await input.push([{ v: 1 }]);
    },
    { lines: [...init, [0n, 3n, 0n]], rowsOut: 2 },
  ],
  [
    'now is both clocks, and on-tick gets the id of a timer that fires once',
    async (input, advance) => {
      for (let turn = 0; turn < 4; turn++) await advance(10);
      await input.push([{ v: 1 }]);
    },
    { lines: [...init, [0n], [1n], [clocks[0], 40_000_000n]] },
  ],
];

test('an observer sees the same by either binding, and neither falls back on the other', async () => {
  // In one test, as they share a component that takes long to translate.
  const gadget = { component: await observer(curious), cacheDir: await privateFolder() };
  for (const [what, feed, expected] of scenarios) {
    const direct = await observe('direct', gadget, feed);
    expect(direct, what).toMatchObject({ ...expected, warnings: [] });
    expect(await observe('reference', gadget, feed), what).toEqual(direct);
  }
});

/** The module by itself, directly bound. */
async function instance(
  text: ObserverText,
): Promise<TestGuest & { call(word: string, hook: string, ...args: unknown[]): unknown }> {
  const test = newGuest({ phase: 'init' });
  test.registry.create('src', 'events');
  const module = new (webAssembly.Module as unknown as new (bytes: Uint8Array) => CoreModule)(
    await parse(observerText(text)),
  );
  const binding = DirectBinding.of(test.guest, factsOf(module));
  if (typeof binding === 'string') throw new Error(binding);
  binding.instantiateCore(module, {});
  return {
    ...test,
    call: (word, hook, ...args) =>
      (binding.exports[word]![hook] as (...given: unknown[]) => unknown)(...args),
  };
}

describe('a hook of losses kills the instance', () => {
  test.each([
    ['with a result that has no such case', '(i32.store8 (i32.const 300) (i32.const 2)) (i32.const 300)'],
    ['with an error that has no such case', '(i32.store8 (i32.const 52) (i32.const 11)) (i32.const 48)'],
    ['with an address outside of its memory', '(i32.const -4)'],
    ['with an address that is not aligned', '(i32.const 33)'],
    ['by a trap', 'unreachable'],
  ])('%s', async (_, onLoss) => {
    const { call } = await instance({ onLoss });
    const lose = (): unknown => call('losses', 'onLoss', 0, 1, 'failed');
    expect(lose).toThrow(/has no case|outside of|not aligned|unreachable/);
    expect(lose).toThrow('the instance is dead');
  });
});

test('the causes have the numbers of the WIT', async () => {
  const { call, seen } = await instance(curious);
  for (const cause of ['overflow', 'unreadable', 'failed', 'other']) call('losses', 'onLoss', 5, 1, cause);
  expect(seen.logged.map(([, , attributes]) => attributes!.map(({ value }) => value))).toEqual(
    [0n, 1n, 2n, 3n].map((cause) => [5n, 1n, cause]),
  );
});

test.each([100, 65_528, -8])(
  'now traps at address %i, which is not aligned or not its own',
  async (address) => {
    const { call } = await instance({ onTick: `(call $now (i32.const ${address})) (i32.const 32)` });
    expect(() => call('ticker', 'onTick', 0)).toThrow(/outside of|not aligned/);
  },
);
