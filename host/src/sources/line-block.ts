import { decodeUtf8 } from '../data/bytes-column.ts';

const lineFeed = 10;

/** Whole lines, or one line that was too long to keep. Good until the next one is asked for; see {@link keep}. */
export class LineBlock {
  /** Lines with their line feeds; only the last line of the input may lack one. Empty for a line too long. */
  readonly bytes: Uint8Array;
  /** Length of a line that was too long and thrown away, without its line feed; 0 otherwise. Bytes. */
  readonly tooLong: number;
  /** Places (0: the first) of lines with bytes that are not UTF-8; they read as U+FFFD. */
  readonly invalid: readonly number[];
  /** Whether it is UTF-8, and every line has its line feed. */
  readonly regular: boolean;
  /** Where the next line begins. */
  at = 0;

  constructor(bytes: Uint8Array, tooLong: number = 0, invalid: readonly number[] = []) {
    this.bytes = bytes;
    this.tooLong = tooLong;
    this.invalid = invalid;
    this.regular = invalid.length === 0 && bytes[bytes.length - 1] === lineFeed;
  }

  /** Whether all lines were taken. */
  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  /** The next line without its line feed. */
  takeLine(): string {
    const feed = this.bytes.indexOf(lineFeed, this.at);
    const end = feed < 0 ? this.bytes.length : feed;
    const line = decodeUtf8(this.bytes, this.at, end);
    this.at = end + 1;
    return line;
  }

  /** A copy that stays good. */
  keep(): LineBlock {
    const kept = new LineBlock(new Uint8Array(this.bytes), this.tooLong, this.invalid);
    kept.at = this.at;
    return kept;
  }
}
