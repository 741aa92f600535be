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

/** The accessors of the interface, on any field, whatever its kind: `get-u32`, `set-u32`, `column-u32`, `set-column-u32`. */
export interface Accessor {
  /** `bool`, `s32` … */
  name: string;
  get(field: AnyField, packet: Packet, row: number): Shown;
  /** Sets 1, true, "1" or the byte of "1". */
  setOne(field: AnyField, packet: Packet, row: number): void;
  /** No column of booleans is there. */
  column?(field: AnyField, packet: Packet): Shown;
  /** As {@link setOne}, in every row. */
  setColumnOfOnes?(field: AnyField, packet: Packet): void;
}

const one = new TextEncoder().encode('1');

/** All of them, in the order of the interface. */
export const accessors: readonly Accessor[] = [
  {
    name: 'bool',
    get: (field, packet, row) => new BooleanField(field.raw).get(packet.row(row)),
    setOne: (field, packet, row) => new BooleanField(field.raw).set(packet.row(row), true),
  },
  numbers('s32', Int32Field, 1, (value) => value),
  numbers('u32', Uint32Field, 1, (value) => value),
  numbers('s64', Int64Field, 1n, (value) => value),
  numbers('u64', Uint64Field, 1n, (value) => value),
  numbers('f64', FloatField, 1, float),
  numbers('text', TextField, '1', (value) => value),
  numbers('bytes', BytesField, one, (value) => value),
];

interface FieldOf<T> {
  get(row: ReturnType<Packet['row']>): T;
  set(row: ReturnType<Packet['row']>, value: T): void;
  column(packet: Packet): ArrayLike<T>;
  setColumn(packet: Packet, values: ArrayLike<T>): void;
}

function numbers<T>(
  name: string,
  of: new (raw: AnyField['raw']) => FieldOf<T>,
  value: T,
  shown: (value: T) => Shown,
): Accessor {
  return {
    name,
    get: (field, packet, row) => shown(new of(field.raw).get(packet.row(row))),
    setOne: (field, packet, row) => new of(field.raw).set(packet.row(row), value),
    column: (field, packet) => Array.from(new of(field.raw).column(packet), shown),
    setColumnOfOnes: (field, packet) =>
      new of(field.raw).setColumn(
        packet,
        Array.from({ length: packet.length }, () => value),
      ),
  };
}
