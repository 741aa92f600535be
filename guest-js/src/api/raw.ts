/**
 * The interfaces of `gadget:api` as bindings present them: the same names in a component and natively. Only what is
 * behind `#api/*` and the field classes touch these; authors never do. What says that it came with 1.1 is for `since-1.1/`
 * alone: a component that was built against 1.0 has none of it.
 */
import type { Annotation, Kind, ValueKind } from '../kind.ts';

/** A 64-bit number as bindings carry it; `#api/wide` turns it into a bigint and back. */
export type Wide = unknown;

/** Nothing. Where bindings answer errors instead of throwing them, perhaps an error; see `ok` and `fail` in api-error. */
export type Done = unknown;

/** The record `packed`. */
export interface RawPacked {
  ends: ArrayLike<number>;
  data: Uint8Array;
}

/** The resource `packet`. */
export interface RawPacket {
  len(): number;
  append(rows: number): number;
  discard(row: number): Done;
  discardMany(rows: Uint32Array): Done;
  [Symbol.dispose]?(): void;
}

/** The resource `field`. */
export interface RawField {
  name(): string;
  kind(): Kind;
  fixedSize(): number | null | undefined;
  requested(): boolean;
  tags(): string[];
  annotations(): Annotation[];
  addTag(tag: string): Done;
  annotate(key: string, value: string): Done;
  setHidden(hidden: boolean): Done;
  isSet(packet: RawPacket, row: number): boolean;
  unset(packet: RawPacket, row: number): Done;
  getBool(packet: RawPacket, row: number): boolean;
  getS32(packet: RawPacket, row: number): number;
  getU32(packet: RawPacket, row: number): number;
  getS64(packet: RawPacket, row: number): Wide;
  getU64(packet: RawPacket, row: number): Wide;
  getF64(packet: RawPacket, row: number): number;
  getText(packet: RawPacket, row: number): string;
  getBytes(packet: RawPacket, row: number): Uint8Array;
  setBool(packet: RawPacket, row: number, value: boolean): Done;
  setS32(packet: RawPacket, row: number, value: number): Done;
  setU32(packet: RawPacket, row: number, value: number): Done;
  setS64(packet: RawPacket, row: number, value: Wide): Done;
  setU64(packet: RawPacket, row: number, value: Wide): Done;
  setF64(packet: RawPacket, row: number, value: number): Done;
  setText(packet: RawPacket, row: number, value: string): Done;
  setBytes(packet: RawPacket, row: number, value: Uint8Array): Done;
  columnIsSet(packet: RawPacket): ArrayLike<unknown>;
  columnS32(packet: RawPacket): ArrayLike<number>;
  columnU32(packet: RawPacket): ArrayLike<number>;
  columnS64(packet: RawPacket): ArrayLike<Wide>;
  columnU64(packet: RawPacket): ArrayLike<Wide>;
  columnF64(packet: RawPacket): ArrayLike<number>;
  columnText(packet: RawPacket): string[];
  columnPacked(packet: RawPacket): RawPacked;
  setColumnS32(packet: RawPacket, values: Int32Array): Done;
  setColumnU32(packet: RawPacket, values: Uint32Array): Done;
  setColumnS64(packet: RawPacket, values: BigInt64Array): Done;
  setColumnU64(packet: RawPacket, values: BigUint64Array): Done;
  setColumnF64(packet: RawPacket, values: Float64Array): Done;
  setColumnText(packet: RawPacket, values: readonly string[]): Done;
  setColumnPacked(packet: RawPacket, values: { ends: Uint32Array; data: Uint8Array }): Done;
  /** With 1.1. */
  hidden(): boolean;
  /** With 1.1. */
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
export interface RawDataSource {
  name(): string;
  delivery(): 'events' | 'snapshots' | 'other';
  fields(): RawField[];
  getField(name: string): RawField;
  addField(name: string, kind: Kind): RawField;
  setHidden(hidden: boolean): Done;
  subscribe(): number;
  newPacket(rows: number): RawPacket;
  /** With 1.1. */
  hidden(): boolean;
  /** With 1.1. */
  describeFields(): RawFieldDescription[];
}

/** The static functions of `data-source`. */
export interface RawDataSourceClass {
  create(name: string, delivery: 'events' | 'snapshots'): RawDataSource;
  open(name: string): RawDataSource;
  names(): string[];
}

/** The functions of `datasource` for subscriptions. With 1.1. */
export interface RawSubscriptions {
  unsubscribe(subscription: number): void;
}

/** The static functions of `packet`. */
export interface RawPacketClass {
  emit(packet: RawPacket): Done;
}

/** How urgent a line of the log is. */
export type LogLevel = 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** The interface `logging`. */
export interface RawLogging {
  log(level: LogLevel, message: string): void;
  enabled(level: LogLevel): boolean;
  /** With 1.1. */
  logWith(level: LogLevel, message: string, attributes: readonly RawAttribute[]): void;
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

/** The interface `params`. */
export interface RawParams {
  get(key: string): string | null | undefined;
  all(): [string, string][];
}

/** The interface `clock`. */
export interface RawClock {
  wall(): Wide;
  monotonic(): Wide;
  /** With 1.1. */
  now(): { wall: Wide; monotonic: Wide };
}

/** The interface `random`. */
export interface RawRandom {
  seed(): [Wide, Wide];
}

/** The interface `timer`. */
export interface RawTimer {
  every(milliseconds: number): number;
  cancel(timer: number): void;
  /** With 1.1. */
  once(milliseconds: number): number;
}

/** The interface `handles`. */
export interface RawHandles {
  usage(): { open: number; peak: number; limit: number };
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

/** The interface `lists`. With 1.1. */
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
