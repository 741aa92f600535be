import type { BytesKind } from './kind.ts';
import { freshBytes, shareable } from './slab.ts';
import { copyValidity, growValidity, pickValidity, type Validity } from './validity.ts';

const none = new Uint8Array(0);
/** One start at 0, shared: who moves it makes one of his own. */
const atZero = new Uint32Array(1);
const encoder = new TextEncoder();

/** Text of so many characters is copied here if it is ASCII: at this size that beats the encoder. */
const shortText = 64;
/** For so many rows a loop beats a call of the engine's own copy. */
const fewRows = 16;
/** Offsets are 32 bits wide. */
const maxBytes = 0xffff_ffff;
/** Buffers grow by as much again as they hold, but not by more than this at once. */
const maxSpare = 64 * 1024 * 1024;

/**
 * One text, bytes or other field of a packet: row i is `data[starts[i] .. ends[i]]`. Text is kept as bytes; strings are
 * made only where somebody asks. Starts and ends are separate (unlike Arrow's offsets), so that writing one value
 * appends it instead of moving all behind it, and a window is a plain subarray. No two values share bytes.
 */
export class BytesColumn {
  readonly kind: BytesKind;
  /** At least `length` items, as in `ends` and `valid`; those beyond are 0. */
  starts: Uint32Array;
  ends: Uint32Array;
  data: Uint8Array;
  /** Bytes of `data` in use; what is written next goes here. */
  used: number;
  valid: Validity;
  length: number;
  /** Bytes before `used` that belong to no value any more. */
  private garbage = 0;

  constructor(
    kind: BytesKind,
    starts: Uint32Array,
    ends: Uint32Array,
    data: Uint8Array,
    valid: Validity,
    used: number = data.length,
  ) {
    this.kind = kind;
    this.starts = starts;
    this.ends = ends;
    // A Node Buffer would hand out views where a Uint8Array hands out copies.
    this.data =
      data.constructor === Uint8Array ? data : new Uint8Array(data.buffer, data.byteOffset, data.length);
    this.used = used;
    this.valid = valid;
    this.length = starts.length;
  }

  /** A column in which everything is set, to nothing. */
  static empty(kind: BytesKind, length: number): BytesColumn {
    return BytesColumn.packed(kind, new Uint32Array(length), none);
  }

  /** A column in which nothing is set. */
  static unset(kind: BytesKind, length: number): BytesColumn {
    return new BytesColumn(
      kind,
      new Uint32Array(length),
      new Uint32Array(length),
      none,
      new Uint8Array(length),
    );
  }

  /**
   * A column over packed values: value i is `data[ends[i-1] .. ends[i]]`, the first starts at 0. Both arrays are
   * kept, not copied.
   */
  static packed(kind: BytesKind, ends: Uint32Array, data: Uint8Array): BytesColumn {
    const starts = ends.length === 1 ? atZero : new Uint32Array(ends.length);
    if (ends.length > fewRows) starts.set(ends.subarray(0, -1), 1);
    else for (let row = 1; row < ends.length; row++) starts[row] = ends[row - 1]!;
    return new BytesColumn(kind, starts, ends, data, null);
  }

  isSet(row: number): boolean {
    return row < this.length && (this.valid === null || this.valid[row] === 1);
  }

  /** The value's bytes without a copy; empty where nothing is set. Not to be kept or changed. */
  bytes(row: number): Uint8Array {
    return row < this.length ? this.data.subarray(this.starts[row], this.ends[row]) : none;
  }

  /** The value as a string; bytes that are not UTF-8 read as U+FFFD. */
  text(row: number): string {
    return row < this.length ? decodeUtf8(this.data, this.starts[row]!, this.ends[row]!) : '';
  }

  /** Stores a value. Only on a column of its own (see {@link copy}). */
  set(row: number, value: Uint8Array): void {
    const at = this.room(row, value.length);
    copyBytes(value, 0, value.length, this.data, at);
    this.settle(row, value.length);
  }

  /** Stores a string as UTF-8; lone surrogates become U+FFFD. Only on a column of its own. */
  setText(row: number, value: string): void {
    if (value.length <= shortText && this.setAscii(row, value)) return;
    // UTF-8 needs at most three bytes for each UTF-16 unit; of long texts the exact length is worth knowing.
    const most = value.length * 3;
    if (this.used + most > this.data.length) this.reserve(most <= 4096 ? most : Buffer.byteLength(value));
    const { written } = encoder.encodeInto(value, this.data.subarray(this.used));
    this.place(row, written);
  }

