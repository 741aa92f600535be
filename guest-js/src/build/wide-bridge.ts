/**
 * Exact 64-bit numbers for QuickJS gadgets.
 *
 * componentize-qjs hands `u64` and `s64` to JavaScript as doubles, which lose everything beyond 2^53: the nanoseconds
 * of today's clock, most inode hashes. Its runtime module exports one function for each way a value crosses
 * (`wit_dylib_push_u64`, `wit_dylib_pop_u64` …). This adds four functions to that module and lets those exports point to
 * them: to JavaScript, what a double holds exactly comes as before and the rest as text (`0x` and 16 digits); from
 * JavaScript, a number comes as the list `[high, low]`. `#api/wide` is the other half.
 */
import { concat, Cursor, leb, readSections, type Section, writeSections } from './wasm-section.ts';

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

const section = { import: 2, function: 3, export: 7, code: 10, module: 1, component: 4 } as const;
const componentLayer = 1;

/** The component with its runtime module bridged. Throws when there is not exactly one such module. */
export function bridgeWideNumbers(component: Uint8Array): Uint8Array {
  const found = { modules: 0 };
  const bridged = rewriteComponent(component, found);
  if (found.modules !== 1)
    throw new Error(`expected one QuickJS runtime module in the component, found ${found.modules}`);
  return bridged;
}

function rewriteComponent(component: Uint8Array, found: { modules: number }): Uint8Array {
  const { header, sections } = readSections(component);
  if (header[6] !== componentLayer) throw new Error('not a component');
  return writeSections(
    header,
    sections.map(({ id, body }) => {
      if (id === section.component) return { id, body: rewriteComponent(body, found) };
      return { id, body: id === section.module ? rewriteModule(body, found) : body };
    }),
  );
}

function rewriteModule(module: Uint8Array, found: { modules: number }): Uint8Array {
  const { header, sections } = readSections(module);
  const exportSection = sections.find(({ id }) => id === section.export);
  if (exportSection === undefined) return module;
  const exports = readExports(exportSection.body);
  if (!exports.some(({ name }) => name === exported.pushU64)) return module;
  found.modules++;
  const known = Object.fromEntries(
    Object.entries(exported).map(([key, name]) => [
      key,
      exports.find((one) => one.name === name && one.kind === 0)?.index,
    ]),
  );
  for (const [key, index] of Object.entries(known))
    if (index === undefined)
      throw new Error(`the QuickJS runtime does not export ${exported[key as keyof typeof exported]}`);
  const functions = known as Known;
  const imports = readImports(bodyOf(sections, section.import));
  const types = readFunctions(bodyOf(sections, section.function));
  const typeOf = (index: number): number => types[index - imports.functions] as number;
  const first = imports.functions + types.length;
  const added = [
    {
      name: exported.pushU64,
      type: typeOf(functions.pushU64),
      code: push(functions, functions.pushU64, unsignedFits),
    },
    {
      name: exported.pushS64,
      type: typeOf(functions.pushS64),
      code: push(functions, functions.pushS64, signedFits),
    },
    { name: exported.popU64, type: typeOf(functions.popU64), code: pop(functions, imports.stackPointer) },
    { name: exported.popS64, type: typeOf(functions.popS64), code: pop(functions, imports.stackPointer) },
  ];
  const rewritten = sections.map(({ id, body }): Section => {
    if (id === section.function)
      return {
        id,
        body: append(
          body,
          added.map(({ type }) => Uint8Array.from(leb(type))),
        ),
      };
    if (id === section.code)
      return {
        id,
        body: append(
          body,
          added.map(({ code }) => withLength(code)),
        ),
      };
    if (id === section.export)
      return {
        id,
        body: writeExports(
          exports.map((one) => {
            const at = added.findIndex(({ name }) => name === one.name);
            return at < 0 ? one : { ...one, index: first + at };
          }),
        ),
      };
    return { id, body };
  });
  return writeSections(header, rewritten);
}

interface Export {
  name: string;
  kind: number;
  index: number;
}

function readExports(body: Uint8Array): Export[] {
  const cursor = new Cursor(body);
  return Array.from({ length: cursor.number() }, () => ({
    name: cursor.name(),
    kind: cursor.byte(),
    index: cursor.number(),
  }));
}

function writeExports(exports: readonly Export[]): Uint8Array {
  return concat([
    Uint8Array.from(leb(exports.length)),
    ...exports.map(({ name, kind, index }) => {
      const bytes = Buffer.from(name);
      return concat([Uint8Array.from(leb(bytes.length)), bytes, Uint8Array.of(kind, ...leb(index))]);
    }),
  ]);
}

/** How many functions are imported, and which global is the stack pointer. */
function readImports(body: Uint8Array): { functions: number; stackPointer: number } {
  const cursor = new Cursor(body);
  let functions = 0;
  let globals = 0;
  let stackPointer = -1;
  for (let left = cursor.number(); left > 0; left--) {
    cursor.name();
    const name = cursor.name();
    const kind = cursor.byte();
    if (kind === 0) {
      cursor.number();
      functions++;
    } else if (kind === 3) {
      cursor.take(2);
      if (name === '__stack_pointer') stackPointer = globals;
      globals++;
    } else {
      if (kind === 1) cursor.byte();
      const flags = cursor.byte();
      cursor.number();
      if (flags & 1) cursor.number();
    }
  }
  if (stackPointer < 0) throw new Error('the QuickJS runtime does not import __stack_pointer');
  return { functions, stackPointer };
}

function readFunctions(body: Uint8Array): number[] {
  const cursor = new Cursor(body);
  return Array.from({ length: cursor.number() }, () => cursor.number());
}

function bodyOf(sections: readonly Section[], id: number): Uint8Array {
  const body = sections.find((one) => one.id === id)?.body;
  if (body === undefined) throw new Error(`the QuickJS runtime has no section ${id}`);
  return body;
}

/** A vector with more at its end. */
function append(body: Uint8Array, more: readonly Uint8Array[]): Uint8Array {
  const cursor = new Cursor(body);
  const count = cursor.number();
  return concat([Uint8Array.from(leb(count + more.length)), body.subarray(cursor.offset), ...more]);
}

function withLength(code: readonly number[]): Uint8Array {
  return Uint8Array.of(...leb(code.length), ...code);
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
