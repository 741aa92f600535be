import type { BytesColumn } from '../data/bytes-column.ts';
import type { Column } from '../data/column.ts';
import { viewOf } from '../data/plain-words.ts';
import type { ByteBuffer } from './byte-buffer.ts';

/** Writes the values of one field as JSON, from the column of the packet at hand. */
export interface ValueWriter {
  /** Takes the column that the next values come from. */
  bind(column: Column): void;
  /** Appends the value of a row that is set. */
  put(out: ByteBuffer, row: number): void;
}

const none = new Uint8Array(0);

/** Writes values that are bytes in a column. */
export abstract class BlockWriter implements ValueWriter {
  protected data: Uint8Array = none;
  protected view: DataView = viewOf(none);
  protected starts: Uint32Array = new Uint32Array(0);
  protected ends: Uint32Array = new Uint32Array(0);

  bind(column: Column): void {
    const { data, starts, ends } = column as BytesColumn;
    this.data = data;
    this.view = viewOf(data);
    this.starts = starts;
    this.ends = ends;
  }

  abstract put(out: ByteBuffer, row: number): void;
}
