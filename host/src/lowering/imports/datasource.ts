import * as datasource from '../../api/datasource.ts';
import type { DataSource } from '../../api/datasource.ts';
import type { Field } from '../../api/field.ts';
import { type Context, type CoreFunction, narrow, nothing } from '../context.ts';
import { storeDescriptions } from '../descriptions.ts';
import { deliveries, kinds, liftEnum } from '../enums.ts';
import { storeList, storeStrings } from '../lists.ts';
import { liftString, storeString } from '../strings.ts';

/** `gadget:api/datasource` */
export function datasourceImports(cx: Context): Record<string, CoreFunction> {
  const { guest, handles, memory, state } = cx;
  const storeSource = (source: DataSource, at: number): void => {
    memory.u32[at >>> 2] = handles.addSource(source);
  };
  const storeField = (field: Field, at: number): void => {
    memory.u32[at >>> 2] = handles.addField(field);
  };
  return {
    '[static]data-source.create': cx.guarded(
      (pointer: number, length: number, delivery: number, ret: number) => {
        const create = (): DataSource => {
          const name = liftString(cx, pointer, length);
          return datasource.create(guest, name, liftEnum(state, deliveries, delivery));
        };
        cx.result(ret, narrow, create, storeSource);
      },
    ),
    '[static]data-source.open': cx.guarded((pointer: number, length: number, ret: number) => {
      cx.result(ret, narrow, () => datasource.open(guest, liftString(cx, pointer, length)), storeSource);
    }),
    '[static]data-source.names': cx.guarded((ret: number) => {
      storeStrings(cx, datasource.names(guest), 1, memory.range(ret, 8, 4));
    }),
    '[method]data-source.name': cx.guarded((self: number, ret: number) => {
      storeString(cx, handles.source(self).name(), memory.range(ret, 8, 4));
    }),
    '[method]data-source.delivery': cx.guarded((self: number) =>
      deliveries.indexOf(handles.source(self).delivery()),
    ),
    '[method]data-source.fields': cx.guarded((self: number, ret: number) => {
      cx.result(
        ret,
        narrow,
        () => handles.source(self).fields(),
        (fields, at) => {
          const list = storeList(cx, fields.length, 4, 4, at) >>> 2;
          for (let i = 0; i < fields.length; i++) memory.u32[list + i] = handles.addField(fields[i]!);
        },
      );
    }),
    '[method]data-source.get-field': cx.guarded(
      (self: number, pointer: number, length: number, ret: number) => {
        const getField = (): Field => handles.source(self).getField(liftString(cx, pointer, length));
        cx.result(ret, narrow, getField, storeField);
      },
    ),
    '[method]data-source.add-field': cx.guarded(
      (self: number, pointer: number, length: number, kind: number, ret: number) => {
        const addField = (): Field => {
          const source = handles.source(self);
          const name = liftString(cx, pointer, length);
          return source.addField(name, liftEnum(state, kinds, kind));
        };
        cx.result(ret, narrow, addField, storeField);
      },
    ),
    '[method]data-source.set-hidden': cx.guarded((self: number, hidden: number, ret: number) => {
      cx.result(ret, narrow, () => handles.source(self).setHidden(hidden !== 0), nothing);
    }),
    '[method]data-source.subscribe': cx.guarded((self: number, ret: number) => {
      cx.result(
        ret,
        narrow,
        () => handles.source(self).subscribe(),
        (subscription, at) => {
          memory.u32[at >>> 2] = subscription;
        },
      );
    }),
    '[method]data-source.new-packet': cx.guarded((self: number, rows: number, ret: number) => {
      cx.result(
        ret,
        narrow,
        () => handles.source(self).newPacket(rows >>> 0),
        (packet, at) => {
          memory.u32[at >>> 2] = handles.addPacket(packet);
        },
      );
    }),
    unsubscribe: cx.guarded((subscription: number) => datasource.unsubscribe(guest, subscription >>> 0)),
    '[method]data-source.hidden': cx.guarded((self: number) => Number(handles.source(self).hidden())),
    '[method]data-source.describe-fields': cx.guarded((self: number, ret: number) => {
      const at = memory.range(ret, 8, 4);
      storeDescriptions(cx, handles.source(self).describeFields(), at);
    }),
    '[resource-drop]data-source': cx.guarded((self: number) => handles.dropSource(self)),
  };
}
