/** For tests only: gadgets as plain JavaScript against the host's own objects. */
import type { DataSource } from '../api/datasource.ts';
import type { Packet } from '../api/packet.ts';
import type { LossCause } from '../generated/gadget-api-losses.ts';
import type * as clock from '../generated/gadget-api-clock.ts';
import type * as logging from '../generated/gadget-api-logging.ts';
import type * as random from '../generated/gadget-api-random.ts';
import type * as timer from '../generated/gadget-api-timer.ts';
import type { GadgetSpec } from './options.ts';

/** What a gadget is given, by interface; versions left out. */
export interface NativeApi {
  clock: typeof clock;
  datasource: {
    DataSource: { open(name: string): DataSource; create(name: string, delivery: string): DataSource };
    unsubscribe(subscription: number): void;
  };
  logging: typeof logging;
  packet: { Packet: { emit(packet: Packet): void } };
  random: typeof random;
  timer: typeof timer;
}

/** Hooks that are left out do nothing, and of the optional ones the gadget has none then. */
export interface NativeHooks {
  init?(api: NativeApi): void;
  start?(api: NativeApi): void;
  stop?(api: NativeApi): void;
  onPacket?(api: NativeApi, packet: Packet, subscription: number): 'keep' | 'discard' | void;
  onTick?(api: NativeApi, timer: number): void;
  onLoss?(api: NativeApi, subscription: number, rows: number, cause: LossCause): void;
}

export function nativeGadget(name: string, hooks: NativeHooks, more: Partial<GadgetSpec> = {}): GadgetSpec {
  const { onPacket, onTick, onLoss } = hooks;
  return {
    name,
    ...more,
    instantiate: (imports) => {
      const api = Object.fromEntries(
        Object.entries(imports).map(([key, value]) => [key.replace(/^.*\/|@.*$/g, ''), value]),
      ) as unknown as NativeApi;
      return {
        lifecycle: {
          init: () => hooks.init?.(api),
          start: () => hooks.start?.(api),
          stop: () => hooks.stop?.(api),
        },
        ...(onPacket && {
          handler: {
            onPacket: (subscription: number, packet: Packet) => {
              try {
                return onPacket(api, packet, subscription) ?? 'keep';
              } finally {
                packet[Symbol.dispose]();
              }
            },
          },
        }),
        ...(onTick && { ticker: { onTick: (id: number) => onTick(api, id) } }),
        ...(onLoss && {
          losses: {
            onLoss: (subscription: number, rows: number, cause: LossCause) =>
              onLoss(api, subscription, rows, cause),
          },
        }),
      };
    },
  };
}

/** An answer of a hook that says it failed. */
export function refusal(val: string): { payload: { tag: 'other'; val: string } } {
  return { payload: { tag: 'other', val } };
}
