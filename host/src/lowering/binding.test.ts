import { describe, expect, it } from 'vitest';
import { gadgetApiWit, quickJs, quickJsOnWasi } from '../../../test/support/components.ts';
import { privateFolder } from '../../../test/support/private-folder.ts';
import { createRun } from '../run/create-run.ts';
import type { RunOptions } from '../run/options.ts';
import { gadgetText } from './core-guest.fixture.ts';
import { watComponent } from './wat-component.fixture.ts';
import { ownName } from '../versions/own-name.fixture.ts';

const rows = [
  { v: 1, t: 'one' },
  { v: 2, t: 'two' },
];

/** Sends rows through one gadget; gives what was logged, failed and came out. */
async function flow(
  component: Uint8Array,
  bindings: RunOptions['bindings'],
  options: Partial<RunOptions> = {},
): Promise<{ logged: string[]; failures: string[]; rows: Record<string, unknown>[] }> {
  const logged: string[] = [];
  const failures: string[] = [];
  const out: Record<string, unknown>[] = [];
  const run = await createRun({
    maxRestarts: 0,
    gadgets: [{ name: 'guest', component }],
    sources: { src: { schema: { v: 'uint32', t: 'text' } } },
    outputs: [
      {
        fields: (source) => source.fields,
        write: (packet) => void out.push(...packet.rows()),
        close: () => {},
      },
    ],
    cacheDir: false,
    bindings,
    onLog: ({ level, message }) => void logged.push(`${level} ${message}`),
    onFailure: ({ error }) => void failures.push(error.message),
    ...options,
  });
  await run.start();
  await run.source('src').push(rows);
  await run.close();
  return { logged, failures, rows: out };
}

const doubling = `
  (call $get-u32 (global.get $field) (local.get $packet) (i32.const 0) (i32.const 64))
  (call $set-u32 (global.get $field) (local.get $packet) (i32.const 1)
    (i32.mul (i32.load (i32.const 68)) (i32.const 40)) (i32.const 64))
  (call $log (i32.const 2) (i32.const 16) (i32.const 3))
  (i32.const 32)`;

describe('a run', () => {
  it.each(['direct', 'reference'] as const)('calls a core module by way of %s', async (bindings) => {
    const component = await watComponent(gadgetText({ onPacket: doubling }));
    expect(await flow(component, bindings)).toEqual({
      logged: ['info src'],
      failures: [],
      rows: [rows[0], { v: 40, t: 'two' }],
    });
  });

  it('says when a component needs the reference glue, and uses it', async () => {
    const component = await watComponent(gadgetText({}), { encoding: 'utf16' });
    const logged: string[] = [];
    const seen = flow(component, 'direct', { onLog: ({ message }) => void logged.push(message) });
    // The texts in it are UTF-8 all the same, so init asks for names that nobody has.
    await expect(seen).rejects.toThrow(/guest/);
    expect(logged[0]).toMatch(/^guest is called by way of slower bindings: .*UTF-8/);
  });

  it('lets a gadget call what it was granted, from a direct call', async () => {
    const text = gadgetText({
      onPacket: `(call $set-u32 (global.get $field) (local.get $packet) (i32.const 0)
        (call $add (i32.const 3) (i32.const 4)) (i32.const 64)) (i32.const 32)`,
    }).replace(
      '(module',
      '(module (import "test:guest/sums@1.0.0" "add" (func $add (param i32 i32) (result i32)))',
    );
    const component = await watComponent(text, {
      interfaces: 'interface sums { add: func(a: u32, b: u32) -> u32; }',
      world: 'import sums;',
    });
    const granted = {
      grants: ['test:guest/sums'],
      providers: { 'test:guest/sums@1.0.0': { add: (a: number, b: number) => a + b } },
    };
    for (const bindings of ['direct', 'reference'] as const) {
      const seen = await flow(component, bindings, granted);
      expect(seen).toEqual({ logged: [], failures: [], rows: [{ v: 7, t: 'one' }, rows[1]] });
    }
  });

  it('gives a gadget real wasi, also behind direct calls', async () => {
    const component = await quickJsOnWasi(
      gadgetApiWit,
      `import { DataSource } from '${ownName('datasource')}';
       import { log } from '${ownName('logging')}';
       export const lifecycle = {
         init() { DataSource.open('src').subscribe(); log('info', String(Date.now())); },
         start() {},
         stop() {},
       };
       export const handler = { onPacket() { log('info', String(Date.now())); throw new Error('seen'); } };`,
      'gadget',
    );
    const platform = {
      wallNs: () => 1_700_000_000_123_000_000n,
      monotonicNs: () => 5n,
      seed: () => [1n, 2n] as const,
      setTimer: () => () => {},
    };
    const grants = ['cli', 'io', 'clocks', 'filesystem', 'random'].map((name) => `wasi:${name}/*`);
    const cacheDir = await privateFolder();
    const [direct, reference] = [
      await flow(component, 'direct', { platform, grants, cacheDir }),
      await flow(component, 'reference', { platform, grants, cacheDir }),
    ];
    expect(direct.logged.slice(0, 2)).toEqual(['info 1700000000123', 'info 1700000000123']);
    expect(direct.logged.filter((line) => /^warn .*"seen"/.test(line))).toHaveLength(1);
    expect(direct.logged).toEqual(reference.logged);
    expect(direct.failures).toHaveLength(1);
    const second = { name: 'second', component };
    await expect(flow(component, 'direct', { grants: [], cacheDir })).rejects.toMatchObject({
      code: 'E_NOT_GRANTED',
    });
    const own = flow(component, 'direct', { gadgets: [{ ...second, grants, requests: [] }], cacheDir });
    await expect(own).rejects.toMatchObject({ code: 'E_NOT_REQUESTED', gadget: 'second' });
  });

  it("shows a QuickJS gadget's uncaught error with its stack, and answers its own clock", async () => {
    const component = await quickJs(
      gadgetApiWit,
      `import { DataSource } from '${ownName('datasource')}';
       import { log } from '${ownName('logging')}';
       function inner() { throw new TypeError('no "such" thing'); }
       export const lifecycle = {
         init() { DataSource.open('src').subscribe(); log('info', String(Date.now())); },
         start() {},
         stop() {},
       };
       export const handler = { onPacket() { inner(); } };`,
      'gadget',
    );
    const platform = {
      wallNs: () => 1_700_000_000_123_000_000n,
      monotonicNs: () => 5n,
      seed: () => [1n, 2n] as const,
      setTimer: () => () => {},
    };
    const cacheDir = await privateFolder();
    const { logged, failures } = await flow(component, 'direct', { platform, cacheDir });
    expect(logged).toEqual(['info 1700000000123']);
    expect(failures[0]).toMatch(
      /^guest trapped in on-packet: uncaught error: no "such" thing\n +at inner \(.*\)\n +at onPacket \(.*\)$/,
    );
    const cut = await flow(component, 'direct', { cacheDir, limits: { maxLogBytes: 60 } });
    expect(cut.failures[0]!.length).toBeLessThan(120);
  });
});
