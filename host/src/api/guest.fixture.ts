/** For tests only: a guest without a run, and words for what it meets. */
import { expect } from 'vitest';
import { Draft } from '../data/draft.ts';
import type { FieldOptions } from '../data/field.ts';
import type { Kind } from '../data/kind.ts';
import { packetOfRows } from '../data/packet-rows.ts';
import type { Packet as Rows } from '../data/packet.ts';
import { Registry } from '../data/registry.ts';
import type { Delivery } from '../data/data-source.ts';
import type { ApiError } from '../generated/gadget-api-types.ts';
import type { Level } from '../generated/gadget-api-logging.ts';
import { type Limits, resolveLimits } from '../limits.ts';
import { ApiFailure, fail } from './failure.ts';
import { Field } from './field.ts';
import { Guest, type Services } from './guest.ts';
import { Packet } from './packet.ts';
import type { LogAttribute } from './log-attributes.ts';
import type { Phase } from './phase.ts';

/** What a guest did to the run that it believes to be in. */
export interface Seen {
  emitted: Draft[];
  missed: string[];
  /** Attributes come third, where there are any. */
  logged: [level: Level, message: string, attributes?: readonly LogAttribute[]][];
  started: [id: number, milliseconds: number][];
  /** Those of `started` that fire once. */
  once: number[];
  stopped: number[];
  /** Names of sources. */
  unsubscribed: string[];
}

export interface TestGuest {
  guest: Guest;
  registry: Registry;
  seen: Seen;
}

export interface TestGuestOptions {
  limits?: Partial<Limits>;
  registry?: Registry;
  place?: number;
  phase?: Phase;
  params?: Iterable<[string, string]>;
  /** Levels that are shown. */
  shown?: Level[];
  /** The run takes no more packets. */
  full?: boolean;
}

export function newGuest(options: TestGuestOptions = {}): TestGuest {
  const registry = options.registry ?? new Registry();
  const seen: Seen = {
    emitted: [],
    missed: [],
    logged: [],
    started: [],
    once: [],
    stopped: [],
    unsubscribed: [],
  };
  const services: Services = {
    registry,
    limits: resolveLimits(options.limits),
    params: new Map(options.params),
    wallNs: () => 1_700_000_000_000_000_001n,
    monotonicNs: () => 42n,
    seed: () => [1n, 2n ** 64n - 1n],
    enabled: (level) => (options.shown ?? ['error', 'warn', 'info']).includes(level),
    log: (level, message, attributes) =>
      void seen.logged.push(attributes === undefined ? [level, message] : [level, message, attributes]),
    emit: (draft) => {
      if (options.full === true) throw fail('busy', 'no more waiting packets (maxQueuedPackets)');
      seen.emitted.push(draft);
    },
    startTimer: (id, milliseconds, firesOnce) => {
      seen.started.push([id, milliseconds]);
      if (firesOnce) seen.once.push(id);
    },
    stopTimer: (id) => void seen.stopped.push(id),
    unsubscribed: ({ name }) => void seen.unsubscribed.push(name),
    missed: (name) => void seen.missed.push(name),
  };
  const guest = new Guest('under-test', options.place ?? 0, services);
  guest.phase = options.phase ?? 'running';
  guest.handlesPackets = true;
  guest.handlesTicks = true;
  return { guest, registry, seen };
}

/** A packet as on-packet brings it. */
export function receive(guest: Guest, rows: Rows): { packet: Packet; draft: Draft } {
  const draft = Draft.of(rows);
  guest.ledger.force();
  return { packet: new Packet(guest, draft, false), draft };
}

/** A source with one field, and a received packet of it. */
export function oneField(
  kind: Kind,
  options: TestGuestOptions & FieldOptions & { values?: unknown[]; delivery?: Delivery } = {},
): TestGuest & { field: Field; packet: Packet; draft: Draft } {
  const test = newGuest(options);
  const source = test.registry.create('src', options.delivery ?? 'events');
  const definition = source.addField('v', kind, options);
  const rows = (options.values ?? [undefined, undefined, undefined]).map((v) => ({ v }));
  const { packet, draft } = receive(test.guest, packetOfRows(source, rows));
  return { ...test, field: new Field(test.guest, definition), packet, draft };
}

/** The tag of the WIT error that `call` answers, or 'ok'. What is thrown and is no WIT error fails the test. */
export function outcome(call: () => unknown): ApiError['tag'] | 'ok' {
  try {
    call();
    return 'ok';
  } catch (thrown) {
    if (thrown instanceof ApiFailure) return thrown.payload.tag;
    throw thrown;
  }
}

/** The text of the WIT error that `call` answers. */
export function reason(call: () => unknown): string {
  try {
    call();
  } catch (thrown) {
    if (thrown instanceof ApiFailure && 'val' in thrown.payload) return thrown.payload.val;
    throw thrown;
  }
  throw new Error('it did not fail');
}

/** That a call unwinds through the guest as a trap does. */
export function expectTrap(call: () => unknown): void {
  expect(call).toThrow(/a handle was used that does not exist/);
}
