import { ancestors, canonicalPath } from './field-path.ts';
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
  /** Canonical paths of the fields: two spellings of one path are one field. */
  private readonly paths = new Set<string>();
  /** Paths that hold other fields, and so can't be fields themselves. */
  private readonly parents = new Set<string>();

  constructor(name: string, delivery: Delivery, owner: number = -1) {
    this.name = name;
    this.delivery = delivery;
    this.owner = owner;
  }

  /** Exact first, then the first declared one that is the same when ASCII letters are compared without case. */
  field(name: string): Field | undefined {
    return this.byName.get(name) ?? this.byFoldedName.get(fold(name));
  }

  /** Why a field of this name can't be added, or nothing. */
  conflict(name: string): string | undefined {
    const path = canonicalPath(name);
    if (this.paths.has(path)) return `${this.name} has a field ${name} already`;
    if (this.parents.has(path))
      return `${this.name} has fields inside ${name}, so ${name} can't hold a value`;
    const above = ancestors(name).find((parent) => this.paths.has(parent));
    if (above !== undefined)
      return `${this.name} has a field ${above} with values, so nothing can be inside it`;
    return undefined;
  }

  /** Adds a field; names and caps are checked by the caller, see {@link conflict}. */
  addField(name: string, kind: Kind, options: FieldOptions = {}): Field {
    const field = new Field(this, name, kind, this.fields.length, options);
    this.fields.push(field);
    this.byName.set(name, field);
    this.paths.add(canonicalPath(name));
    const folded = fold(name);
    if (!this.byFoldedName.has(folded)) this.byFoldedName.set(folded, field);
    for (const parent of ancestors(name)) this.parents.add(parent);
    return field;
  }
}

function fold(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
