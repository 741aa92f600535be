import { ByteReader } from '../../component/binary.ts';

/*
 * What is put in front of the core module that Go's compiler makes. The adapter guest-go/adapter/wasi_snapshot_preview1.wat
 * says why, and holds the addresses.
 */

const seedAt = 4096;
const busyAt = 4112;
const arenaNextAt = 4120;
const arenaEndAt = 4124;

const sectionId = { imports: 2, functions: 3, exports: 7, code: 10 } as const;
const functionKind = 0;

/** One function that a module imports. */
export interface ImportedFunction {
  module: string;
  name: string;
}

interface Export {
  name: string;
  kind: number;
  index: number;
}

/** The parts of a core module that matter here. */
export interface GoModule {
  readonly imports: readonly ImportedFunction[];
  readonly exports: readonly Export[];
  /** The type of each function that is its own. */
  readonly types: readonly number[];
  readonly sections: readonly { id: number; body: Uint8Array }[];
}

/** Reads a core module. The compiler made it, so what cannot be read is a version that is not known. */
export function readGoModule(bytes: Uint8Array): GoModule {
  const reader = new ByteReader(bytes, 8);
  const sections: { id: number; body: Uint8Array }[] = [];
  let imports: ImportedFunction[] = [];
  let exports: Export[] = [];
  let types: number[] = [];
  while (!reader.done) {
    const id = reader.u8();
    const section = reader.range(reader.u32());
    sections.push({ id, body: bytes.subarray(section.offset, section.end) });
    if (id === sectionId.imports) imports = list(section, readImport);
    else if (id === sectionId.functions) types = list(section, (each) => each.u32());
    else if (id === sectionId.exports) exports = list(section, readExport);
  }
  return { imports, exports, types, sections };
}

/**
 * The module with code in front of its exports: Go's runtime starts within `init`, seeded by the host; `cabi_realloc` cuts
 * small amounts off an arena; the host functions that the adapter needs are exported again.
 */
export function frontGoModule(
  module: GoModule,
  init: string,
  host: Readonly<Record<string, string>>,
): Uint8Array {
  const { imports, types } = module;
  const exports = new Map(module.exports.map((each) => [each.name, each]));
  const exported = (name: string): number => {
    const found = exports.get(name);
    if (found === undefined) throw new Error(`the compiled module exports no ${name}`);
    return found.index;
  };
  const imported = (name: string): number => {
    const index = imports.findIndex((each) => `${each.module} ${each.name}` === name);
    if (index < 0) throw new Error(`the compiled module does not import ${name}`);
    return index;
  };
  const added: { name: string; type: number; body: number[] }[] = [];
  const front = (name: string, body: number[]): void => {
    added.push({ name, type: types[exported(name) - imports.length]!, body });
  };

  front(init, [
    ...[0, op.constant, ...signed(seedAt), op.call, ...leb(imported(host['seed']!))],
    ...[op.call, ...leb(exported('_initialize'))],
    ...[op.get, 0, op.call, ...leb(exported(init)), op.end],
  ]);
  front('cabi_realloc', reallocBody(exported('cabi_realloc')));

  exports.delete('_initialize');
  for (const [index, { name }] of added.entries()) {
    exports.set(name, { name, kind: functionKind, index: imports.length + types.length + index });
  }
  for (const [name, from] of Object.entries(host)) {
    if (name !== 'seed') exports.set(name, { name, kind: functionKind, index: imported(from) });
  }

  const replaced: Record<number, (body: Uint8Array) => Uint8Array> = {
    [sectionId.functions]: () => vector([...types, ...added.map(({ type }) => type)].map(leb)),
    [sectionId.exports]: () => vector([...exports.values()].map(writeExport)),
    [sectionId.code]: (body) => appended(body, added),
  };
  return concat([
    Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0),
    ...module.sections.flatMap(({ id, body }) => {
      const next = replaced[id]?.(body) ?? body;
      return [Uint8Array.of(id, ...leb(next.length)), next];
    }),
  ]);
}

const op = {
  end: 0x0b,
  call: 0x10,
  get: 0x20,
  set: 0x21,
  tee: 0x22,
  load: 0x28,
  store: 0x36,
  constant: 0x41,
  zero: 0x45,
  le: 0x4d,
  and: 0x71,
  add: 0x6a,
  subtract: 0x6b,
  if: 0x04,
  return: 0x0f,
  nothing: 0x40,
} as const;

/** Parameters: old, old size, alignment, new size. Local 4: where the memory begins. */
function reallocBody(slow: number): number[] {
  const load = (address: number): number[] => [op.constant, ...signed(address), op.load, 2, 0];
  const align = [op.get, 2, op.constant, ...signed(1), op.subtract];
  const busy = (change: number): number[] => [
    ...[op.constant, ...signed(busyAt)],
    ...[...load(busyAt), op.constant, ...signed(change), op.add],
    ...[op.store, 2, 0],
  ];
  return [
    // One local of type i32.
    ...[1, 1, 0x7f],
    // old size = 0, and start = (next + align - 1) & -align is not beyond the end, and new size <= end - start
    ...[op.get, 1, op.zero, op.if, op.nothing],
    ...[...load(arenaNextAt), ...align, op.add],
    ...[op.constant, ...signed(0), op.get, 2, op.subtract, op.and, op.tee, 4],
    ...[...load(arenaEndAt), op.le, op.if, op.nothing],
    ...[op.get, 3, ...load(arenaEndAt), op.get, 4, op.subtract, op.le, op.if, op.nothing],
    ...[op.constant, ...signed(arenaNextAt), op.get, 4, op.get, 3, op.add, op.store, 2, 0],
    ...[op.get, 4, op.return],
    ...[op.end, op.end, op.end],
    ...busy(1),
    ...[op.get, 0, op.get, 1, op.get, 2, op.get, 3, op.call, ...leb(slow)],
    ...busy(-1),
    op.end,
  ];
}

function readImport(reader: ByteReader): ImportedFunction {
  const module = reader.name('a module that a core module imports from');
  const name = reader.name('an import of a core module');
  if (reader.u8() !== functionKind) throw reader.fail(`an import other than a function, ${module} ${name}`);
  reader.u32();
  return { module, name };
}

function readExport(reader: ByteReader): Export {
  return { name: reader.name('an export of a core module'), kind: reader.u8(), index: reader.u32() };
}

function list<T>(reader: ByteReader, read: (reader: ByteReader) => T): T[] {
  return Array.from({ length: reader.count('entries') }, () => read(reader));
}

function writeExport({ name, kind, index }: Export): number[] {
  const text = [...Buffer.from(name)];
  return [...leb(text.length), ...text, kind, ...leb(index)];
}

/** A code section with more functions at its end. */
function appended(body: Uint8Array, added: readonly { body: number[] }[]): Uint8Array {
  const reader = new ByteReader(body);
  const count = reader.u32();
  return concat([
    Uint8Array.from(leb(count + added.length)),
    body.subarray(reader.offset),
    ...added.map((each) => Uint8Array.of(...leb(each.body.length), ...each.body)),
  ]);
}

function vector(items: readonly (readonly number[])[]): Uint8Array {
  return Uint8Array.from([...leb(items.length), ...items.flat()]);
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

/** Unsigned LEB128. */
function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}

/** Signed LEB128. */
function signed(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const ends = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return ends ? [low] : [low | 0x80, ...signed(rest)];
}
