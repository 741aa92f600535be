import * as clock from '../api/clock.ts';
import * as datasource from '../api/datasource.ts';
import { Field } from '../api/field.ts';
import type { Guest } from '../api/guest.ts';
import * as handles from '../api/handles.ts';
import * as lists from '../api/lists.ts';
import * as logging from '../api/logging.ts';
import * as packet from '../api/packet.ts';
import * as params from '../api/params.ts';
import * as random from '../api/random.ts';
import * as timer from '../api/timer.ts';
import type { Delivery } from '../generated/gadget-api-datasource.ts';
import type { Imports } from '../generated/index.ts';
import { bound } from './bound.ts';

/** `gadget:api` 1.x: which function answers which name. Nothing is decided here. */
export function importsV1(guest: Guest): Imports {
  return {
    'gadget:api/types@1.1.0': {},
    'gadget:api/logging@1.1.0': {
      log: (level, message) => logging.log(guest, level, message),
      enabled: (level) => logging.enabled(guest, level),
      logWith: (level, message, attributes) => logging.logWith(guest, level, message, attributes),
    },
    'gadget:api/packet@1.1.0': {
      Packet: bound(packet.Packet, { emit: (made: packet.Packet) => packet.emit(guest, made) }),
    },
    'gadget:api/field@1.1.0': { Field: bound(Field, {}) },
    'gadget:api/datasource@1.1.0': {
      DataSource: bound(datasource.DataSource, {
        create: (name: string, delivery: Delivery) => datasource.create(guest, name, delivery),
        open: (name: string) => datasource.open(guest, name),
        names: () => datasource.names(guest),
      }),
      unsubscribe: (subscription) => datasource.unsubscribe(guest, subscription),
    },
    // Handles are of this host's classes, which the generated types know by their methods alone.
    'gadget:api/lists@1.1.0': { ...lists } as unknown as Imports['gadget:api/lists@1.1.0'],
    'gadget:api/params@1.1.0': {
      get: (key) => params.get(guest, key),
      all: () => params.all(guest),
    },
    'gadget:api/clock@1.1.0': {
      wall: () => clock.wall(guest),
      monotonic: () => clock.monotonic(guest),
      now: () => clock.now(guest),
    },
    'gadget:api/random@1.1.0': { seed: () => random.seed(guest) },
    'gadget:api/timer@1.1.0': {
      every: (milliseconds) => timer.every(guest, milliseconds),
      cancel: (id) => timer.cancel(guest, id),
      once: (milliseconds) => timer.once(guest, milliseconds),
    },
    'gadget:api/handles@1.1.0': { usage: () => handles.usage(guest) },
  } as Imports;
}
