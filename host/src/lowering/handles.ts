import type { DataSource } from '../api/datasource.ts';
import type { Field } from '../api/field.ts';
import type { Packet } from '../api/packet.ts';
import type { InstanceState } from './instance-state.ts';

/**
 * The handles that one instance owns: one numbering for all resources, from 1, freed numbers first. One array per
 * resource, so that a handle of another type is simply not there.
 *
 * Nothing is lent for longer than a call, and no call lets the guest drop something: realloc may not call imports. So
 * there are no lend counts. The ledger counts with the resources themselves, when they are made and disposed of.
 */
export class HandleTable {
  readonly packets: (Packet | undefined)[] = [undefined];
  readonly fields: (Field | undefined)[] = [undefined];
  readonly sources: (DataSource | undefined)[] = [undefined];
  private readonly state: InstanceState;
  private readonly free: number[] = [];

  constructor(state: InstanceState) {
    this.state = state;
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

  packet(handle: number): Packet {
    return this.packets[handle] ?? this.missing('packet', handle);
  }

  field(handle: number): Field {
    return this.fields[handle] ?? this.missing('field', handle);
  }

  source(handle: number): DataSource {
    return this.sources[handle] ?? this.missing('data-source', handle);
  }

  /** An owned packet leaves the guest. */
  takePacket(handle: number): Packet {
    const packet = this.packet(handle);
    this.packets[handle] = undefined;
    this.free.push(handle);
    return packet;
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
    this.fields.push(undefined);
    this.sources.push(undefined);
    return this.packets.push(undefined) - 1;
  }
}
