import { type Context, type CoreFunction, narrow, nothing } from '../context.ts';
import { kinds } from '../enums.ts';
import { storeStrings } from '../lists.ts';
import { liftString, storeString } from '../strings.ts';

/** `gadget:api/field`: what a field says about itself. */
export function fieldDescriptionImports(cx: Context): Record<string, CoreFunction> {
  const { handles, memory } = cx;
  return {
    '[method]field.name': cx.guarded((self: number, ret: number) => {
      storeString(cx, handles.field(self).name(), memory.range(ret, 8, 4));
    }),
    '[method]field.kind': cx.guarded((self: number) => kinds.indexOf(handles.field(self).kind())),
    '[method]field.fixed-size': cx.guarded((self: number, ret: number) => {
      const at = memory.range(ret, 8, 4);
      const size = handles.field(self).fixedSize();
      memory.u8[at] = size === undefined ? 0 : 1;
      if (size !== undefined) memory.u32[(at >>> 2) + 1] = size;
    }),
    '[method]field.requested': cx.guarded((self: number) => Number(handles.field(self).requested())),
    '[method]field.tags': cx.guarded((self: number, ret: number) => {
      storeStrings(cx, handles.field(self).tags(), 1, memory.range(ret, 8, 4));
    }),
    '[method]field.annotations': cx.guarded((self: number, ret: number) => {
      const strings = handles
        .field(self)
        .annotations()
        .flatMap(({ key, value }) => [key, value]);
      storeStrings(cx, strings, 2, memory.range(ret, 8, 4));
    }),
    '[method]field.add-tag': cx.guarded((self: number, pointer: number, length: number, ret: number) => {
      cx.result(ret, narrow, () => handles.field(self).addTag(liftString(cx, pointer, length)), nothing);
    }),
    '[method]field.annotate': cx.guarded(
      (self: number, key: number, keyLength: number, value: number, valueLength: number, ret: number) => {
        const annotate = (): void => {
          const field = handles.field(self);
          field.annotate(liftString(cx, key, keyLength), liftString(cx, value, valueLength));
        };
        cx.result(ret, narrow, annotate, nothing);
      },
    ),
    '[method]field.set-hidden': cx.guarded((self: number, hidden: number, ret: number) => {
      cx.result(ret, narrow, () => handles.field(self).setHidden(hidden !== 0), nothing);
    }),
    '[method]field.hidden': cx.guarded((self: number) => Number(handles.field(self).hidden())),
    '[resource-drop]field': cx.guarded((self: number) => handles.dropField(self)),
  };
}
