import { isUtf8 } from 'node:buffer';
import type { ByteInput } from './byte-input.ts';
import { LineBlock } from './line-block.ts';

const lineFeed = 10;
const none = Buffer.alloc(0);
/** A buffer larger than this is given back once its line is done. Bytes. */
const keptBytes = 1024 * 1024;

/**
 * Cuts bytes into blocks of whole lines, many lines a block: checking and searching run over a whole block at native
 * speed. Memory is bounded by the longest line kept.
 */
export class LineReader {
  private readonly input: ByteInput;
  private readonly maxLineBytes: number;
  private readonly ready: LineBlock[] = [];
  /** Begin of a line whose end has not come. */
  private held: Buffer = none;
  private heldLength = 0;
  /** Bytes thrown away of the line that is too long; 0: none is. */
  private skipped = 0;
  private ended = false;

  constructor(input: ByteInput, maxLineBytes: number) {
    this.input = input;
    this.maxLineBytes = maxLineBytes;
  }

  /** The next lines; nothing at the end. */
  async next(): Promise<LineBlock | undefined> {
    while (this.ready.length === 0) {
      if (this.ended) return undefined;
      const chunk = await this.input.read();
      if (chunk === undefined) this.end();
      else this.take(chunk);
    }
    return this.ready.shift();
  }

  private take(chunk: Uint8Array): void {
    let start = 0;
    if (this.heldLength > 0 || this.skipped > 0) {
      const first = chunk.indexOf(lineFeed);
      const end = first < 0 ? chunk.length : first + 1;
      this.hold(chunk, 0, end);
      if (first < 0) return;
      this.release();
      start = end;
    }
    const end = chunk.lastIndexOf(lineFeed) + 1;
    if (end - start > this.maxLineBytes) this.cutChecked(chunk, start, end);
    else if (end > start) this.cut(chunk.subarray(start, end));
    this.hold(chunk, Math.max(start, end), chunk.length);
  }

  /** For chunks that may hold a line too long within them: line by line. */
  private cutChecked(chunk: Uint8Array, start: number, end: number): void {
    while (start < end) {
      const next = chunk.indexOf(lineFeed, start) + 1;
      if (next - 1 - start <= this.maxLineBytes) this.cut(chunk.subarray(start, next));
      else this.ready.push(new LineBlock(none, next - 1 - start));
      start = next;
    }
  }

  private end(): void {
    this.ended = true;
    if (this.heldLength > 0 || this.skipped > 0) this.release();
  }

  /** Appends to the line begun, or counts when it is too long. */
  private hold(chunk: Uint8Array, start: number, end: number): void {
    const bytes = end - start;
    if (this.skipped > 0) {
      this.skipped += bytes;
      return;
    }
    const length = this.heldLength + bytes;
    // One more byte for the line feed, which does not count.
    if (length > this.maxLineBytes + 1 || (length > this.maxLineBytes && chunk[end - 1] !== lineFeed)) {
      this.skipped = length;
      this.forget();
      return;
    }
    if (length > this.held.length) {
      const grown = Buffer.allocUnsafeSlow(Math.min(Math.max(4096, length * 2), this.maxLineBytes + 1));
      this.held.copy(grown, 0, 0, this.heldLength);
      this.held = grown;
    }
    this.held.set(chunk.subarray(start, end), this.heldLength);
    this.heldLength = length;
  }

  /** The held line is complete. */
  private release(): void {
    if (this.skipped > 0) {
      this.ready.push(new LineBlock(none, this.ended ? this.skipped : this.skipped - 1));
      this.skipped = 0;
    } else {
      // A copy: the next line that is begun goes into the same buffer.
      this.cut(Uint8Array.prototype.slice.call(this.held, 0, this.heldLength));
      this.forget();
    }
  }

  private forget(): void {
    this.heldLength = 0;
    if (this.held.length > keptBytes) this.held = none;
  }

  private cut(lines: Uint8Array): void {
    this.ready.push(new LineBlock(lines, 0, isUtf8(lines) ? [] : invalidLines(lines)));
  }
}

function invalidLines(bytes: Uint8Array): number[] {
  const lines: number[] = [];
  let start = 0;
  for (let line = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(lineFeed, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    if (!isUtf8(bytes.subarray(start, end))) lines.push(line);
    start = end;
  }
  return lines;
}
