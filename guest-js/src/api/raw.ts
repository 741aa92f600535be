/**
 * The interfaces of `gadget:api` as bindings present them: the same names in a component and natively. Only what is
 * behind `#api/*` and the field classes touch these; authors never do.
 */
import type { Annotation, Kind } from '../kind.ts';

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
}

/** The static functions of `data-source`. */
export interface RawDataSourceClass {
  create(name: string, delivery: 'events' | 'snapshots'): RawDataSource;
  open(name: string): RawDataSource;
  names(): string[];
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
}

/** The interface `random`. */
export interface RawRandom {
  seed(): [Wide, Wide];
}

/** The interface `timer`. */
export interface RawTimer {
  every(milliseconds: number): number;
  cancel(timer: number): void;
}

/** The interface `handles`. */
export interface RawHandles {
  usage(): { open: number; peak: number; limit: number };
}
