import type { ByteReader } from '../binary.ts';
import { type CoreLimits, readLimits } from '../core-module.ts';
import { GadgetError } from '../../errors.ts';
import type { Limits } from '../../limits.ts';
import { formatSize } from '../../size.ts';
import { ByteWriter } from './byte-writer.ts';
import { coreFeature } from './core-feature.ts';
import { reserved } from './facts.ts';
import { skipConstant, skipValueType } from './opcodes.ts';
import { CoreSections, sectionIds } from './sections.ts';

/** The caps on what the core modules of one component hold, together. */
export type CoreCaps = Pick<Limits, 'maxMemoryBytes' | 'maxTableElements'>;

/** A core module that can't grow beyond what there is. */
export interface CappedModule {
  bytes: Uint8Array;
  /** Pages of memory that an instance begins with. */
  pages: number;
  /** Elements of tables that an instance may have. */
  elements: number;
}

/** Bytes of a page of memory. */
export const pageBytes = 65_536;
/** What 32 bits can address, in pages. */
const mostPages = 65_536;
const memoryKind = 2;

/** Under this name and a number each memory of a module is exported, for the host to look at. */
export const memoryExport: string = `${reserved}:memory`;

/**
 * Lowers the maxima of memories and tables to what the caps leave. Memories share what is left of theirs when all have got
 * what they begin with: each may take all of it, and {@link instrument} sees to it that they don't together. Tables get
 * equal shares, and who may take less leaves more to the others. What modules import is another's, and is bounded there.
 *
 * @throws GadgetError E_TOO_LARGE for modules that begin above a cap; E_CORE_FEATURE for memories that are shared, of 64
 * bits, or with pages of another size
 */
export function capModules(
  modules: ReadonlyMap<string, Uint8Array>,
  { maxMemoryBytes, maxTableElements }: CoreCaps,
): Map<string, CappedModule> {
  const all = [...modules].map(([name, bytes]) => ({ name, bytes, held: new Held(bytes) }));
  const memories = all.flatMap(({ held }) => held.memories);
  const begins = sum(memories.map(({ min }) => min));
  const spare = Math.floor(maxMemoryBytes / pageBytes) - begins;
  if (spare < 0) throw tooMuchMemory(begins * pageBytes, maxMemoryBytes);
  const elements = share(
    all.flatMap(({ held }) => held.tables),
    maxTableElements,
  );
  if (elements.begins > elements.cap) {
    throw new GadgetError(
      'E_TOO_LARGE',
      `the tables of the component begin with ${elements.begins} elements, ${maxTableElements} are the most (maxTableElements)`,
      { hint: 'Build the gadget smaller, or move the cap (in the library: limits.maxTableElements).' },
    );
  }
  return new Map(
    all.map(({ name, bytes, held }) => {
      const memories = held.memories.map(({ min, max }) => Math.min(max ?? mostPages, min + spare));
      const tables = held.tables.map((limits) => elements.maxima.get(limits)!);
      return [
        name,
        {
          bytes: memories.length + tables.length === 0 ? bytes : held.withMaxima(memories, tables),
          pages: sum(held.memories.map(({ min }) => min)),
          elements: sum(tables),
        },
      ];
    }),
  );
}

/** For a component that begins with so much. Bytes. */
export function tooMuchMemory(begins: number, maxMemoryBytes: number): GadgetError {
  const most = `${formatSize(maxMemoryBytes)} are the most (maxMemoryBytes)`;
  return new GadgetError(
    'E_TOO_LARGE',
    `the component begins with ${formatSize(begins)} of memory, ${most}`,
    { hint: 'give it more with --max-memory (in the library: limits.maxMemoryBytes)' },
  );
}

interface Shares {
  cap: number;
  /** What all begin with, together. */
  begins: number;
  maxima: Map<CoreLimits, number>;
}