  /** The same, if it is ASCII alone; false, and nothing set, if not. */
  private setAscii(row: number, value: string): boolean {
    const length = value.length;
    this.reserve(length);
    const { data, used } = this;
    for (let i = 0; i < length; i++) {
      const code = value.charCodeAt(i);
      if (code > 0x7f) return false;
      data[used + i] = code;
    }
    this.place(row, length);
    return true;
  }

  /** Makes sure that `bytes` more fit behind `used`. Moves the values together when too much lies between them. */
  reserve(bytes: number): void {
    if (this.used + bytes <= this.data.length) return;
    // Looking at every row has to be paid for by bytes written since the last time.
    if (this.garbage > this.held + this.length) this.compact(bytes);
    if (this.used + bytes <= this.data.length) return;
    const grown = allocate(this.used, bytes);
    copyBytes(this.data, 0, this.used, grown, 0);
    this.data = grown;
  }

  /** Makes the `length` bytes written at `used` the value of `row`; over the old value where they fit. */
  place(row: number, length: number): void {
    const start = this.starts[row]!;
    if (length <= this.ends[row]! - start) {
      copyBytes(this.data, this.used, this.used + length, this.data, start);
    }
    this.settle(row, length);
  }

  /** Where `length` bytes for `row` may be written: over the old value where they fit, else behind `used`. */
  room(row: number, length: number): number {
    const start = this.starts[row]!;
    if (length <= this.ends[row]! - start) return start;
    this.reserve(length);
    return this.used;
  }

  /** Makes the `length` bytes written at {@link room} the value of `row`. */
  settle(row: number, length: number): void {
    const start = this.starts[row]!;
    const old = this.ends[row]! - start;
    if (length <= old) {
      this.ends[row] = start + length;
      this.garbage += old - length;
    } else {
      if (this.starts === atZero) this.starts = new Uint32Array(1);
      this.starts[row] = this.used;
      this.used += length;
      this.ends[row] = this.used;
      this.garbage += old;
    }
    if (this.valid !== null) this.valid[row] = 1;
  }

  unset(row: number): void {
    this.valid ??= growValidity(null, this.length, this.starts.length);
    this.valid[row] = 0;
    this.garbage += this.ends[row]! - this.starts[row]!;
    this.starts[row] = 0;
    this.ends[row] = 0;
  }

  /** Bytes of all values, if this one had `length` bytes. Only on a column of its own. */
  bytesWith(row: number, length: number): number {
    return this.held - (this.ends[row]! - this.starts[row]!) + length;
  }

  /** Adds unset rows up to `length`; the arrays double. Only on a column of its own. */
  grow(length: number): void {
    if (length <= this.length) return;
    const capacity =
      length <= this.starts.length ? this.starts.length : Math.max(length, this.starts.length * 2);
    this.valid = growValidity(this.valid, this.length, capacity);
    this.starts = enlarge(this.starts, capacity);
    this.ends = enlarge(this.ends, capacity);
    this.length = length;
  }

  /** A window without a copy of the values. */
  window(start: number, end: number): BytesColumn {
    const valid = this.valid === null ? null : this.valid.subarray(start, end);
    return new BytesColumn(
      this.kind,
      this.starts.subarray(start, end),
      this.ends.subarray(start, end),
      this.data,
      valid,
      this.used,
    );
  }

  /** This column with exactly `length` rows; not a copy where it has them. */
  exactly(length: number): BytesColumn {
    if (this.length !== length) return this.copy(length);
    return this.starts.length === length ? this : this.window(0, length);
  }

  /** A copy of its own with room for `length` rows; rows beyond this column's are unset. */
  copy(length: number): BytesColumn {
    return length === 1 && this.length === 1 ? this.copyOne() : this.gather(length, null);
  }

  /** The copy of a column with one row: events come alone, and are mostly written to once. */
  private copyOne(): BytesColumn {
    const start = this.starts[0]!;
    const size = this.ends[0]! - start;
    const data = freshBytes(size);
    copyBytes(this.data, start, start + size, data, 0);
    const ends = new Uint32Array(1);
    ends[0] = size;
    return new BytesColumn(this.kind, atZero, ends, data, copyValidity(this.valid, 1, 1));
  }

  /** A column of just these rows, in this order; rows beyond this column's are unset. */
  pick(rows: Uint32Array): BytesColumn {
    return this.gather(rows.length, rows);
  }

