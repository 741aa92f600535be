import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wat } from '../../../../test/support/components.ts';
import { GadgetError } from '../../errors.ts';
import { webAssembly } from '../webassembly.ts';
import { counting, plain, type TestInstance } from './core-instance.fixture.ts';
import { instrument } from './instrument.ts';
import { calling, programImports, programs } from './program.fixture.ts';

const plenty = 1_000_000_000;

/** What can be seen of an instance from outside. */
function state({ exports }: TestInstance): unknown {
  const { memory, shared, copy, later } = exports as Record<string, { buffer: ArrayBuffer; value: number }>;
  return [Buffer.from(memory!.buffer).toString('base64'), shared!.value, copy!.value, later!.value];
}

test('programs compute the same, with and without fuel, and take as many steps as they had', async () => {
  await fc.assert(
    fc.asyncProperty(programs, fc.integer(), fc.integer(), async (text, a, b) => {
      const before = await plain(text, programImports);
      const after = await counting(text, undefined, programImports);
      const fuelled = await counting(text, plenty, programImports);
      // Loops without calls are counted in another way than those with some.
      const asked = await counting(calling(text), plenty, programImports);
      let most = 0;
      for (const func of ['f0', 'f1', 'f2']) {
        const { answer } = before.call(func, a, b);
        expect(after.call(func, a, b).answer).toEqual(answer);
        const counted = fuelled.call(func, a, b);
        expect(counted.answer).toEqual(answer);
        expect(asked.call(func, a, b)).toEqual(counted);
        most = Math.max(most, counted.steps!);
      }
      expect(state(after)).toEqual(state(before));
      expect(state(fuelled)).toEqual(state(before));
      const enough = await counting(text, most, programImports);
      for (const func of ['f0', 'f1', 'f2']) enough.call(func, a, b);
      expect(state(enough)).toEqual(state(before));
      if (most < 2) return;
      const scarce = await counting(text, most - 1, programImports);
      const answers = ['f0', 'f1', 'f2'].map((func) => scarce.call(func, a, b).answer);
      expect(answers).toContain('unreachable');
    }),
    { numRuns: 60 },
  );
}, 60_000);

describe('what never ends, ends with the fuel', () => {
  test.each([
    ['a loop', '(func (export "f") (loop $l (br $l)))'],
    ['a loop by a condition', '(func (export "f") (loop $l (br_if $l (i32.const 1))))'],
    ['a loop by a table', '(func (export "f") (loop $l (br_table $l $l (i32.const 0))))'],
    [
      'a loop in a loop',
      '(func (export "f") (loop $l (loop $m (br_if $m (i32.const 0))) (call $g) (br $l))) (func $g)',
    ],
    ['a loop with an operand', '(func (export "f") (i32.const 1) (loop $l (param i32) (br $l)))'],
    ['a loop with a catch', '(tag $t) (func (export "f") (loop $l try (throw $t) catch_all (br $l) end))'],
    [
      'a loop out of a new catch',
      '(tag $t) (func (export "f") (loop $l (block $b (try_table (catch_all $b) (throw $t))) (br $l)))',
    ],
    ['a call of itself, last', '(func $f (export "f") (return_call $f))'],
    [
      'a call of itself by a table, last',
      '(table funcref (elem $f)) (func $f (export "f") (return_call_indirect (i32.const 0)))',
    ],
    ['two that call one another, last', '(func $f (export "f") (return_call $g)) (func $g (return_call $f))'],
    [
      'a loop that fills memory',
      `(memory 1) (func (export "f")
        (loop $l (memory.fill (i32.const 0) (i32.const 1) (i32.const 65536)) (br $l)))`,
    ],
  ])('%s', async (_, body) => {
    const instance = await counting(`(module ${body})`, 100_000);
    expect(instance.call('f')).toEqual({ answer: 'unreachable', steps: 100_000 });
    expect(instance.allowance!.fuel!.empty).toBe(true);
    // It is not left running by what catches traps: nothing does.
    expect(instance.call('f').answer).toBe('unreachable');
  });

  test('also the function that runs at the start', async () => {
    const endless = '(module (func $f (loop $l (br $l))) (start $f))';
    await expect(counting(endless, 1000)).rejects.toThrow('unreachable');
  });
});

