/**
 * What `gadget:api` 1.1 added, as bindings present it. It is apart from api/raw.ts, so that what a gadget of 1.0 uses cannot call it: a
 * component that was built against 1.0 has none of it.
 */
import type { Done, LogLevel, RawDataSource, RawField, RawPacked, RawPacket, Wide } from '../api/raw.ts';
import type { Annotation, Kind, ValueKind } from '../kind.ts';

/** The resource `field`. */
export interface RawField11 extends RawField {
  hidden(): boolean;
  unsetMany(packet: RawPacket, rows: Uint32Array): Done;
}

/** The record `field-description`. */
export interface RawFieldDescription {
  name: string;
  kind: Kind;
  elementKind?: ValueKind | null;
  fixedSize?: number | null;
  tags: string[];
  annotations: Annotation[];
  hidden: boolean;
}

/** The resource `data-source`. */
export interface RawDataSource11 extends RawDataSource {
  hidden(): boolean;
  describeFields(): RawFieldDescription[];
}

/** The record `attribute`. */
export interface RawAttribute {
  key: string;
  value:
    | { tag: 'boolean'; val: boolean }
    | { tag: 'signed' | 'unsigned'; val: Wide }
    | { tag: 'float'; val: number }
    | { tag: 'text'; val: string };
}

/** Functions of interfaces that were there before: of `clock`, `datasource`, `logging` and `timer`. */
export interface RawSince11 {
  now(): { wall: Wide; monotonic: Wide };
  unsubscribe(subscription: number): void;
  logWith(level: LogLevel, message: string, attributes: readonly RawAttribute[]): void;
  once(milliseconds: number): number;
}

/** A record of `lists`: all lists of a column. */
export interface RawListColumn<L> {
  ends: ArrayLike<number>;
  values: L;
}

/** Such a record as it is given to the host. */
export interface GivenListColumn<L> {
  ends: Uint32Array;
  values: L;
}

/** The interface `lists`. */
export interface RawLists {
  elementKind(field: RawField): ValueKind | null | undefined;
  addListField(source: RawDataSource, name: string, elements: ValueKind): RawField;
  getS32(field: RawField, packet: RawPacket, row: number): ArrayLike<number>;
  getU32(field: RawField, packet: RawPacket, row: number): ArrayLike<number>;
  getS64(field: RawField, packet: RawPacket, row: number): ArrayLike<Wide>;
  getU64(field: RawField, packet: RawPacket, row: number): ArrayLike<Wide>;
  getF64(field: RawField, packet: RawPacket, row: number): ArrayLike<number>;
  getText(field: RawField, packet: RawPacket, row: number): string[];
  getPacked(field: RawField, packet: RawPacket, row: number): RawPacked;
  setS32(field: RawField, packet: RawPacket, row: number, values: Int32Array): Done;
  setU32(field: RawField, packet: RawPacket, row: number, values: Uint32Array): Done;
  setS64(field: RawField, packet: RawPacket, row: number, values: BigInt64Array): Done;
  setU64(field: RawField, packet: RawPacket, row: number, values: BigUint64Array): Done;
  setF64(field: RawField, packet: RawPacket, row: number, values: Float64Array): Done;
  setText(field: RawField, packet: RawPacket, row: number, values: readonly string[]): Done;
  setPacked(
    field: RawField,
    packet: RawPacket,
    row: number,
    values: { ends: Uint32Array; data: Uint8Array },
  ): Done;
  columnS32(field: RawField, packet: RawPacket): RawListColumn<ArrayLike<number>>;
  columnU32(field: RawField, packet: RawPacket): RawListColumn<ArrayLike<number>>;
  columnS64(field: RawField, packet: RawPacket): RawListColumn<ArrayLike<Wide>>;
  columnU64(field: RawField, packet: RawPacket): RawListColumn<ArrayLike<Wide>>;
  columnF64(field: RawField, packet: RawPacket): RawListColumn<ArrayLike<number>>;
  columnText(field: RawField, packet: RawPacket): RawListColumn<string[]>;
  columnPacked(field: RawField, packet: RawPacket): RawListColumn<RawPacked>;
  setColumnS32(field: RawField, packet: RawPacket, values: GivenListColumn<Int32Array>): Done;
  setColumnU32(field: RawField, packet: RawPacket, values: GivenListColumn<Uint32Array>): Done;
  setColumnS64(field: RawField, packet: RawPacket, values: GivenListColumn<BigInt64Array>): Done;
  setColumnU64(field: RawField, packet: RawPacket, values: GivenListColumn<BigUint64Array>): Done;
  setColumnF64(field: RawField, packet: RawPacket, values: GivenListColumn<Float64Array>): Done;
  setColumnText(field: RawField, packet: RawPacket, values: GivenListColumn<readonly string[]>): Done;
  setColumnPacked(
    field: RawField,
    packet: RawPacket,
    values: GivenListColumn<{ ends: Uint32Array; data: Uint8Array }>,
  ): Done;
}
