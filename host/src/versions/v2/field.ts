import type { Field } from '../../api/field.ts';
import { gapsOf, unset, valueOrNone, writeWithGaps } from '../../api/gaps.ts';
import type { Packet } from '../../api/packet.ts';
import { trapWithout } from '../../api/resource.ts';
import type { Accessor, Kind } from '../../data/kind.ts';
import type { PackedColumn } from '../../generated/preview/gadget-api-field.ts';
import { answered } from './failure.ts';
import type { PacketV2 } from './packet.ts';

/** A column as 2.0 reads and writes it. */
interface ColumnV2<T> {
  values: T;
  gaps: ArrayLike<number>;
}

/** A field as 2.0 hands it out: its values are there or not, and its columns have gaps. */
export class FieldV2 {
  readonly field: Field;

  constructor(field: Field) {
    this.field = field;
  }

  [Symbol.dispose](): void {
    this.field[Symbol.dispose]();
  }

  name(): string {
    return this.field.name();
  }

  kind(): Kind {
    return this.field.kind();
  }

  requested(): boolean {
    return this.field.requested();
  }

  addTag(tag: string): void {
    answered(() => this.field.addTag(tag));
  }

  annotate(key: string, value: string): void {
    answered(() => this.field.annotate(key, value));
  }

  setHidden(hidden: boolean): void {
    answered(() => this.field.setHidden(hidden));
  }

  gaps({ packet }: PacketV2): Uint32Array {
    return answered(() => gapsOf(this.field, packet));
  }

  getBool({ packet }: PacketV2, row: number): boolean | undefined {
    const { field } = this;
    return answered(() => valueOrNone(field, packet, row, () => field.getBool(packet, row)));
  }

  getS32({ packet }: PacketV2, row: number): number | undefined {
    const { field } = this;
    return answered(() => valueOrNone(field, packet, row, () => field.getS32(packet, row)));
  }

  getU32({ packet }: PacketV2, row: number): number | undefined {
    const { field } = this;
    return answered(() => valueOrNone(field, packet, row, () => field.getU32(packet, row)));
  }

  getS64({ packet }: PacketV2, row: number): bigint | undefined {
    const { field } = this;
    return answered(() => valueOrNone(field, packet, row, () => field.getS64(packet, row)));
  }

  getU64({ packet }: PacketV2, row: number): bigint | undefined {
    const { field } = this;
    return answered(() => valueOrNone(field, packet, row, () => field.getU64(packet, row)));
  }

  getF64({ packet }: PacketV2, row: number): number | undefined {
    const { field } = this;
    return answered(() => valueOrNone(field, packet, row, () => field.getF64(packet, row)));
  }

  getText({ packet }: PacketV2, row: number): string | undefined {
    const { field } = this;
    return answered(() => valueOrNone(field, packet, row, () => field.getText(packet, row)));
  }

  getBytes({ packet }: PacketV2, row: number): Uint8Array | undefined {
    const { field } = this;
    return answered(() => valueOrNone(field, packet, row, () => field.getBytes(packet, row)));
  }

  setBool({ packet }: PacketV2, row: number, value: boolean | undefined): void {
    const { field } = this;
    if (value === undefined) answered(() => unset(field, 'bool', packet, row));
    else answered(() => field.setBool(packet, row, value));
  }

  setS32({ packet }: PacketV2, row: number, value: number | undefined): void {
    const { field } = this;
    if (value === undefined) answered(() => unset(field, 's32', packet, row));
    else answered(() => field.setS32(packet, row, value));
  }

  setU32({ packet }: PacketV2, row: number, value: number | undefined): void {
    const { field } = this;
    if (value === undefined) answered(() => unset(field, 'u32', packet, row));
    else answered(() => field.setU32(packet, row, value));
  }

  setS64({ packet }: PacketV2, row: number, value: bigint | undefined): void {
    const { field } = this;
    if (value === undefined) answered(() => unset(field, 's64', packet, row));
    else answered(() => field.setS64(packet, row, value));
  }

