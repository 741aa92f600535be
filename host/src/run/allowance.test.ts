import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gadgetText } from '../lowering/core-guest.fixture.ts';
import { watComponent } from '../lowering/wat-component.fixture.ts';
import { createRun } from './create-run.ts';
import type { FailureReport, RunOptions } from './options.ts';
import type { GadgetStats } from './stats.ts';

const rows = [{ v: 1 }, { v: 2 }, { v: 3 }];

interface Ran {
  failures: FailureReport[];
  gadgets: GadgetStats[];
  /** Values of `v` in the rows that came out, by source. */
  src: unknown[];
  other: unknown[];
}

/** Three packets of one row through `guest`, and three through a gadget that means no harm. */
async function ran(guest: Uint8Array, options: Partial<RunOptions>): Promise<Ran> {
  const failures: FailureReport[] = [];
  const src: unknown[] = [];
  const other: unknown[] = [];
  const run = await createRun({
    gadgets: [
      { name: 'guest', component: guest },
      { name: 'calm', component: calm },
    ],
    sources: { src: { schema: { v: 'uint32', t: 'text' } }, other: { schema: { v: 'uint32', t: 'text' } } },
    outputs: [
      {
        fields: (source) => source.fields,
        write: (packet) => {
          const into = packet.source.name === 'src' ? src : other;
          into.push(...[...packet.rows()].map(({ v }) => v));
        },
        close: () => {},
      },
    ],
    cacheDir,
    maxRestarts: 0,
    onFailure: (report) => void failures.push(report),
    ...options,
  });
  await run.start();
  for (const row of rows) {
    await run.source('src').push([row]);
    await run.source('other').push([row]);
  }
  const { stats } = await run.close();
  return { failures, gadgets: stats.gadgets, src, other };
}

/** A gadget that does this with each packet. */
const component = (onPacket: string, more = ''): Promise<Uint8Array> =>
  watComponent(gadgetText({ onPacket: `${onPacket} (i32.const 32)`, extra: more }));

/** Asks for 1 MiB more until it gets none, and traps then. */
const bomb = `(loop $more
  (br_if $more (i32.ne (memory.grow (i32.const 16)) (i32.const -1))))
  (unreachable)`;

let calm: Uint8Array;
let cacheDir: string;

beforeAll(async () => {
  const caches = join(import.meta.dirname, '../../../node_modules/.cache');
  await mkdir(caches, { recursive: true });
  cacheDir = await mkdtemp(join(caches, 'allowance-'));
  // It subscribes to `other`.
  calm = await watComponent(
    gadgetText({})
      .replace('"src"', '"other"')
      .replace('(i32.const 16) (i32.const 3)', '(i32.const 16) (i32.const 5)'),
  );
});

afterAll(() => rm(cacheDir, { recursive: true }));

describe.each(['direct', 'reference'] as const)('over %s bindings', (bindings) => {
  test('a gadget that takes all memory dies at its cap, alone', async () => {
    const { failures, gadgets, src, other } = await ran(await component(bomb), { bindings });
    expect(failures).toHaveLength(1);
    expect(failures[0]!.error).toMatchObject({
      code: 'E_MEMORY',
      blame: 'guest',
      gadget: 'guest',
      details: { hook: 'on-packet', maxMemoryBytes: 67_108_864 },
    });
    expect(failures[0]!.error.message).toMatch(
      /^guest trapped in on-packet after it was refused memory beyond its cap of 64 MiB \(maxMemoryBytes\): .*unreachable/,
    );
    expect(failures[0]!.error.hint).toContain('--max-memory');
    // One page and 16 at a time.
    expect(gadgets.map(({ dead, memoryBytes }) => [dead, memoryBytes])).toEqual([
      [true, 65_536 * (1 + 16 * 63)],
      [false, 65_536],
    ]);
    expect(src).toEqual([]);
    expect(other).toEqual([1, 2, 3]);
  });

  test('a gadget that never returns dies when its fuel is used up, alone', async () => {
    const endless = await component('(loop $again (br $again))');
    const { failures, gadgets, src, other } = await ran(endless, { bindings, fuel: 10_000 });
    expect(failures).toHaveLength(1);
    expect(failures[0]!.error).toMatchObject({
      code: 'E_FUEL',
      blame: 'guest',
      gadget: 'guest',
      details: { hook: 'on-packet', fuel: 10_000 },
    });
    expect(failures[0]!.error.message).toBe('guest used up its fuel in on-packet: 10000 steps a call');
    expect(failures[0]!.error.hint).toContain('--fuel');
    expect(gadgets.map(({ dead }) => dead)).toEqual([true, false]);
    expect(gadgets[0]!.fuel).toBeGreaterThanOrEqual(10_000);
    expect(src).toEqual([]);
    expect(other).toEqual([1, 2, 3]);
  });

  test('each call has fuel of its own, and the same call takes the same', async () => {
    const counting = await component(
      '(local $n i32) (loop $again (br_if $again (i32.lt_u (local.tee $n (i32.add (local.get $n) (i32.const 1))) (i32.const 600))))',
    );
    const all = [];
    for (let round = 0; round < 2; round++) all.push(await ran(counting, { bindings, fuel: 1000 }));
    expect(all.map(({ src }) => src)).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    const used = all.map(({ gadgets }) => gadgets.map(({ fuel }) => fuel));
    expect(used[0]).toEqual(used[1]);
    expect(used[0]![0]).toBeGreaterThanOrEqual(1800);
    expect(used[0]![0]).toBeLessThan(1900);
  });
});

