import { isUtf8 } from 'node:buffer';
import { type BytesColumn, copyBytes } from '../data/bytes-column.ts';

/** Up to here words are copied by JavaScript; beyond, the engine's own copy is worth its call. Bytes. */
const shortText = 96;
/** Up to here a byte loop checks UTF-8 in less time than a call of the engine's check takes. Bytes. */
const shortCheck = 64;

/** Copies `length` bytes a word at a time; the result is 0 when all are ASCII. */
export function copyWords(from: DataView, start: number, to: DataView, at: number, length: number): number {
  let seen = 0;
  let i = 0;
  for (; i + 4 <= length; i += 4) {
    const word = from.getInt32(start + i, true);
    to.setInt32(at + i, word, true);
    seen |= word;
  }
  for (; i < length; i++) {
    const byte = from.getUint8(start + i);
    to.setUint8(at + i, byte);
    seen |= byte;
  }
  return seen & 0x8080_8080;
}

/** Whether `bytes[start .. end]` is UTF-8, as the Unicode standard defines it. */
export function isText(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > shortCheck) return isUtf8(bytes.subarray(start, end));
  let i = start;
  while (i < end) {
    const lead = bytes[i++]!;
    if (lead < 0x80) continue;
    if (lead < 0xc2 || lead > 0xf4) return false;
    const more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    if (i + more > end) return false;
    const second = bytes[i]!;
    // Overlong forms, surrogates, and what is beyond U+10FFFF show in the second byte.
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) return false;
    for (let k = 1; k < more; k++) if ((bytes[i + k]! & 0xc0) !== 0x80) return false;
    i += more;
  }
  return true;
}

/** The bytes of one column at a time, for copying words from it and to it. One for each field in use. */
export class ColumnBytes {
  private data: Uint8Array | undefined;
  /** Over all of the memory that the data is in, which small columns share. */
  private view: DataView | undefined;
  private offset = 0;

  /** Copies bytes of a column to `to`, which `toView` shows, too. 0: all are ASCII; anything else may mean "not known". */
  copyOut(
    { data }: BytesColumn,
    start: number,
    length: number,
    to: Uint8Array,
    toView: DataView,
    at: number,
  ): number {
    if (length <= shortText) {
      const view = this.viewOf(data);
      return copyWords(view, this.offset + start, toView, at, length);
    }
    copyBytes(data, start, start + length, to, at);
    return -1;
  }

  /** Copies bytes into a column's data at `at`, where there is room. As {@link copyOut} else. */
  copyIn(
    { data }: BytesColumn,
    at: number,
    from: Uint8Array,
    fromView: DataView,
    start: number,
    length: number,
  ): number {
    if (length <= shortText) {
      const view = this.viewOf(data);
      return copyWords(fromView, start, view, this.offset + at, length);
    }
    copyBytes(from, start, start + length, data, at);
    return -1;
  }

  private viewOf(data: Uint8Array): DataView {
    if (this.data !== data) {
      const { buffer } = data;
      if (buffer !== this.view?.buffer) this.view = new DataView(buffer);
      this.data = data;
      this.offset = data.byteOffset;
    }
    return this.view!;
  }
}
