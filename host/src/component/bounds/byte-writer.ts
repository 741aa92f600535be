/** Bytes that grow at their end. */
export class ByteWriter {
  private bytes: Uint8Array;
  length = 0;

  /** `capacity`: how many bytes it likely takes. */
  constructor(capacity = 64) {
    this.bytes = new Uint8Array(Math.max(capacity, 16));
  }

  u8(byte: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  /** Unsigned LEB128. */
  u32(value: number): void {
    let left = value >>> 0;
    while (left >= 0x80) {
      this.u8((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    this.u8(left);
  }

  /** `bytes` from `start` to `end`. */
  copy(bytes: Uint8Array, start: number, end: number): void {
    const size = end - start;
    this.reserve(size);
    // A call of `set` costs more than some bytes one by one.
    if (size > 24) this.bytes.set(bytes.subarray(start, end), this.length);
    else for (let at = 0; at < size; at++) this.bytes[this.length + at] = bytes[start + at]!;
    this.length += size;
  }

  append(bytes: Uint8Array | readonly number[]): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** A length and UTF-8. */
  name(text: string): void {
    const bytes = Buffer.from(text);
    this.u32(bytes.length);
    this.append(bytes);
  }

  clear(): void {
    this.length = 0;
  }

  /** What was written; stays valid until more is. */
  get written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private reserve(size: number): void {
    if (this.length + size <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + size));
    larger.set(this.written);
    this.bytes = larger;
  }
}
