import { type BytesColumn, copyBytes } from '../data/bytes-column.ts';
import type { Column } from '../data/column.ts';
import { kinds } from '../data/kind.ts';
import type { NumberColumn } from '../data/number-column.ts';
import { aligned } from './frame-layout.ts';

/** So many bytes of a column, and so many for each row, are copied without looking which of them are values. */
const fewBytes = 4096;
const fewBytesPerRow = 128;

/** A column on its way, and where its parts will lie. */
interface Part {
  column: Column;
  /** Rows. */
  length: number;
  validAt: number;
  valuesAt: number;
  endsAt: number;
  dataAt: number;
  /** Bytes of data, if only those of values are copied. */
  gathered: number | undefined;
}

/**
 * Gathers one frame: words in the order they are given, then columns and lists of rows, each a part behind the words. Nothing
 * is copied before {@link write}, so what was given must stay as it is until then.
 */
export class FrameWriter {
  private readonly words: number[] = [0];
  private readonly parts: Part[] = [];
  private readonly lists: { at: number; rows: Uint32Array }[] = [];
  /** Bytes of all parts. */
  private bytes = 0;

  /** Begins a new frame. */
  clear(): this {
    this.words.length = 1;
    this.parts.length = 0;
    this.lists.length = 0;
    this.bytes = 0;
    return this;
  }

  /** A whole number from 0 to below 2^32. */
  word(value: number): void {
    this.words.push(value);
  }

  /** Numbers of rows. */
  rows(rows: Uint32Array): void {
    const at = this.room(rows.byteLength);
    this.words.push(at, rows.length);
    this.lists.push({ at, rows });
  }

  /** The column of the field with this index, as one of `length` rows. */
  column(index: number, given: Column, length: number): void {
    const column = given.length === length ? given : given.exactly(length);
    const kind = kinds.indexOf(column.kind);
    const validAt = column.valid === null ? 0 : this.room(length);
    const part: Part = { column, length, validAt, valuesAt: 0, endsAt: 0, dataAt: 0, gathered: undefined };
    let bytes = 0;
    if ('starts' in column) {
      bytes = column.used;
      // A window of a large packet has all its data; a column that was written to often has values that are no more.
      if (bytes > fewBytes + length * fewBytesPerRow) bytes = part.gathered = column.byteLength();
      part.valuesAt = this.room(length * 4);
      part.endsAt = this.room(length * 4);
      part.dataAt = this.room(bytes);
    } else part.valuesAt = this.room(length * column.values.BYTES_PER_ELEMENT);
    this.parts.push(part);
    const { valuesAt, endsAt, dataAt } = part;
    const hasValidity = column.valid === null ? 0 : 1;
    this.words.push(index, kind, hasValidity, validAt, valuesAt, endsAt, dataAt, bytes);
  }

  /** Bytes of the whole frame. */
  get size(): number {
    return aligned(this.words.length * 4) + this.bytes;
  }

  /**
   * Writes the frame to the beginning of memory that is aligned to 8 bytes and has room for {@link size}. Throws RangeError for a
   * frame of 4 GiB or more, as words say where things lie.
   */
  write(memory: Uint8Array): void {
    const { words } = this;
    if (this.size > 0xffff_ffff) throw new RangeError(`${this.size} bytes can't cross to another thread`);
    const head = new Uint32Array(memory.buffer, memory.byteOffset, words.length);
    words[0] = words.length;
    for (let i = 0; i < words.length; i++) head[i] = words[i]!;
    const base = aligned(words.length * 4);
    for (const { at, rows } of this.lists) words32(memory, base + at, rows.length).set(rows);
    for (const part of this.parts) {
      const { column, length, validAt } = part;
      if (column.valid !== null) memory.set(column.valid.subarray(0, length), base + validAt);
      if ('starts' in column) writeBytes(memory, base, part, column);
      else writeNumbers(memory, base + part.valuesAt, column, length);
    }
  }

  private room(bytes: number): number {
    const at = this.bytes;
    this.bytes += aligned(bytes);
    return at;
  }
}

function writeNumbers(memory: Uint8Array, at: number, { values }: NumberColumn, length: number): void {
  memory.set(new Uint8Array(values.buffer, values.byteOffset, length * values.BYTES_PER_ELEMENT), at);
}

function writeBytes(
  memory: Uint8Array,
  base: number,
  { length, valuesAt, endsAt, dataAt, gathered }: Part,
  column: BytesColumn,
): void {
  const starts = words32(memory, base + valuesAt, length);
  const ends = words32(memory, base + endsAt, length);
  if (gathered === undefined) {
    starts.set(column.starts.subarray(0, length));
    ends.set(column.ends.subarray(0, length));
    memory.set(column.data.subarray(0, column.used), base + dataAt);
  } else gather(column, starts, ends, memory.subarray(base + dataAt, base + dataAt + gathered));
}

/** Copies values alone, without gaps; those that lie one behind the other at once. */
function gather(column: BytesColumn, starts: Uint32Array, ends: Uint32Array, data: Uint8Array): void {
  let to = 0;
  let from = 0;
  let next = 0;
  for (let row = 0; row < starts.length; row++) {
    const start = column.starts[row]!;
    const end = column.ends[row]!;
    if (start !== next && start !== end) {
      copyBytes(column.data, from, next, data, to);
      to += next - from;
      from = start;
      next = start;
    }
    starts[row] = to + next - from;
    next += end - start;
    ends[row] = to + next - from;
  }
  copyBytes(column.data, from, next, data, to);
}

function words32(memory: Uint8Array, at: number, length: number): Uint32Array {
  return new Uint32Array(memory.buffer, memory.byteOffset + at, length);
}
