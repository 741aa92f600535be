import type { Done, RawPacket } from '../api/raw.ts';
import { ApiError, call, fail, fromHost, ok } from '../api-error.ts';
import { over, type Packet, type Row } from '../packet.ts';
import { fromU32s } from '#api/columns';
import { bytes, text } from '../range.ts';
import { Field } from './field.ts';
import { differ, someHas, wellFormed } from './texts.ts';

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

const replacement = '\ufffd';

/** The bindings of StarlingMonkey have globals of their own: a `Uint8Array` of theirs is none of the gadget's. */
export function ownBytes(data: Uint8Array): Uint8Array {
  return data instanceof Uint8Array ? data : new Uint8Array(data);
}

abstract class BlockField<T> extends Field<T, T[]> {
  /** All values of the packet as one block, text as it is stored. */
  packed(packet: Packet): Packed {
    return call(() => {
      const { ends, data } = ok(this.raw.columnPacked(packet.raw ?? over()));
      return { ends: fromU32s(ends), data: ownBytes(data) };
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
    call(() =>
      this.raw.setColumnPacked(packet.raw ?? over(), { ends: values.ends, data: bytes(values.data) }),
    );
  }
}

/** Text as strings. What is stored and not UTF-8 reads as U+FFFD; {@link packed} gives it as it is. */
export class TextField extends BlockField<string> {
  get(row: Row): string {
    try {
      const value = this.raw.getText(row.packet.raw ?? over(), row.index);
      return typeof value === 'string' ? value : fail(value);
    } catch (error) {
      throw fromHost(error);
    }
  }
  set(row: Row, value: string): void {
    try {
      const done = this.raw.setText(
        row.packet.raw ?? over(),
        row.index,
        typeof value === 'string' && value.isWellFormed() ? value : text(value),
      );
      if (done !== undefined) ok(done);
    } catch (error) {
      throw fromHost(error);
    }
  }

  protected readColumn(packet: RawPacket): string[] {
    return this.raw.columnText(packet);
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<string>): Done {
    return this.raw.setColumnText(packet, wellFormed(Array.isArray(values) ? values : Array.from(values)));
  }

  protected override mayBeUnset(values: readonly string[]): boolean {
    return values.includes('');
  }

  protected override replaceColumn(
    packet: Packet,
    before: readonly string[],
    after: readonly string[],
  ): boolean {
    if (!differ(before, after)) return false;
    const values = wellFormed(after);
    const kept = this.#keptAsStored(before, values);
    const stored = kept.length === 0 ? undefined : this.packed(packet);
    const raw = packet.raw ?? over();
    call(() => this.raw.setColumnText(raw, values));
    if (stored === undefined) return true;
    const { ends, data } = stored;
    for (const row of kept)
      call(() => this.raw.setBytes(raw, row, data.subarray(row === 0 ? 0 : ends[row - 1], ends[row])));
    return true;
  }

  /** Rows whose text stays and is not all that is stored: U+FFFD can stand for bytes that are not UTF-8, a fixed size has some behind the NUL. */
  #keptAsStored(before: readonly string[], after: readonly string[]): number[] {
    const fixed = (this.#fixed ??= this.fixedSize !== undefined);
    if (!fixed && !someHas(after, replacement)) return [];
    return after.flatMap((value, row) =>
      value === before[row] && (fixed || value.includes(replacement)) ? [row] : [],
    );
  }

  #fixed: boolean | undefined;
}

/** Bytes, or text as it is stored. */
export class BytesField extends BlockField<Uint8Array> {
  get(row: Row): Uint8Array {
    try {
      return ownBytes(ok(this.raw.getBytes(row.packet.raw ?? over(), row.index)));
    } catch (error) {
      throw fromHost(error);
    }
  }
  set(row: Row, value: Uint8Array): void {
    try {
      const done = this.raw.setBytes(row.packet.raw ?? over(), row.index, bytes(value));
      if (done !== undefined) ok(done);
    } catch (error) {
      throw fromHost(error);
    }
  }

  protected readColumn(packet: RawPacket): Uint8Array[] {
    const { ends, data: foreign } = ok(this.raw.columnPacked(packet));
    const data = ownBytes(foreign);
    const places = fromU32s(ends);
    return Array.from(places, (end, row) => data.subarray(row === 0 ? 0 : places[row - 1], end));
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<Uint8Array>): Done {
    let length = 0;
    const ends = Uint32Array.from(values, (value) => (length += bytes(value).length));
    const data = new Uint8Array(length);
    for (let row = 0; row < values.length; row++)
      data.set(values[row] as Uint8Array, row === 0 ? 0 : ends[row - 1]);
    return this.raw.setColumnPacked(packet, { ends, data });
  }
}
