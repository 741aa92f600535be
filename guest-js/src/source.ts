import { dataSources } from '#api/datasource';
import type { RawDataSource } from './api/raw.ts';
import { call, ok } from './api-error.ts';
import { type AnyField, type FieldByKind, fieldAs, fieldAsIs, type FieldMadeAs } from './fields/by-kind.ts';
import type { AskedKind, ValueKind } from './kind.ts';
import { Packet } from './packet.ts';
import { index } from './range.ts';
import { currentState } from './state.ts';

/**
 * What the packets of a source mean. `events`: every row is news. `snapshots`: one packet is one whole state and
 * replaces the one before; with 0 rows it says "now there is nothing". `other`: a meaning this version has no word for:
 * rows can be read and changed, how packets belong together is not known.
 */
export type Delivery = 'events' | 'snapshots' | 'other';

/** A named stream of rows that all have the same fields. */
export class Source {
  readonly name: string;
  readonly delivery: Delivery;
  /** @internal */
  readonly raw: RawDataSource;

  /** @internal */
  constructor(raw: RawDataSource) {
    this.raw = raw;
    this.name = raw.name();
    this.delivery = raw.delivery();
  }

  /**
   * A field of this source, read as the kind asked for: numbers up to 32 bits and floats as `number`, `int64` and
   * `uint64` as `bigint`, `text` as `string`, `bytes` as `Uint8Array`; `'number'` for any of the numbers as `number`.
   * Without a kind, as the kind it has.
   *
   * Fails with `not-found`, and with `wrong-kind` when the field's values do not all fit what was asked for.
   *
   * @example
   * const pid = open.field('pid', 'uint32');
   */
  field(name: string): AnyField;
  field<K extends AskedKind>(name: string, kind: K): FieldByKind[K];
  field(name: string, kind?: AskedKind): unknown {
    return call(() => {
      const raw = ok(this.raw.getField(name));
      return kind === undefined ? fieldAsIs(raw) : fieldAs(raw, kind);
    });
  }

  /**
   * Adds a field, unset in every row. In `init`. A dot makes it a child: `parent.pid`.
   *
   * Fails with `already-exists`; with `not-now` after `init`; with `limit-exceeded` above 1024 fields.
   */
  addField<K extends ValueKind>(name: string, kind: K): FieldMadeAs<K>;
  addField(name: string, kind: ValueKind): unknown {
    return call(() => fieldAs(ok(this.raw.addField(name, kind)), kind));
  }

  /** Every field there is now, each as the kind it has. */
  fields(): AnyField[] {
    return call(() => this.raw.fields()).map(fieldAsIs);
  }

  /** Hides the source from outputs that were not asked for it by name. In `init`. */
  setHidden(hidden: boolean = true): this {
    call(() => this.raw.setHidden(hidden));
    return this;
  }

  /**
   * A packet of `rows` unset rows, to be filled and emitted. From `start` on.
   *
   * Fails with `denied` unless this gadget created the source.
   */
  newPacket(rows: number): Packet {
    return new Packet(call(() => this.raw.newPacket(index(rows, 'a number of rows'))));
  }
}

/**
 * A source that exists: the host's, or one that a gadget before this one created.
 *
 * Fails with `not-found`.
 */
export function openSource(name: string): Source {
  currentState('openSource');
  return new Source(call(() => dataSources.open(name)));
}

/**
 * Makes a source of this gadget's own. In `init`. Give it fields with {@link Source.addField}, then fill it with
 * {@link Source.newPacket}.
 *
 * Fails with `already-exists`; with `not-now` after `init`.
 */
export function createSource(name: string, delivery: Exclude<Delivery, 'other'> = 'events'): Source {
  currentState('createSource');
  return new Source(call(() => dataSources.create(name, delivery)));
}

/** The names of all sources there are now, hidden ones included. */
export function sourceNames(): string[] {
  currentState('sourceNames');
  return dataSources.names();
}
