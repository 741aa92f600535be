import * as datasource from '../../api/datasource.ts';
import type { DataSource } from '../../api/datasource.ts';
import type { Guest } from '../../api/guest.ts';
import { trapWithout } from '../../api/resource.ts';
import { subscribe, type Subscription } from '../../api/subscription.ts';
import type { Kind } from '../../data/kind.ts';
import type { Delivery, FieldDescription } from '../../generated/preview/gadget-api-datasource.ts';
import { answered } from './failure.ts';
import { FieldV2 } from './field.ts';
import { PacketV2 } from './packet.ts';

/** A data source as 2.0 hands it out: looking at its fields asks for none. */
export class DataSourceV2 {
  readonly source: DataSource;

  constructor(source: DataSource) {
    this.source = source;
  }

  [Symbol.dispose](): void {
    this.source[Symbol.dispose]();
  }

  name(): string {
    return this.source.name();
  }

  delivery(): Delivery {
    return this.source.delivery();
  }

  describe(): FieldDescription[] {
    return describe(this.source);
  }

  field(name: string): FieldV2 {
    return new FieldV2(answered(() => datasource.lookUp(this.source, name)));
  }

  addField(name: string, kind: Kind): FieldV2 {
    return new FieldV2(answered(() => this.source.addField(name, kind)));
  }

  setHidden(hidden: boolean): void {
    answered(() => this.source.setHidden(hidden));
  }

  subscribe(asks: readonly FieldV2[]): Subscription {
    const { source } = this;
    return answered(() =>
      subscribe(
        source,
        asks.map(({ field }) => field),
      ),
    );
  }

  newPacket(rows: number): PacketV2 {
    return new PacketV2(answered(() => this.source.newPacket(rows)));
  }
}

trapWithout(DataSourceV2, 'source');

/** `data-source.describe`: this version has no word for what is in lists. */
export function describe(source: DataSource): FieldDescription[] {
  return source.describeFields().map(({ name, kind, fixedSize, tags, annotations, hidden }) => ({
    name,
    kind,
    ...(fixedSize !== undefined && { fixedSize }),
    tags,
    annotations,
    hidden,
  }));
}

/** `data-source.create` */
export function create(guest: Guest, name: string, delivery: Delivery): DataSourceV2 {
  return new DataSourceV2(answered(() => datasource.create(guest, name, delivery)));
}

/** `data-source.open` */
export function open(guest: Guest, name: string): DataSourceV2 {
  return new DataSourceV2(answered(() => datasource.open(guest, name)));
}
