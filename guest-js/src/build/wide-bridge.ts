/**
 * Exact 64-bit numbers for QuickJS gadgets.
 *
 * componentize-qjs hands `u64` and `s64` to JavaScript as doubles, which lose everything beyond 2^53: the nanoseconds
 * of today's clock, most inode hashes. Its runtime module exports one function for each way a value crosses
 * (`wit_dylib_push_u64`, `wit_dylib_pop_u64` …). This adds four functions to that module and lets those exports point to
 * them: to JavaScript, what a double holds exactly comes as before and the rest as text (`0x` and 16 digits); from
 * JavaScript, a number comes as the list `[high, low]`. `#api/wide` is the other half.
 */
import type { CoreModule } from './core-module.ts';
import { leb } from './wasm-section.ts';

const exported = {
  pushU64: 'wit_dylib_push_u64',
  pushS64: 'wit_dylib_push_s64',
  popU64: 'wit_dylib_pop_u64',
  popS64: 'wit_dylib_pop_s64',
  pushString: 'wit_dylib_push_string',
  popF64: 'wit_dylib_pop_f64',
  popList: 'wit_dylib_pop_list',
  popNext: 'wit_dylib_pop_list_iter_next',
  popEnd: 'wit_dylib_pop_list_iter',
  realloc: 'cabi_realloc',
} as const;

type Known = Record<keyof typeof exported, number>;

/** Bridges the runtime module. Throws when it lacks what this needs. */
export function bridgeWideNumbers(runtime: CoreModule): void {
  const known = Object.fromEntries(
    Object.entries(exported).map(([key, name]) => [key, runtime.exported(name).index]),
  ) as Known;
  const stackPointer = runtime.importedGlobal('__stack_pointer');
  const codes = {
    pushU64: push(known, known.pushU64, unsignedFits),
    pushS64: push(known, known.pushS64, signedFits),
    popU64: pop(known, stackPointer),
    popS64: pop(known, stackPointer),
  };
  for (const [key, code] of Object.entries(codes)) {
    const name = exported[key as keyof typeof codes];
    runtime.export(name, runtime.addFunction(runtime.exported(name).type, code));
  }
}

const i32 = 0x7f;
const i64 = 0x7e;
const op = {
  block: (kind: number) => [kind, 0x40],
  loop: 0x03,
  if: 0x04,
  end: 0x0b,
  branchIf: (depth: number) => [0x0d, depth],
  return: 0x0f,
  call: (index: number) => [0x10, ...leb(index)],
  drop: 0x1a,
  get: (local: number) => [0x20, local],
  set: (local: number) => [0x21, local],
  tee: (local: number) => [0x22, local],
  getGlobal: (global: number) => [0x23, ...leb(global)],
  setGlobal: (global: number) => [0x24, ...leb(global)],
  /** Small constants only: one byte of signed LEB128. */
  i32: (value: number) => [0x41, value & 0x7f],
  i64: (value: number) => [0x42, value & 0x7f],
};

/** 2^53 and 2^54 as signed LEB128. */
const twoTo53 = [0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10];
const twoTo54 = [0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20];
const i64LessOrEqualUnsigned = 0x58;
const unsignedFits = [...op.get(1), ...twoTo53, i64LessOrEqualUnsigned];
const signedFits = [...op.get(1), ...twoTo53, 0x7c, ...twoTo54, i64LessOrEqualUnsigned];

/**
 * `(context: i32, value: i64) -> ()`: what a double holds goes to `original`; the rest is written out as `0x` and 16
 * digits, into memory that the string then owns.
 */
function push(functions: Known, original: number, fits: readonly number[]): number[] {
  const [context, value, text, shift, digit] = [0, 1, 2, 3, 4];
  return [
    ...[1, 3, i32],
    ...fits,
    ...op.block(op.if),
    ...[...op.get(context), ...op.get(value), ...op.call(original), op.return, op.end],
    // text = realloc(0, 0, 1, 18), beginning with 0x
    ...[
      ...op.i32(0),
      ...op.i32(0),
      ...op.i32(1),
      ...op.i32(18),
      ...op.call(functions.realloc),
      ...op.set(text),
    ],
    ...[...op.get(text), ...op.i32(0x30), 0x3a, 0, 0],
    ...[...op.get(text), 0x41, 0xf8, 0x00, 0x3a, 0, 1],
    // for (shift = 0; shift < 16; shift++) text[2 + shift] = the digit of value >>> (60 - 4 * shift)
    ...op.block(op.loop),
    ...[...op.get(value), ...op.i32(15), ...op.get(shift), 0x6b, ...op.i32(2), 0x74, 0xad, 0x88],
    ...[...op.i64(15), 0x83, 0xa7, ...op.set(digit)],
    ...[...op.get(text), ...op.get(shift), 0x6a],
    ...[
      ...op.get(digit),
      ...op.i32(0x30),
      0x6a,
      ...op.i32(39),
      ...op.i32(0),
      ...op.get(digit),
      ...op.i32(9),
      0x4b,
      0x1b,
      0x6a,
    ],
    ...[0x3a, 0, 2],
    ...[...op.get(shift), ...op.i32(1), 0x6a, ...op.tee(shift), ...op.i32(16), 0x49, ...op.branchIf(0)],
    op.end,
    ...[...op.get(context), ...op.get(text), ...op.i32(18), ...op.call(functions.pushString)],
    op.end,
  ];
}

/** `(context: i32) -> i64`: takes the list `[high, low]`. Which list type is named does not matter to the runtime. */
function pop(functions: Known, stackPointer: number): number[] {
  const [context, stack, value] = [0, 1, 2];
  const next = [
    ...[...op.get(context), ...op.i32(0), ...op.call(functions.popNext)],
    ...[...op.get(context), ...op.call(functions.popF64), 0xfc, 0x07],
  ];
  return [
    ...[2, 1, i32, 1, i64],
    // The runtime writes a pointer where it is told, so give it a place on the stack.
    ...[...op.getGlobal(stackPointer), ...op.i32(16), 0x6b, ...op.tee(stack), ...op.setGlobal(stackPointer)],
    ...[...op.get(context), ...op.i32(0), ...op.get(stack), ...op.call(functions.popList), op.drop],
    ...[...next, ...op.i64(32), 0x86, ...next, 0x84, ...op.set(value)],
    ...[...op.get(context), ...op.i32(0), ...op.call(functions.popEnd)],
    ...[...op.get(stack), ...op.i32(16), 0x6a, ...op.setGlobal(stackPointer)],
    ...op.get(value),
    op.end,
  ];
}