function share(all: readonly CoreLimits[], cap: number): Shares {
  const begins = sum(all.map(({ min }) => min));
  const room = ({ min, max }: CoreLimits): number => Math.max(0, Math.min(max ?? cap, cap) - min);
  const maxima = new Map<CoreLimits, number>();
  let rest = cap - begins;
  // Who wants least first: what it leaves is shared by those after it.
  for (const [place, limits] of all.toSorted((a, b) => room(a) - room(b)).entries()) {
    const more = Math.min(room(limits), Math.floor(Math.max(0, rest) / (all.length - place)));
    rest -= more;
    maxima.set(limits, limits.min + more);
  }
  return { cap, begins, maxima };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The memories and tables of a module, without those it imports. */
class Held {
  readonly memories: readonly CoreLimits[];
  readonly tables: readonly CoreLimits[];
  private readonly sections: CoreSections;

  constructor(bytes: Uint8Array) {
    this.sections = new CoreSections(bytes);
    this.memories = this.entries(sectionIds.memory, (reader) => readLimits(reader));
    this.tables = this.entries(sectionIds.table, (reader) => {
      const { limits } = readTable(reader);
      return limits;
    });
  }

  /** The module with other maxima, and its memories exported. */
  withMaxima(memories: readonly number[], tables: readonly number[]): Uint8Array {
    const { sections } = this;
    this.rewrite(sectionIds.memory, (reader, writer, place) => {
      writeLimits(writer, readLimits(reader), memories[place]!);
    });
    this.rewrite(sectionIds.table, (reader, writer, place) => {
      const start = reader.offset;
      const { limits, limitsAt, limitsEnd } = readTable(reader);
      writer.copy(reader.bytes, start, limitsAt);
      writeLimits(writer, limits, tables[place]!);
      writer.copy(reader.bytes, limitsEnd, reader.offset);
    });
    const imported = sections.imported[memoryKind]!;
    sections.extend(sectionIds.export, memories.length, (writer) => {
      for (const place of memories.keys()) {
        writer.name(`${memoryExport}${place}`);
        writer.u8(memoryKind);
        writer.u32(imported + place);
      }
    });
    return sections.join();
  }

  private entries(id: 4 | 5, read: (reader: ByteReader) => CoreLimits): CoreLimits[] {
    const found: CoreLimits[] = [];
    const reader = this.sections.reader(id);
    for (let n = reader.count('entries', 2); n > 0; n--) {
      const start = reader.offset;
      const limits = read(reader);
      if (limits.flags > 1) {
        throw coreFeature(
          'a memory or table that is shared, of 64 bits, or with pages of another size',
          start,
          'Build the gadget for plain 32-bit WebAssembly, without threads.',
        );
      }
      // What engines refuse stays refused, though another maximum is written.
      if (limits.max !== undefined && limits.max < limits.min)
        throw reader.fail('a memory or table that begins above its own maximum');
      if (id === sectionIds.memory && (limits.max ?? 0) > mostPages)
        throw reader.fail('a memory of more pages than 32 bits can address');
      found.push(limits);
    }
    reader.finish('a section of a core module');
    return found;
  }

  private rewrite(id: 4 | 5, entry: (reader: ByteReader, writer: ByteWriter, place: number) => void): void {
    if (!this.sections.has(id)) return;
    const reader = this.sections.reader(id);
    const writer = new ByteWriter(reader.end - reader.offset + 64);
    const count = reader.count('entries', 2);
    writer.u32(count);
    for (let place = 0; place < count; place++) entry(reader, writer, place);
    this.sections.put(id, writer.written);
  }
}

function writeLimits(writer: ByteWriter, { min }: CoreLimits, max: number): void {
  writer.u8(1);
  writer.u32(min);
  writer.u32(max);
}

/** A type of table, and behind 0x40 one with a value to begin with. */
function readTable(reader: ByteReader): { limits: CoreLimits; limitsAt: number; limitsEnd: number } {
  const withValue = reader.peek() === 0x40;
  if (withValue) reader.skip(2);
  skipValueType(reader);
  const limitsAt = reader.offset;
  const limits = readLimits(reader);
  const limitsEnd = reader.offset;
  if (withValue) skipConstant(reader);
  return { limits, limitsAt, limitsEnd };
}
