/** The interfaces of gadget:api as TypeScript types. Made from wit/ by `npm run gen`; edit the WIT instead. */
import type * as types from './gadget-api-types.ts';
import type * as logging from './gadget-api-logging.ts';
import type * as packet from './gadget-api-packet.ts';
import type * as field from './gadget-api-field.ts';
import type * as datasource from './gadget-api-datasource.ts';
import type * as lists from './gadget-api-lists.ts';
import type * as params from './gadget-api-params.ts';
import type * as clock from './gadget-api-clock.ts';
import type * as random from './gadget-api-random.ts';
import type * as timer from './gadget-api-timer.ts';
import type * as handles from './gadget-api-handles.ts';
import type * as lifecycle from './gadget-api-lifecycle.ts';
import type * as handler from './gadget-api-handler.ts';
import type * as ticker from './gadget-api-ticker.ts';
import type * as losses from './gadget-api-losses.ts';
export type {
  types,
  logging,
  packet,
  field,
  datasource,
  lists,
  params,
  clock,
  random,
  timer,
  handles,
  lifecycle,
  handler,
  ticker,
  losses,
};
export type {
  Kind,
  ApiError,
  ApiErrorNotFound,
  ApiErrorAlreadyExists,
  ApiErrorWrongKind,
  ApiErrorWrongSource,
  ApiErrorOutOfRange,
  ApiErrorExpired,
  ApiErrorNotNow,
  ApiErrorLimitExceeded,
  ApiErrorDenied,
  ApiErrorBusy,
  ApiErrorOther,
  Annotation,
} from './gadget-api-types.ts';
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
export type { Packet } from './gadget-api-packet.ts';
export type { Packed, Field } from './gadget-api-field.ts';
export type { Delivery, FieldDescription, DataSource } from './gadget-api-datasource.ts';
export type {
  S32Lists,
  U32Lists,
  S64Lists,
  U64Lists,
  F64Lists,
  TextLists,
  PackedLists,
} from './gadget-api-lists.ts';
export type { Instant } from './gadget-api-clock.ts';
export type { HandleUsage } from './gadget-api-handles.ts';
export type { Purpose } from './gadget-api-lifecycle.ts';
export type { Verdict } from './gadget-api-handler.ts';
export type { LossCause } from './gadget-api-losses.ts';
/** What a host gives to a component, by versioned interface name. A component imports a part of it. */
export interface Imports {
  'gadget:api/types@1.1.0': typeof types;
  'gadget:api/logging@1.1.0': typeof logging;
  'gadget:api/packet@1.1.0': typeof packet;
  'gadget:api/field@1.1.0': typeof field;
  'gadget:api/datasource@1.1.0': typeof datasource;
  'gadget:api/lists@1.1.0': typeof lists;
  'gadget:api/params@1.1.0': typeof params;
  'gadget:api/clock@1.1.0': typeof clock;
  'gadget:api/random@1.1.0': typeof random;
  'gadget:api/timer@1.1.0': typeof timer;
  'gadget:api/handles@1.1.0': typeof handles;
}
/** What a component gives to a host, by versioned interface name. */
export interface Exports {
  'gadget:api/lifecycle@1.1.0': typeof lifecycle;
  'gadget:api/handler@1.1.0'?: typeof handler;
  'gadget:api/ticker@1.1.0'?: typeof ticker;
  'gadget:api/losses@1.1.0'?: typeof losses;
}
/** The imports under the names that they had in older versions of their line, which had fewer functions. */
export interface OlderImports {
  'gadget:api/types@1.0.0': typeof types;
  'gadget:api/logging@1.0.0': typeof logging;
  'gadget:api/packet@1.0.0': typeof packet;
  'gadget:api/field@1.0.0': typeof field;
  'gadget:api/datasource@1.0.0': typeof datasource;
  'gadget:api/params@1.0.0': typeof params;
  'gadget:api/clock@1.0.0': typeof clock;
  'gadget:api/random@1.0.0': typeof random;
  'gadget:api/timer@1.0.0': typeof timer;
  'gadget:api/handles@1.0.0': typeof handles;
}
