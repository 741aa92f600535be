import type { Field } from '../../api/field.ts';
import { unset, valueOrNone } from '../../api/gaps.ts';
import type { Packet } from '../../api/packet.ts';
import type { Accessor } from '../../data/kind.ts';
import { type Context, type CoreFunction, narrow, nothing, type ResultShape, wide } from '../context.ts';
import { liftBytes, liftString, storeBytes, storeString } from '../strings.ts';

type Read<T> = (field: Field, packet: Packet, row: number) => T;
type Write<V> = (field: Field, packet: Packet, row: number, value: V) => void;

/** `gadget:api/field`: one value of one row, or none. An option's tag is the first byte; `offset` says where its value is. */
export function fieldRowImportsV2(cx: Context): Record<string, CoreFunction> {
  const { handles, memory } = cx;
  const get = <T>(
    shape: ResultShape,
    offset: number,
    read: Read<T>,
    store: (value: T, at: number) => void,
  ): CoreFunction =>
    cx.guarded((self: number, packetHandle: number, row: number, ret: number) => {
      const value = (): T | undefined => {
        const [field, packet] = [handles.field(self), handles.packet(packetHandle)];
        return valueOrNone(field, packet, row >>> 0, () => read(field, packet, row >>> 0));
      };
      cx.result(ret, shape, value, (found, at) => {
        if (found !== undefined) store(found, at + offset);
        memory.u8[at] = found === undefined ? 0 : 1;
      });
    });
  const write = <V>(
    accessor: Accessor,
    [self, packetHandle, row, some, ret]: readonly [number, number, number, number, number],
    value: () => V,
    set: Write<V>,
  ): void => {
    const run = (): void => {
      const [field, packet] = [handles.field(self), handles.packet(packetHandle)];
      if (isSome(cx, some)) set(field, packet, row >>> 0, value());
      else unset(field, accessor, packet, row >>> 0);
    };
    cx.result(ret, narrow, run, nothing);
  };
  const set = <V extends number | bigint>(accessor: Accessor, store: Write<V>): CoreFunction =>
    cx.guarded((self: number, packet: number, row: number, some: number, value: V, ret: number) =>
      write(accessor, [self, packet, row, some, ret], () => value, store),
    );
  const setBlock = <V>(
    accessor: Accessor,
    lift: (pointer: number, length: number) => V,
    store: Write<V>,
  ): CoreFunction =>
    cx.guarded(
      (self: number, packet: number, row: number, some: number, at: number, length: number, ret: number) =>
        write(accessor, [self, packet, row, some, ret], () => lift(at, length), store),
    );
  return {
    '[method]field.get-bool': get(
      narrow,
      1,
      (field, packet, row) => field.getBool(packet, row),
      (value, at) => {
        memory.u8[at] = Number(value);
      },
    ),
    '[method]field.get-s32': get(
      narrow,
      4,
      (field, packet, row) => field.getS32(packet, row),
      (value, at) => {
        memory.i32[at >>> 2] = value;
      },
    ),
    '[method]field.get-u32': get(
      narrow,
      4,
      (field, packet, row) => field.getU32(packet, row),
      (value, at) => {
        memory.u32[at >>> 2] = value;
      },
    ),
    '[method]field.get-s64': get(
      wide,
      8,
      (field, packet, row) => field.getS64(packet, row),
      (value, at) => {
        memory.i64[at >>> 3] = value;
      },
    ),
    '[method]field.get-u64': get(
      wide,
      8,
      (field, packet, row) => field.getU64(packet, row),
      (value, at) => {
        memory.u64[at >>> 3] = value;
      },
    ),
    '[method]field.get-f64': get(
      wide,
      8,
      (field, packet, row) => field.getF64(packet, row),
      (value, at) => {
        memory.f64[at >>> 3] = value;
      },
    ),
    '[method]field.get-text': get(
      narrow,
      4,
      (field, packet, row) => field.getText(packet, row),
      (value, at) => storeString(cx, value, at),
    ),
    '[method]field.get-bytes': get(
      narrow,
      4,
      (field, packet, row) => field.getBytes(packet, row),
      (value, at) => storeBytes(cx, value, at),
    ),
    '[method]field.set-bool': set<number>('bool', (field, packet, row, value) =>
      field.setBool(packet, row, value !== 0),
    ),
    '[method]field.set-s32': set<number>('s32', (field, packet, row, value) =>
      field.setS32(packet, row, value),
    ),
    '[method]field.set-u32': set<number>('u32', (field, packet, row, value) =>
      field.setU32(packet, row, value >>> 0),
    ),
    '[method]field.set-s64': set<bigint>('s64', (field, packet, row, value) =>
      field.setS64(packet, row, value),
    ),
    '[method]field.set-u64': set<bigint>('u64', (field, packet, row, value) =>
      field.setU64(packet, row, BigInt.asUintN(64, value)),
    ),
    '[method]field.set-f64': set<number>('f64', (field, packet, row, value) =>
      field.setF64(packet, row, value),
    ),
    '[method]field.set-text': setBlock(
      'text',
      (pointer, length) => liftString(cx, pointer, length),
      (field, packet, row, value) => field.setText(packet, row, value),
    ),
    '[method]field.set-bytes': setBlock(
      'bytes',
      (pointer, length) => liftBytes(cx, pointer, length),
      (field, packet, row, value) => field.setBytes(packet, row, value),
    ),
  };
}

/** The tag of an option among the arguments. */
function isSome({ state }: Context, tag: number): boolean {
  if (tag >>> 0 > 1) throw state.trap(`an option has no case ${tag >>> 0}`);
  return tag === 1;
}
