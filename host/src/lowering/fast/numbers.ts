import type { NumberColumn } from '../../data/number-column.ts';
import type { Context, CoreFunction } from '../context.ts';
import type { CoreFunctions } from '../v1.ts';

type Get = (self: number, packet: number, row: number, ret: number) => void;
type Set<V> = (self: number, packet: number, row: number, value: V, ret: number) => void;

/**
 * Numbers of one row, past everything that costs: each function does the common case in place, and leaves errors and
 * what is rare to `slow`, which decides everything anew. One function each, as one for all would be slower than each.
 */
export function fastNumbers(cx: Context, slow: CoreFunctions): Record<string, CoreFunction> {
  const { state, memory } = cx;
  const { fields, packets } = cx.handles;
  const slowGetS32 = slow['[method]field.get-s32'] as Get;
  const slowGetU32 = slow['[method]field.get-u32'] as Get;
  const slowGetS64 = slow['[method]field.get-s64'] as Get;
  const slowGetU64 = slow['[method]field.get-u64'] as Get;
  const slowGetF64 = slow['[method]field.get-f64'] as Get;
  const slowGetBool = slow['[method]field.get-bool'] as Get;
  const slowIsSet = slow['[method]field.is-set'] as Get;
  const slowSetS32 = slow['[method]field.set-s32'] as Set<number>;
  const slowSetU32 = slow['[method]field.set-u32'] as Set<number>;
  const slowSetS64 = slow['[method]field.set-s64'] as Set<bigint>;
  const slowSetU64 = slow['[method]field.set-u64'] as Set<bigint>;
  const slowSetF64 = slow['[method]field.set-f64'] as Set<number>;
  const slowSetBool = slow['[method]field.set-bool'] as Set<number>;

  /** The column that holds the row, if everything is as it mostly is. */
  const columnFor = (self: number, packet: number, row: number): NumberColumn | undefined => {
    const field = fields[self];
    const held = packets[packet];
    if (field === undefined || held === undefined || !state.mayLeave) return undefined;
    const { draft } = held;
    if (draft === null || draft.source !== field.field.source) return undefined;
    const column = draft.read(field.field) as NumberColumn | undefined;
    return column !== undefined && row >>> 0 < column.length ? column : undefined;
  };

  /** The same, for writing; kind and value are checked between the two. */
  const writable = (self: number, packet: number): NumberColumn => {
    try {
      return packets[packet]!.draft!.write(fields[self]!.field) as NumberColumn;
    } catch (error) {
      throw state.die(error);
    }
  };

  /** The field's kind, if row, packet and field are in order. */
  const kindFor = (self: number, packet: number, row: number): string => {
    const field = fields[self];
    const held = packets[packet];
    if (field === undefined || held === undefined || !state.mayLeave) return '';
    const { draft } = held;
    if (draft === null || draft.source !== field.field.source || row >>> 0 >= draft.length) return '';
    return field.field.kind;
  };

  const done = (at: number): void => {
    memory.u8[at] = 0;
  };

  return {
    '[method]field.get-bool': (self: number, packet: number, row: number, ret: number): void => {
      const column = columnFor(self, packet, row);
      if (column === undefined || column.kind !== 'boolean') return slowGetBool(self, packet, row, ret);
      const at = memory.range(ret, 16, 4);
      memory.u8[at + 4] = (column.values as Uint8Array)[row >>> 0]!;
      done(at);
    },
    '[method]field.get-s32': (self: number, packet: number, row: number, ret: number): void => {
      const column = columnFor(self, packet, row);
      let value: number;
      if (column === undefined) return slowGetS32(self, packet, row, ret);
      else if (column.kind === 'int32') value = (column.values as Int32Array)[row >>> 0]!;
      else if (column.kind === 'int16') value = (column.values as Int16Array)[row >>> 0]!;
      else if (column.kind === 'int8') value = (column.values as Int8Array)[row >>> 0]!;
      else return slowGetS32(self, packet, row, ret);
      const at = memory.range(ret, 16, 4);
      memory.i32[(at >>> 2) + 1] = value;
      done(at);
    },
    '[method]field.get-u32': (self: number, packet: number, row: number, ret: number): void => {
      const column = columnFor(self, packet, row);
      let value: number;
      if (column === undefined) return slowGetU32(self, packet, row, ret);
      else if (column.kind === 'uint32') value = (column.values as Uint32Array)[row >>> 0]!;
      else if (column.kind === 'uint16') value = (column.values as Uint16Array)[row >>> 0]!;
      else if (column.kind === 'uint8') value = (column.values as Uint8Array)[row >>> 0]!;
      else return slowGetU32(self, packet, row, ret);
      const at = memory.range(ret, 16, 4);
      memory.u32[(at >>> 2) + 1] = value;
      done(at);
    },
    '[method]field.get-s64': (self: number, packet: number, row: number, ret: number): void => {
      const column = columnFor(self, packet, row);
      if (column === undefined || column.kind !== 'int64') return slowGetS64(self, packet, row, ret);
      const at = memory.range(ret, 24, 8);
      memory.i64[(at >>> 3) + 1] = (column.values as BigInt64Array)[row >>> 0]!;
      done(at);
    },
    '[method]field.get-u64': (self: number, packet: number, row: number, ret: number): void => {
      const column = columnFor(self, packet, row);
      if (column === undefined || column.kind !== 'uint64') return slowGetU64(self, packet, row, ret);
      const at = memory.range(ret, 24, 8);
      memory.u64[(at >>> 3) + 1] = (column.values as BigUint64Array)[row >>> 0]!;
      done(at);
    },
    '[method]field.get-f64': (self: number, packet: number, row: number, ret: number): void => {
      const column = columnFor(self, packet, row);
      let value: number;
      if (column === undefined) return slowGetF64(self, packet, row, ret);
      else if (column.kind === 'float64') value = (column.values as Float64Array)[row >>> 0]!;
      else if (column.kind === 'float32') value = (column.values as Float32Array)[row >>> 0]!;
      else return slowGetF64(self, packet, row, ret);
      const at = memory.range(ret, 24, 8);
      memory.f64[(at >>> 3) + 1] = value;
      done(at);
    },
    '[method]field.is-set': (self: number, packet: number, row: number, ret: number): void => {
      const column = columnFor(self, packet, row);
      if (column === undefined) return slowIsSet(self, packet, row, ret);
      const at = memory.range(ret, 16, 4);
      memory.u8[at + 4] = column.valid === null ? 1 : column.valid[row >>> 0]!;
      done(at);
    },
    '[method]field.set-bool': (
      self: number,
      packet: number,
      row: number,
      value: number,
      ret: number,
    ): void => {
      if (kindFor(self, packet, row) !== 'boolean') return slowSetBool(self, packet, row, value, ret);
      const at = memory.range(ret, 16, 4);
      const column = writable(self, packet);
      (column.values as Uint8Array)[row >>> 0] = value === 0 ? 0 : 1;
      if (column.valid !== null) column.valid[row >>> 0] = 1;
      done(at);
    },
    '[method]field.set-s32': (
      self: number,
      packet: number,
      row: number,
      value: number,
      ret: number,
    ): void => {
      if (kindFor(self, packet, row) !== 'int32') return slowSetS32(self, packet, row, value, ret);
      const at = memory.range(ret, 16, 4);
      const column = writable(self, packet);
      (column.values as Int32Array)[row >>> 0] = value;
      if (column.valid !== null) column.valid[row >>> 0] = 1;
      done(at);
    },
    '[method]field.set-u32': (
      self: number,
      packet: number,
      row: number,
      value: number,
      ret: number,
    ): void => {
      const kind = kindFor(self, packet, row);
      const unsigned = value >>> 0;
      const fits =
        kind === 'uint32' ||
        (kind === 'uint16' && unsigned <= 0xffff) ||
        (kind === 'uint8' && unsigned <= 0xff);
      if (!fits) return slowSetU32(self, packet, row, value, ret);
      const at = memory.range(ret, 16, 4);
      const column = writable(self, packet);
      (column.values as Uint32Array)[row >>> 0] = unsigned;
      if (column.valid !== null) column.valid[row >>> 0] = 1;
      done(at);
    },
    '[method]field.set-s64': (
      self: number,
      packet: number,
      row: number,
      value: bigint,
      ret: number,
    ): void => {
      if (kindFor(self, packet, row) !== 'int64') return slowSetS64(self, packet, row, value, ret);
      const at = memory.range(ret, 16, 4);
      const column = writable(self, packet);
      (column.values as BigInt64Array)[row >>> 0] = value;
      if (column.valid !== null) column.valid[row >>> 0] = 1;
      done(at);
    },
    '[method]field.set-u64': (
      self: number,
      packet: number,
      row: number,
      value: bigint,
      ret: number,
    ): void => {
      if (kindFor(self, packet, row) !== 'uint64') return slowSetU64(self, packet, row, value, ret);
      const at = memory.range(ret, 16, 4);
      const column = writable(self, packet);
      // Wasm's 64 bits have no sign; storing takes them as they are.
      (column.values as BigUint64Array)[row >>> 0] = value;
      if (column.valid !== null) column.valid[row >>> 0] = 1;
      done(at);
    },
    '[method]field.set-f64': (
      self: number,
      packet: number,
      row: number,
      value: number,
      ret: number,
    ): void => {
      if (kindFor(self, packet, row) !== 'float64') return slowSetF64(self, packet, row, value, ret);
      const at = memory.range(ret, 16, 4);
      const column = writable(self, packet);
      (column.values as Float64Array)[row >>> 0] = value;
      if (column.valid !== null) column.valid[row >>> 0] = 1;
      done(at);
    },
  };
}
