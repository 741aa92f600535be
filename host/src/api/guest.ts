import type { Draft } from '../data/draft.ts';
import type { Registry } from '../data/registry.ts';
import type { Limits } from '../limits.ts';
import type { Level } from '../generated/gadget-api-logging.ts';
import { fail } from './failure.ts';
import { Ledger } from './ledger.ts';
import type { LogAttribute } from './log-attributes.ts';
import type { Phase } from './phase.ts';
import type { DataSource } from '../data/data-source.ts';

/** What one run offers to the API on behalf of one gadget. */
export interface Services {
  readonly registry: Registry;
  readonly limits: Readonly<Limits>;
  /** Parameters in order of declaration. */
  readonly params: ReadonlyMap<string, string>;
  wallNs(): bigint;
  monotonicNs(): bigint;
  seed(): readonly [bigint, bigint];
  enabled(level: Level): boolean;
  /** `attributes`: none for a line without. */
  log(level: Level, message: string, attributes?: readonly LogAttribute[]): void;
  /** Takes a packet for the chain once the call has succeeded; throws `busy` or `limit-exceeded`. */
  emit(draft: Draft): void;
  startTimer(id: number, milliseconds: number, firesOnce: boolean): void;
  stopTimer(id: number): void;
  /** A subscription ended: packets of this source pass the gadget by. */
  unsubscribed(source: DataSource): void;
  /** `open` found nothing; inspection lists the name. */
  missed(name: string): void;
}

/** A handle that names something in a registry. */
export interface Bound {
  readonly live: boolean;
  /** Names the same in another registry. */
  rebind(registry: Registry): void;
}

/** One gadget instance as the API sees it: who is calling, in which phase, with which budget. */
export class Guest {
  readonly name: string;
  /** Its place in the chain, from 0. */
  readonly place: number;
  services: Services;
  readonly ledger: Ledger;
  /** Sources it subscribed to, ended subscriptions included; the index is the subscription's number. */
  readonly subscriptions: DataSource[] = [];
  private readonly ended = new Set<number>();
  /** Whether it exports the hooks that subscribing and timers need; known before init. */
  handlesPackets = false;
  handlesTicks = false;
  phase: Phase = 'loading';
  /** Made packets neither emitted nor dropped. */
  openPackets = 0;
  nextTimer = 0;
  /** Timers that exist: the id, and whether it fires once. */
  readonly timers: Map<number, boolean> = new Map();
  private readonly missing = new Set<string>();
  /** Its handles, while it declares again. */
  private bound: Bound[] | undefined;

  constructor(name: string, place: number, services: Services) {
    this.name = name;
    this.place = place;
    this.services = services;
    this.ledger = new Ledger(services.limits.maxHandles);
  }

  /** It declares what an instance before it has declared, in a registry of its own, until {@link rebind}. */
  declareAgain(): void {
    this.bound = [];
  }

  /** It has got a handle that names something. */
  bind(handle: Bound): void {
    this.bound?.push(handle);
  }

  /** What it has declared is in this registry already, at the same places: its handles and subscriptions name that from now on. */
  rebind(registry: Registry): void {
    for (const handle of this.bound ?? []) if (handle.live) handle.rebind(registry);
    this.bound = undefined;
    this.subscriptions.forEach(({ name }, number) => (this.subscriptions[number] = registry.get(name)!));
    this.services = { ...this.services, registry };
  }

  get limits(): Readonly<Limits> {
    return this.services.limits;
  }

  /** Its subscription to a source, or -1: it never subscribed, or has ended it. */
  subscription(source: DataSource): number {
    const subscription = this.subscriptions.indexOf(source);
    return this.ended.has(subscription) ? -1 : subscription;
  }

  /** Whether this number is that of a subscription which has not ended. */
  isSubscribed(subscription: number): boolean {
    return subscription < this.subscriptions.length && !this.ended.has(subscription);
  }

  /** Ends a subscription; numbers that are unknown or ended before do nothing. */
  unsubscribe(subscription: number): void {
    const source = this.subscriptions[subscription];
    if (source === undefined || this.ended.has(subscription)) return;
    this.ended.add(subscription);
    this.services.unsubscribed(source);
  }

  /** It asked for a source that nobody has; told once for each name that a source could have. */
  miss(name: string): void {
    const { maxNameBytes, maxSources } = this.limits;
    if (this.missing.size >= maxSources || this.missing.has(name)) return;
    if (name === '' || byteLength(name) > maxNameBytes) return;
    this.missing.add(name);
    this.services.missed(name);
  }

  /** Declaring belongs to init. */
  declares(what: string): void {
    if (this.phase !== 'init') throw fail('not-now', `${what} belongs to init, this is ${this.phase}`);
  }
}

/** Bytes of UTF-8 of a string. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** Checks a name that a guest made up. */
export function checkName(what: string, name: string, maxBytes: number): void {
  if (name === '') throw fail('out-of-range', `${what} is empty`);
  if (byteLength(name) > maxBytes) {
    throw fail('limit-exceeded', `${what} is longer than ${maxBytes} bytes (maxNameBytes)`);
  }
}

/** Native gadgets may pass anything: a row or count must be a u32. */
export function isU32(value: number): boolean {
  return value >>> 0 === value;
}
