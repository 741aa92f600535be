import { BytesColumn } from '../data/bytes-column.ts';
import type { Column } from '../data/column.ts';
import { isBytesKind, kinds } from '../data/kind.ts';
import { NumberColumn, valuesIn } from '../data/number-column.ts';
import { aligned } from './frame-layout.ts';

/** A column and the index of its field. */
export interface IndexedColumn {
  index: number;
  column: Column;
}

/**
 * Reads a frame, in the order in which it was written. Columns are views on its memory. Throws
 * RangeError for a frame that points outside of itself; whether values are what their field may hold is not looked at.
 */
export class FrameReader {
  private readonly buffer: ArrayBufferLike;
  private readonly words: Uint32Array;
  private readonly base: number;
  private at = 1;

  /** `memory` is aligned to 8 bytes. */
  constructor({ buffer, byteOffset }: Uint8Array) {
    const [count = 0] = new Uint32Array(buffer, byteOffset, 1);
    this.buffer = buffer;
    this.words = new Uint32Array(buffer, byteOffset, count);
    this.base = byteOffset + aligned(count * 4);
  }

  word(): number {
    const value = this.words[this.at++];
    if (value === undefined) throw new RangeError('a frame has too few words');
    return value;
  }

  /** The next word, which is read again. */
  peek(): number {
    const value = this.word();
    this.at--;
    return value;
  }

  rows(): Uint32Array {
    return new Uint32Array(this.buffer, this.base + this.word(), this.word());
  }

  /** A column of `length` rows. */
  column(length: number): IndexedColumn {
    const index = this.word();
    const kind = kinds[this.word()];
    const hasValidity = this.word() === 1;
    const validAt = this.base + this.word();
    const valuesAt = this.base + this.word();
    const endsAt = this.base + this.word();
    const dataAt = this.base + this.word();
    const bytes = this.word();
    const { buffer } = this;
    if (kind === undefined) throw new RangeError('a frame has a column of no kind');
    const valid = hasValidity ? new Uint8Array(buffer, validAt, length) : null;
    if (!isBytesKind(kind)) {
      return { index, column: new NumberColumn(kind, valuesIn(kind, buffer, valuesAt, length), valid) };
    }
    const starts = new Uint32Array(buffer, valuesAt, length);
    const ends = new Uint32Array(buffer, endsAt, length);
    const data = new Uint8Array(buffer, dataAt, bytes);
    return { index, column: new BytesColumn(kind, starts, ends, data, valid) };
  }
}
