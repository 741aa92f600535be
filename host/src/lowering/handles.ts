import type { DataSource } from '../api/datasource.ts';
import type { Field } from '../api/field.ts';
import type { Packet } from '../api/packet.ts';
import type { Subscription } from '../api/subscription.ts';
import type { InstanceState } from './instance-state.ts';

/**
 * The handles that one instance owns: one numbering for all resources, from 1, freed numbers first. One array per
 * resource, so that a handle of another type is simply not there. Where an instance imports two majors each has a table, and the numbering is
 * common: a handle of one is not there in the other.
 *
 * Nothing is lent for longer than a call, and no call lets the guest drop something: realloc may not call imports. So
 * there are no lend counts. The ledger counts with the resources themselves, when they are made and disposed of.
 */
export class HandleTable {
  readonly packets: (Packet | undefined)[] = [undefined];
  readonly fields: (Field | undefined)[] = [undefined];
  readonly sources: (DataSource | undefined)[] = [undefined];
  readonly subscriptions: (Subscription | undefined)[] = [undefined];
  private readonly state: InstanceState;
  /** Common to all tables of the instance, as is the list of them. */
  private readonly free: number[];
  private readonly tables: HandleTable[];

  /** `beside`: the table of another major of the same instance, before it holds anything. */
  constructor(state: InstanceState, beside?: HandleTable) {
    this.state = state;
    this.free = beside?.free ?? [];
    this.tables = beside?.tables ?? [];
    this.tables.push(this);
  }

  addPacket(packet: Packet): number {
    const handle = this.take();
    this.packets[handle] = packet;
    return handle;
  }

  addField(field: Field): number {
    const handle = this.take();
    this.fields[handle] = field;
    return handle;
  }

  addSource(source: DataSource): number {
    const handle = this.take();
    this.sources[handle] = source;
    return handle;
  }

  addSubscription(subscription: Subscription): number {
    const handle = this.take();
    this.subscriptions[handle] = subscription;
    return handle;
  }

  packet(handle: number): Packet {
    return this.packets[handle] ?? this.missing('packet', handle);
  }

  field(handle: number): Field {
    return this.fields[handle] ?? this.missing('field', handle);
  }

  source(handle: number): DataSource {
    return this.sources[handle] ?? this.missing('data-source', handle);
  }

  subscription(handle: number): Subscription {
    return this.subscriptions[handle] ?? this.missing('subscription', handle);
  }

  /** An owned packet leaves the guest. */
  takePacket(handle: number): Packet {
    const packet = this.packet(handle);
    this.packets[handle] = undefined;
    this.free.push(handle);
    return packet;
  }

  /** The same for a subscription. */
  takeSubscription(handle: number): Subscription {
    const subscription = this.subscription(handle);
    this.subscriptions[handle] = undefined;
    this.free.push(handle);
    return subscription;
  }

  dropPacket(handle: number): void {
    this.takePacket(handle)[Symbol.dispose]();
  }

  dropField(handle: number): void {
    const field = this.field(handle);
    this.fields[handle] = undefined;
    this.free.push(handle);
    field[Symbol.dispose]();
  }

  dropSource(handle: number): void {
    const source = this.source(handle);
    this.sources[handle] = undefined;
    this.free.push(handle);
    source[Symbol.dispose]();
  }

  /** Traps. */
  missing(resource: string, handle: number): never {
    throw this.state.trap(`there is no ${resource} with handle ${handle >>> 0}`);
  }

  private take(): number {
    const freed = this.free.pop();
    if (freed !== undefined) return freed;
    for (const table of this.tables) table.grow();
    return this.packets.length - 1;
  }

  private grow(): void {
    this.packets.push(undefined);
    this.fields.push(undefined);
    this.sources.push(undefined);
    this.subscriptions.push(undefined);
  }
}
