import { fromF64s, fromS32s, fromS64s, fromU32s, fromU64s } from '#api/columns';
import { lists } from '#api/lists';
import type { Done, RawField, RawPacket } from '../api/raw.ts';
import { ok } from '../api-error.ts';
import { boolean, float, int32, int64, uint32, uint64, wholeNumber } from '../range.ts';
import type { RawListColumn } from './raw.ts';

/** All lists of a packet: the one of row i is `values.slice(i === 0 ? 0 : ends[i - 1], ends[i])`. */
export interface ListColumn<L> {
  /** Where each list ends in `values`, in elements. Never falls; the last one is the length of `values`. */
  ends: Uint32Array;
  /** The elements of all rows, one after the other. */
  values: L;
}

/** A list in JavaScript: of `T`, and part of it is of the same class. */
export interface List<T> extends ArrayLike<T> {
  slice(start: number, end: number): this;
}

/** How lists cross to the host and back: `T` is an element, `L` many of them. */
export interface ListAccess<T, L> {
  get(field: RawField, packet: RawPacket, row: number): L;
  set(field: RawField, packet: RawPacket, row: number, values: L): Done;
  column(field: RawField, packet: RawPacket): ListColumn<L>;
  setColumn(field: RawField, packet: RawPacket, values: ListColumn<L>): Done;
  /** Elements as the author gave them, checked. Fails with `out-of-range`. */
  checked(values: ArrayLike<T>): L;
}

/** A column that the host answered. */
export function columnOf<R, L>(raw: RawListColumn<R>, from: (values: R) => L): ListColumn<L> {
  const { ends, values } = ok(raw);
  return { ends: fromU32s(ends), values: from(values) };
}

/** Whole numbers of up to 32 bits with a sign. */
export const int32Lists: ListAccess<number, Int32Array> = {
  get: (field, packet, row) => fromS32s(ok(lists.getS32(field, packet, row))),
  set: (field, packet, row, values) => lists.setS32(field, packet, row, values),
  column: (field, packet) => columnOf(lists.columnS32(field, packet), fromS32s),
  setColumn: (field, packet, values) => lists.setColumnS32(field, packet, values),
  checked: (values) => (values instanceof Int32Array ? values : Int32Array.from(values, int32)),
};

/** Whole numbers of up to 32 bits without a sign. */
export const uint32Lists: ListAccess<number, Uint32Array> = {
  get: (field, packet, row) => fromU32s(ok(lists.getU32(field, packet, row))),
  set: (field, packet, row, values) => lists.setU32(field, packet, row, values),
  column: (field, packet) => columnOf(lists.columnU32(field, packet), fromU32s),
  setColumn: (field, packet, values) => lists.setColumnU32(field, packet, values),
  checked: (values) => (values instanceof Uint32Array ? values : Uint32Array.from(values, uint32)),
};

/** Whole numbers of up to 64 bits with a sign. */
export const int64Lists: ListAccess<bigint, BigInt64Array> = {
  get: (field, packet, row) => fromS64s(ok(lists.getS64(field, packet, row))),
  set: (field, packet, row, values) => lists.setS64(field, packet, row, values),
  column: (field, packet) => columnOf(lists.columnS64(field, packet), fromS64s),
  setColumn: (field, packet, values) => lists.setColumnS64(field, packet, values),
  checked: (values) => (values instanceof BigInt64Array ? values : BigInt64Array.from(values, int64)),
};

/** Whole numbers of up to 64 bits without a sign. */
export const uint64Lists: ListAccess<bigint, BigUint64Array> = {
  get: (field, packet, row) => fromU64s(ok(lists.getU64(field, packet, row))),
  set: (field, packet, row, values) => lists.setU64(field, packet, row, values),
  column: (field, packet) => columnOf(lists.columnU64(field, packet), fromU64s),
  setColumn: (field, packet, values) => lists.setColumnU64(field, packet, values),
  checked: (values) => (values instanceof BigUint64Array ? values : BigUint64Array.from(values, uint64)),
};

/** Floats, and whole numbers of up to 32 bits read as numbers. */
export const floatLists: ListAccess<number, Float64Array> = {
  get: (field, packet, row) => fromF64s(ok(lists.getF64(field, packet, row))),
  set: (field, packet, row, values) => lists.setF64(field, packet, row, values),
  column: (field, packet) => columnOf(lists.columnF64(field, packet), fromF64s),
  setColumn: (field, packet, values) => lists.setColumnF64(field, packet, values),
  checked: (values) => (values instanceof Float64Array ? values : Float64Array.from(values, float)),
};

/** Lists that cross as others do and are something else in JavaScript. */
function seenAs<W, N, T, L>(
  other: ListAccess<W, N>,
  from: (values: N) => L,
  to: (values: L) => N,
  checked: (values: ArrayLike<T>) => L,
): ListAccess<T, L> {
  return {
    get: (field, packet, row) => from(other.get(field, packet, row)),
    set: (field, packet, row, values) => other.set(field, packet, row, to(values)),
    column(field, packet) {
      const { ends, values } = other.column(field, packet);
      return { ends, values: from(values) };
    },
    setColumn: (field, packet, { ends, values }) =>
      other.setColumn(field, packet, { ends, values: to(values) }),
    checked,
  };
}

/** Booleans. */
export const booleanLists: ListAccess<boolean, boolean[]> = /* @__PURE__ */ seenAs(
  uint32Lists,
  (values) => Array.from(values, (value) => value !== 0),
  (values) => Uint32Array.from(values, Number),
  (values) => Array.from(values, boolean),
);

/** Booleans as 0 or 1. */
export const bitLists: ListAccess<number, Float64Array> = /* @__PURE__ */ seenAs(
  uint32Lists,
  (values) => new Float64Array(values),
  (values) => Uint32Array.from(values, uint32),
  floatLists.checked,
);

/** 64-bit whole numbers with a sign as numbers: rounded beyond 2^53, written when whole. */
export const roundedInt64Lists: ListAccess<number, Float64Array> = /* @__PURE__ */ seenAs(
  int64Lists,
  rounded,
  (values) => int64Lists.checked(Array.from(values, wholeNumber)),
  floatLists.checked,
);

/** 64-bit whole numbers without a sign as numbers: rounded beyond 2^53, written when whole. */
export const roundedUint64Lists: ListAccess<number, Float64Array> = /* @__PURE__ */ seenAs(
  uint64Lists,
  rounded,
  (values) => uint64Lists.checked(Array.from(values, wholeNumber)),
  floatLists.checked,
);

function rounded(values: BigInt64Array | BigUint64Array): Float64Array {
  return Float64Array.from(values as Iterable<bigint>, Number);
}
