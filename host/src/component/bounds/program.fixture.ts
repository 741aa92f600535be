/** For tests only: programs made at random, as the text of a core module. All of them end. */
import fc from 'fast-check';

/** What a program is given: it must not be changed by moving globals. */
export const programImports = { host: { base: 2, nothing: (): void => {} } };

const indices = fc.integer({ min: 0, max: 2 });
const addresses = fc.integer({ min: 0, max: 4000 });

/** An expression of an i32; functions call those with lower numbers only. */
function expression(func: number, depth: number): fc.Arbitrary<string> {
  const leaves: fc.Arbitrary<string>[] = [
    fc.integer({ min: -70_000, max: 70_000 }).map((value) => `(i32.const ${value})`),
    indices.map((local) => `(local.get ${local})`),
    fc.constantFrom('(global.get $base)', '(global.get $shared)', '(global.get $later)', '(memory.size)'),
    addresses.map((at) => `(i32.load offset=${at} (i32.const 1))`),
    addresses.map((at) => `(i32x4.extract_lane 3 (v128.load (i32.const ${at})))`),
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const inner = expression(func, depth - 1);
  const deeper = [
    fc
      .tuple(fc.constantFrom('add', 'sub', 'mul', 'xor', 'shl', 'lt_s'), inner, inner)
      .map(([op, a, b]) => `(i32.${op} ${a} ${b})`),
    fc.tuple(inner, inner, inner).map(([a, b, c]) => `(select ${a} ${b} ${c})`),
    inner.map((value) => `(i32.trunc_sat_f64_s (f64.convert_i32_s ${value}))`),
    inner.map((value) => `(i32.extend8_s ${value})`),
  ];
  if (func > 0) {
    const callee = fc.integer({ min: 0, max: func - 1 });
    deeper.push(
      fc.tuple(callee, inner, inner).map(([number, a, b]) => `(call $f${number} ${a} ${b})`),
      // The table begins at `base`.
      fc
        .tuple(callee, inner)
        .map(([number, a]) => `(call_indirect (type $binary) ${a} (i32.const 7) (i32.const ${number + 2}))`),
    );
  }
  return fc.oneof(...leaves, ...deeper);
}

/** How a loop may be left but at its end, with a value and without. */
const waysOut = [
  '(br_if $away CONDITION)',
  '(drop (br_if $far (i32.const 2) CONDITION))',
  '(if CONDITION (then (br $away)))',
  '(if CONDITION (then (br $far (i32.const 3))))',
  '(drop (block $stay (result i32) (br_table $stay $far $stay (i32.const 4) CONDITION)))',
  '(block $stay (br_table $stay $away $stay CONDITION))',
];

function statement(func: number, depth: number): fc.Arbitrary<string> {
  const value = expression(func, 2);
  const leaves: fc.Arbitrary<string>[] = [
    fc.tuple(indices, value).map(([local, a]) => `(local.set ${local} ${a})`),
    fc.tuple(fc.constantFrom('$shared', '$later'), value).map(([global, a]) => `(global.set ${global} ${a})`),
    fc.tuple(addresses, value).map(([at, a]) => `(i32.store offset=${at} (i32.const 0) ${a})`),
    fc
      .tuple(addresses, addresses)
      .map(([at, size]) => `(memory.fill (i32.const ${at}) (i32.const ${size & 255}) (i32.const ${size}))`),
    fc
      .tuple(addresses, addresses)
      .map(([at, from]) => `(memory.copy (i32.const ${at}) (i32.const ${from}) (i32.const 100))`),
    value.map((a) => `(drop (memory.grow (i32.and ${a} (i32.const 1))))`),
    value.map((a) => `(if ${a} (then (return (local.get 1))))`),
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const inner = fc.array(statement(func, depth - 1), { maxLength: 3 }).map((all) => all.join('\n'));
  return fc.oneof(
    ...leaves,
    fc.tuple(value, inner, inner).map(([a, then, other]) => `(if ${a} (then ${then}) (else ${other}))`),
    fc.tuple(value, inner).map(([a, body]) => `(block $out (br_if $out ${a}) ${body})`),
    fc
      .tuple(value, inner, inner)
      .map(([a, one, two]) => `(block $b (block $a (br_table $a $b $b ${a})) ${one} (br $b) ${two})`),
    // With a parameter, so that something lies on the stack where steps are counted.
    fc.tuple(fc.integer({ min: 1, max: 4 }), inner).map(([turns, body]) => {
      const counter = `$turns${depth}`;
      return `(local.set ${counter} (i32.const ${turns}))
        (i32.const 9)
        (loop $again (param i32) (result i32)
          ${body}
          (local.set ${counter} (i32.sub (local.get ${counter}) (i32.const 1)))
          (br_if $again (local.get ${counter})))
        (drop)`;
    }),
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), value, inner, fc.constantFrom(...waysOut))
      .map(([turns, condition, body, wayOut]) => {
        const counter = `$turns${depth}`;
        return `(local.set ${counter} (i32.const ${turns}))
        (block $away
          (drop (block $far (result i32)
            (loop $again
              ${body}
              ${wayOut.replace('CONDITION', condition)}
              (local.set ${counter} (i32.sub (local.get ${counter}) (i32.const 1)))
              (br_if $again (local.get ${counter})))
            (i32.const 1))))`;
      }),
  );
}

const functions = [0, 1, 2].map((func) =>
  fc.array(statement(func, 2), { maxLength: 5 }).map(
    (body) => `(func $f${func} (export "f${func}") (type $binary)
      (local i32) (local $turns1 i32) (local $turns2 i32)
      ${body.join('\n')}
      (i32.add (local.get 0) (local.get 2)))`,
  ),
);

/** A module with functions `f0` to `f2` of two numbers, a memory of at most 3 pages, a table, and globals. */
export const programs: fc.Arbitrary<string> = fc.tuple(...functions).map(
  (bodies) => `(module
    (type $binary (func (param i32 i32) (result i32)))
    (import "host" "base" (global $base i32))
    (memory (export "memory") 1 3)
    (table 8 funcref)
    (global $shared (export "shared") (mut i32) (i32.const 5))
    (global $copy (export "copy") i32 (global.get $base))
    (global $later (export "later") (mut i32) (i32.const -1))
    (elem (global.get $base) $f0 $f1 $f2)
    (data (global.get $base) "some bytes to begin with")
    ${bodies.join('\n')})`,
);

/** The same program, in which every loop calls the host first, which takes no steps. */
export function calling(program: string): string {
  return program
    .replace('(memory', '(import "host" "nothing" (func $nothing))\n    (memory')
    .replaceAll(/\(loop \$again( \(param i32\) \(result i32\))?/g, '$& (call $nothing)');
}
