import type { BytesKind } from './kind.ts';

const none = new Uint8Array(0);

/**
 * One text, bytes or other field of a packet: row i is `data[starts[i] .. ends[i]]`. Text is kept as bytes; strings are
 * made only where somebody asks. Starts and ends are separate (unlike Arrow's offsets), so that writing one value
 * appends it instead of moving all behind it, and a window is a plain subarray.
 */
export class BytesColumn {
  readonly kind: BytesKind;
  starts: Uint32Array;
  ends: Uint32Array;
  data: Uint8Array;
  /** Bytes of `data` in use; what is written next goes here. */
  used: number;
  /** One byte a row, 1: set; null when all are set. */
  valid: Uint8Array | null;
  length: number;

  constructor(
    kind: BytesKind,
    starts: Uint32Array,
    ends: Uint32Array,
    data: Uint8Array,
    valid: Uint8Array | null,
    used: number = data.length,
  ) {
    this.kind = kind;
    this.starts = starts;
    this.ends = ends;
    this.data = data;
    this.used = used;
    this.valid = valid;
    this.length = starts.length;
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
    const starts = new Uint32Array(ends.length);
    starts.set(ends.subarray(0, Math.max(0, ends.length - 1)), Math.min(1, ends.length));
    return new BytesColumn(kind, starts, ends, data, null);
  }

  isSet(row: number): boolean {
    return row < this.length && (this.valid === null || this.valid[row] === 1);
  }

  /** The value's bytes without a copy; empty where nothing is set. Not to be kept or changed. */
  bytes(row: number): Uint8Array {
    return row < this.length ? this.data.subarray(this.starts[row]!, this.ends[row]!) : none;
  }

  /** The value as a string; bytes that are not UTF-8 read as U+FFFD. */
  text(row: number): string {
    return row < this.length ? decodeUtf8(this.data, this.starts[row]!, this.ends[row]!) : '';
  }

  /** Stores a value. Only on a column of its own (see {@link copy}). */
  set(row: number, value: Uint8Array): void {
    this.reserve(value.length);
    this.data.set(value, this.used);
    this.place(row, value.length);
  }

  /** Stores a string as UTF-8; lone surrogates become U+FFFD. */
  setText(row: number, value: string): void {
    // UTF-8 needs at most three bytes for each UTF-16 unit.
    this.reserve(value.length * 3);
    const { written } = encoder.encodeInto(value, this.data.subarray(this.used));
    this.place(row, written);
  }

  /** Makes sure that `bytes` more fit behind `used`. */
  reserve(bytes: number): void {
    if (this.used + bytes <= this.data.length) return;
    const grown = new Uint8Array(Math.max(64, this.data.length * 2, this.used + bytes));
    grown.set(this.data.subarray(0, this.used));
    this.data = grown;
  }

  /** Makes the `length` bytes written at `used` the value of `row`. */
  place(row: number, length: number): void {
    this.starts[row] = this.used;
    this.used += length;
    this.ends[row] = this.used;
    if (this.valid !== null) this.valid[row] = 1;
  }

  unset(row: number): void {
    this.valid ??= new Uint8Array(this.starts.length).fill(1, 0, this.length);
    this.valid[row] = 0;
    this.starts[row] = 0;
    this.ends[row] = 0;
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

  /** A copy of its own with room for `length` rows; rows beyond this column's are unset. */
  copy(length: number): BytesColumn {
    const kept = Math.min(length, this.length);
    return this.gather(kept, length, null);
  }

  /** A column of just these rows, in this order. */
  pick(rows: Uint32Array): BytesColumn {
    return this.gather(rows.length, rows.length, rows);
  }

  /** Bytes of all values together. */
  byteLength(): number {
    let bytes = 0;
    for (let row = 0; row < this.length; row++) bytes += this.ends[row]! - this.starts[row]!;
    return bytes;
  }

  /** All values in one block without gaps, as {@link packed} takes them. */
  toPacked(): { ends: Uint32Array; data: Uint8Array } {
    const { ends, data } = this.gather(this.length, this.length, null);
    return { ends, data };
  }

  /** Copies rows into a column of `length` rows without gaps between the values. */
  private gather(count: number, length: number, rows: Uint32Array | null): BytesColumn {
    const starts = new Uint32Array(length);
    const ends = new Uint32Array(length);
    let total = 0;
    let contiguous = rows === null;
    for (let i = 0; i < count; i++) {
      const row = rows === null ? i : rows[i]!;
      if (contiguous && i > 0 && this.starts[row] !== this.ends[row - 1]) contiguous = false;
      starts[i] = total;
      total += this.ends[row]! - this.starts[row]!;
      ends[i] = total;
    }
    const data = new Uint8Array(total);
    if (contiguous && count > 0) {
      data.set(this.data.subarray(this.starts[0]!, this.starts[0]! + total));
    } else {
      for (let i = 0; i < count; i++) {
        const row = rows === null ? i : rows[i]!;
        copyBytes(this.data, this.starts[row]!, this.ends[row]!, data, starts[i]!);
      }
    }
    const valid = this.gatherValid(count, length, rows);
    return new BytesColumn(this.kind, starts, ends, data, valid);
  }

  private gatherValid(count: number, length: number, rows: Uint32Array | null): Uint8Array | null {
    if (this.valid === null && count === length) return null;
    const valid = new Uint8Array(length);
    if (this.valid === null) valid.fill(1, 0, count);
    else for (let i = 0; i < count; i++) valid[i] = this.valid[rows === null ? i : rows[i]!]!;
    return valid;
  }
}

const encoder = new TextEncoder();

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
