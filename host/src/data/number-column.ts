import type { NumberKind } from './kind.ts';
import { copyValidity, growValidity, pickValidity, type Validity } from './validity.ts';

/** The storage of a scalar column. Booleans are bytes of 0 and 1. */
export type NumberValues =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array;

const storage = {
  boolean: Uint8Array,
  uint8: Uint8Array,
  int8: Int8Array,
  uint16: Uint16Array,
  int16: Int16Array,
  uint32: Uint32Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
} as const;

/** A typed array of zeros that fits the kind. */
export function allocate(kind: NumberKind, length: number): NumberValues {
  return new storage[kind](length);
}

/** `length` values of a kind that lie in a buffer at byte `at`, which must be aligned for them. Not a copy. */
export function valuesIn(
  kind: NumberKind,
  buffer: ArrayBufferLike,
  at: number,
  length: number,
): NumberValues {
  const Values = storage[kind] as new (memory: ArrayBufferLike, at: number, length: number) => NumberValues;
  return new Values(buffer, at, length);
}

/**
 * One scalar field of a packet. `values` and `valid` hold at least `length` items. Validity is one byte a row and not one
 * bit, so that a window is a plain subarray. Unset rows hold 0, and so does what is beyond `length`.
 */
export class NumberColumn {
  readonly kind: NumberKind;
  values: NumberValues;
  valid: Validity;
  length: number;

  constructor(kind: NumberKind, values: NumberValues, valid: Validity, length: number = values.length) {
    this.kind = kind;
    this.values = values;
    this.valid = valid;
    this.length = length;
  }

  /** A column in which nothing is set. */
  static unset(kind: NumberKind, length: number): NumberColumn {
    return new NumberColumn(kind, allocate(kind, length), new Uint8Array(length));
  }

  isSet(row: number): boolean {
    return row < this.length && (this.valid === null || this.valid[row] === 1);
  }

  /** The value; 0 or 0n where nothing is set. */
  value(row: number): number | bigint {
    return row < this.length ? (this.values[row] as number | bigint) : is64(this.kind) ? 0n : 0;
  }

  /** Stores a value that is known to fit the kind. */
  set(row: number, value: number | bigint): void {
    // The union of arrays takes neither number nor bigint for TypeScript; the kind has been checked.
    (this.values as { [row: number]: number | bigint })[row] = value;
    if (this.valid !== null) this.valid[row] = 1;
  }

  unset(row: number): void {
    this.valid ??= growValidity(null, this.length, this.values.length);
    this.valid[row] = 0;
    (this.values as { [row: number]: number | bigint })[row] = is64(this.kind) ? 0n : 0;
  }

  /** Adds unset rows up to `length`; the arrays double. Only on a column of its own. */
  grow(length: number): void {
    if (length <= this.length) return;
    const room = this.values.length;
    const capacity = length <= room ? room : Math.max(length, room * 2);
    this.valid = growValidity(this.valid, this.length, capacity);
    if (capacity > room) {
      const grown = allocate(this.kind, capacity);
      grown.set(this.values as never);
      this.values = grown;
    }
    this.length = length;
  }

  /** A window without a copy. */
  window(start: number, end: number): NumberColumn {
    const valid = this.valid === null ? null : this.valid.subarray(start, end);
    return new NumberColumn(this.kind, this.values.subarray(start, end), valid);
  }

  /** This column with exactly `length` rows; not a copy where it has them. */
  exactly(length: number): NumberColumn {
    if (this.length !== length) return this.copy(length);
    return this.values.length === length ? this : this.window(0, length);
  }

  /** A copy of its own with room for `length` rows; rows beyond this column's are unset. */
  copy(length: number): NumberColumn {
    let values: NumberValues;
    if (length <= this.length) values = this.values.slice(0, length);
    else {
      values = allocate(this.kind, length);
      values.set(this.values.subarray(0, this.length) as never);
    }
    return new NumberColumn(this.kind, values, copyValidity(this.valid, this.length, length));
  }

  /** A column of just these rows, in this order; rows beyond this column's are unset. */
  pick(rows: Uint32Array): NumberColumn {
    const values = allocate(this.kind, rows.length) as Uint8Array;
    const from = this.values as Uint8Array;
    const { length } = this;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (row < length) values[i] = from[row]!;
    }
    return new NumberColumn(this.kind, values, pickValidity(this.valid, length, rows));
  }
}

/** Whether a kind is stored in 64-bit whole numbers, which JavaScript reads as bigint. */
export function is64(kind: NumberKind): boolean {
  return kind === 'int64' || kind === 'uint64';
}
