import type { Field } from '../../api/field.ts';
import { gapsOf, writeWithGaps } from '../../api/gaps.ts';
import type { Packet } from '../../api/packet.ts';
import type { Accessor } from '../../data/kind.ts';
import { type Context, type CoreFunction, narrow, nothing, threeLists, twoLists } from '../context.ts';
import * as lists from '../lists.ts';
import { storeBytes } from '../strings.ts';

/** `gadget:api/field`: whole columns, each with its gaps. */
export function fieldColumnImportsV2(cx: Context): Record<string, CoreFunction> {
  const { handles } = cx;
  const { words, signedWides, wides, doubles } = lists.listStores(cx);
  const get = <T>(
    read: (field: Field, packet: Packet) => T,
    store: (values: T, at: number) => void,
  ): CoreFunction =>
    cx.guarded((self: number, packetHandle: number, ret: number) => {
      const column = (): { values: T; gaps: Uint32Array } => {
        const [field, packet] = [handles.field(self), handles.packet(packetHandle)];
        return { values: read(field, packet), gaps: gapsOf(field, packet) };
      };
      cx.result(ret, twoLists, column, ({ values, gaps }, at) => {
        store(values, at);
        words(gaps, at + 8);
      });
    });
  const set = <V>(
    accessor: Accessor,
    lift: (cx: Context, pointer: number, length: number) => V,
    write: (field: Field, packet: Packet, values: V) => void,
  ): CoreFunction =>
    cx.guarded(
      (
        self: number,
        packetHandle: number,
        at: number,
        length: number,
        gaps: number,
        count: number,
        ret: number,
      ) => {
        const run = (): void => {
          const [field, packet] = [handles.field(self), handles.packet(packetHandle)];
          const rows = lists.liftU32s(cx, gaps, count);
          writeWithGaps(field, accessor, packet, rows, () => write(field, packet, lift(cx, at, length)));
        };
        cx.result(ret, narrow, run, nothing);
      },
    );
  return {
    '[method]field.gaps': cx.guarded((self: number, packet: number, ret: number) => {
      cx.result(ret, narrow, () => gapsOf(handles.field(self), handles.packet(packet)), words);
    }),
    '[method]field.column-s32': get((field, packet) => field.columnS32(packet), words),
    '[method]field.column-u32': get((field, packet) => field.columnU32(packet), words),
    '[method]field.column-s64': get((field, packet) => field.columnS64(packet), signedWides),
    '[method]field.column-u64': get((field, packet) => field.columnU64(packet), wides),
    '[method]field.column-f64': get((field, packet) => field.columnF64(packet), doubles),
    '[method]field.column-text': get(
      (field, packet) => field.columnText(packet),
      (values, at) => lists.storeStrings(cx, values, 1, at),
    ),
    '[method]field.column-packed': cx.guarded((self: number, packetHandle: number, ret: number) => {
      const column = (): ReturnType<Field['columnPacked']> & { gaps: Uint32Array } => {
        const [field, packet] = [handles.field(self), handles.packet(packetHandle)];
        return { ...field.columnPacked(packet), gaps: gapsOf(field, packet) };
      };
      cx.result(ret, threeLists, column, ({ ends, data, gaps }, at) => {
        words(ends, at);
        storeBytes(cx, data, at + 8);
        words(gaps, at + 16);
      });
    }),
    '[method]field.set-column-s32': set('s32', lists.liftS32s, (field, packet, values) =>
      field.setColumnS32(packet, values),
    ),
    '[method]field.set-column-u32': set('u32', lists.liftU32s, (field, packet, values) =>
      field.setColumnU32(packet, values),
    ),
    '[method]field.set-column-s64': set('s64', lists.liftS64s, (field, packet, values) =>
      field.setColumnS64(packet, values),
    ),
    '[method]field.set-column-u64': set('u64', lists.liftU64s, (field, packet, values) =>
      field.setColumnU64(packet, values),
    ),
    '[method]field.set-column-f64': set('f64', lists.liftF64s, (field, packet, values) =>
      field.setColumnF64(packet, values),
    ),
    '[method]field.set-column-text': set('text', lists.liftStrings, (field, packet, values) =>
      field.setColumnText(packet, values),
    ),
    '[method]field.set-column-packed': cx.guarded(
      (
        self: number,
        packetHandle: number,
        ends: number,
        endsLength: number,
        data: number,
        dataLength: number,
        gaps: number,
        count: number,
        ret: number,
      ) => {
        const run = (): void => {
          const [field, packet] = [handles.field(self), handles.packet(packetHandle)];
          const values = lists.liftPacked(cx, ends, endsLength, data, dataLength);
          const rows = lists.liftU32s(cx, gaps, count);
          writeWithGaps(field, 'bytes', packet, rows, () => field.setColumnPacked(packet, values));
        };
        cx.result(ret, narrow, run, nothing);
      },
    ),
  };
}
