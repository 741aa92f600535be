import { viewOf } from '../data/plain-words.ts';

/** Bytes that grow: what an output has written and its sink has not yet. */
export class ByteBuffer {
  data: Uint8Array<ArrayBuffer>;
  /** Of `data`. */
  view: DataView;
  /** Bytes of `data` in use. */
  used = 0;
  private readonly usual: number;

  /** `usual`: bytes it starts with, and shrinks to. */
  constructor(usual: number) {
    this.usual = usual;
    this.data = new Uint8Array(usual);
    this.view = viewOf(this.data);
  }

  /** Makes sure that `bytes` more fit behind `used`. It may replace `data`. */
  reserve(bytes: number): void {
    if (this.used + bytes > this.data.length) this.grow(bytes);
  }

  put(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    const data = this.data;
    let at = this.used;
    // A loop beats `set` on what is put most: keys and short words.
    if (bytes.length > 64) data.set(bytes, at);
    else for (let i = 0; i < bytes.length; i++) data[at++] = bytes[i]!;
    this.used += bytes.length;
  }

  putByte(byte: number): void {
    if (this.used === this.data.length) this.grow(1);
    this.data[this.used++] = byte;
  }

  /** Text that is known to be ASCII. */
  putAscii(text: string): void {
    this.reserve(text.length);
    const data = this.data;
    let at = this.used;
    for (let i = 0; i < text.length; i++) data[at++] = text.charCodeAt(i);
    this.used = at;
  }

  /** What is in use, without a copy. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.data.subarray(0, this.used);
  }

  /** Forgets the content, and the room that one large value took. */
  clear(): void {
    this.used = 0;
    if (this.data.length > this.usual * 8) this.replace(new Uint8Array(this.usual));
  }

  private grow(bytes: number): void {
    const grown = new Uint8Array(Math.max(this.data.length * 2, this.used + bytes));
    grown.set(this.data.subarray(0, this.used));
    this.replace(grown);
  }

  private replace(data: Uint8Array<ArrayBuffer>): void {
    this.data = data;
    this.view = viewOf(data);
  }
}
