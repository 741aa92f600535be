import type { Field } from '../../api/field.ts';
import * as api from '../../api/lists.ts';
import type { Packet } from '../../api/packet.ts';
import {
  type Context,
  type CoreFunction,
  narrow,
  nothing,
  type ResultShape,
  threeLists,
  twoLists,
} from '../context.ts';
import { kinds, liftEnum } from '../enums.ts';
import * as lists from '../lists.ts';
import { liftString, storeBytes } from '../strings.ts';

type Store<T> = (value: T, at: number) => void;
type Lift<V> = (cx: Context, pointer: number, length: number) => V;
type Block = { readonly ends: Uint32Array; readonly data: Uint8Array };

/**
 * `gadget:api/lists`, by way of the API's own functions. Numbers and texts have a shorter way beside this one for reading,
 * and come here for errors and everything rare.
 */
export function listsImports(cx: Context): Record<string, CoreFunction> {
  const { handles, memory, state } = cx;
  const { words, signedWides, wides, doubles } = lists.listStores(cx);
  const texts = (values: readonly string[], at: number): void => lists.storeStrings(cx, values, 1, at);
  const block = ({ ends, data }: Block, at: number): void => {
    words(ends, at);
    storeBytes(cx, data, at + 8);
  };
  return {
    'element-kind': cx.guarded((field: number, ret: number) => {
      const at = memory.range(ret, 2, 1);
      const kind = api.elementKind(handles.field(field));
      memory.u8[at] = kind === undefined ? 0 : 1;
      if (kind !== undefined) memory.u8[at + 1] = kinds.indexOf(kind);
    }),
    'add-list-field': cx.guarded(
      (source: number, pointer: number, length: number, kind: number, ret: number) => {
        const add = (): Field => {
          const handle = handles.source(source);
          const name = liftString(cx, pointer, length);
          return api.addListField(handle, name, liftEnum(state, kinds, kind));
        };
        cx.result(ret, narrow, add, (field, at) => {
          memory.u32[at >>> 2] = handles.addField(field);
        });
      },
    ),
    'get-s32': get(cx, narrow, api.getS32, words),
    'get-u32': get(cx, narrow, api.getU32, words),
    'get-s64': get(cx, narrow, api.getS64, signedWides),
    'get-u64': get(cx, narrow, api.getU64, wides),
    'get-f64': get(cx, narrow, api.getF64, doubles),
    'get-text': get(cx, narrow, api.getText, texts),
    'get-packed': get(cx, twoLists, api.getPacked, block),
    'set-s32': set(cx, lists.liftS32s, api.setS32),
    'set-u32': set(cx, lists.liftU32s, api.setU32),
    'set-s64': set(cx, lists.liftS64s, api.setS64),
    'set-u64': set(cx, lists.liftU64s, api.setU64),
    'set-f64': set(cx, lists.liftF64s, api.setF64),
    'set-text': set(cx, lists.liftStrings, api.setText),
    'set-packed': cx.guarded(
      (
        field: number,
        packet: number,
        row: number,
        ends: number,
        endsLength: number,
        data: number,
        dataLength: number,
        ret: number,
      ) => {
        const run = (): void => {
          const [handle, held] = [handles.field(field), handles.packet(packet)];
          api.setPacked(handle, held, row >>> 0, lists.liftPacked(cx, ends, endsLength, data, dataLength));
        };
        cx.result(ret, narrow, run, nothing);
      },
    ),
    'column-s32': column(cx, api.columnS32, words, words),
    'column-u32': column(cx, api.columnU32, words, words),
    'column-s64': column(cx, api.columnS64, words, signedWides),
    'column-u64': column(cx, api.columnU64, words, wides),
    'column-f64': column(cx, api.columnF64, words, doubles),
    'column-text': column(cx, api.columnText, words, texts),
    'column-packed': cx.guarded((field: number, packet: number, ret: number) => {
      const run = (): ReturnType<typeof api.columnPacked> =>
        api.columnPacked(handles.field(field), handles.packet(packet));
      cx.result(ret, threeLists, run, ({ ends, values }, at) => {
        words(ends, at);
        block(values, at + 8);
      });
    }),
    'set-column-s32': setColumn(cx, lists.liftS32s, api.setColumnS32),
    'set-column-u32': setColumn(cx, lists.liftU32s, api.setColumnU32),
    'set-column-s64': setColumn(cx, lists.liftS64s, api.setColumnS64),
    'set-column-u64': setColumn(cx, lists.liftU64s, api.setColumnU64),
    'set-column-f64': setColumn(cx, lists.liftF64s, api.setColumnF64),
    'set-column-text': setColumn(cx, lists.liftStrings, api.setColumnText),
    'set-column-packed': cx.guarded(
      (
        field: number,
        packet: number,
        ends: number,
        endsLength: number,
        elements: number,
        elementsLength: number,
        data: number,
        dataLength: number,
        ret: number,
      ) => {
        const run = (): void => {
          const [handle, held] = [handles.field(field), handles.packet(packet)];
          const values = lists.liftPacked(cx, elements, elementsLength, data, dataLength);
          api.setColumnPacked(handle, held, { ends: lists.liftU32s(cx, ends, endsLength), values });
        };
        cx.result(ret, narrow, run, nothing);
      },
    ),
  };
}

function get<T>(
  cx: Context,
  shape: ResultShape,
  read: (field: Field, packet: Packet, row: number) => T,
  store: Store<T>,
): CoreFunction {
  const { handles } = cx;
  return cx.guarded((field: number, packet: number, row: number, ret: number) => {
    cx.result(ret, shape, () => read(handles.field(field), handles.packet(packet), row >>> 0), store);
  });
}

function set<V>(
  cx: Context,
  lift: Lift<V>,
  write: (field: Field, packet: Packet, row: number, values: V) => void,
): CoreFunction {
  const { handles } = cx;
  return cx.guarded(
    (field: number, packet: number, row: number, pointer: number, length: number, ret: number) => {
      const run = (): void =>
        write(handles.field(field), handles.packet(packet), row >>> 0, lift(cx, pointer, length));
      cx.result(ret, narrow, run, nothing);
    },
  );
}

function column<T>(
  cx: Context,
  read: (field: Field, packet: Packet) => { readonly ends: Uint32Array; readonly values: T },
  storeEnds: Store<Uint32Array>,
  storeValues: Store<T>,
): CoreFunction {
  const { handles } = cx;
  return cx.guarded((field: number, packet: number, ret: number) => {
    const run = (): ReturnType<typeof read> => read(handles.field(field), handles.packet(packet));
    cx.result(ret, twoLists, run, ({ ends, values }, at) => {
      storeEnds(ends, at);
      storeValues(values, at + 8);
    });
  });
}

function setColumn<V>(
  cx: Context,
  lift: Lift<V>,
  write: (field: Field, packet: Packet, lists: { readonly ends: Uint32Array; readonly values: V }) => void,
): CoreFunction {
  const { handles } = cx;
  return cx.guarded(
    (
      field: number,
      packet: number,
      ends: number,
      endsLength: number,
      pointer: number,
      length: number,
      ret: number,
    ) => {
      const run = (): void => {
        const [handle, held] = [handles.field(field), handles.packet(packet)];
        const given = { ends: lists.liftU32s(cx, ends, endsLength), values: lift(cx, pointer, length) };
        write(handle, held, given);
      };
      cx.result(ret, narrow, run, nothing);
    },
  );
}
