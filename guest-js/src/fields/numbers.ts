import type { RawPacket } from '../api/raw.ts';
import { fromU32, setU32 } from '#api/wide';
import { boolean, float, int32, uint32 } from '../range.ts';
import { Field } from './field.ts';

/** Booleans. */
export class BooleanField extends Field<boolean, boolean[]> {
  protected read(packet: RawPacket, row: number): boolean {
    return this.raw.getBool(packet, row);
  }
  protected write(packet: RawPacket, row: number, value: boolean): void {
    this.raw.setBool(packet, row, boolean(value));
  }
  protected readColumn(packet: RawPacket): boolean[] {
    return Array.from(this.raw.columnU32(packet), (value) => value !== 0);
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<boolean>): void {
    this.raw.setColumnU32(
      packet,
      Uint32Array.from(values, (value) => Number(boolean(value))),
    );
  }
}

/** Whole numbers of up to 32 bits with a sign. */
export class Int32Field extends Field<number, Int32Array> {
  protected read(packet: RawPacket, row: number): number {
    return this.raw.getS32(packet, row);
  }
  protected write(packet: RawPacket, row: number, value: number): void {
    this.raw.setS32(packet, row, int32(value));
  }
  protected readColumn(packet: RawPacket): Int32Array {
    const values = this.raw.columnS32(packet);
    return values instanceof Int32Array ? values : new Int32Array(values);
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<number>): void {
    this.raw.setColumnS32(packet, values instanceof Int32Array ? values : Int32Array.from(values, int32));
  }
}

/** Whole numbers of up to 32 bits without a sign. */
export class Uint32Field extends Field<number, Uint32Array> {
  protected read(packet: RawPacket, row: number): number {
    return fromU32(this.raw.getU32(packet, row));
  }
  protected write(packet: RawPacket, row: number, value: number): void {
    setU32(this.raw, packet, row, uint32(value));
  }
  protected readColumn(packet: RawPacket): Uint32Array {
    const values = this.raw.columnU32(packet);
    return values instanceof Uint32Array ? values : new Uint32Array(values);
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<number>): void {
    this.raw.setColumnU32(packet, values instanceof Uint32Array ? values : Uint32Array.from(values, uint32));
  }
}

/** Floats, and whole numbers of up to 32 bits read as numbers. */
export class FloatField extends Field<number, Float64Array> {
  protected read(packet: RawPacket, row: number): number {
    return this.raw.getF64(packet, row);
  }
  protected write(packet: RawPacket, row: number, value: number): void {
    this.raw.setF64(packet, row, float(value));
  }
  protected readColumn(packet: RawPacket): Float64Array {
    const values = this.raw.columnF64(packet);
    return values instanceof Float64Array ? values : new Float64Array(values);
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<number>): void {
    this.raw.setColumnF64(packet, values instanceof Float64Array ? values : Float64Array.from(values, float));
  }
}

/** A boolean read as 0 or 1. */
export class BitField extends Field<number, Float64Array> {
  protected read(packet: RawPacket, row: number): number {
    return this.raw.getU32(packet, row);
  }
  protected write(packet: RawPacket, row: number, value: number): void {
    setU32(this.raw, packet, row, uint32(value));
  }
  protected readColumn(packet: RawPacket): Float64Array {
    return new Float64Array(this.raw.columnU32(packet));
  }
  protected writeColumn(packet: RawPacket, values: ArrayLike<number>): void {
    this.raw.setColumnU32(packet, Uint32Array.from(values, uint32));
  }
}
