import { fromBools } from '#api/columns';
import type { Done, RawField, RawPacket } from '../api/raw.ts';
import { call, fromHost, ok } from '../api-error.ts';
import type { Annotation, Kind } from '../kind.ts';
import { over, type Packet, Row } from '../packet.ts';

/**
 * A column of a source: a name, a kind, and in every row a value or nothing. Obtain it once, in `init`, with
 * {@link Source.field} or {@link Source.addField}, and use it with every packet of that source.
 *
 * `T` is what one value is in JavaScript, `C` what a whole column is. A column has exactly `packet.length` values,
 * discarded rows included; reading or writing one is much cheaper than going row by row.
 */
export abstract class Field<T, C> {
  /** The full name: `a.b` is `b` within `a`. */
  readonly name: string;
  /** The kind the field has, which can be narrower than the one it was asked for by. */
  readonly kind: Kind;
  /** @internal */
  readonly raw: RawField;

  /** @internal */
  constructor(raw: RawField) {
    this.raw = raw;
    this.name = raw.name();
    this.kind = raw.kind();
  }

  /** The value of one row; `false`, 0 or empty when unset ({@link isSet} tells). */
  abstract get(row: Row): T;

  /**
   * Sets the value of one row.
   *
   * Fails with `out-of-range` when the field cannot hold it: nothing is cut.
   */
  abstract set(row: Row, value: T): void;

  /** Whether this row has a value. */
  isSet(row: Row): boolean {
    try {
      return ok(this.raw.isSet(row.packet.raw ?? over(), row.index));
    } catch (error) {
      throw fromHost(error);
    }
  }

  /** Takes the value of this row away. */
  unset(row: Row): void {
    try {
      ok(this.raw.unset(row.packet.raw ?? over(), row.index));
    } catch (error) {
      throw fromHost(error);
    }
  }

  /** Whether each row has a value, in order of rows. {@link column} can't tell: there, what is unset reads as 0 or empty. */
  isSetColumn(packet: Packet): boolean[] {
    return call(() => fromBools(ok(this.raw.columnIsSet(packet.raw ?? over()))));
  }

  /** All values of the packet, in order of rows; a copy. */
  column(packet: Packet): C {
    return call(() => this.readColumn(packet.raw ?? over()));
  }

  /**
   * Sets all values of the packet, all or none. Every row is set afterwards.
   *
   * Fails with `out-of-range` unless there are exactly `packet.length` values and the field can hold each.
   */
  setColumn(packet: Packet, values: C | ArrayLike<T>): void {
    call(() => this.writeColumn(packet.raw ?? over(), values));
  }

  /**
   * Changes values in place: `change` is given each value there is, and answers the new one. Rows without a value stay so,
   * and when nothing changes nothing is written.
   *
   * Fails with `out-of-range` when the field cannot hold an answer; then no row has changed.
   *
   * @example
   * filename.update(packet, (path) => path.toLowerCase());
   */
  update(packet: Packet, change: (value: T, row: number) => T): void {
    const before = this.column(packet) as ArrayLike<T>;
    if (before.length === 1) return this.#updateOnly(new Row(packet, 0), before[0] as T, change);
    const set = this.mayBeUnset(before) ? this.isSetColumn(packet) : undefined;
    const after = Array.from(
      before,
      set === undefined ? change : (value, row) => (set[row] === true ? change(value, row) : value),
    );
    if (!this.replaceColumn(packet, before, after)) return;
    // Writing a column sets every row.
    set?.forEach((had, row) => {
      if (!had) this.unset(packet.row(row));
    });
  }

  /** What is one event at a time has packets of one row: there a value costs less than a column of one. */
  #updateOnly(row: Row, before: T, change: (value: T, row: number) => T): void {
    if (looksUnset(before) && !this.isSet(row)) return;
    const after = change(before, 0);
    if (!Object.is(after, before)) this.set(row, after);
  }

  /**
   * Whether anybody behind this gadget asked for the field: an output that prints it, or a later gadget. Exact from
   * `start` on, true during `init`. Lets a gadget skip work that nobody sees.
   */
  get requested(): boolean {
    return this.raw.requested();
  }

  /** How many bytes each value takes; undefined when that varies. */
  get fixedSize(): number | undefined {
    return this.raw.fixedSize() ?? undefined;
  }

  /** Words that say what the field is about. */
  get tags(): string[] {
    return this.raw.tags();
  }

  /** Notes for those who show the field. */
  get annotations(): Annotation[] {
    return this.raw.annotations();
  }

  /** Adds a tag, to a field of any source; twice is fine. In `init`. */
  addTag(tag: string): this {
    call(() => this.raw.addTag(tag));
    return this;
  }

  /** Sets a note, such as `annotate('description', 'who opened it')`, on a field of any source. In `init`. */
  annotate(key: string, value: string): this {
    call(() => this.raw.annotate(key, value));
    return this;
  }

  /** Hides the field from outputs that were not asked for it by name. In `init`. */
  setHidden(hidden: boolean = true): this {
    call(() => this.raw.setHidden(hidden));
    return this;
  }

  /** @internal */
  protected abstract readColumn(packet: RawPacket): C;
  /** @internal */
  protected abstract writeColumn(packet: RawPacket, values: C | ArrayLike<T>): Done;

  /** @internal Whether a row of this column reads as if it had no value: saves asking when none does. */
  protected mayBeUnset(values: ArrayLike<T>): boolean {
    return Array.prototype.some.call(values, looksUnset);
  }

  /** @internal Writes what {@link update} has changed; false when that is nothing. */
  protected replaceColumn(packet: Packet, before: ArrayLike<T>, after: readonly T[]): boolean {
    if (after.every((value, row) => Object.is(value, before[row]))) return false;
    this.setColumn(packet, after);
    return true;
  }
}

function looksUnset(value: unknown): boolean {
  return typeof value === 'object' ? (value as Uint8Array).length === 0 : !value;
}
