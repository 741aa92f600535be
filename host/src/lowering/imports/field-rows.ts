import type { Field } from '../../api/field.ts';
import type { Packet } from '../../api/packet.ts';
import { type Context, type CoreFunction, narrow, nothing, type ResultShape, wide } from '../context.ts';
import { liftU32s } from '../lists.ts';
import { liftBytes, liftString, storeBytes, storeString } from '../strings.ts';

type Read<T> = (field: Field, packet: Packet, row: number) => T;

/**
 * `gadget:api/field`: one value of one row, by way of the API's own functions. Those that are called for every row have
 * a shorter way beside this one, and come here for errors and everything rare.
 */
export function fieldRowImports(cx: Context): Record<string, CoreFunction> {
  const { handles, memory } = cx;
  const get = <T>(shape: ResultShape, read: Read<T>, store: (value: T, at: number) => void): CoreFunction =>
    cx.guarded((self: number, packet: number, row: number, ret: number) => {
      cx.result(ret, shape, () => read(handles.field(self), handles.packet(packet), row >>> 0), store);
    });
  const set = <V extends number | bigint>(
    write: (...args: [...Parameters<Read<void>>, V]) => void,
  ): CoreFunction =>
    cx.guarded((self: number, packet: number, row: number, value: V, ret: number) => {
      cx.result(
        ret,
        narrow,
        () => write(handles.field(self), handles.packet(packet), row >>> 0, value),
        nothing,
      );
    });
  const setBlock = <V>(
    lift: (pointer: number, length: number) => V,
    write: (...args: [...Parameters<Read<void>>, V]) => void,
  ): CoreFunction =>
    cx.guarded((self: number, packet: number, row: number, pointer: number, length: number, ret: number) => {
      const run = (): void =>
        write(handles.field(self), handles.packet(packet), row >>> 0, lift(pointer, length));
      cx.result(ret, narrow, run, nothing);
    });
  const storeBool = (value: boolean, at: number): void => {
    memory.u8[at] = Number(value);
  };
  return {
    '[method]field.is-set': get(narrow, (field, packet, row) => field.isSet(packet, row), storeBool),
    '[method]field.unset': get(narrow, (field, packet, row) => field.unset(packet, row), nothing),
    '[method]field.unset-many': cx.guarded(
      (self: number, packet: number, pointer: number, length: number, ret: number) => {
        const run = (): void =>
          handles.field(self).unsetMany(handles.packet(packet), liftU32s(cx, pointer, length));
        cx.result(ret, narrow, run, nothing);
      },
    ),
    '[method]field.get-bool': get(narrow, (field, packet, row) => field.getBool(packet, row), storeBool),
    '[method]field.get-s32': get(
      narrow,
      (field, packet, row) => field.getS32(packet, row),
      (value, at) => {
        memory.i32[at >>> 2] = value;
      },
    ),
    '[method]field.get-u32': get(
      narrow,
      (field, packet, row) => field.getU32(packet, row),
      (value, at) => {
        memory.u32[at >>> 2] = value;
      },
    ),
    '[method]field.get-s64': get(
      wide,
      (field, packet, row) => field.getS64(packet, row),
      (value, at) => {
        memory.i64[at >>> 3] = value;
      },
    ),
    '[method]field.get-u64': get(
      wide,
      (field, packet, row) => field.getU64(packet, row),
      (value, at) => {
        memory.u64[at >>> 3] = value;
      },
    ),
    '[method]field.get-f64': get(
      wide,
      (field, packet, row) => field.getF64(packet, row),
      (value, at) => {
        memory.f64[at >>> 3] = value;
      },
    ),
    '[method]field.get-text': get(
      narrow,
      (field, packet, row) => field.getText(packet, row),
      (value, at) => {
        storeString(cx, value, at);
      },
    ),
    '[method]field.get-bytes': get(
      narrow,
      (field, packet, row) => field.getBytes(packet, row),
      (value, at) => {
        storeBytes(cx, value, at);
      },
    ),
    '[method]field.set-bool': set<number>((field, packet, row, value) =>
      field.setBool(packet, row, value !== 0),
    ),
    '[method]field.set-s32': set<number>((field, packet, row, value) => field.setS32(packet, row, value)),
    '[method]field.set-u32': set<number>((field, packet, row, value) =>
      field.setU32(packet, row, value >>> 0),
    ),
    '[method]field.set-s64': set<bigint>((field, packet, row, value) => field.setS64(packet, row, value)),
    '[method]field.set-u64': set<bigint>((field, packet, row, value) =>
      field.setU64(packet, row, BigInt.asUintN(64, value)),
    ),
    '[method]field.set-f64': set<number>((field, packet, row, value) => field.setF64(packet, row, value)),
    '[method]field.set-text': setBlock(
      (pointer, length) => liftString(cx, pointer, length),
      (field, packet, row, value) => field.setText(packet, row, value),
    ),
    '[method]field.set-bytes': setBlock(
      (pointer, length) => liftBytes(cx, pointer, length),
      (field, packet, row, value) => field.setBytes(packet, row, value),
    ),
  };
}
