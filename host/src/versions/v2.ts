import * as clock from '../api/clock.ts';
import { names } from '../api/datasource.ts';
import type { Guest } from '../api/guest.ts';
import * as handles from '../api/handles.ts';
import * as logging from '../api/logging.ts';
import * as params from '../api/params.ts';
import * as random from '../api/random.ts';
import { cancel, Subscription } from '../api/subscription.ts';
import * as timer from '../api/timer.ts';
import type { Delivery } from '../generated/preview/gadget-api-datasource.ts';
import type { Imports } from '../generated/preview/index.ts';
import { bound } from './bound.ts';
import { create, DataSourceV2, open } from './v2/datasource.ts';
import { answered } from './v2/failure.ts';
import { FieldV2 } from './v2/field.ts';
import { emit, PacketV2 } from './v2/packet.ts';

/** `gadget:api` 2.0, its preview: which function answers which name. Nothing is decided here. */
export function importsV2(guest: Guest): Imports {
  return {
    'gadget:api/types@2.0.0-preview.1': {},
    'gadget:api/logging@2.0.0-preview.1': {
      log: (level, message, attributes) =>
        attributes.length === 0
          ? logging.log(guest, level, message)
          : logging.logWith(guest, level, message, attributes),
      enabled: (level) => logging.enabled(guest, level),
    },
    'gadget:api/packet@2.0.0-preview.1': {
      Packet: bound(PacketV2, { emit: (made: PacketV2) => emit(guest, made) }),
    },
    'gadget:api/field@2.0.0-preview.1': { Field: bound(FieldV2, {}) },
    'gadget:api/datasource@2.0.0-preview.1': {
      DataSource: bound(DataSourceV2, {
        create: (name: string, delivery: Delivery) => create(guest, name, delivery),
        open: (name: string) => open(guest, name),
        names: () => names(guest),
      }),
      Subscription: bound(Subscription, {
        cancel: (subscription: Subscription) => cancel(guest, subscription),
      }),
    },
    'gadget:api/params@2.0.0-preview.1': {
      get: (key) => params.get(guest, key),
      all: () => params.all(guest).map(([key, value]) => ({ key, value })),
    },
    'gadget:api/clock@2.0.0-preview.1': { now: () => clock.now(guest) },
    'gadget:api/random@2.0.0-preview.1': { seed: () => random.seed(guest) },
    'gadget:api/timer@2.0.0-preview.1': {
      every: (milliseconds) => answered(() => timer.every(guest, milliseconds)),
      once: (milliseconds) => answered(() => timer.once(guest, milliseconds)),
      cancel: (id) => timer.cancel(guest, id),
    },
    'gadget:api/handles@2.0.0-preview.1': { usage: () => handles.usage(guest) },
  } as Imports;
}
