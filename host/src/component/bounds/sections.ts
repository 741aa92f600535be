import { ByteReader } from '../binary.ts';
import { readImportDescription } from '../core-module.ts';
import { ByteWriter } from './byte-writer.ts';

/** Sections of a core module by their numbers. */
export const sectionIds = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
  dataCount: 12,
  tag: 13,
} as const;

type SectionId = (typeof sectionIds)[keyof typeof sectionIds];

/** The order in which a module has its sections; custom ones lie between. */
const order: readonly number[] = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11];
const preamble = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

interface Section {
  id: number;
  bytes: Uint8Array;
  start: number;
  end: number;
}

/** A core module, section by section: some are replaced, all others stay byte by byte. */
export class CoreSections {
  private sections: Section[] = [];
  private readonly size: number;

  /** Throws E_NOT_A_COMPONENT for what is no core module, or has sections out of order. */
  constructor(bytes: Uint8Array) {
    this.size = bytes.length;
    const reader = new ByteReader(bytes);
    if (!preamble.every((byte) => reader.u8() === byte))
      throw reader.fail('a core module without its header');
    let last = -1;
    while (!reader.done) {
      const id = reader.u8();
      const { offset: start, end } = reader.range(reader.u32());
      if (id !== 0) {
        const place = order.indexOf(id);
        if (place <= last)
          throw reader.fail(`a section ${id} of a core module that is unknown, or out of order`);
        last = place;
      }
      this.sections.push({ id, bytes, start, end });
    }
  }

  /** At the beginning of a section; at the end of nothing where there is none. */
  reader(id: SectionId): ByteReader {
    const found = this.sections.find((section) => section.id === id);
    return found === undefined
      ? new ByteReader(new Uint8Array([0]))
      : new ByteReader(found.bytes, found.start, found.end);
  }

  has(id: SectionId): boolean {
    return this.sections.some((section) => section.id === id);
  }

  /** Puts a section in the place of the one there was, or where it belongs. */
  put(id: SectionId, bytes: Uint8Array): void {
    const section = { id, bytes, start: 0, end: bytes.length };
    const at = this.sections.findIndex((each) => each.id === id);
    if (at >= 0) {
      this.sections[at] = section;
      return;
    }
    const later = order.slice(order.indexOf(id) + 1);
    const next = this.sections.findIndex((each) => later.includes(each.id));
    this.sections.splice(next < 0 ? this.sections.length : next, 0, section);
  }

  /**
   * The entries of a section, with `more` after them.
   *
   * @param added how many entries `more` writes.
   */
  extend(id: SectionId, added: number, more: (writer: ByteWriter) => void): void {
    const reader = this.reader(id);
    const count = reader.u32();
    const writer = new ByteWriter(reader.end - reader.offset + 64);
    writer.u32(count + added);
    writer.copy(reader.bytes, reader.offset, reader.end);
    more(writer);
    this.put(id, writer.written);
  }

  /** Leaves out the custom sections whose names are not kept. */
  keepCustom(keeps: (name: string) => boolean): void {
    this.sections = this.sections.filter((section) => section.id !== 0 || keeps(customName(section).name));
  }

  /** Gives custom sections of a name another content. */
  rewriteCustom(name: string, rewrite: (content: ByteReader, writer: ByteWriter) => void): void {
    this.sections = this.sections.map((section) => {
      if (section.id !== 0) return section;
      const found = customName(section);
      if (found.name !== name) return section;
      const writer = new ByteWriter(section.end - section.start + 16);
      writer.name(name);
      rewrite(found.content, writer);
      return { id: 0, bytes: writer.written, start: 0, end: writer.length };
    });
  }

  /** How many of each kind the module imports, by the kind's number. */
  get imported(): readonly number[] {
    const counts = [0, 0, 0, 0, 0];
    const reader = this.reader(sectionIds.import);
    for (let n = reader.count('imports'); n > 0; n--) {
      reader.skip(reader.u32());
      reader.skip(reader.u32());
      const kind = reader.peek();
      readImportDescription(reader);
      counts[kind] = counts[kind]! + 1;
    }
    reader.finish('a section of a core module');
    return counts;
  }

  /** The module. */
  join(): Uint8Array {
    const writer = new ByteWriter(this.size + 1024);
    writer.append(preamble);
    for (const { id, bytes, start, end } of this.sections) {
      writer.u8(id);
      writer.u32(end - start);
      writer.copy(bytes, start, end);
    }
    return writer.written;
  }
}

function customName({ bytes, start, end }: Section): { name: string; content: ByteReader } {
  const content = new ByteReader(bytes, start, end);
  const name = content.range(content.u32());
  return { name: Buffer.from(bytes.subarray(name.offset, name.end)).toString(), content };
}
