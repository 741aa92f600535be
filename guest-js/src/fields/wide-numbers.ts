import { fromS64, fromS64s, fromU64, fromU64s, setS64, setU64 } from '#api/wide';
import type { RawPacket } from '../api/raw.ts';
import { int64, uint64, wholeNumber } from '../range.ts';
import { Field } from './field.ts';

/** Whole numbers of up to 64 bits with a sign, as bigints. */
export class Int64Field extends Field<bigint, BigInt64Array> {
  protected read(packet: RawPacket, row: number): bigint {
    return fromS64(this.raw.getS64(packet, row));
  }
  protected write(packet: RawPacket, row: number, value: bigint): void {
    setS64(this.raw, packet, row, int64(value));
  }
  protected readColumn(packet: RawPacket): BigInt64Array {
    return fromS64s(this.raw.columnS64(packet));
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<bigint>): void {
    this.raw.setColumnS64(
      packet,
      values instanceof BigInt64Array ? values : BigInt64Array.from(values, int64),
    );
  }
}

/** Whole numbers of up to 64 bits without a sign, as bigints. */
export class Uint64Field extends Field<bigint, BigUint64Array> {
  protected read(packet: RawPacket, row: number): bigint {
    return fromU64(this.raw.getU64(packet, row));
  }
  protected write(packet: RawPacket, row: number, value: bigint): void {
    setU64(this.raw, packet, row, uint64(value));
  }
  protected readColumn(packet: RawPacket): BigUint64Array {
    return fromU64s(this.raw.columnU64(packet));
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<bigint>): void {
    this.raw.setColumnU64(
      packet,
      values instanceof BigUint64Array ? values : BigUint64Array.from(values, uint64),
    );
  }
}

/** A field of 64-bit whole numbers read as JavaScript numbers: rounded beyond 2^53, written when whole. */
export class RoundedField extends Field<number, Float64Array> {
  protected read(packet: RawPacket, row: number): number {
    return Number(
      this.kind === 'int64' ? fromS64(this.raw.getS64(packet, row)) : fromU64(this.raw.getU64(packet, row)),
    );
  }
  protected write(packet: RawPacket, row: number, value: number): void {
    if (this.kind === 'int64') setS64(this.raw, packet, row, int64(wholeNumber(value)));
    else setU64(this.raw, packet, row, uint64(wholeNumber(value)));
  }
  protected readColumn(packet: RawPacket): Float64Array {
    const wide =
      this.kind === 'int64' ? fromS64s(this.raw.columnS64(packet)) : fromU64s(this.raw.columnU64(packet));
    return Float64Array.from(wide as Iterable<bigint>, Number);
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<number>): void {
    if (this.kind === 'int64')
      this.raw.setColumnS64(
        packet,
        BigInt64Array.from(values, (value) => int64(wholeNumber(value))),
      );
    else
      this.raw.setColumnU64(
        packet,
        BigUint64Array.from(values, (value) => uint64(wholeNumber(value))),
      );
  }
}
