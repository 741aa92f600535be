import type { AnyField, Packet } from '@gadget-api/guest';
import { BytesField, TextField } from '../../../../guest-js/src/fields/blocks.ts';
import {
  BooleanField,
  FloatField,
  Int32Field,
  Uint32Field,
} from '../../../../guest-js/src/fields/numbers.ts';
import { Int64Field, Uint64Field } from '../../../../guest-js/src/fields/wide-numbers.ts';
import { float, type Shown } from './show.ts';

/**
 * The accessors of the interface, on any field, whatever its kind: `get-u32`, `set-u32`, `column-u32`, `set-column-u32`.
 * What is written is said by a text: `-1`, `1.5`, `nan`; for booleans `0` or `1`; for text and bytes the text itself.
 */
export interface Accessor {
  /** `bool`, `s32` … */
  name: string;
  /** Whether what the text says can be given to it at all: `-1` not to `u32`. */
  takes(text: string): boolean;
  get(field: AnyField, packet: Packet, row: number): Shown;
  set(field: AnyField, packet: Packet, row: number, text: string): void;
  /** No column of booleans is there. */
  column?(field: AnyField, packet: Packet): Shown;
  setColumn?(field: AnyField, packet: Packet, texts: readonly string[]): void;
}

/** What a text says; undefined when the accessor has no such value. */
export type Parse<T> = (text: string) => T | undefined;

/** All of them, in the order of the interface. */
export const accessors: readonly Accessor[] = [
  {
    name: 'bool',
    takes: (text) => truth(text) !== undefined,
    get: (field, packet, row) => new BooleanField(field.raw).get(packet.row(row)),
    set: (field, packet, row, text) =>
      new BooleanField(field.raw).set(packet.row(row), given(truth(text), text)),
  },
  accessor('s32', Int32Field, narrow(-(2n ** 31n), 2n ** 31n), (value) => value),
  accessor('u32', Uint32Field, narrow(0n, 2n ** 32n), (value) => value),
  accessor('s64', Int64Field, wide(-(2n ** 63n), 2n ** 63n), (value) => value),
  accessor('u64', Uint64Field, wide(0n, 2n ** 64n), (value) => value),
  accessor('f64', FloatField, floating, float),
  accessor<string>(
    'text',
    TextField,
    (text) => text,
    (value) => value,
  ),
  accessor<Uint8Array>(
    'bytes',
    BytesField,
    (text) => new TextEncoder().encode(text),
    (value) => value,
  ),
];

/** The accessor of this name. */
export function accessorOf(name: string): Accessor {
  const found = accessors.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no accessor ${name}`);
  return found;
}

interface FieldOf<T> {
  get(row: ReturnType<Packet['row']>): T;
  set(row: ReturnType<Packet['row']>, value: T): void;
  column(packet: Packet): ArrayLike<T>;
  setColumn(packet: Packet, values: ArrayLike<T>): void;
}

function accessor<T>(
  name: string,
  of: new (raw: AnyField['raw']) => FieldOf<T>,
  parse: Parse<T>,
  shown: (value: T) => Shown,
): Accessor {
  return {
    name,
    takes: (text) => parse(text) !== undefined,
    get: (field, packet, row) => shown(new of(field.raw).get(packet.row(row))),
    set: (field, packet, row, text) => new of(field.raw).set(packet.row(row), given(parse(text), text)),
    column: (field, packet) => Array.from(new of(field.raw).column(packet), shown),
    setColumn: (field, packet, texts) =>
      new of(field.raw).setColumn(
        packet,
        texts.map((text) => given(parse(text), text)),
      ),
  };
}

/** What is given to an accessor that {@link Accessor.takes} it. */
export function given<T>(value: T | undefined, text: string): T {
  if (value === undefined) throw new Error(`the accessor does not take ${text}`);
  return value;
}

function truth(text: string): boolean | undefined {
  return text === '0' || text === '1' ? text === '1' : undefined;
}

/** From `low` up to, and without, `high`. */
export function wide(low: bigint, high: bigint): Parse<bigint> {
  return (text) => {
    const value = /^-?[0-9]+$/.test(text) ? BigInt(text) : high;
    return value >= low && value < high ? value : undefined;
  };
}

/** The same as numbers. */
export function narrow(low: bigint, high: bigint): Parse<number> {
  return (text) => {
    const value = wide(low, high)(text);
    return value === undefined ? undefined : Number(value);
  };
}

/** Any float. */
export function floating(text: string): number | undefined {
  const value = Number(text.replace('inf', 'Infinity'));
  return Number.isNaN(value) && text !== 'nan' ? undefined : value;
}