describe('steps', () => {
  const steps = async (body: string, ...args: number[]): Promise<number | undefined> =>
    (
      await counting(`(module (memory 4) (table 64 funcref) (data "${'x'.repeat(640)}") ${body})`, plenty)
    ).call('f', ...args).steps;

  test('one for each function that is entered', async () => {
    expect(await steps('(func (export "f") (call $g) (call $g)) (func $g)')).toBe(3);
  });

  test('one for each turn of a loop, whether it calls others or not', async () => {
    const loop = (body: string): string => `(func (export "f") (param $n i32)
      (loop $l ${body} (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
      (func $g)`;
    expect(await steps(loop(''), 10)).toBe(11);
    expect(await steps(loop('(call $g)'), 10)).toBe(21);
    expect(await steps(loop('(loop)'), 10)).toBe(21);
    expect(await steps(loop('(loop (call $g))'), 10)).toBe(31);
    expect(await steps(loop('(call $g) (loop (loop))'), 10)).toBe(41);
  });

  test.each([
    ['br', '(if (i32.eq (local.get $n) (i32.const 5)) (then (br $out)))', 8],
    ['br_if', '(br_if $out (i32.eq (local.get $n) (i32.const 5)))', 8],
    ['br_table', '(br_table $stay $out (i32.eq (local.get $n) (i32.const 5)))', 8],
    ['return', '(if (i32.eq (local.get $n) (i32.const 5)) (then (return)))', 7],
    ['br_if to the end of the function', '(br_if 3 (i32.eq (local.get $n) (i32.const 5)))', 7],
    ['its end', '', 12],
    ['a loop in it', '(loop $in (br_if $out (i32.eq (local.get $n) (i32.const 5))))', 14],
    [
      'a call of what does not return',
      '(if (i32.eq (local.get $n) (i32.const 5)) (then (call $traps) (unreachable)))',
      8,
    ],
    ['memory.fill in it', '(memory.fill (i32.const 0) (i32.const 1) (i32.const 640))', 112],
  ])('none is lost when a loop is left by %s', async (_, body, expected) => {
    const text = `(func (export "f") (param $n i32)
      (block $out (loop $l
        (block $stay ${body})
        (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
      (call $g))
      (func $g)
      (func $traps unreachable)`;
    expect(await steps(text, 10)).toBe(expected);
  });

  test('of a loop that traps by itself, those before it count', async () => {
    const text = `(func (export "f") (param $n i32) (call $g) (loop $l
      (drop (i32.div_u (i32.const 1) (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (br $l)))
      (func $g)`;
    const instance = await counting(`(module ${text})`, plenty);
    expect(instance.call('f', 10)).toEqual({ answer: 'divide by zero', steps: 2 });
    // It is bounded by its fuel all the same.
    expect((await counting(`(module ${text})`, 11)).call('f', 10)).toEqual({
      answer: 'unreachable',
      steps: 11,
    });
  });

  test('none is lost when what a loop calls throws, and the loop catches it', async () => {
    const loop = (body: string): string => `(tag $t) (func $throws (loop) (throw $t))
      (func (export "f") (param $n i32) (loop $l ${body}
        (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))`;
    expect(await steps(loop('try (call $throws) (unreachable) catch_all end'), 10)).toBe(31);
    expect(await steps(loop('(block $b (try_table (catch_all $b) (call $throws) (unreachable)))'), 10)).toBe(
      31,
    );
    expect(await steps(loop('(block $b (try_table (catch_all $b) (throw $t)))'), 10)).toBe(11);
  });

  test.each([
    ['(memory.fill (i32.const 0) (i32.const 1) (i32.const 131072))', 1 + 2048],
    ['(memory.copy (i32.const 0) (i32.const 70000) (i32.const 6400))', 1 + 100],
    ['(memory.copy (i32.const 0) (i32.const 9) (i32.const 63))', 1],
    ['(memory.init 0 (i32.const 0) (i32.const 0) (i32.const 640))', 1 + 10],
    ['(table.fill (i32.const 0) (ref.null func) (i32.const 64))', 1 + 64],
    ['(table.copy (i32.const 0) (i32.const 32) (i32.const 32))', 1 + 32],
    ['(drop (table.grow (ref.null func) (i32.const 500)))', 1 + 500],
  ])('more for more bytes: %s', async (instruction, expected) => {
    expect(await steps(`(func (export "f") ${instruction})`)).toBe(expected);
  });

  test('as many for an instruction whose number is written longer than it needs', async () => {
    const bytes = await wat(
      '(module (memory 1) (func (export "f") (memory.fill (i32.const 0) (i32.const 1) (i32.const 6400))))',
    );
    const at = Buffer.from(bytes).lastIndexOf(Buffer.from([0xfc, 0x0b]));
    const longer = [...bytes.slice(0, at + 1), 0x8b, 0x00, ...bytes.slice(at + 2)];
    // The section and the body in it are a byte longer.
    const code = findCode(bytes);
    longer[code + 1]! += 1;
    longer[code + 3]! += 1;
    const made = instrument(Uint8Array.from(longer), { fuel: true });
    expect(webAssembly.validate(made)).toBe(true);
    expect(made.length).toBe(instrument(bytes, { fuel: true }).length + 1);
  });
});

