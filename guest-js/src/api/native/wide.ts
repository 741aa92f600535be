/** Numbers that need care in a component; natively they are what they are. */
import type { Done, RawField, RawPacket, Wide } from '../raw.ts';

/** A `u64` that came from the host. */
export function fromU64(value: Wide): bigint {
  return value as bigint;
}

/** An `s64` that came from the host. */
export function fromS64(value: Wide): bigint {
  return value as bigint;
}

/** Sets a row to an `s64`; the value fits, that was checked. */
export function setS64(field: RawField, packet: RawPacket, row: number, value: bigint): Done {
  return field.setS64(packet, row, value);
}

/** Sets a row to a `u64`; the value fits, that was checked. */
export function setU64(field: RawField, packet: RawPacket, row: number, value: bigint): Done {
  return field.setU64(packet, row, value);
}

/** A `u64` or `s64` for the host; the value fits, that was checked. */
export function toWide(value: bigint): Wide {
  return value;
}

/** A `u32` for the host. */
export function toU32(value: number): number {
  return value;
}

/** A `u32` that came from the host. */
export function fromU32(value: number): number {
  return value;
}

/** Sets a row to a `u32`. */
export function setU32(field: RawField, packet: RawPacket, row: number, value: number): Done {
  return field.setU32(packet, row, value);
}