test('a gadget that lives on when it is refused memory, and traps in a later call, was refused it before', async () => {
  const refusedThenTraps = await component(
    '(drop (memory.grow (i32.const 60000))) (if (global.get $calls) (then (unreachable))) (global.set $calls (i32.const 1))',
  );
  const { failures, src } = await ran(refusedThenTraps, {});
  expect(failures.map(({ error }) => error.code)).toEqual(['E_MEMORY']);
  expect(src).toEqual([1]);
});

test('a wrong call of the host is one, whatever was refused before', async () => {
  const wrong = await component('(drop (memory.grow (i32.const 60000))) (call $drop-packet (i32.const 77))');
  const { failures } = await ran(wrong, {});
  expect(failures.map(({ error }) => error.code)).toEqual(['E_GADGET_TRAP']);
});

test('a trap without a refusal stays one', async () => {
  const { failures } = await ran(await component('(unreachable)'), { fuel: 1_000_000 });
  expect(failures.map(({ error }) => error.code)).toEqual(['E_GADGET_TRAP']);
});

describe('a gadget', () => {
  const run = async (guest: Uint8Array, options: Partial<RunOptions>): Promise<unknown> =>
    ran(guest, options).catch((error: unknown) => error);

  test('may have less memory than others, but not more', async () => {
    const guest = await component(bomb);
    const cap = async (maxMemoryBytes: number): Promise<unknown> => {
      const gadgets = [
        { name: 'guest', component: guest, maxMemoryBytes },
        { name: 'calm', component: calm },
      ];
      const { failures } = await ran(guest, { gadgets, limits: { maxMemoryBytes: 8 * 1024 * 1024 } });
      return failures[0]!.error.details['maxMemoryBytes'];
    };
    expect(await cap(4 * 1024 * 1024)).toBe(4 * 1024 * 1024);
    expect(await cap(64 * 1024 * 1024)).toBe(8 * 1024 * 1024);
  });

  test('that begins with more memory than it may have is not loaded', async () => {
    const large = await watComponent(gadgetText({}).replace('(export "memory") 1)', '(export "memory") 3)'));
    expect(await run(large, { limits: { maxMemoryBytes: 2 * 65_536 } })).toMatchObject({
      code: 'E_TOO_LARGE',
      gadget: 'guest',
      message: expect.stringContaining(
        'begins with 192 KiB of memory, 128 KiB are the most (maxMemoryBytes)',
      ),
    });
  });

  test('whose start function never returns is not loaded, with fuel', async () => {
    const endless = await component('', '(func $endless (loop $again (br $again))) (start $endless)');
    expect(await run(endless, { fuel: 1000 })).toMatchObject({
      code: 'E_FUEL',
      gadget: 'guest',
      details: { hook: 'instantiate', fuel: 1000 },
    });
  });

  test.each([0, -1, 1.5, NaN])('can not have %d steps', async (fuel) => {
    expect(await run(calm, { fuel })).toMatchObject({ message: 'fuel must be a positive whole number' });
  });
});
