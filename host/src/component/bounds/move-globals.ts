import type { ByteReader } from '../binary.ts';
import { readLimits } from '../core-module.ts';
import { ByteWriter } from './byte-writer.ts';
import { opcodes, skipImmediates, skipValueType } from './opcodes.ts';
import { type CoreSections, sectionIds } from './sections.ts';

const globalKind = 3;
/** The part of the section of names that names globals. */
const globalNames = 7;

/** Makes room for more imported globals: in everything but code, each number of a global from `from` on grows by `by`. */
export function moveGlobals(sections: CoreSections, from: number, by: number): void {
  const move = (id: 4 | 6 | 7 | 9 | 11, entry: (reader: ByteReader, copy: Mover) => void): void => {
    if (!sections.has(id)) return;
    const reader = sections.reader(id);
    const copy = new Mover(reader, from, by);
    for (let n = reader.count('entries'); n > 0; n--) entry(reader, copy);
    reader.finish('a section of a core module');
    sections.put(id, copy.finish());
  };
  move(sectionIds.table, moveTable);
  move(sectionIds.global, moveGlobal);
  move(sectionIds.export, moveExport);
  move(sectionIds.element, moveElements);
  move(sectionIds.data, moveData);
  sections.rewriteCustom('name', withoutGlobalNames);
}

/** Copies what a reader goes past, but for the numbers of globals. */
class Mover {
  private readonly reader: ByteReader;
  private readonly from: number;
  private readonly by: number;
  private readonly writer: ByteWriter;
  private copied: number;

  constructor(reader: ByteReader, from: number, by: number) {
    this.reader = reader;
    this.from = from;
    this.by = by;
    this.copied = reader.offset;
    this.writer = new ByteWriter(reader.end - reader.offset + 64);
  }

  /** The number of a global comes next. */
  index(): void {
    const { reader, writer } = this;
    writer.copy(reader.bytes, this.copied, reader.offset);
    const index = reader.u32();
    writer.u32(index < this.from ? index : index + this.by);
    this.copied = reader.offset;
  }

  /** An expression of constants comes next. */
  constant(): void {
    const { reader } = this;
    for (;;) {
      const start = reader.offset;
      const opcode = reader.u8();
      if (opcode === opcodes.globalGet) this.index();
      else if (opcode === opcodes.end) return;
      else skipImmediates(reader, opcode, start);
    }
  }

  finish(): Uint8Array {
    const { reader, writer } = this;
    writer.copy(reader.bytes, this.copied, reader.end);
    return writer.written;
  }
}

function moveTable(reader: ByteReader, copy: Mover): void {
  const withValue = reader.peek() === 0x40;
  if (withValue) reader.skip(2);
  skipValueType(reader);
  readLimits(reader);
  if (withValue) copy.constant();
}

function moveGlobal(reader: ByteReader, copy: Mover): void {
  skipValueType(reader);
  reader.u8();
  copy.constant();
}

function moveExport(reader: ByteReader, copy: Mover): void {
  reader.skip(reader.u32());
  if (reader.u8() === globalKind) copy.index();
  else reader.u32();
}

/** Bits of its form: 0 not put into a table at the start; 1 (without 0) a table by number; 2 expressions, not functions. */
function moveElements(reader: ByteReader, copy: Mover): void {
  const form = reader.u32();
  if (form > 7) throw reader.fail(`unknown elements ${form}`);
  if ((form & 3) === 2) reader.u32();
  if ((form & 1) === 0) copy.constant();
  if ((form & 3) !== 0) skipValueType(reader);
  for (let n = reader.count('elements'); n > 0; n--) {
    if (form & 4) copy.constant();
    else reader.u32();
  }
}

function moveData(reader: ByteReader, copy: Mover): void {
  const form = reader.u32();
  if (form > 2) throw reader.fail(`unknown data ${form}`);
  if (form === 2) reader.u32();
  if (form !== 1) copy.constant();
  reader.skip(reader.u32());
}

/**
 * Names of globals would be those of their neighbours: they are left out. So is what can't be read, from there on: names are
 * for backtraces, and engines take modules with any.
 */
function withoutGlobalNames(reader: ByteReader, writer: ByteWriter): void {
  while (!reader.done) {
    const start = reader.offset;
    const kind = reader.u8();
    try {
      reader.skip(reader.u32());
    } catch {
      return;
    }
    if (kind !== globalNames) writer.copy(reader.bytes, start, reader.offset);
  }
}
