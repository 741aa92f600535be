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
export type { AnyField, FieldByKind, Value } from './fields/by-kind.ts';
export type { Field } from './fields/field.ts';
export { type HandleUsage, handleUsage } from './handles.ts';
export type { Annotation, AskedKind, Kind, ValueKind } from './kind.ts';
export { type Log, type LogFunction, log } from './log.ts';
export type { Packet, Row } from './packet.ts';
export { param, type Params, params } from './params.ts';
export { random } from './random.ts';
export { createSource, type Delivery, openSource, type Source, sourceNames } from './source.ts';
export type { Verdict } from './state.ts';
export { subscribe } from './subscribe.ts';