  /** Bytes of all values together. */
  byteLength(): number {
    let bytes = 0;
    for (let row = 0; row < this.length; row++) bytes += this.ends[row]! - this.starts[row]!;
    return bytes;
  }

  /** `length` values in one block without gaps, as {@link packed} takes them. The arrays are copies. */
  toPacked(length: number = this.length): { ends: Uint32Array; data: Uint8Array } {
    const ends = new Uint32Array(length);
    return { ends, data: this.gatherBytes(new Uint32Array(length), ends, null) };
  }

  /** Bytes that belong to values. */
  private get held(): number {
    return this.used - this.garbage;
  }

  /** Moves all values together into a buffer with room for `bytes` more. */
  private compact(bytes: number): void {
    const data = allocate(this.held, bytes);
    let at = 0;
    for (let row = 0; row < this.length; row++) {
      const start = this.starts[row]!;
      const end = this.ends[row]!;
      if (end === start) continue;
      copyBytes(this.data, start, end, data, at);
      this.starts[row] = at;
      at += end - start;
      this.ends[row] = at;
    }
    this.data = data;
    this.used = at;
    this.garbage = 0;
  }

  /** Copies rows into a column of `length` rows without gaps between the values. */
  private gather(length: number, rows: Uint32Array | null): BytesColumn {
    const starts = new Uint32Array(length);
    const ends = new Uint32Array(length);
    const data = this.gatherBytes(starts, ends, rows);
    const valid =
      rows === null
        ? copyValidity(this.valid, this.length, length)
        : pickValidity(this.valid, this.length, rows);
    return new BytesColumn(this.kind, starts, ends, data, valid);
  }

  /** Copies the bytes of rows, and notes where they are. */
  private gatherBytes(starts: Uint32Array, ends: Uint32Array, rows: Uint32Array | null): Uint8Array {
    const length = starts.length;
    const count = rows === null ? Math.min(length, this.length) : length;
    let total = 0;
    let first = 0;
    let next = -1;
    let contiguous = true;
    for (let i = 0; i < count; i++) {
      const row = rows === null ? i : rows[i]!;
      starts[i] = total;
      const start = this.starts[row] ?? 0;
      const end = this.ends[row] ?? 0;
      if (end > start) {
        if (next < 0) first = start;
        else if (start !== next) contiguous = false;
        next = end;
        total += end - start;
      }
      ends[i] = total;
    }
    if (count < length) {
      starts.fill(total, count);
      ends.fill(total, count);
    }
    if (total > maxBytes) throw new RangeError('a column holds at most 4 GiB');
    if (contiguous) return copyOf(this.data, first, first + total);
    const data = freshBytes(total);
    for (let i = 0; i < count; i++) {
      const row = rows === null ? i : rows[i]!;
      copyBytes(this.data, this.starts[row] ?? 0, this.ends[row] ?? 0, data, starts[i]!);
    }
    return data;
  }
}

function enlarge(offsets: Uint32Array, capacity: number): Uint32Array {
  if (offsets.length >= capacity) return offsets;
  const grown = new Uint32Array(capacity);
  grown.set(offsets);
  return grown;
}

function allocate(used: number, bytes: number): Uint8Array {
  const needed = used + bytes;
  if (needed > maxBytes) throw new RangeError('a column holds at most 4 GiB');
  return freshBytes(Math.min(maxBytes, Math.max(64, needed + Math.min(used, maxSpare))));
}

/** A copy of bytes that belongs to nobody else. */
export function copyOf(bytes: Uint8Array, start: number = 0, end: number = bytes.length): Uint8Array {
  // V8 need not make memory zero that is filled at once. Not slice(): of a Node Buffer that is a view.
  if (end - start > shareable) return new Uint8Array(bytes.subarray(start, end));
  const copy = freshBytes(end - start);
  copyBytes(bytes, start, end, copy, 0);
  return copy;
}

/** Copies `from[start .. end]` to `to[at]`; short values byte by byte, which beats making a subarray. */
export function copyBytes(from: Uint8Array, start: number, end: number, to: Uint8Array, at: number): void {
  if (end - start > 64) {
    to.set(from.subarray(start, end), at);
    return;
  }
  for (let i = start; i < end; i++) to[at++] = from[i]!;
}

/** UTF-8 to a string; what is not UTF-8 reads as U+FFFD, a byte order mark is kept. */
export function decodeUtf8(data: Uint8Array, start: number, end: number): string {
  return Buffer.prototype.utf8Slice.call(data, start, end);
}