  setU64({ packet }: PacketV2, row: number, value: bigint | undefined): void {
    const { field } = this;
    if (value === undefined) answered(() => unset(field, 'u64', packet, row));
    else answered(() => field.setU64(packet, row, value));
  }

  setF64({ packet }: PacketV2, row: number, value: number | undefined): void {
    const { field } = this;
    if (value === undefined) answered(() => unset(field, 'f64', packet, row));
    else answered(() => field.setF64(packet, row, value));
  }

  setText({ packet }: PacketV2, row: number, value: string | undefined): void {
    const { field } = this;
    if (value === undefined) answered(() => unset(field, 'text', packet, row));
    else answered(() => field.setText(packet, row, value));
  }

  setBytes({ packet }: PacketV2, row: number, value: Uint8Array | undefined): void {
    const { field } = this;
    if (value === undefined) answered(() => unset(field, 'bytes', packet, row));
    else answered(() => field.setBytes(packet, row, value));
  }

  columnS32(packet: PacketV2): ColumnV2<Int32Array> {
    return this.read(packet, () => this.field.columnS32(packet.packet));
  }

  columnU32(packet: PacketV2): ColumnV2<Uint32Array> {
    return this.read(packet, () => this.field.columnU32(packet.packet));
  }

  columnS64(packet: PacketV2): ColumnV2<BigInt64Array> {
    return this.read(packet, () => this.field.columnS64(packet.packet));
  }

  columnU64(packet: PacketV2): ColumnV2<BigUint64Array> {
    return this.read(packet, () => this.field.columnU64(packet.packet));
  }

  columnF64(packet: PacketV2): ColumnV2<Float64Array> {
    return this.read(packet, () => this.field.columnF64(packet.packet));
  }

  columnText(packet: PacketV2): ColumnV2<string[]> {
    return this.read(packet, () => this.field.columnText(packet.packet));
  }

  columnPacked({ packet }: PacketV2): PackedColumn {
    const { field } = this;
    return answered(() => ({ ...field.columnPacked(packet), gaps: gapsOf(field, packet) }));
  }

  setColumnS32({ packet }: PacketV2, { values, gaps }: ColumnV2<ArrayLike<number>>): void {
    this.write('s32', packet, gaps, () => this.field.setColumnS32(packet, values));
  }

  setColumnU32({ packet }: PacketV2, { values, gaps }: ColumnV2<ArrayLike<number>>): void {
    this.write('u32', packet, gaps, () => this.field.setColumnU32(packet, values));
  }

  setColumnS64({ packet }: PacketV2, { values, gaps }: ColumnV2<ArrayLike<bigint>>): void {
    this.write('s64', packet, gaps, () => this.field.setColumnS64(packet, values));
  }

  setColumnU64({ packet }: PacketV2, { values, gaps }: ColumnV2<ArrayLike<bigint>>): void {
    this.write('u64', packet, gaps, () => this.field.setColumnU64(packet, values));
  }

  setColumnF64({ packet }: PacketV2, { values, gaps }: ColumnV2<ArrayLike<number>>): void {
    this.write('f64', packet, gaps, () => this.field.setColumnF64(packet, values));
  }

  setColumnText({ packet }: PacketV2, { values, gaps }: ColumnV2<ArrayLike<string>>): void {
    this.write('text', packet, gaps, () => this.field.setColumnText(packet, values));
  }

  setColumnPacked({ packet }: PacketV2, { ends, data, gaps }: PackedColumn): void {
    this.write('bytes', packet, gaps, () => this.field.setColumnPacked(packet, { ends, data }));
  }

  private read<T>({ packet }: PacketV2, read: () => T): ColumnV2<T> & { gaps: Uint32Array } {
    return answered(() => ({ values: read(), gaps: gapsOf(this.field, packet) }));
  }

  private write(accessor: Accessor, packet: Packet, gaps: ArrayLike<number>, write: () => void): void {
    answered(() => writeWithGaps(this.field, accessor, packet, gaps, write));
  }
}

trapWithout(FieldV2, 'field');
