import type { RawPacket } from '../api/raw.ts';
import { ApiError, call } from '../api-error.ts';
import type { Packet } from '../packet.ts';
import { bytes, text } from '../range.ts';
import { Field } from './field.ts';

/**
 * A column of text or bytes as one block: value i is `data.subarray(i === 0 ? 0 : ends[i - 1], ends[i])`. The cheapest
 * way to handle many values: one copy, no string for each.
 */
export interface Packed {
  /** Where each value ends in `data`, in bytes. Never falls; the last one is the length of `data`. */
  ends: Uint32Array;
  /** The values one after the other. Text is UTF-8. */
  data: Uint8Array;
}

/** The bindings of StarlingMonkey have globals of their own: a `Uint8Array` of theirs is none of the gadget's. */
function ownBytes(data: Uint8Array): Uint8Array {
  return data instanceof Uint8Array ? data : new Uint8Array(data);
}

abstract class BlockField<T> extends Field<T, T[]> {
  /** All values of the packet as one block, text as it is stored. */
  packed(packet: Packet): Packed {
    return call(() => {
      const { ends, data } = this.raw.columnPacked(packet.raw);
      return { ends: ends instanceof Uint32Array ? ends : new Uint32Array(ends), data: ownBytes(data) };
    });
  }

  /**
   * Sets all values of the packet from one block, all or none.
   *
   * Fails with `out-of-range` unless `ends` has `packet.length` values, never falls, and ends with the length of `data`.
   */
  setPacked(packet: Packet, values: Packed): void {
    if (!(values.ends instanceof Uint32Array))
      throw new ApiError('out-of-range', 'ends of a block is a Uint32Array');
    call(() => this.raw.setColumnPacked(packet.raw, { ends: values.ends, data: bytes(values.data) }));
  }
}

/** Text as strings. What is stored and not UTF-8 reads as U+FFFD; {@link packed} gives it as it is. */
export class TextField extends BlockField<string> {
  protected read(packet: RawPacket, row: number): string {
    return this.raw.getText(packet, row);
  }
  protected write(packet: RawPacket, row: number, value: string): void {
    this.raw.setText(packet, row, text(value));
  }
  protected readColumn(packet: RawPacket): string[] {
    return this.raw.columnText(packet);
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<string>): void {
    this.raw.setColumnText(packet, Array.from(values, text));
  }
  /** What stays is kept as it is stored: U+FFFD can stand for bytes that are not UTF-8, a fixed size has some behind the NUL. */
  protected override replaceColumn(
    packet: Packet,
    before: ArrayLike<string>,
    after: readonly string[],
  ): void {
    const fixed = this.fixedSize !== undefined;
    const kept = after.flatMap((value, row) =>
      value === before[row] && (fixed || value.includes('\ufffd')) ? [row] : [],
    );
    if (kept.length === 0) return this.setColumn(packet, after);
    const { ends, data } = this.packed(packet);
    this.setColumn(packet, after);
    call(() => {
      for (const row of kept)
        this.raw.setBytes(packet.raw, row, data.subarray(row === 0 ? 0 : ends[row - 1], ends[row]));
    });
  }
}

/** Bytes, or text as it is stored. */
export class BytesField extends BlockField<Uint8Array> {
  protected read(packet: RawPacket, row: number): Uint8Array {
    return ownBytes(this.raw.getBytes(packet, row));
  }
  protected write(packet: RawPacket, row: number, value: Uint8Array): void {
    this.raw.setBytes(packet, row, bytes(value));
  }
  protected readColumn(packet: RawPacket): Uint8Array[] {
    const { ends, data: foreign } = this.raw.columnPacked(packet);
    const data = ownBytes(foreign);
    return Array.from(ends, (end, row) => data.subarray(row === 0 ? 0 : ends[row - 1], end));
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<Uint8Array>): void {
    let length = 0;
    const ends = Uint32Array.from(values, (value) => (length += bytes(value).length));
    const data = new Uint8Array(length);
    for (let row = 0; row < values.length; row++)
      data.set(values[row] as Uint8Array, row === 0 ? 0 : ends[row - 1]);
    this.raw.setColumnPacked(packet, { ends, data });
  }
}
