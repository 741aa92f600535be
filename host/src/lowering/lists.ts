import type { Context } from './context.ts';
import { liftBytes, liftString, storePair, storeString } from './strings.ts';

/** Lists of the guest are read without a copy: valid until the guest runs again. */
export function liftU32s(cx: Context, pointer: number, length: number): Uint32Array {
  const at = words(cx, pointer, length);
  return cx.memory.u32.subarray(at, at + (length >>> 0));
}

export function liftS32s(cx: Context, pointer: number, length: number): Int32Array {
  const at = words(cx, pointer, length);
  return cx.memory.i32.subarray(at, at + (length >>> 0));
}

export function liftU64s(cx: Context, pointer: number, length: number): BigUint64Array {
  const at = doubles(cx, pointer, length);
  return cx.memory.u64.subarray(at, at + (length >>> 0));
}

export function liftS64s(cx: Context, pointer: number, length: number): BigInt64Array {
  const at = doubles(cx, pointer, length);
  return cx.memory.i64.subarray(at, at + (length >>> 0));
}

export function liftF64s(cx: Context, pointer: number, length: number): Float64Array {
  const at = doubles(cx, pointer, length);
  return cx.memory.f64.subarray(at, at + (length >>> 0));
}

/**
 * Strings of the guest, each made when it is looked at, and checked then. In a few bytes a guest can name one text any
 * number of times: who refuses the list, or a value of it, must not have all of it made before.
 */
export function liftStrings(cx: Context, pointer: number, length: number): ArrayLike<string> {
  const count = length >>> 0;
  const at = cx.memory.range(pointer, count * 8, 4) >>> 2;
  const stringAt = (row: number): string => {
    const { u32 } = cx.memory;
    return liftString(cx, u32[at + 2 * row]!, u32[at + 2 * row + 1]!);
  };
  const get = (_: unknown, key: string | symbol): unknown => {
    if (key === 'length') return count;
    return typeof key === 'symbol' ? undefined : stringAt(Number(key));
  };
  return new Proxy<ArrayLike<string>>({ length: count }, { get });
}

/** Room for a list of `count` items in the guest; its pointer and length go to `at`, its address comes back. */
export function storeList(cx: Context, count: number, itemSize: number, align: number, at: number): number {
  const pointer = cx.memory.allocate(count * itemSize, align);
  storePair(cx, pointer, count, at);
  return pointer;
}

/** Stores lists of numbers in the guest: their pointer and length go to `at`. */
export interface ListStores {
  /** Signed or not: the bits are the same. */
  words(values: ArrayLike<number>, at: number): void;
  signedWides(values: BigInt64Array, at: number): void;
  wides(values: BigUint64Array, at: number): void;
  doubles(values: Float64Array, at: number): void;
}

export function listStores(cx: Context): ListStores {
  const { memory } = cx;
  // The views of the memory are looked up after making room, which may have made them anew.
  return {
    words(values, at) {
      const list = storeList(cx, values.length, 4, 4, at);
      memory.u32.set(values, list >>> 2);
    },
    signedWides(values, at) {
      const list = storeList(cx, values.length, 8, 8, at);
      memory.i64.set(values, list >>> 3);
    },
    wides(values, at) {
      const list = storeList(cx, values.length, 8, 8, at);
      memory.u64.set(values, list >>> 3);
    },
    doubles(values, at) {
      const list = storeList(cx, values.length, 8, 8, at);
      memory.f64.set(values, list >>> 3);
    },
  };
}

/** A block of the guest, as two lists. */
export function liftPacked(
  cx: Context,
  ends: number,
  endsLength: number,
  data: number,
  dataLength: number,
): { ends: Uint32Array; data: Uint8Array } {
  return { ends: liftU32s(cx, ends, endsLength), data: liftBytes(cx, data, dataLength) };
}

/** Strings, or records that hold nothing but strings, one after the other. */
export function storeStrings(cx: Context, strings: readonly string[], perItem: number, at: number): void {
  const list = storeList(cx, strings.length / perItem, 8 * perItem, 4, at);
  for (let i = 0; i < strings.length; i++) storeString(cx, strings[i]!, list + 8 * i);
}

function words(cx: Context, pointer: number, length: number): number {
  return cx.memory.range(pointer, (length >>> 0) * 4, 4) >>> 2;
}

function doubles(cx: Context, pointer: number, length: number): number {
  return cx.memory.range(pointer, (length >>> 0) * 8, 8) >>> 3;
}
