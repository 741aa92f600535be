/** Types of the interface gadget:api/datasource@2.0.0-preview.1. Made from wit/ by `npm run gen`; edit the WIT instead. */
import type { Error, Kind, Annotation } from './gadget-api-types.ts';
import type { Packet } from './gadget-api-packet.ts';
import type { Field } from './gadget-api-field.ts';
export type { Error, Kind, Annotation, Packet, Field };

/**
 * What the packets of a source mean.
 * # Variants
 *
 * ## `"events"`
 *
 * Every row is news. The host may cut and join packets, keeping the order of rows; one holds at most 8192 rows unless
 * a gadget appended more. A packet left without live rows goes no further.
 * ## `"snapshots"`
 *
 * One packet is one whole state and replaces the one before. Never cut or joined, and delivered also with 0 rows
 * ("now there is nothing"). At most 1,048,576 rows; a larger state fails visibly.
 * ## `"other"`
 *
 * A meaning this version has no word for. Rows can be read and changed as in any other packet; how packets belong
 * together is not known, and the host neither cuts nor joins them. `data-source.create` fails with `out-of-range`.
 */
export type Delivery = 'events' | 'snapshots' | 'other';
/**
 * A field as it is known to its source.
 */
export interface FieldDescription {
  /**
   * The full name, as `field.name` has it.
   */
  name: string;
  /**
   * What its values are.
   */
  kind: Kind;
  /**
   * The size of every value in bytes, for text and bytes of fixed size; none for all others.
   */
  fixedSize?: number;
  /**
   * In the order in which they were added; at most 64.
   */
  tags: Array<string>;
  /**
   * In the order in which their keys were first used; at most 64.
   */
  annotations: Array<Annotation>;
  /**
   * Whether outputs leave it out unless someone asks for it by name.
   */
  hidden: boolean;
}

export declare class DataSource {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
   * Make a source of this gadget's own, without fields. Only its creator can make packets for it.
   *
   * `name` is 1 to 256 bytes of UTF-8 and unique in the run.
   *
   * Fails with `not-now` after `init`; with `out-of-range` for an empty name or for the delivery `other`; with
   * `already-exists` when a source has this very name; with `limit-exceeded` for a longer name, when the run has 64 sources,
   * or when no handle is left.
   */
  static create(name: string, delivery: Delivery): DataSource;
  /**
   * A handle of an existing source, by its exact name. Every call answers a handle of its own.
   *
   * During `init` there are the host's sources and those of gadgets before this one in the chain. Available in every
   * phase; hidden sources can be opened.
   *
   * Fails with `not-found` when there is none (while a host only inspects, the name is then listed as something the
   * gadget needs); with `limit-exceeded` when no handle is left.
   */
  static open(name: string): DataSource;
  /**
   * The names of all sources that exist now, hidden ones included, in the order of their creation; the host's come
   * first. Each is the one that `open` takes in this gadget. At most 64. Available in every phase, never fails.
   */
  static names(): Array<string>;
  /**
   * The source's name, as it was created or as the operator has it for this gadget. Never fails.
   */
  name(): string;
  /**
   * What its packets mean. Never fails.
   */
  delivery(): Delivery;
  /**
   * What each field is that exists now, hidden ones and those of kind `other` included, in the order of their
   * declaration. At most 1024. Makes no handles and asks for nothing. Available in every phase, never fails.
   */
  describe(): Array<FieldDescription>;
  /**
   * A handle of one field by its full name: exact, else the first declared one that is the same when ASCII letters
   * are compared without case. Every call answers a handle of its own.
   *
   * Looking is not asking: a source may leave the field unset if nobody asks for it in `subscribe`, and no output prints
   * it. Available in every phase.
   *
   * Fails with `not-found` when there is none; with `limit-exceeded` when no handle is left.
   */
  field(name: string): Field;
  /**
   * Declare a field, on this gadget's or on any other source, and answer a handle of it. It is unset in every row until
   * someone sets it.
   *
   * `name` is the full name, 1 to 256 bytes of UTF-8. A dot makes a child: `a.b` is `b` within `a`, and outputs with
   * nesting show it so. A dot that belongs to a part is written `\.`, and a backslash `\\`. Text and bytes are of
   * variable size.
   *
   * Fails with `not-now` after `init`; with `out-of-range` when the name or one of its parts is empty; with
   * `already-exists` when a field has this very name, or when one field would be the parent of another (`a` and
   * `a.b` both with values); with `wrong-kind` for the kind `other`; with `limit-exceeded` for a longer name, when the
   * source has 1024 fields, or when no handle is left.
   */
  addField(name: string, kind: Kind): Field;
  /**
   * Whether outputs leave the source out unless someone asks for it by name. Gadgets can open it either way. False at
   * first; any gadget may set it and the last one counts.
   *
   * Fails with `not-now` after `init`.
   */
  setHidden(hidden: boolean): void;
  /**
   * Ask for the packets of this source, and for these fields in them: what the gadget will read. What nobody asks for may be
   * unset (see `field.requested`). With an empty list the gadget counts rows, or writes fields, and reads none.
   *
   * Each packet is given to `handler.on-packet` together with the subscription's number. Among the subscribers of a source
   * the order is the chain's, which the operator chose. A gadget may subscribe to a source of its own; what it emits there then
   * comes to it, too. In which order packets of different sources of the host come is not promised.
   *
   * Fails with `not-now` after `init`; with `denied` when the component does not export `handler`; with `wrong-source` when one
   * of the fields is of another source; with `already-exists` when this gadget has subscribed to this source; with
   * `limit-exceeded` for more than 64 subscriptions, or when no handle is left.
   */
  subscribe(asks: Array<Field>): Subscription;
  /**
   * Make a packet of `rows` rows with every field unset. It is sent by `packet.emit` and thrown away by dropping it.
   *
   * With 0 rows it is empty: rows can be appended, and for `snapshots` an empty state is worth sending.
   *
   * Fails with `denied` unless this gadget created the source (to add rows to others' packets, use `packet.append`);
   * with `not-now` during `init`; with `limit-exceeded` for more than 1,048,576 rows, when 256 made packets are neither
   * emitted nor dropped, or when no handle is left.
   */
  newPacket(rows: number): Packet;
}

export declare class Subscription {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
   * The number that comes with each packet, unique in this instance over all sources. They count from 0 in the order of the
   * subscriptions. Never fails.
   */
  id(): number;
  /**
   * Get no more packets of it. The number is not used again, and the source can't be subscribed to again.
   *
   * Within `handler.on-packet` the packet at hand stays as it is. Available in every phase, never fails.
   */
  static cancel(subscription: Subscription): void;
}
