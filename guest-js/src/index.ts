/**
 * Write event gadgets in TypeScript or JavaScript.
 *
 * A gadget is a module whose default export is {@link defineGadget}'s answer. Everything here works inside its hooks and
 * callbacks, never at the top level of the module.
 */
export { ApiError, type ApiErrorTag } from './api-error.ts';
export type { LogLevel } from './api/raw.ts';
export { type Clock, clock } from './clock.ts';
export { defineGadget, type Gadget, type GadgetHooks, type InitInfo } from './define-gadget.ts';
export { every, type Timer } from './every.ts';
export type { BytesField, Packed, TextField } from './fields/blocks.ts';
export type { AnyField, FieldByKind, FieldMadeAs, SomeField, Value } from './fields/by-kind.ts';
export type { Field } from './fields/field.ts';
export { type HandleUsage, handleUsage } from './handles.ts';
export type { Annotation, AskedKind, Kind, ValueKind } from './kind.ts';
export { type Log, type LogFunction, log } from './log.ts';
export type { Packet, Row } from './packet.ts';
export { param, type Params, params } from './params.ts';
export { random } from './random.ts';
export { createSource, type Delivery, openSource, type Source, sourceNames } from './source.ts';
export type { LossCause, Verdict } from './state.ts';
export { subscribe } from './subscribe.ts';
export { after } from './since-1.1/after.ts';
export type { BlockListField } from './since-1.1/block-lists.ts';
export { describeFields, type FieldDescription } from './since-1.1/describe-fields.ts';
export { isHidden } from './since-1.1/is-hidden.ts';
export type { List, ListColumn } from './since-1.1/list-access.ts';
export type { ListField } from './since-1.1/list-field.ts';
export { addListField, elementKind, listField } from './since-1.1/lists-by-kind.ts';
export type { AnyListField, ListFieldByKind, ListFieldMadeAs } from './since-1.1/lists-by-kind.ts';
export { type Attributes, type AttributeValue, logWith } from './since-1.1/log-with.ts';
export { type Instant, now } from './since-1.1/now.ts';
export { onLoss } from './since-1.1/on-loss.ts';
export { unsetMany } from './since-1.1/unset-many.ts';
export { unsubscribe } from './since-1.1/unsubscribe.ts';