/** Where the section of code begins; sizes here take one byte. */
function findCode(bytes: Uint8Array): number {
  let at = 8;
  while (bytes[at] !== 0x0a) at += 2 + bytes[at + 1]!;
  return at;
}

describe('what stays', () => {
  test('numbers and names of functions', async () => {
    const text = '(module (func $deep unreachable) (func $outer (export "f") (call $deep)))';
    const instance = await counting(text, plenty);
    let stack = '';
    try {
      (instance.exports['f'] as () => void)();
    } catch (error) {
      stack = (error as Error).stack!;
    }
    expect(stack).toMatch(/deep.*wasm-function\[0\][^]*outer.*wasm-function\[1\]/);
  });

  test('a module that does not grow and has no fuel, byte by byte', async () => {
    const bytes = await wat('(module (memory 1) (global i32 (i32.const 1)) (func (export "f")))');
    expect(instrument(bytes, { fuel: false })).toBe(bytes);
  });
});

test('names that can not be read are left out', async () => {
  const broken = Buffer.from(await wat('(module $m (func $f (export "f")))'));
  // The length of the names of functions.
  broken[broken.lastIndexOf('f') - 4] = 100;
  const made = instrument(broken, { fuel: true });
  expect(webAssembly.validate(made)).toBe(true);
  expect(Buffer.from(made).includes('name')).toBe(true);
});

test.each([
  ['types', 1, '60 00 00'],
  ['imports', 2, '01 61 01 62 00 00'],
  ['functions', 3, '00'],
  ['exports', 7, '01 61 00 00'],
])('a section of %s with more in it than it says is refused', (_, id, entry) => {
  const bytes = (text: string): number[] => text.split(' ').map((each) => Number.parseInt(each, 16));
  const type = [1, 4, 1, 0x60, 0, 0];
  const one = bytes(entry);
  const section = [id, 1 + 2 * one.length, 1, ...one, ...one];
  const module = Uint8Array.from([
    ...bytes('00 61 73 6d 01 00 00 00'),
    ...(id === 1 ? [] : type),
    ...section,
  ]);
  expect(() => instrument(module, { fuel: true })).toThrow(
    expect.objectContaining({ code: 'E_NOT_A_COMPONENT' }) as Error,
  );
});

describe('what can not be counted is refused', () => {
  const refusal = async (text: string, fuel: boolean): Promise<GadgetError | undefined> => {
    try {
      instrument(await wat(text), { fuel });
      return undefined;
    } catch (error) {
      return error as GadgetError;
    }
  };

  test('an instruction that is not known, with its opcode and where it is', async () => {
    const text = '(module (func (export "f") (drop (ref.i31 (i32.const 1)))))';
    const at = Buffer.from(await wat(text)).lastIndexOf(0xfb);
    for (const fuel of [true, false]) {
      expect(await refusal(text, fuel)).toMatchObject({
        code: 'E_CORE_FEATURE',
        blame: 'guest',
        message: `a core module of the component has an instruction that this host does not know (0xfb) at byte ${at}`,
        details: { offset: at },
      });
    }
  });

  test.each([
    ['objects', '(module (type (struct)) (func))', /a type other than functions at byte 11/],
    ['exceptions with references', '(module (tag (param externref)) (func))', /exception that holds ref/],
    ['a name of the host, imported', '(module (import "gadget-bounds" "x" (func)) (func))', /this host's/],
    ['a name of the host, exported', '(module (func (export "gadget-bounds:memory0")))', /this host's/],
  ])('%s, with and without fuel', async (_, text, words) => {
    for (const fuel of [true, false]) {
      const error = await refusal(text, fuel);
      expect(error).toMatchObject({ code: 'E_CORE_FEATURE' });
      expect(error!.message).toMatch(words);
    }
  });

  test('nothing but GadgetErrors comes of damaged modules, and nothing that is not valid', async () => {
    const bytes = await wat(fc.sample(programs, { seed: 7, numRuns: 1 })[0]!);
    fc.assert(
      fc.property(fc.nat(bytes.length - 9), fc.nat(255), fc.boolean(), (at, value, fuel) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at + 8] = value;
        try {
          const made = instrument(damaged, { fuel });
          // What the engine takes, it takes after, too.
          expect(webAssembly.validate(made) || !webAssembly.validate(damaged)).toBe(true);
        } catch (error) {
          if (!(error instanceof GadgetError)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});
