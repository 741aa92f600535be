import type { BytesColumn } from '../../data/bytes-column.ts';
import { type Accessor, fits } from '../../data/kind.ts';
import type { NumberColumn } from '../../data/number-column.ts';
import type { Context, CoreFunction } from '../context.ts';
import { storePair } from '../strings.ts';
import type { CoreFunctions } from '../v1.ts';
import { storeEnds, storeValues } from './block.ts';
import { draftOf, fieldFor } from './in-order.ts';

type Get = (self: number, packet: number, ret: number) => void;

/** Writes a column of `length` rows into the guest's memory at `pointer`. */
type Store = (column: NumberColumn | undefined, length: number, pointer: number) => void;

/**
 * Whole columns of numbers, from column to guest in one copy; see {@link fastNumbers}. Writing has no short way: the
 * API's own copies the guest's list as a block already.
 */
export function fastColumns(cx: Context, slow: CoreFunctions): Record<string, CoreFunction> {
  const { memory } = cx;

  const column = (accessor: Accessor, itemSize: number, store: Store): CoreFunction => {
    const slowly = slow[`[method]field.column-${accessor}`] as Get;
    return (self: number, packet: number, ret: number): void => {
      const field = fieldFor(cx, self, packet);
      if (field === undefined || !fits(accessor, field.kind)) return slowly(self, packet, ret);
      const draft = draftOf(cx, packet);
      const { length } = draft;
      const at = memory.range(ret, 16, 4);
      const pointer = memory.allocate(length * itemSize, itemSize);
      store(draft.read(field) as NumberColumn | undefined, length, pointer);
      storePair(cx, pointer, length, at + 4);
      memory.u8[at] = 0;
    };
  };

  const slowIsSet = slow['[method]field.column-is-set'] as Get;
  return {
    '[method]field.column-s32': column('s32', 4, (from, length, pointer) => {
      const filled = copyNumbers(from, memory.i32, pointer >>> 2, length);
      memory.i32.fill(0, (pointer >>> 2) + filled, (pointer >>> 2) + length);
    }),
    '[method]field.column-u32': column('u32', 4, (from, length, pointer) => {
      const filled = copyNumbers(from, memory.u32, pointer >>> 2, length);
      memory.u32.fill(0, (pointer >>> 2) + filled, (pointer >>> 2) + length);
    }),
    '[method]field.column-f64': column('f64', 8, (from, length, pointer) => {
      const filled = copyNumbers(from, memory.f64, pointer >>> 3, length);
      memory.f64.fill(0, (pointer >>> 3) + filled, (pointer >>> 3) + length);
    }),
    '[method]field.column-s64': column('s64', 8, (from, length, pointer) => {
      const filled = copyWide(cx, from, memory.i64, pointer, length);
      memory.i64.fill(0n, (pointer >>> 3) + filled, (pointer >>> 3) + length);
    }),
    '[method]field.column-u64': column('u64', 8, (from, length, pointer) => {
      const filled = copyWide(cx, from, memory.u64, pointer, length);
      memory.u64.fill(0n, (pointer >>> 3) + filled, (pointer >>> 3) + length);
    }),
    '[method]field.column-is-set': (self: number, packet: number, ret: number): void => {
      const field = fieldFor(cx, self, packet);
      if (field === undefined) return slowIsSet(self, packet, ret);
      const draft = draftOf(cx, packet);
      const { length } = draft;
      const at = memory.range(ret, 16, 4);
      const pointer = memory.allocate(length, 1);
      const from = draft.read(field);
      const rows = from === undefined ? 0 : Math.min(from.length, length);
      if (from === undefined || from.valid === null) memory.u8.fill(1, pointer, pointer + rows);
      else memory.u8.set(from.valid.subarray(0, rows), pointer);
      memory.u8.fill(0, pointer + rows, pointer + length);
      storePair(cx, pointer, length, at + 4);
      memory.u8[at] = 0;
    },
    '[method]field.column-packed': columnPacked(cx, slow['[method]field.column-packed'] as Get),
  };
}

function columnPacked(cx: Context, slowly: Get): CoreFunction {
  const { memory } = cx;
  return (self: number, packet: number, ret: number): void => {
    const field = fieldFor(cx, self, packet);
    if (field === undefined || !fits('bytes', field.kind)) return slowly(self, packet, ret);
    const draft = draftOf(cx, packet);
    const { length } = draft;
    const at = memory.range(ret, 20, 4);
    const ends = memory.allocate(length * 4, 4);
    const column = draft.read(field) as BytesColumn | undefined;
    const block = column === undefined ? undefined : storeEnds(column, memory.u32, ends >>> 2, length);
    if (block === undefined) memory.u32.fill(0, ends >>> 2, (ends >>> 2) + length);
    const size = block === undefined ? 0 : block.total;
    const data = memory.allocate(size, 1);
    if (block !== undefined && size > 0) storeValues(column!, block, memory.u8, data, length);
    storePair(cx, ends, length, at + 4);
    storePair(cx, data, size, at + 12);
    memory.u8[at] = 0;
  };
}

/** Copies what the column has; gives the number of rows. */
function copyNumbers(
  column: NumberColumn | undefined,
  to: Int32Array | Uint32Array | Float64Array,
  at: number,
  length: number,
): number {
  if (column === undefined) return 0;
  const rows = Math.min(column.length, length);
  const { values } = column;
  to.set((values.length === rows ? values : values.subarray(0, rows)) as unknown as ArrayLike<number>, at);
  return rows;
}

/** The same for lists of 64-bit numbers, without a bigint for narrower kinds. */
function copyWide(
  cx: Context,
  column: NumberColumn | undefined,
  to: BigInt64Array | BigUint64Array,
  pointer: number,
  length: number,
): number {
  if (column === undefined) return 0;
  const rows = Math.min(column.length, length);
  const { values } = column;
  if (values instanceof BigInt64Array || values instanceof BigUint64Array) {
    to.set(values.length === rows ? values : values.subarray(0, rows), pointer >>> 3);
    return rows;
  }
  const { i32 } = cx.memory;
  let at = pointer >>> 2;
  for (let row = 0; row < rows; row++) {
    const value = values[row]!;
    i32[at] = value;
    i32[at + 1] = value < 0 ? -1 : 0;
    at += 2;
  }
  return rows;
}
