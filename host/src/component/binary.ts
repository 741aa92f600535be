import { GadgetError } from '../errors.ts';
import { checkName } from './names.ts';

/** Longest name that is read at all; wasm tools stop here too. Bytes. */
const maxNameLength = 100_000;

/** Told of each name that is read: the name, and where its first byte lies. */
export type OnName = (name: string, offset: number) => void;

/** The refusal for bytes that do not follow the format. Blames the file, as damaged is far likelier than new. */
export function malformed(what: string, offset: number): GadgetError {
  return new GadgetError(
    'E_NOT_A_COMPONENT',
    `this is not a component this host can read: ${what} at byte ${offset}`,
    {
      hint: 'The file is damaged, cut short, or uses a newer component format. Build it again, or fetch it again.',
      details: { offset },
    },
  );
}

/**
 * Reads the numbers, names and ranges that WebAssembly's binary format is made of. Never reads past its end, never
 * believes a count that the remaining bytes cannot hold, and throws nothing but {@link GadgetError}.
 */
export class ByteReader {
  readonly bytes: Uint8Array;
  readonly end: number;
  offset: number;
  private readonly onName: OnName | undefined;

  constructor(bytes: Uint8Array, offset: number = 0, end: number = bytes.length, onName?: OnName) {
    this.bytes = bytes;
    this.offset = offset;
    this.end = end;
    this.onName = onName;
  }

  get done(): boolean {
    return this.offset >= this.end;
  }

  fail(what: string): GadgetError {
    return malformed(what, this.offset);
  }

  u8(): number {
    if (this.offset >= this.end) throw this.fail('it ends too early');
    return this.bytes[this.offset++] as number;
  }

  /** The next byte without taking it; -1 at the end. */
  peek(): number {
    return this.offset < this.end ? (this.bytes[this.offset] as number) : -1;
  }

  /** Unsigned LEB128, padded at most to the 5 bytes that 32 bits take. */
  u32(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.u8();
      if (shift === 28 && byte > 0x0f) throw this.fail('a number does not fit 32 bits');
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  /** Unsigned LEB128 of 64 bits; precise up to 2^53, which is all that sizes need. */
  u64(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.u8();
      if (shift === 63 && byte > 0x01) throw this.fail('a number does not fit 64 bits');
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  /** Signed LEB128 of 33 bits: an index, or a negative number that stands for a type's code. */
  s33(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.u8();
      if (shift === 28 && byte >= 0x80) throw this.fail('a number does not fit 33 bits');
      value += (byte & 0x7f) * 2 ** shift;
      if (byte >= 0x80) continue;
      if (shift === 28 && byte > 0x0f && byte < 0x70) throw this.fail('a number does not fit 33 bits');
      return byte & 0x40 ? value - 2 ** (shift + 7) : value;
    }
  }

  /** How many items follow; each takes at least `bytesEach`, so more than fit is a lie. */
  count(what: string, bytesEach: number = 1): number {
    const count = this.u32();
    if (count * bytesEach > this.end - this.offset)
      throw this.fail(`a list of ${count} ${what} does not fit the rest`);
    return count;
  }

  /** A reader for the next `size` bytes, which are skipped here. */
  range(size: number): ByteReader {
    if (size > this.end - this.offset) throw this.fail(`a part of ${size} bytes does not fit the rest`);
    const part = new ByteReader(this.bytes, this.offset, this.offset + size, this.onName);
    this.offset += size;
    return part;
  }

  skip(size: number): void {
    this.range(size);
  }

  /** A length and that many bytes; `role` says whose name it is when it has to be refused. */
  name(role: string): string {
    const size = this.u32();
    if (size > maxNameLength) throw this.fail(`a name of ${size} bytes`);
    const part = this.range(size);
    const name = checkName(this.bytes, part.offset, part.end, role);
    this.onName?.(name, part.offset);
    return name;
  }

  /** Nothing may be left over: what one reader skips, another could read. */
  finish(what: string): void {
    if (!this.done) throw this.fail(`${this.end - this.offset} bytes too many in ${what}`);
  }
}
