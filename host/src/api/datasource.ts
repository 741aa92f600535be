import type { DataSource as Source } from '../data/data-source.ts';
import { Draft } from '../data/draft.ts';
import type { Field as Definition } from '../data/field.ts';
import { splitPath } from '../data/field-path.ts';
import type { Registry } from '../data/registry.ts';
import { isKind, type Kind } from '../data/kind.ts';
import type { Delivery, FieldDescription } from '../generated/gadget-api-datasource.ts';
import { cut } from './cut.ts';
import { fail } from './failure.ts';
import { annotationsOf, Field } from './field.ts';
import { checkName, isU32, type Guest } from './guest.ts';
import { Packet } from './packet.ts';
import { gone, Resource, trap, trapWithout } from './resource.ts';

/** A data source in a guest's hands. The handle is a name: dropping it changes nothing else. */
export class DataSource extends Resource {
  source: Source;

  constructor(guest: Guest, source: Source) {
    super(guest);
    this.source = source;
    guest.bind(this);
  }

  rebind(registry: Registry): void {
    this.source = registry.get(this.source.name)!;
  }

  protected override release(): void {
    this.source = gone;
  }

  name(): string {
    return this.source.name;
  }

  delivery(): Delivery {
    return this.source.delivery;
  }

  fields(): Field[] {
    this.guest.ledger.take(this.source.fields.length);
    return this.source.fields.map((field) => this.obtained(new Field(this.guest, field)));
  }

  getField(name: string): Field {
    return this.obtained(lookUp(this, name));
  }

  addField(name: string, kind: Kind): Field {
    return declareField(this, 'add-field', name, kind);
  }

  setHidden(hidden: boolean): void {
    this.guest.declares('set-hidden');
    this.source.hidden = hidden;
  }

  hidden(): boolean {
    return this.source.hidden;
  }

  describeFields(): FieldDescription[] {
    return this.source.fields.map(description);
  }

  subscribe(): number {
    checkSubscribing(this, []);
    return this.guest.subscriptions.push(this.source) - 1;
  }

  newPacket(rows: number): Packet {
    const { guest, source } = this;
    if (source.owner !== guest.place) {
      throw fail('denied', `${source.name} belongs to others: add rows to their packets with append`);
    }
    if (guest.phase === 'init' || guest.phase === 'loading') {
      throw fail('not-now', 'packets are made from start on');
    }
    if (!isU32(rows)) throw fail('out-of-range', `${rows} is not a number of rows`);
    if (rows > guest.limits.maxSnapshotRows) {
      throw fail('limit-exceeded', `${guest.limits.maxSnapshotRows} rows are the most (maxSnapshotRows)`);
    }
    if (guest.openPackets >= guest.limits.maxOpenPackets) {
      throw fail(
        'limit-exceeded',
        `${guest.limits.maxOpenPackets} made packets are the most (maxOpenPackets)`,
      );
    }
    guest.ledger.take();
    guest.openPackets++;
    return new Packet(guest, new Draft(source, rows), true);
  }

  /** In 1.x whoever obtains a field during init asks for it. */
  private obtained(field: Field): Field {
    if (this.guest.phase === 'init') ask(this.guest, field);
    return field;
  }
}

trapWithout(DataSource, 'source');

/** A field by its name, without asking for it. */
export function lookUp({ source, guest }: DataSource, name: string): Field {
  const field = source.field(name);
  if (field === undefined) throw fail('not-found', `${source.name} has no field ${shown(name, guest)}`);
  guest.ledger.take();
  return new Field(guest, field);
}

/** Those before this gadget shall compute the field. */
export function ask({ place }: Guest, { field }: Field): void {
  if (place > field.obtainedBy) field.obtainedBy = place;
}

/** What `subscribe` fails with, in order. `asks`: fields that are asked for. */
export function checkSubscribing(handle: DataSource, asks: readonly Field[]): void {
  const { guest, source } = handle;
  if (!handle.live) throw trap();
  guest.declares('subscribe');
  if (!guest.handlesPackets) throw fail('denied', 'the gadget exports no handler');
  const stray = asks.find(({ field }) => field.source !== source)?.field;
  if (stray !== undefined) {
    throw fail('wrong-source', `field ${stray.name} is of ${stray.source.name}, not of ${source.name}`);
  }
  if (guest.subscriptions.includes(source)) {
    throw fail('already-exists', `this gadget has subscribed to ${source.name} already`);
  }
  const { maxSubscriptions } = guest.limits;
  if (guest.subscriptions.length >= maxSubscriptions) {
    throw fail('limit-exceeded', `${maxSubscriptions} subscriptions are the most (maxSubscriptions)`);
  }
}

/** `data-source.add-field`, and `lists.add-list-field` when `lists` */
export function declareField(
  handle: DataSource,
  what: string,
  name: string,
  kind: Kind,
  lists: boolean = false,
): Field {
  const { guest, source } = handle;
  guest.declares(what);
  checkName('the field name', name, guest.limits.maxNameBytes);
  if (splitPath(name).includes('')) throw fail('out-of-range', `a part of the field name ${name} is empty`);
  if (!isKind(kind) || kind === 'other') {
    throw fail('wrong-kind', `fields of ${lists ? 'lists of ' : ''}kind ${kind} can't be added`);
  }
  const conflict = source.conflict(name);
  if (conflict !== undefined) throw fail('already-exists', conflict);
  if (source.fields.length >= guest.limits.maxFields) {
    throw fail('limit-exceeded', `${guest.limits.maxFields} fields of a source are the most (maxFields)`);
  }
  guest.ledger.take();
  const added = lists ? source.addField(name, 'other', { elements: kind }) : source.addField(name, kind);
  return new Field(guest, added);
}

function description(field: Definition): FieldDescription {
  const { name, kind, elements, fixedSize, tags, hidden } = field;
  return {
    name,
    kind,
    ...(elements !== undefined && { elementKind: elements }),
    ...(fixedSize !== undefined && { fixedSize }),
    tags: [...tags],
    annotations: annotationsOf(field),
    hidden,
  };
}

/** `data-source.create` */
export function create(guest: Guest, name: string, delivery: Delivery): DataSource {
  const { registry, limits } = guest.services;
  guest.declares('create');
  checkName('the source name', name, limits.maxNameBytes);
  // What native gadgets pass is not checked by anybody before.
  if (delivery !== 'events' && delivery !== 'snapshots') {
    throw fail('out-of-range', `sources of delivery ${delivery} can't be made, only events and snapshots`);
  }
  if (registry.get(name) !== undefined) throw fail('already-exists', `there is a source ${name} already`);
  if (registry.size >= limits.maxSources) {
    throw fail('limit-exceeded', `${limits.maxSources} sources are the most (maxSources)`);
  }
  guest.ledger.take();
  return new DataSource(guest, registry.create(name, delivery, guest.place));
}

/** `data-source.open` */
export function open(guest: Guest, name: string): DataSource {
  const source = guest.services.registry.get(name);
  if (source === undefined) {
    guest.miss(name);
    throw fail('not-found', `there is no source ${shown(name, guest)}`);
  }
  guest.ledger.take();
  return new DataSource(guest, source);
}

/** A name for a message; names that can't be are as long as a guest likes. */
function shown(name: string, guest: Guest): string {
  return cut(name, guest.limits.maxNameBytes);
}

/** `data-source.names` */
export function names(guest: Guest): string[] {
  return guest.services.registry.names();
}

/** `datasource.unsubscribe`: numbers that are unknown or ended before do nothing. */
export function unsubscribe(guest: Guest, subscription: number): void {
  guest.unsubscribe(subscription);
}
