import type { Field } from '../../api/field.ts';
import type { Packet } from '../../api/packet.ts';
import { type Context, type CoreFunction, narrow, nothing, twoLists } from '../context.ts';
import * as lists from '../lists.ts';
import { storeBytes } from '../strings.ts';

/** `gadget:api/field`: whole columns, by way of the API's own functions, as {@link fieldRowImports} does for rows. */
export function fieldColumnImports(cx: Context): Record<string, CoreFunction> {
  const { handles } = cx;
  const get = <T>(
    read: (field: Field, packet: Packet) => T,
    store: (value: T, at: number) => void,
  ): CoreFunction =>
    cx.guarded((self: number, packet: number, ret: number) => {
      cx.result(ret, narrow, () => read(handles.field(self), handles.packet(packet)), store);
    });
  const set = <V>(
    lift: (cx: Context, pointer: number, length: number) => V,
    write: (field: Field, packet: Packet, values: V) => void,
  ): CoreFunction =>
    cx.guarded((self: number, packet: number, pointer: number, length: number, ret: number) => {
      const run = (): void => write(handles.field(self), handles.packet(packet), lift(cx, pointer, length));
      cx.result(ret, narrow, run, nothing);
    });
  const { words, signedWides, wides, doubles } = lists.listStores(cx);
  return {
    '[method]field.column-is-set': get(
      (field, packet) => field.columnIsSet(packet),
      (values, at) => storeBytes(cx, Uint8Array.from(values, Number), at),
    ),
    '[method]field.column-s32': get((field, packet) => field.columnS32(packet), words),
    '[method]field.column-u32': get((field, packet) => field.columnU32(packet), words),
    '[method]field.column-s64': get((field, packet) => field.columnS64(packet), signedWides),
    '[method]field.column-u64': get((field, packet) => field.columnU64(packet), wides),
    '[method]field.column-f64': get((field, packet) => field.columnF64(packet), doubles),
    '[method]field.column-text': get(
      (field, packet) => field.columnText(packet),
      (values, at) => {
        lists.storeStrings(cx, values, 1, at);
      },
    ),
    '[method]field.column-packed': cx.guarded((self: number, packet: number, ret: number) => {
      cx.result(
        ret,
        twoLists,
        () => handles.field(self).columnPacked(handles.packet(packet)),
        ({ ends, data }, at) => {
          words(ends, at);
          storeBytes(cx, data, at + 8);
        },
      );
    }),
    '[method]field.set-column-s32': set(lists.liftS32s, (field, packet, values) =>
      field.setColumnS32(packet, values),
    ),
    '[method]field.set-column-u32': set(lists.liftU32s, (field, packet, values) =>
      field.setColumnU32(packet, values),
    ),
    '[method]field.set-column-s64': set(lists.liftS64s, (field, packet, values) =>
      field.setColumnS64(packet, values),
    ),
    '[method]field.set-column-u64': set(lists.liftU64s, (field, packet, values) =>
      field.setColumnU64(packet, values),
    ),
    '[method]field.set-column-f64': set(lists.liftF64s, (field, packet, values) =>
      field.setColumnF64(packet, values),
    ),
    '[method]field.set-column-text': set(lists.liftStrings, (field, packet, values) =>
      field.setColumnText(packet, values),
    ),
    '[method]field.set-column-packed': cx.guarded(
      (
        self: number,
        packet: number,
        ends: number,
        endsLength: number,
        data: number,
        dataLength: number,
        ret: number,
      ) => {
        const run = (): void => {
          const values = lists.liftPacked(cx, ends, endsLength, data, dataLength);
          handles.field(self).setColumnPacked(handles.packet(packet), values);
        };
        cx.result(ret, narrow, run, nothing);
      },
    ),
  };
}
