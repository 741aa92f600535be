import { ancestors } from './field-path.ts';
import { Field, type FieldOptions } from './field.ts';
import type { Kind } from './kind.ts';

/** `events`: rows are news and may be cut and joined; `snapshots`: one packet is one whole state. */
export type Delivery = 'events' | 'snapshots';

/** A named stream of rows with a schema. */
export class DataSource {
  readonly name: string;
  readonly delivery: Delivery;
  /** The place in the chain of the gadget that created it; -1: the host did. */
  readonly owner: number;
  readonly fields: Field[] = [];
  hidden = false;
  private readonly byName = new Map<string, Field>();
  private readonly byFoldedName = new Map<string, Field>();
  /** Paths that hold other fields, and so can't be fields themselves. */
  private readonly parents = new Set<string>();

  constructor(name: string, delivery: Delivery, owner: number = -1) {
    this.name = name;
    this.delivery = delivery;
    this.owner = owner;
  }

  /** Exact first, then without regard to case. */
  field(name: string): Field | undefined {
    return this.byName.get(name) ?? this.byFoldedName.get(name.toLowerCase());
  }

  /** Why a field of this name can't be added, or nothing. */
  conflict(name: string): string | undefined {
    if (this.byName.has(name)) return `${this.name} has a field ${name} already`;
    if (this.parents.has(name))
      return `${this.name} has fields inside ${name}, so ${name} can't hold a value`;
    const above = ancestors(name).find((path) => this.byName.has(path));
    if (above !== undefined)
      return `${this.name} has a field ${above} with values, so nothing can be inside it`;
    return undefined;
  }

  /** Adds a field; names and caps are checked by the caller, see {@link conflict}. */
  addField(name: string, kind: Kind, options: FieldOptions = {}): Field {
    const field = new Field(this, name, kind, this.fields.length, options);
    this.fields.push(field);
    this.byName.set(name, field);
    const folded = name.toLowerCase();
    if (!this.byFoldedName.has(folded)) this.byFoldedName.set(folded, field);
    for (const path of ancestors(name)) this.parents.add(path);
    return field;
  }
}
