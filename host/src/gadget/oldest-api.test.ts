import { parse } from '@bytecodealliance/jco-transpile/wasm-tools';
import { describe, expect, it } from 'vitest';
import { quickJs } from '../../../test/support/components.ts';
import { adaptedComponent } from '../component/adapted.ts';
import { inspectComponent } from '../component/inspect.ts';
import { gadgetText } from '../lowering/core-guest.fixture.ts';
import { createRun } from '../run/create-run.ts';
import type { Bindings } from '../run/options.ts';
import { apiWit } from './api-wit.ts';
import { withOldestApi } from './oldest-api.ts';

const newest = '1.1.0';
const wit = await apiWit();
const atNewest = (text: string): string => text.replaceAll(/@1\.\d\.0/g, `@${newest}`);

/** Without what the fixture imports of later versions. */
const gadget = gadgetText({
  onPacket: `(if (global.get $calls) (then (call $log (i32.const 2) (i32.const 24) (i32.const 1)))) (i32.const 32)`,
  postReturn: '(global.set $calls (i32.const 1))',
})
  .split('\n')
  .filter((line) => !/\/lists@|describe-fields/.test(line))
  .join('\n');

/**
 * A component around a gadget that uses functions of 1.0.0 alone, and what `extra` adds to it. It logs `v` with a packet when its
 * post-return was called after another.
 */
async function made(extra: { text?: string; world?: string; more?: string } = {}): Promise<Uint8Array> {
  const core = await parse(atNewest(gadget).replace('(memory', `${extra.text ?? ''}\n(memory`));
  const world = `world built { include gadget; ${extra.world ?? ''} }`;
  return adaptedComponent({
    core,
    wit: `${wit}\n${world}\n${extra.more ?? ''}`,
    world: 'built',
    adapters: {},
  });
}

const namesOf = (component: Uint8Array): string[] => {
  const { imports, exports } = inspectComponent(component);
  return [...imports, ...exports].map(({ name }) => name);
};

/** What it and the host say while two packets pass. */
async function run(component: Uint8Array, bindings: Bindings): Promise<string[]> {
  const logs: string[] = [];
  const run = await createRun({
    gadgets: [{ name: 'gadget', component }],
    sources: { src: { schema: { v: 'uint32', t: 'text' } } },
    outputs: [],
    logLevel: 'trace',
    onLog: ({ gadget, message }) => void logs.push(`${gadget ?? 'host'}: ${message}`),
    bindings,
  });
  await run.start();
  for (const v of [1, 2]) await run.source('src').push([{ v, t: 'x' }]);
  await run.close();
  return logs;
}

describe('a component that uses what 1.0.0 has', () => {
  it('says so, in every name, and is otherwise the same', async () => {
    const component = await made();
    const older = withOldestApi(component);
    expect(namesOf(component).every((name) => name.endsWith(`@${newest}`))).toBe(true);
    expect(namesOf(older)).toEqual(namesOf(component).map((name) => name.replace(newest, '1.0.0')));
    expect(older.length).toBe(component.length);
    expect(withOldestApi(older)).toBe(older);
  });

  it.each<Bindings>(['direct', 'reference'])(
    'runs as before, by %s bindings, what is called after a hook included',
    async (way) => {
      expect(await run(withOldestApi(await made()), way)).toEqual(['gadget: v']);
    },
  );

  it('runs as before when its engine is QuickJS', async () => {
    const component = await quickJs(
      `${wit}\nworld built { import random; export lifecycle; }`,
      `import { seed } from 'gadget:api/random@${newest}';
       export const lifecycle = { init() { if (seed().length !== 2) throw new Error('no seed'); }, start() {}, stop() {} };`,
      'built',
    );
    const older = withOldestApi(component);
    expect(new Set(namesOf(older).map((name) => name.split('@')[1]))).toEqual(new Set(['1.0.0']));
    expect(await run(older, 'direct')).toEqual([]);
  });
});

const clock = 'interface clock { wall: func() -> u64; }';

describe('a component stays as it is', () => {
  it.each([
    [
      'that uses a function of 1.1.0',
      { text: `(import "gadget:api/datasource@${newest}" "unsubscribe" (func (param i32)))` },
    ],
    [
      'that uses an interface of 1.1.0',
      { text: `(import "gadget:api/lists@${newest}" "element-kind" (func (param i32 i32)))` },
    ],
    [
      'that exports a hook of 1.1.0',
      {
        world: 'export losses;',
        text: `(func (export "gadget:api/losses@${newest}#on-loss") (param i32 i32 i32) (result i32) (i32.const 32))`,
      },
    ],
    [
      'that uses two versions',
      {
        world: 'import gadget:api/clock@1.0.0;',
        more: `package gadget:api@1.0.0 { ${clock} }`,
        text: `(import "gadget:api/clock@1.0.0" "wall" (func (result i64)))`,
      },
    ],
  ])('%s', async (_, extra) => {
    const component = await made(extra);
    expect(withOldestApi(component)).toBe(component);
  });

  it('in what is of other packages', async () => {
    const component = await made({
      world: `import other:api/clock@${newest};`,
      more: `package other:api@${newest} { ${clock} }`,
      text: `(import "other:api/clock@${newest}" "wall" (func (result i64)))`,
    });
    const names = namesOf(withOldestApi(component));
    expect(names.filter((name) => name.endsWith(newest))).toEqual([`other:api/clock@${newest}`]);
  });
});
