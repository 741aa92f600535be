import type { Done, RawPacket } from '../api/raw.ts';
import { fail, fromHost, ok } from '../api-error.ts';
import { fromF64s, fromS32s, fromU32s } from '#api/columns';
import { fromU32, setU32 } from '#api/wide';
import { over, type Row } from '../packet.ts';
import { boolean, float, int32, uint32 } from '../range.ts';
import { Field } from './field.ts';

/** Booleans. */
export class BooleanField extends Field<boolean, boolean[]> {
  get(row: Row): boolean {
    try {
      const value = this.raw.getBool(row.packet.raw ?? over(), row.index);
      return typeof value === 'boolean' ? value : fail(value);
    } catch (error) {
      throw fromHost(error);
    }
  }
  set(row: Row, value: boolean): void {
    try {
      const done = this.raw.setBool(row.packet.raw ?? over(), row.index, boolean(value));
      if (done !== undefined) ok(done);
    } catch (error) {
      throw fromHost(error);
    }
  }

  protected readColumn(packet: RawPacket): boolean[] {
    return Array.from(fromU32s(ok(this.raw.columnU32(packet))), (value) => value !== 0);
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<boolean>): Done {
    return this.raw.setColumnU32(
      packet,
      Uint32Array.from(values, (value) => Number(boolean(value))),
    );
  }
}

/** Whole numbers of up to 32 bits with a sign. */
export class Int32Field extends Field<number, Int32Array> {
  get(row: Row): number {
    try {
      const value = this.raw.getS32(row.packet.raw ?? over(), row.index);
      return typeof value === 'number' ? value : fail(value);
    } catch (error) {
      throw fromHost(error);
    }
  }
  set(row: Row, value: number): void {
    try {
      const done = this.raw.setS32(row.packet.raw ?? over(), row.index, int32(value));
      if (done !== undefined) ok(done);
    } catch (error) {
      throw fromHost(error);
    }
  }

  protected readColumn(packet: RawPacket): Int32Array {
    return fromS32s(ok(this.raw.columnS32(packet)));
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<number>): Done {
    return this.raw.setColumnS32(
      packet,
      values instanceof Int32Array ? values : Int32Array.from(values, int32),
    );
  }
}

/** Whole numbers of up to 32 bits without a sign. */
export class Uint32Field extends Field<number, Uint32Array> {
  get(row: Row): number {
    try {
      const value = this.raw.getU32(row.packet.raw ?? over(), row.index);
      return typeof value === 'number' ? fromU32(value) : fail(value);
    } catch (error) {
      throw fromHost(error);
    }
  }
  set(row: Row, value: number): void {
    try {
      const done = setU32(this.raw, row.packet.raw ?? over(), row.index, uint32(value));
      if (done !== undefined) ok(done);
    } catch (error) {
      throw fromHost(error);
    }
  }

  protected readColumn(packet: RawPacket): Uint32Array {
    return fromU32s(ok(this.raw.columnU32(packet)));
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<number>): Done {
    return this.raw.setColumnU32(
      packet,
      values instanceof Uint32Array ? values : Uint32Array.from(values, uint32),
    );
  }
}

/** Floats, and whole numbers of up to 32 bits read as numbers. */
export class FloatField extends Field<number, Float64Array> {
  get(row: Row): number {
    try {
      const value = this.raw.getF64(row.packet.raw ?? over(), row.index);
      return typeof value === 'number' ? value : fail(value);
    } catch (error) {
      throw fromHost(error);
    }
  }
  set(row: Row, value: number): void {
    try {
      const done = this.raw.setF64(row.packet.raw ?? over(), row.index, float(value));
      if (done !== undefined) ok(done);
    } catch (error) {
      throw fromHost(error);
    }
  }

  protected readColumn(packet: RawPacket): Float64Array {
    return fromF64s(ok(this.raw.columnF64(packet)));
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<number>): Done {
    return this.raw.setColumnF64(
      packet,
      values instanceof Float64Array ? values : Float64Array.from(values, float),
    );
  }
}

/** A boolean read as 0 or 1. */
export class BitField extends Field<number, Float64Array> {
  get(row: Row): number {
    try {
      const value = this.raw.getU32(row.packet.raw ?? over(), row.index);
      return typeof value === 'number' ? value : fail(value);
    } catch (error) {
      throw fromHost(error);
    }
  }
  set(row: Row, value: number): void {
    try {
      const done = setU32(this.raw, row.packet.raw ?? over(), row.index, uint32(value));
      if (done !== undefined) ok(done);
    } catch (error) {
      throw fromHost(error);
    }
  }

  protected readColumn(packet: RawPacket): Float64Array {
    return new Float64Array(fromU32s(ok(this.raw.columnU32(packet))));
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<number>): Done {
    return this.raw.setColumnU32(packet, Uint32Array.from(values, uint32));
  }
}
