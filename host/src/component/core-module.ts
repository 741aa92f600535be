import type { ByteReader } from './binary.ts';

/** One core module inside a component. */
export interface CoreModuleInfo {
  /** Bytes. */
  size: number;
  /** Its own memories, in pages of 64 KiB (unless the module says otherwise). */
  memories: { min: number; max: number | undefined }[];
}

/** Sections of core modules go up to the tag section. */
const lastSection = 13;

/** Walks a core module up to `reader.end`: checks each name it imports and exports, skips its code. */
export function readCoreModule(reader: ByteReader): CoreModuleInfo {
  const size = reader.end - reader.offset;
  const preamble = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  if (!preamble.every((byte) => reader.u8() === byte)) throw reader.fail('a core module without its header');
  const info: CoreModuleInfo = { size, memories: [] };
  while (!reader.done) {
    const id = reader.u8();
    const section = reader.range(reader.u32());
    if (id > lastSection) throw section.fail(`an unknown section ${id} of a core module`);
    if (id === 2) readImports(section);
    else if (id === 5) readMemories(section, info);
    else if (id === 7) readExports(section);
    else continue;
    section.finish('a section of a core module');
  }
  return info;
}

function readImports(reader: ByteReader): void {
  for (let n = reader.count('imports', 4); n > 0; n--) readCoreImport(reader);
}

function readMemories(reader: ByteReader, info: CoreModuleInfo): void {
  for (let n = reader.count('memories', 2); n > 0; n--) {
    const { min, max } = readLimits(reader);
    info.memories.push({ min, max });
  }
}

function readExports(reader: ByteReader): void {
  for (let n = reader.count('exports', 3); n > 0; n--) {
    reader.name('an export of a core module');
    if (reader.u8() > 4) throw reader.fail('an unknown kind of core export');
    reader.u32();
  }
}

/** `core:import`: two names and what is imported. */
export function readCoreImport(reader: ByteReader): void {
  reader.name('a module that a core module imports from');
  reader.name('an import of a core module');
  readImportDescription(reader);
}

/** `core:importdesc`. */
export function readImportDescription(reader: ByteReader): void {
  const kind = reader.u8();
  if (kind === 0) reader.u32();
  else if (kind === 1) readTableType(reader);
  else if (kind === 2) readLimits(reader);
  else if (kind === 3) readGlobalType(reader);
  else if (kind === 4) readTagType(reader);
  else throw reader.fail('an unknown kind of core import');
}

function readTableType(reader: ByteReader): void {
  readCoreValueType(reader);
  readLimits(reader);
}

function readGlobalType(reader: ByteReader): void {
  readCoreValueType(reader);
  if (reader.u8() > 3) throw reader.fail('an unknown kind of global');
}

function readTagType(reader: ByteReader): void {
  if (reader.u8() !== 0) throw reader.fail('an unknown kind of tag');
  reader.u32();
}

/** Of a memory or table; `flags`: bit 0 it has a maximum, bit 1 shared, bit 2 of 64 bits, bit 3 a page size of its own. */
export interface CoreLimits {
  flags: number;
  min: number;
  max: number | undefined;
}

/** `core:limits`. */
export function readLimits(reader: ByteReader): CoreLimits {
  const flags = reader.u8();
  if (flags > 15) throw reader.fail('unknown limits');
  const number = (): number => (flags & 4 ? reader.u64() : reader.u32());
  const min = number();
  const max = flags & 1 ? number() : undefined;
  if (flags & 8) reader.u32();
  return { flags, min, max };
}

/** A core value type: one byte, or one of the two codes for references with a heap type after it. */
export function readCoreValueType(reader: ByteReader): void {
  const code = reader.u8();
  if (code === 0x63 || code === 0x64) reader.s33();
  else if (code < 0x68 || code > 0x7f) throw reader.fail('an unknown core value type');
}
