/**
 * Columns of numbers and booleans in a component of QuickJS: its bindings show the memory they came in (see build/list-bridge.ts), which
 * is the gadget's own.
 */

const memory = (values: unknown): ArrayBuffer => (values as Uint8Array<ArrayBuffer>).buffer;

/** A column of `bool` that came from the host. */
export function fromBools(values: ArrayLike<unknown>): boolean[] {
  return Array.from(values, (value) => value !== 0);
}

/** A column of `s32` that came from the host. */
export function fromS32s(values: ArrayLike<unknown>): Int32Array {
  return new Int32Array(memory(values));
}

/** A column of `u32` that came from the host. */
export function fromU32s(values: ArrayLike<unknown>): Uint32Array {
  return new Uint32Array(memory(values));
}

/** A column of `s64` that came from the host. */
export function fromS64s(values: ArrayLike<unknown>): BigInt64Array {
  return new BigInt64Array(memory(values));
}

/** A column of `u64` that came from the host. */
export function fromU64s(values: ArrayLike<unknown>): BigUint64Array {
  return new BigUint64Array(memory(values));
}

/** A column of `f64` that came from the host. */
export function fromF64s(values: ArrayLike<unknown>): Float64Array {
  return new Float64Array(memory(values));
}
