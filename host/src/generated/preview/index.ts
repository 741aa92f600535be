/** The interfaces of gadget:api as TypeScript types. Made from wit/ by `npm run gen`; edit the WIT instead. */
import type * as types from './gadget-api-types.ts';
import type * as logging from './gadget-api-logging.ts';
import type * as packet from './gadget-api-packet.ts';
import type * as field from './gadget-api-field.ts';
import type * as datasource from './gadget-api-datasource.ts';
import type * as params from './gadget-api-params.ts';
import type * as clock from './gadget-api-clock.ts';
import type * as random from './gadget-api-random.ts';
import type * as timer from './gadget-api-timer.ts';
import type * as handles from './gadget-api-handles.ts';
import type * as lifecycle from './gadget-api-lifecycle.ts';
import type * as handler from './gadget-api-handler.ts';
import type * as ticker from './gadget-api-ticker.ts';
export type {
  types,
  logging,
  packet,
  field,
  datasource,
  params,
  clock,
  random,
  timer,
  handles,
  lifecycle,
  handler,
  ticker,
};
export type { Kind, ErrorCode, Error, Annotation } from './gadget-api-types.ts';
export type {
  Level,
  AttributeValue,
  AttributeValueBoolean,
  AttributeValueSigned,
  AttributeValueUnsigned,
  AttributeValueFloat,
  AttributeValueText,
  Attribute,
} from './gadget-api-logging.ts';
export type { Refused, Packet } from './gadget-api-packet.ts';
export type {
  S32Column,
  U32Column,
  S64Column,
  U64Column,
  F64Column,
  TextColumn,
  PackedColumn,
  Field,
} from './gadget-api-field.ts';
export type { Delivery, FieldDescription, DataSource, Subscription } from './gadget-api-datasource.ts';
export type { Param } from './gadget-api-params.ts';
export type { Instant } from './gadget-api-clock.ts';
export type { HandleUsage } from './gadget-api-handles.ts';
export type { Purpose, StopReason } from './gadget-api-lifecycle.ts';
export type { Verdict } from './gadget-api-handler.ts';
/** What a host gives to a component, by versioned interface name. A component imports a part of it. */
export interface Imports {
  'gadget:api/types@2.0.0-preview.1': typeof types;
  'gadget:api/logging@2.0.0-preview.1': typeof logging;
  'gadget:api/packet@2.0.0-preview.1': typeof packet;
  'gadget:api/field@2.0.0-preview.1': typeof field;
  'gadget:api/datasource@2.0.0-preview.1': typeof datasource;
  'gadget:api/params@2.0.0-preview.1': typeof params;
  'gadget:api/clock@2.0.0-preview.1': typeof clock;
  'gadget:api/random@2.0.0-preview.1': typeof random;
  'gadget:api/timer@2.0.0-preview.1': typeof timer;
  'gadget:api/handles@2.0.0-preview.1': typeof handles;
}
/** What a component gives to a host, by versioned interface name. */
export interface Exports {
  'gadget:api/lifecycle@2.0.0-preview.1': typeof lifecycle;
  'gadget:api/handler@2.0.0-preview.1'?: typeof handler;
  'gadget:api/ticker@2.0.0-preview.1'?: typeof ticker;
}
