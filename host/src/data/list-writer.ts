import { copyOf } from './bytes-column.ts';
import { elementHead } from './list-value.ts';

const encoder = new TextEncoder();

/** Lays out lists of text, an element at a time and one list after the other, as `data/list-value.ts` says. */
export class ListWriter {
  /** Bytes written. */
  used = 0;
  private data = new Uint8Array(64);
  private view = new DataView(this.data.buffer);

  /** Adds a text as UTF-8; lone surrogates become U+FFFD. */
  text(value: string): void {
    // UTF-8 needs at most three bytes for each UTF-16 unit; of long texts the exact length is worth knowing.
    const most = value.length * 3;
    this.reserve(elementHead + (most <= 4096 ? most : Buffer.byteLength(value)));
    const { written } = encoder.encodeInto(value, this.data.subarray(this.used + elementHead));
    this.view.setUint32(this.used, written, true);
    this.used += elementHead + written;
  }

  /** A copy of all that was written. */
  taken(): Uint8Array {
    return copyOf(this.data, 0, this.used);
  }

  private reserve(bytes: number): void {
    const needed = this.used + bytes;
    if (needed <= this.data.length) return;
    const grown = new Uint8Array(Math.max(needed, this.data.length * 2));
    grown.set(this.data.subarray(0, this.used));
    this.data = grown;
    this.view = new DataView(grown.buffer);
  }
}
