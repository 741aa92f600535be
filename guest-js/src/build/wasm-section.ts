/** Reading and writing the frame of WebAssembly binaries: numbers, names, sections. */

/** Takes numbers and names out of bytes that were made by a tool of ours: what is malformed is an ordinary error. */
export class Cursor {
  readonly bytes: Uint8Array;
  offset: number;

  constructor(bytes: Uint8Array, offset: number = 0) {
    this.bytes = bytes;
    this.offset = offset;
  }

  get done(): boolean {
    return this.offset >= this.bytes.length;
  }

  byte(): number {
    const value = this.bytes[this.offset++];
    if (value === undefined) throw new RangeError('the binary ends too early');
    return value;
  }

  /** Unsigned LEB128. */
  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError('a number in the binary is too long');
  }

  take(length: number): Uint8Array {
    if (this.offset + length > this.bytes.length) throw new RangeError('the binary ends too early');
    this.offset += length;
    return this.bytes.subarray(this.offset - length, this.offset);
  }

  name(): string {
    return Buffer.from(this.take(this.number())).toString('utf8');
  }
}

/** Unsigned LEB128. */
export function leb(value: number): number[] {
  const out: number[] = [];
  do {
    const rest = Math.floor(value / 128);
    out.push((value % 128) | (rest > 0 ? 0x80 : 0));
    value = rest;
  } while (value > 0);
  return out;
}

/** One section of a module or component. */
export interface Section {
  id: number;
  body: Uint8Array;
}

const headerLength = 8;

/** The header and the sections of a module or component. */
export function readSections(binary: Uint8Array): { header: Uint8Array; sections: Section[] } {
  const cursor = new Cursor(binary);
  const header = cursor.take(headerLength);
  const sections: Section[] = [];
  while (!cursor.done) sections.push({ id: cursor.byte(), body: cursor.take(cursor.number()) });
  return { header, sections };
}

/** The other way round. */
export function writeSections(header: Uint8Array, sections: readonly Section[]): Uint8Array {
  return concat([
    header,
    ...sections.flatMap(({ id, body }) => [Uint8Array.of(id, ...leb(body.length)), body]),
  ]);
}

/** Pieces, one after the other. */
export function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    out.set(piece, offset);
    offset += piece.length;
  }
  return out;
}
