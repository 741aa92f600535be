import { fromS64s, fromU64s } from '#api/columns';
import { fromS64, fromU64, setS64, setU64 } from '#api/wide';
import type { Done, RawPacket } from '../api/raw.ts';
import { fromHost, ok } from '../api-error.ts';
import { over, type Row } from '../packet.ts';
import { int64, uint64, wholeNumber } from '../range.ts';
import { Field } from './field.ts';

/** Whole numbers of up to 64 bits with a sign, as bigints. */
export class Int64Field extends Field<bigint, BigInt64Array> {
  get(row: Row): bigint {
    try {
      return fromS64(ok(this.raw.getS64(row.packet.raw ?? over(), row.index)));
    } catch (error) {
      throw fromHost(error);
    }
  }
  set(row: Row, value: bigint): void {
    try {
      const done = setS64(this.raw, row.packet.raw ?? over(), row.index, int64(value));
      if (done !== undefined) ok(done);
    } catch (error) {
      throw fromHost(error);
    }
  }

  protected readColumn(packet: RawPacket): BigInt64Array {
    return fromS64s(ok(this.raw.columnS64(packet)));
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<bigint>): Done {
    return this.raw.setColumnS64(
      packet,
      values instanceof BigInt64Array ? values : BigInt64Array.from(values, int64),
    );
  }
}

/** Whole numbers of up to 64 bits without a sign, as bigints. */
export class Uint64Field extends Field<bigint, BigUint64Array> {
  get(row: Row): bigint {
    try {
      return fromU64(ok(this.raw.getU64(row.packet.raw ?? over(), row.index)));
    } catch (error) {
      throw fromHost(error);
    }
  }
  set(row: Row, value: bigint): void {
    try {
      const done = setU64(this.raw, row.packet.raw ?? over(), row.index, uint64(value));
      if (done !== undefined) ok(done);
    } catch (error) {
      throw fromHost(error);
    }
  }

  protected readColumn(packet: RawPacket): BigUint64Array {
    return fromU64s(ok(this.raw.columnU64(packet)));
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<bigint>): Done {
    return this.raw.setColumnU64(
      packet,
      values instanceof BigUint64Array ? values : BigUint64Array.from(values, uint64),
    );
  }
}

/** A field of 64-bit whole numbers read as JavaScript numbers: rounded beyond 2^53, written when whole. */
export class RoundedField extends Field<number, Float64Array> {
  get(row: Row): number {
    try {
      const packet = row.packet.raw ?? over();
      return Number(
        this.kind === 'int64'
          ? fromS64(ok(this.raw.getS64(packet, row.index)))
          : fromU64(ok(this.raw.getU64(packet, row.index))),
      );
    } catch (error) {
      throw fromHost(error);
    }
  }
  set(row: Row, value: number): void {
    try {
      const done = this.#write(row.packet.raw ?? over(), row.index, wholeNumber(value));
      if (done !== undefined) ok(done);
    } catch (error) {
      throw fromHost(error);
    }
  }

  #write(packet: RawPacket, row: number, value: bigint): Done {
    if (this.kind === 'int64') return setS64(this.raw, packet, row, int64(value));
    return setU64(this.raw, packet, row, uint64(value));
  }

  protected readColumn(packet: RawPacket): Float64Array {
    const wide =
      this.kind === 'int64'
        ? fromS64s(ok(this.raw.columnS64(packet)))
        : fromU64s(ok(this.raw.columnU64(packet)));
    return Float64Array.from(wide as Iterable<bigint>, Number);
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<number>): Done {
    if (this.kind === 'int64')
      return this.raw.setColumnS64(
        packet,
        BigInt64Array.from(values, (value) => int64(wholeNumber(value))),
      );
    return this.raw.setColumnU64(
      packet,
      BigUint64Array.from(values, (value) => uint64(wholeNumber(value))),
    );
  }
}
