import { lookUp } from '../../api/datasource.ts';
import type { Field } from '../../api/field.ts';
import { cancel, subscribe, type Subscription } from '../../api/subscription.ts';
import type { FieldDescription } from '../../generated/gadget-api-datasource.ts';
import { type Context, type CoreFunction, narrow } from '../context.ts';
import { kinds } from '../enums.ts';
import { datasourceImports } from '../imports/datasource.ts';
import { liftU32s, storeList, storeStrings } from '../lists.ts';
import { liftString, storeString } from '../strings.ts';

const inheritedNames = [
  '[static]data-source.create',
  '[static]data-source.open',
  '[static]data-source.names',
  '[method]data-source.name',
  '[method]data-source.delivery',
  '[method]data-source.add-field',
  '[method]data-source.set-hidden',
  '[method]data-source.new-packet',
  '[resource-drop]data-source',
];

/** Where the parts of a `field-description` lie. */
const described = { size: 40, align: 4, kind: 8, fixedSize: 12, tags: 20, annotations: 28, hidden: 36 };

/** `gadget:api/datasource` */
export function datasourceImportsV2(cx: Context): Record<string, CoreFunction> {
  const { guest, handles, memory } = cx;
  const same = datasourceImports(cx);
  return {
    ...Object.fromEntries(inheritedNames.map((name) => [name, same[name]!])),
    '[method]data-source.describe': cx.guarded((self: number, ret: number) => {
      const at = memory.range(ret, 8, 4);
      const fields = handles.source(self).describeFields();
      const list = storeList(cx, fields.length, described.size, described.align, at);
      fields.forEach((field, i) => storeDescription(cx, field, list + i * described.size));
    }),
    '[method]data-source.field': cx.guarded((self: number, pointer: number, length: number, ret: number) => {
      const field = (): Field => lookUp(handles.source(self), liftString(cx, pointer, length));
      cx.result(ret, narrow, field, (found, at) => {
        memory.u32[at >>> 2] = handles.addField(found);
      });
    }),
    '[method]data-source.subscribe': cx.guarded(
      (self: number, pointer: number, length: number, ret: number) => {
        const ask = (): Subscription => {
          const source = handles.source(self);
          return subscribe(
            source,
            Array.from(liftU32s(cx, pointer, length), (field) => handles.field(field)),
          );
        };
        cx.result(ret, narrow, ask, (subscription, at) => {
          memory.u32[at >>> 2] = handles.addSubscription(subscription);
        });
      },
    ),
    '[method]subscription.id': cx.guarded((self: number) => handles.subscription(self).id()),
    '[static]subscription.cancel': cx.guarded((self: number) => {
      cancel(guest, handles.takeSubscription(self));
    }),
    '[resource-drop]subscription': cx.guarded((self: number) => {
      handles.takeSubscription(self)[Symbol.dispose]();
    }),
  };
}

function storeDescription(cx: Context, field: FieldDescription, at: number): void {
  const { memory } = cx;
  const { fixedSize } = field;
  storeString(cx, field.name, at);
  memory.u8[at + described.kind] = kinds.indexOf(field.kind);
  memory.u8[at + described.fixedSize] = fixedSize === undefined ? 0 : 1;
  if (fixedSize !== undefined) memory.u32[(at + described.fixedSize + 4) >>> 2] = fixedSize;
  storeStrings(cx, field.tags, 1, at + described.tags);
  const notes = field.annotations.flatMap(({ key, value }) => [key, value]);
  storeStrings(cx, notes, 2, at + described.annotations);
  memory.u8[at + described.hidden] = Number(field.hidden);
}
