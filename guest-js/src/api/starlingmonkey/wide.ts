/**
 * Numbers in a component of StarlingMonkey. Its bindings have bigints and unsigned numbers as a host in JavaScript does, but the
 * engine takes two kinds of them wrongly (ComponentizeJS 0.23.0, its issue 343): of a `u32` from 2^31 on it takes half of
 * the bits of a double, and a negative `s64` is a trap. Within lists and records it takes both as they are.
 */
import { ApiError } from '../../api-error.ts';
import type { Done, RawField, RawPacket } from '../raw.ts';

export { fromS64, fromU32, fromU64, toWide } from '../native/wide.ts';

const tooLarge = 2 ** 31;

/** A `u32` for the host. Fails with `out-of-range` from 2^31 on. */
export function toU32(value: number): number {
  if (value >= tooLarge)
    throw new ApiError(
      'out-of-range',
      `${value} is more than 2147483647, the most that this engine can pass`,
    );
  return value;
}

/** Sets a row to a `u32`; as a `u64`, which unsigned fields take as well, when the engine cannot pass it. */
export function setU32(field: RawField, packet: RawPacket, row: number, value: number): Done {
  if (value < tooLarge) return field.setU32(packet, row, value);
  return field.setU64(packet, row, BigInt(value));
}

/** Sets a row to an `s64`; the value fits, that was checked. */
export function setS64(field: RawField, packet: RawPacket, row: number, value: bigint): Done {
  if (value < 0n) passAsUnsigned(field);
  return field.setS64(packet, row, value);
}

/** Sets a row to a `u64`; the value fits, that was checked. */
export function setU64(field: RawField, packet: RawPacket, row: number, value: bigint): Done {
  return field.setU64(packet, row, value);
}

let passing = false;

/**
 * The bindings cut an `s64` with `BigInt.asIntN` before the engine takes its bits. They have globals of their own, so
 * there, and nowhere else, the function may give the same bits without a sign.
 */
function passAsUnsigned(field: RawField): void {
  if (passing) return;
  const evaluate = field.setS64.constructor as (code: string) => () => typeof BigInt;
  const bindings = evaluate('return BigInt')();
  if (bindings === BigInt) throw new Error('the bindings share the globals of the gadget');
  bindings.asIntN = bindings.asUintN;
  passing = true;
}
