import { describe, expect, test } from 'vitest';
import { wat } from '../../../../test/support/components.ts';
import type { GadgetError } from '../../errors.ts';
import { webAssembly } from '../webassembly.ts';
import { Allowance } from './allowance.ts';
import { type CappedModule, capModules, type CoreCaps, pageBytes } from './caps.ts';
import { bounded } from './core-instance.fixture.ts';

const caps = (pages: number, maxTableElements = 100): CoreCaps => ({
  maxMemoryBytes: pages * pageBytes,
  maxTableElements,
});

async function cap(texts: readonly string[], given: CoreCaps): Promise<CappedModule[]> {
  const modules = await Promise.all(texts.map(async (text, at) => [`${at}`, await wat(text)] as const));
  return [...capModules(new Map(modules), given).values()];
}

const growing = (limits: string): string => `(module (memory ${limits})
  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))`;

describe('memory', () => {
  test('grows up to the cap, and no further', async () => {
    const [instance] = await bounded([growing('1')], new Allowance(caps(5)));
    expect(instance!.call('grow', 4).answer).toBe(1);
    expect(instance!.call('grow', 1).answer).toBe(-1);
    expect(instance!.allowance!.shortage()).toBe('memory');
    // Nothing was refused since.
    expect(instance!.allowance!.shortage()).toBeUndefined();
    expect(instance!.allowance!.memoryBytes).toBe(5 * pageBytes);
  });

  test('with a lower maximum of its own keeps it', async () => {
    const [instance] = await bounded([growing('1 2')], new Allowance(caps(5)));
    expect(instance!.call('grow', 2).answer).toBe(-1);
    expect(instance!.call('grow', 1).answer).toBe(1);
    // It was its own maximum, not the cap.
    expect(instance!.allowance!.shortage()).toBeUndefined();
  });

  test('of several is within the cap together, and goes to who asks first', async () => {
    const instances = await bounded([growing('2'), growing('1 2'), growing('1')], new Allowance(caps(13)));
    const grow = (place: number, pages: number): unknown => instances[place]!.call('grow', pages).answer;
    expect([grow(0, 6), grow(1, 1), grow(1, 1), grow(2, 3), grow(2, 2), grow(2, 1), grow(0, 1)]).toEqual([
      2, 1, -1, -1, 1, -1, -1,
    ]);
    expect(instances[0]!.allowance!.memoryBytes).toBe(13 * pageBytes);
  });

  test.each([-1, 2 ** 31, 65_535])('is not given %d pages', async (pages) => {
    const [instance] = await bounded([growing('1')], new Allowance(caps(5)));
    expect(instance!.call('grow', pages).answer).toBe(-1);
    expect(instance!.call('grow', 4).answer).toBe(1);
  });

  test('of a module that is changed by another can not pass the cap either', async () => {
    const owner = '(module (memory (export "m") 1))';
    const [held] = await cap([owner], caps(4));
    const module = await webAssembly.compile(held!.bytes);
    const memory = new webAssembly.Instance(module).exports['m'] as { grow(pages: number): number };
    expect(() => memory.grow(4)).toThrow(RangeError);
    expect(memory.grow(3)).toBe(1);
  });

  test('that is imported is bounded where it comes from', async () => {
    const [held] = await cap(['(module (import "m" "m" (memory 70)))'], caps(8));
    expect(held!.pages).toBe(0);
  });

  test.each([
    [['(module (memory 9))'], '576 KiB'],
    [['(module (memory 4))', '(module (memory 5 5))'], '576 KiB'],
    [['(module (memory 65536))'], '4 GiB'],
  ])('that begins above the cap is refused: %j', async (texts, begins) => {
    await expect(cap(texts, caps(8))).rejects.toMatchObject({
      code: 'E_TOO_LARGE',
      blame: 'guest',
      message: `the component begins with ${begins} of memory, 512 KiB are the most (maxMemoryBytes)`,
    });
  });

  test.each([
    ['shared', '(memory 1 1 shared)'],
    ['of 64 bits', '(memory i64 1)'],
    ['with small pages', '(memory 1 (pagesize 1))'],
    ['that is a table of 64 bits', '(table i64 1 funcref)'],
  ])('%s is refused', async (_, memory) => {
    const error = await cap([`(module ${memory})`], caps(8)).catch((thrown: GadgetError) => thrown);
    expect(error).toMatchObject({ code: 'E_CORE_FEATURE', blame: 'guest' });
  });
});

describe('tables', () => {
  const table = (limits: string, more = ''): string => `(module (table ${limits} funcref ${more})
    (func $f (export "grow") (param i32) (result i32) (table.grow (ref.null func) (local.get 0))))`;

  test('grow up to the cap', async () => {
    const [instance] = await bounded([table('60')], new Allowance(caps(1, 100)));
    expect(instance!.call('grow', 41).answer).toBe(-1);
    expect(instance!.call('grow', 40).answer).toBe(60);
  });

  test('with a value to begin with, and those that are imported', async () => {
    const [one, other] = await cap(
      [
        '(module (table 2 (ref func) (ref.func $f)) (func $f))',
        '(module (import "m" "t" (table 500 funcref)))',
      ],
      caps(1, 10),
    );
    expect([one!.elements, other!.elements]).toEqual([10, 0]);
  });

  test('that begin above the cap are refused', async () => {
    await expect(cap([table('60'), table('60 70')], caps(1, 100))).rejects.toMatchObject({
      code: 'E_TOO_LARGE',
      message: 'the tables of the component begin with 120 elements, 100 are the most (maxTableElements)',
    });
  });
});

test.each([
  ['a memory that begins above its own maximum', [5, 4, 1, 1, 2, 1]],
  ['a table that begins above its own maximum', [4, 5, 1, 0x70, 1, 2, 1]],
  ['a memory of more pages than there are', [5, 6, 1, 1, 2, 0x81, 0x80, 4]],
])('%s is refused, as engines do', (_, section) => {
  const module = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...section]);
  expect(() => capModules(new Map([['m', module]]), caps(10, 10))).toThrow(
    expect.objectContaining({ code: 'E_NOT_A_COMPONENT' }) as Error,
  );
});

describe('a module that is instantiated again', () => {
  test('needs as much again', () => {
    const allowance = new Allowance(caps(8, 10));
    allowance.admit({ pages: 4, elements: 5 });
    allowance.admit({ pages: 4, elements: 5 });
    expect(() => allowance.admit({ pages: 1, elements: 0 })).toThrow(
      expect.objectContaining({
        code: 'E_TOO_LARGE',
        message: 'the component begins with 576 KiB of memory, 512 KiB are the most (maxMemoryBytes)',
      }),
    );
    expect(() => allowance.admit({ pages: 0, elements: 1 })).toThrow(
      expect.objectContaining({ code: 'E_TOO_LARGE', message: expect.stringContaining('11 elements') }),
    );
  });
});
