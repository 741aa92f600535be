import type { Done, RawField, RawPacket } from '../api/raw.ts';
import { ApiError, call, fromHost, ok } from '../api-error.ts';
import { Field } from '../fields/field.ts';
import type { ValueKind } from '../kind.ts';
import { over, type Packet, type Row } from '../packet.ts';
import type { List, ListAccess, ListColumn } from './list-access.ts';
import { unsetMany } from './unset-many.ts';

/**
 * A field whose values are lists. `T` is one element in JavaScript, `L` a list of them, and also all lists of a column one after the
 * other. To what knows no lists its kind is `other`; {@link elementKind} says what is in them.
 *
 * No elements are a value: {@link isSet} tells an empty list from none.
 */
export class ListField<T, L extends List<T>> extends Field<L, ListColumn<L>> {
  /** The kind of the elements, which can be narrower than the one they were asked for by. */
  readonly elementKind: ValueKind;
  readonly #access: ListAccess<T, L>;

  /** @internal */
  constructor(raw: RawField, elementKind: ValueKind, access: ListAccess<T, L>) {
    super(raw);
    this.elementKind = elementKind;
    this.#access = access;
  }

  get(row: Row): L {
    try {
      return this.#access.get(this.raw, row.packet.raw ?? over(), row.index);
    } catch (error) {
      throw fromHost(error);
    }
  }
  set(row: Row, values: L | readonly T[]): void {
    try {
      ok(this.#access.set(this.raw, row.packet.raw ?? over(), row.index, this.#access.checked(values)));
    } catch (error) {
      throw fromHost(error);
    }
  }

  override unset(row: Row): void {
    unsetMany(this, row.packet, [row]);
  }

  /**
   * Sets all lists of the packet, all or none: as {@link column} has them, or as one list for each row. Every row is set afterwards.
   *
   * Fails with `out-of-range` unless there are exactly `packet.length` lists and the field can hold each element.
   */
  override setColumn(
    packet: Packet,
    lists: ListColumn<L | readonly T[]> | ArrayLike<L | readonly T[]>,
  ): void {
    call(() =>
      this.#write(packet.raw ?? over(), 'ends' in lists ? this.#checked(lists) : this.#joined(lists)),
    );
  }

  /**
   * Changes lists in place: `change` is given a copy of each list there is, and answers the new one. Rows without a list stay so, and
   * when nothing changes nothing is written.
   *
   * Fails with `out-of-range` when the field cannot hold an answer; then no row has changed.
   */
  override update(packet: Packet, change: (list: L, row: number) => L | readonly T[]): void {
    const { ends, values } = this.column(packet);
    const isSet = this.isSetColumn(packet);
    let changed = false;
    const after = Array.from(ends, (end, row) => {
      const start = row === 0 ? 0 : (ends[row - 1] as number);
      const before = values.slice(start, end);
      if (isSet[row] !== true) return before;
      const list = this.#access.checked(change(before, row));
      changed ||= !isPart(list, values, start, end);
      return list;
    });
    if (!changed) return;
    this.setColumn(packet, after);
    // Writing a column sets every row.
    unsetMany(
      this,
      packet,
      after.flatMap((_, row) => (isSet[row] === true ? [] : [row])),
    );
  }

  protected readColumn(packet: RawPacket): ListColumn<L> {
    return this.#access.column(this.raw, packet);
  }
  protected writeColumn(packet: RawPacket, lists: ListColumn<L> | ArrayLike<L>): Done {
    return this.#write(packet, 'ends' in lists ? lists : this.#joined(lists));
  }

  #write(packet: RawPacket, lists: ListColumn<L>): Done {
    return this.#access.setColumn(this.raw, packet, lists);
  }

  #checked({ ends, values }: ListColumn<L | readonly T[]>): ListColumn<L> {
    if (!(ends instanceof Uint32Array)) throw new ApiError('out-of-range', 'ends of lists is a Uint32Array');
    return { ends, values: this.#access.checked(values) };
  }

  #joined(lists: ArrayLike<L | readonly T[]>): ListColumn<L> {
    const all: T[] = [];
    const ends = Uint32Array.from(lists, (list) => {
      const checked = this.#access.checked(list);
      for (let at = 0; at < checked.length; at++) all.push(checked[at] as T);
      return all.length;
    });
    return { ends, values: this.#access.checked(all) };
  }
}

function isPart<T>(list: ArrayLike<T>, of: ArrayLike<T>, start: number, end: number): boolean {
  if (list.length !== end - start) return false;
  for (let at = 0; at < list.length; at++) if (!Object.is(list[at], of[start + at])) return false;
  return true;
}
