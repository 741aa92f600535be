/**
 * Numbers in a component that need care. QuickJS bindings know only doubles; the builder's bridge (see build/wide-bridge.ts)
 * makes what a double cannot hold arrive as hexadecimal digits, and takes what is sent as two halves.
 */
import type { Done, RawField, RawPacket, Wide } from '../raw.ts';

/** A `u64` that came from the host. */
export function fromU64(value: Wide): bigint {
  return BigInt(value as number | string);
}

/** An `s64` that came from the host. */
export function fromS64(value: Wide): bigint {
  return typeof value === 'number' ? BigInt(value) : BigInt.asIntN(64, BigInt(value as string));
}

/** Sets a row to an `s64`; the value fits, that was checked. */
export function setS64(field: RawField, packet: RawPacket, row: number, value: bigint): Done {
  return field.setS64(packet, row, toWide(value));
}

/** Sets a row to a `u64`; the value fits, that was checked. */
export function setU64(field: RawField, packet: RawPacket, row: number, value: bigint): Done {
  return field.setU64(packet, row, toWide(value));
}

/** A `u64` or `s64` for the host; the value fits, that was checked. */
export function toWide(value: bigint): Wide {
  return [Number((value >> 32n) & 0xffff_ffffn), Number(value & 0xffff_ffffn)];
}

/** A `u32` for the host: the bindings take the bits of a signed number, and stop at 2^31 - 1 otherwise. */
export function toU32(value: number): number {
  return value | 0;
}

/** A `u32` that came from the host: the bindings show its bits as a signed number. */
export function fromU32(value: number): number {
  return value >>> 0;
}

/** Sets a row to a `u32`. */
export function setU32(field: RawField, packet: RawPacket, row: number, value: number): Done {
  return field.setU32(packet, row, toU32(value));
}
