/** Columns of numbers and booleans; natively they are what they are, or arrays. */

/** A column of `bool` that came from the host. */
export function fromBools(values: ArrayLike<unknown>): boolean[] {
  return values as boolean[];
}

/** A column of `s32` that came from the host. */
export function fromS32s(values: ArrayLike<unknown>): Int32Array {
  return values instanceof Int32Array ? values : new Int32Array(values as ArrayLike<number>);
}

/** A column of `u32` that came from the host. */
export function fromU32s(values: ArrayLike<unknown>): Uint32Array {
  return values instanceof Uint32Array ? values : new Uint32Array(values as ArrayLike<number>);
}

/** A column of `s64` that came from the host. */
export function fromS64s(values: ArrayLike<unknown>): BigInt64Array {
  return values instanceof BigInt64Array ? values : BigInt64Array.from(values as ArrayLike<bigint>);
}

/** A column of `u64` that came from the host. */
export function fromU64s(values: ArrayLike<unknown>): BigUint64Array {
  return values instanceof BigUint64Array ? values : BigUint64Array.from(values as ArrayLike<bigint>);
}

/** A column of `f64` that came from the host. */
export function fromF64s(values: ArrayLike<unknown>): Float64Array {
  return values instanceof Float64Array ? values : new Float64Array(values as ArrayLike<number>);
}
