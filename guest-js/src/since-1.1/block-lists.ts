import { fromU32s } from '#api/columns';
import { lists } from '#api/lists';
import type { RawPacked } from '../api/raw.ts';
import { ApiError, call, ok } from '../api-error.ts';
import { ownBytes, type Packed } from '../fields/blocks.ts';
import { wellFormed } from '../fields/texts.ts';
import { over, type Packet } from '../packet.ts';
import { bytes } from '../range.ts';
import { columnOf, type ListAccess, type ListColumn } from './list-access.ts';
import { ListField } from './list-field.ts';

const packedOf = (raw: RawPacked): Packed => ({ ends: fromU32s(raw.ends), data: ownBytes(raw.data) });

/** The values of a block, each a view of it. */
function valuesOf(raw: RawPacked): Uint8Array[] {
  const { ends, data } = packedOf(raw);
  return Array.from(ends, (end, value) => data.subarray(value === 0 ? 0 : ends[value - 1], end));
}

function blockOf(values: readonly Uint8Array[]): Packed {
  let length = 0;
  const ends = Uint32Array.from(values, (value) => (length += value.length));
  const data = new Uint8Array(length);
  for (const [place, value] of values.entries()) data.set(value, (ends[place] as number) - value.length);
  return { ends, data };
}

/** Texts. */
export const textLists: ListAccess<string, string[]> = {
  get: (field, packet, row) => ok(lists.getText(field, packet, row)),
  set: (field, packet, row, values) => lists.setText(field, packet, row, values),
  column: (field, packet) => columnOf(lists.columnText(field, packet), (values) => values),
  setColumn: (field, packet, values) => lists.setColumnText(field, packet, values),
  checked(values) {
    if (typeof values === 'string') throw new ApiError('out-of-range', 'a text is no list of texts');
    return [...wellFormed(Array.isArray(values) ? values : Array.from(values))];
  },
};

/** Byte strings, or texts as they are stored. */
export const byteLists: ListAccess<Uint8Array, Uint8Array[]> = {
  get: (field, packet, row) => valuesOf(ok(lists.getPacked(field, packet, row))),
  set: (field, packet, row, values) => lists.setPacked(field, packet, row, blockOf(values)),
  column: (field, packet) => columnOf(lists.columnPacked(field, packet), valuesOf),
  setColumn: (field, packet, { ends, values }) =>
    lists.setColumnPacked(field, packet, { ends, values: blockOf(values) }),
  checked: (values) => Array.from(values, bytes),
};

/** A field of lists of text or bytes. */
export class BlockListField<T, L extends T[]> extends ListField<T, L> {
  /** All elements of the packet as one block, text as it is stored. `ends` count elements, `values.ends` bytes. */
  packed(packet: Packet): ListColumn<Packed> {
    return call(() => columnOf(lists.columnPacked(this.raw, packet.raw ?? over()), packedOf));
  }

  /**
   * Sets all lists of the packet from one block, all or none.
   *
   * Fails with `out-of-range` unless `ends` has `packet.length` values, never falls, and ends with the number of elements, and
   * `values.ends` never falls and ends with the length of `values.data`.
   */
  setPacked(packet: Packet, { ends, values }: ListColumn<Packed>): void {
    if (!(ends instanceof Uint32Array && values.ends instanceof Uint32Array))
      throw new ApiError('out-of-range', 'ends of a block is a Uint32Array');
    const block = { ends: values.ends, data: bytes(values.data) };
    call(() => lists.setColumnPacked(this.raw, packet.raw ?? over(), { ends, values: block }));
  }
}
