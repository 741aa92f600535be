import { parse } from '@bytecodealliance/jco-transpile/wasm-tools';
import { expect, it } from 'vitest';
import { newGuest } from '../api/guest.fixture.ts';
import { Context } from './context.ts';
import { factsOf, gadgetText } from './core-guest.fixture.ts';
import type { CoreModule } from './core-module.ts';
import { type ComponentFacts, planOf } from './plan.ts';
import { selfTest } from './self-test.ts';
import { coreImportsV1 } from './v1.ts';
import { ownName } from '../versions/own-name.fixture.ts';

const compile = (
  globalThis as unknown as { WebAssembly: { compile(bytes: Uint8Array): Promise<CoreModule> } }
).WebAssembly.compile;

async function moduleOf(text: string): Promise<CoreModule> {
  return compile(await parse(text));
}

function answers(): ReturnType<typeof coreImportsV1> {
  return coreImportsV1(new Context(newGuest().guest));
}

/** The gadget of the fixture beside other core modules. */
async function plan(change: {
  beside?: string[];
  text?: string;
  facts?: (facts: ComponentFacts) => ComponentFacts;
}): Promise<ReturnType<typeof planOf>> {
  const main = await moduleOf(change.text ?? gadgetText({}));
  const modules = [main, ...(await Promise.all((change.beside ?? []).map(moduleOf)))];
  const facts = { ...factsOf(main), modules };
  return planOf(change.facts?.(facts) ?? facts, answers());
}

const wasi = '(import "wasi:cli/stderr@0.2.3" "get-stderr" (func (result i32)))';

it('a component with one module that is the gadget can be called directly', async () => {
  expect(await plan({})).toMatchObject({ stubbed: new Set() });
});

it('wasi that stays inside the component is answered here', async () => {
  const found = await plan({ beside: [`(module ${wasi})`, '(module (memory (export "memory") 1))'] });
  expect(found).toHaveProperty('stubbed.size', 1);
});

it('wasi that the component imports is not', async () => {
  const facts = (given: ComponentFacts): ComponentFacts => ({
    ...given,
    imports: [...given.imports, 'wasi:cli/stderr@0.2.3'],
  });
  expect(await plan({ beside: [`(module ${wasi})`], facts })).toHaveProperty('stubbed.size', 0);
});

it.each([
  ['its hooks are in no module', { text: '(module (memory (export "memory") 1))' }, /0 of its core modules/],
  ['its hooks are in two modules', { beside: [gadgetText({})] }, /2 of its core modules export its hooks/],
  [
    'two modules import the API',
    { beside: [`(module (import "${ownName('handles')}" "usage" (func (param i32))))`] },
    /two of its core modules import gadget:api\/handles/,
  ],
  [
    'a function has no direct form',
    { text: gadgetText({}).replace('"[method]field.kind"', '"[method]field.colour"') },
    /\[method\]field\.colour has no direct form/,
  ],
  [
    'a hook is missing',
    { text: gadgetText({}).replace('#stop"', '#halt"') },
    /exports no gadget:api\/lifecycle@[\d.]+#stop/,
  ],
  [
    'its memory has another name',
    { text: gadgetText({}).replace('"memory"', '"mem"') },
    /no memory under a known/,
  ],
  [
    'its parts call each other',
    { beside: ['(module (import "other:part/things" "do" (func)))'] },
    /its parts call each other \(other:part\/things\)/,
  ],
  [
    'wasi inside it is unknown',
    { beside: ['(module (import "wasi:sockets/tcp@0.2.0" "create" (func)))'] },
    /its parts call each other \(wasi:sockets/,
  ],
  [
    'its core names are of another style',
    { beside: ['(module (import "cm32p2|gadget:api/clock@1" "wall" (func (result i64))))'] },
    /cm32p2\|gadget:api\/clock@1 is no name that is known/,
  ],
] as const)('not when %s', async (_, change, words) => {
  expect(await plan({ ...change, beside: [...('beside' in change ? change.beside : [])] })).toMatch(words);
});

it('not when a function is asynchronous or takes other strings', async () => {
  expect(await plan({ facts: (facts) => ({ ...facts, plainCalls: false }) })).toMatch(/asynchronous/);
});

it('the self-test finds a function that takes any handle, and leaves the instance as new', () => {
  const cx = new Context(newGuest().guest);
  const functions = coreImportsV1(cx);
  expect(selfTest(cx, functions)).toBeUndefined();
  expect(cx.state).toMatchObject({ mayLeave: true, entered: false, dead: undefined });
  expect(cx.memory.u8).toHaveLength(0);
  const careless = { '[method]packet.len': () => 5 };
  expect(selfTest(cx, { ...functions, [ownName('packet')]: careless })).toBe(
    `${ownName('packet')} [method]packet.len takes a handle that does not exist`,
  );
});
