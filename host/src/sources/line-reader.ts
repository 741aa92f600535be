import { isUtf8 } from 'node:buffer';
import { decodeUtf8 } from '../data/bytes-column.ts';
import type { ByteInput } from './byte-input.ts';

/** Whole lines, or one line that was too long to keep. */
export interface LineBlock {
  /** Lines with their line feeds; only the last line of the input may lack one. Empty for a line too long. */
  readonly text: string;
  /** Length of a line that was too long and thrown away, without its line feed; 0 otherwise. Bytes. */
  readonly tooLong: number;
  /** Places (0: the first) of lines in `text` with bytes that are not UTF-8; they read as U+FFFD. */
  readonly invalid: readonly number[];
}

const lineFeed = 10;
const none = Buffer.alloc(0);
/** A buffer larger than this is given back once its line is done. Bytes. */
const keptBytes = 1024 * 1024;

/**
 * Cuts bytes into blocks of whole lines, many lines a block: decoding and searching run over a whole block at native
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
    if (end - start > this.maxLineBytes) this.decodeChecked(chunk, start, end);
    else if (end > start) this.decode(chunk, start, end);
    this.hold(chunk, Math.max(start, end), chunk.length);
  }

  /** For chunks that may hold a line too long within them: line by line. */
  private decodeChecked(chunk: Uint8Array, start: number, end: number): void {
    while (start < end) {
      const next = chunk.indexOf(lineFeed, start) + 1;
      if (next - 1 - start <= this.maxLineBytes) this.decode(chunk, start, next);
      else this.ready.push({ text: '', tooLong: next - 1 - start, invalid: [] });
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
      this.ready.push({ text: '', tooLong: this.ended ? this.skipped : this.skipped - 1, invalid: [] });
      this.skipped = 0;
    } else {
      this.decode(this.held, 0, this.heldLength);
      this.forget();
    }
  }

  private forget(): void {
    this.heldLength = 0;
    if (this.held.length > keptBytes) this.held = none;
  }

  private decode(bytes: Uint8Array, start: number, end: number): void {
    const whole = bytes.subarray(start, end);
    const invalid = isUtf8(whole) ? [] : invalidLines(whole);
    this.ready.push({ text: decodeUtf8(bytes, start, end), tooLong: 0, invalid });
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
