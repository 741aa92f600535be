import { createHash } from 'node:crypto';
import { WitSyntaxError, type WitItem } from './item.ts';
import type { TypeText } from './model.ts';
import { parseUse, trackedName, type Reference } from './reference.ts';
import { parseType, type TypeExpression } from './type-expression.ts';

/** What a name in an interface or world stands for. */
type Local =
  | { kind: 'defined'; item: WitItem }
  | { kind: 'alias'; item: WitItem; target: TypeExpression }
  | { kind: 'used'; item: WitItem; from: Reference; name: string };

const defining: ReadonlySet<string> = new Set(['record', 'variant', 'enum', 'flags', 'resource']);

/** Finds the scope of an interface that a `use` names; throws WitSyntaxError when the package has none. */
export type FindScope = (from: Reference, item: WitItem) => Scope;

/** The names of types that are known in one interface or world. */
export class Scope {
  /** As messages write it: `types`, or `world/inner` for an interface within a world. */
  readonly name: string;
  /** Interfaces whose types are used here, by tracked name. */
  readonly uses: Map<string, Reference> = new Map();
  private readonly locals = new Map<string, Local>();
  private readonly meanings = new Map<string, string>();
  private readonly find: FindScope;

  /** `reference` reads what a `use` names, names given at the top of the file included. */
  constructor(
    name: string,
    items: readonly WitItem[],
    find: FindScope,
    own: string,
    reference: (from: Reference, item: WitItem) => Reference,
  ) {
    this.name = name;
    this.find = find;
    for (const item of items) {
      if (item.kind === 'use') {
        const use = parseUse(item, own);
        const from = reference(use.from, item);
        this.uses.set(trackedName(from), from);
        for (const used of use.names) this.add(used.as, { kind: 'used', item, from, name: used.name });
      } else if (item.kind === 'type') {
        this.add(item.name, { kind: 'alias', item, target: parseType(item.text, item) });
      } else if (defining.has(item.kind)) this.add(item.name, { kind: 'defined', item });
    }
  }

  /** Every name, with the item that brings it. */
  names(): [name: string, item: WitItem, kind: Local['kind']][] {
    return [...this.locals].map(([name, { item, kind }]) => [name, item, kind]);
  }

  /** A type that is written in this scope, looked up. */
  text(type: TypeExpression, item: WitItem): TypeText {
    return { written: render(type, ({ name }) => name), meant: this.meaning(type, item) };
  }

  /** What a name stands for: aliases are followed to the end. */
  meant(name: string, item: WitItem, trail: readonly string[] = []): string {
    const known = this.meanings.get(name);
    if (known !== undefined) return known;
    const step = `${this.name}.${name}`;
    if (trail.includes(step)) throw wrong(`the type ${name} depends on itself`, item);
    const meant = this.follow(step, this.get(name, item), [...trail, step]);
    this.meanings.set(name, meant);
    return meant;
  }

  /** Where a name is defined, or given to a type as an alias. */
  origin(name: string, item: WitItem): string {
    const local = this.get(name, item);
    if (local.kind !== 'used') return `${this.name}.${name}`;
    if (local.from.package !== undefined) return `${trackedName(local.from)}.${local.name}`;
    return this.find(local.from, local.item).origin(local.name, local.item);
  }

  private follow(step: string, local: Local, trail: readonly string[]): string {
    if (local.kind === 'defined') return step;
    if (local.kind === 'alias') return short(this.meaning(local.target, local.item, trail));
    if (local.from.package !== undefined) return `${trackedName(local.from)}.${local.name}`;
    return this.find(local.from, local.item).meant(local.name, local.item, trail);
  }

  private meaning(type: TypeExpression, item: WitItem, trail: readonly string[] = []): string {
    return render(type, ({ name, builtin }) => (builtin ? name : this.meant(name, item, trail)));
  }

  private get(name: string, item: WitItem): Local {
    const local = this.locals.get(name);
    if (local === undefined) throw wrong(`there is no type ${name} in ${this.name}`, item);
    return local;
  }

  private add(name: string, local: Local): void {
    if (this.locals.has(name)) throw wrong(`${name} stands for two types in ${this.name}`, local.item);
    this.locals.set(name, local);
  }
}

/** A text that aliases of aliases have made long is only compared, so a digest of it will do. */
function short(meant: string): string {
  return meant.length <= 1000 ? meant : createHash('sha256').update(meant).digest('hex');
}

/** A type as text, the same text for the same type: `own<x>` is `x`. */
function render(type: TypeExpression, name: (type: TypeExpression) => string): string {
  if (type.builtin && type.name === 'own' && type.of[0] !== undefined) return render(type.of[0], name);
  const of = type.of.map((inner) => render(inner, name));
  return of.length === 0 ? name(type) : `${name(type)}<${of.join(', ')}>`;
}

function wrong(message: string, item: WitItem): WitSyntaxError {
  return new WitSyntaxError(message, item.file, item.line);
}
