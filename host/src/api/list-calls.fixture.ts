/** For tests only: the accessors of `gadget:api/lists` as calls, so that a table can walk over them. */
import type { Accessor, ElementKind } from '../data/kind.ts';
import type { Field } from './field.ts';
import { oneField, type TestGuestOptions } from './guest.fixture.ts';
import * as lists from './lists.ts';
import type { Packet } from './packet.ts';

/** Lists of booleans are read as numbers. */
export type ListAccessor = Exclude<Accessor, 'bool'>;

/** One accessor; values are arrays of elements, and a column is an array of them. */
export interface ListCalls {
  get(field: Field, packet: Packet, row: number): unknown[];
  set(field: Field, packet: Packet, row: number, values: unknown[]): void;
  column(field: Field, packet: Packet): unknown[][];
  setColumn(field: Field, packet: Packet, values: unknown[][]): void;
}

interface Ends<T> {
  ends: Uint32Array;
  values: T;
}

function numbers<T extends ArrayLike<unknown>>(
  list: (values: never[]) => T,
  get: (field: Field, packet: Packet, row: number) => T,
  set: (field: Field, packet: Packet, row: number, values: T) => void,
  column: (field: Field, packet: Packet) => Ends<T>,
  setColumn: (field: Field, packet: Packet, values: Ends<T>) => void,
): ListCalls {
  return {
    get: (field, packet, row) => Array.from(get(field, packet, row)),
    set: (field, packet, row, values) => set(field, packet, row, list(values as never[])),
    column: (field, packet) => {
      const { ends, values } = column(field, packet);
      return sliced(ends, Array.from(values));
    },
    setColumn: (field, packet, values) =>
      setColumn(field, packet, { ends: endsOf(values), values: list(values.flat() as never[]) }),
  };
}

/** By accessor. */
export const listCalls: Readonly<Record<ListAccessor, ListCalls>> = {
  s32: numbers(
    (values) => Int32Array.from(values),
    lists.getS32,
    lists.setS32,
    lists.columnS32,
    lists.setColumnS32,
  ),
  u32: numbers(
    (values) => Uint32Array.from(values),
    lists.getU32,
    lists.setU32,
    lists.columnU32,
    lists.setColumnU32,
  ),
  s64: numbers(
    (values) => BigInt64Array.from(values),
    lists.getS64,
    lists.setS64,
    lists.columnS64,
    lists.setColumnS64,
  ),
  u64: numbers(
    (values) => BigUint64Array.from(values),
    lists.getU64,
    lists.setU64,
    lists.columnU64,
    lists.setColumnU64,
  ),
  f64: numbers(
    (values) => Float64Array.from(values),
    lists.getF64,
    lists.setF64,
    lists.columnF64,
    lists.setColumnF64,
  ),
  text: numbers(
    (values) => values as string[],
    lists.getText,
    lists.setText,
    lists.columnText,
    lists.setColumnText,
  ),
  bytes: {
    get: (field, packet, row) => unpacked(lists.getPacked(field, packet, row)),
    set: (field, packet, row, values) => lists.setPacked(field, packet, row, packed(values)),
    column: (field, packet) => {
      const { ends, values } = lists.columnPacked(field, packet);
      return sliced(ends, unpacked(values));
    },
    setColumn: (field, packet, values) =>
      lists.setColumnPacked(field, packet, { ends: endsOf(values), values: packed(values.flat()) }),
  },
};

/** Their names. */
export const listAccessors = Object.keys(listCalls) as ListAccessor[];

/** A source with one field of lists, and a received packet of it. */
export function listField(
  elements: ElementKind,
  options: TestGuestOptions & { rows?: number } = {},
): ReturnType<typeof oneField> {
  const values = Array.from({ length: options.rows ?? 3 }, () => undefined);
  return oneField('other', { ...options, elements, values });
}

function endsOf(values: readonly unknown[][]): Uint32Array {
  let end = 0;
  return Uint32Array.from(values, (list) => (end += list.length));
}

function sliced<T>(ends: Uint32Array, values: readonly T[]): T[][] {
  return Array.from(ends, (end, row) => values.slice(row === 0 ? 0 : ends[row - 1]!, end));
}

function packed(values: readonly unknown[]): { ends: Uint32Array; data: Uint8Array } {
  let end = 0;
  const all = values as Uint8Array[];
  return {
    ends: Uint32Array.from(all, (value) => (end += value.length)),
    data: new Uint8Array(Buffer.concat(all)),
  };
}

function unpacked({ ends, data }: { ends: Uint32Array; data: Uint8Array }): Uint8Array[] {
  return Array.from(ends, (end, i) => data.slice(i === 0 ? 0 : ends[i - 1]!, end));
}
