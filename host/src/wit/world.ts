import { functionOf, interfaceOf, isUnstable, typesOf } from './interface.ts';
import { WitSyntaxError, type WitItem } from './item.ts';
import type { WitWorld, WorldEntry } from './model.ts';
import { parseReference, renames, trackedName, type Reference } from './reference.ts';
import type { Scope } from './scope.ts';

/** What reading a world asks of its package. */
export interface WorldContext {
  /** The package's name. */
  own: string;
  /** A reference with the names of its file's top looked up; throws WitSyntaxError when the package has no such interface. */
  reference(text: string, item: WitItem): Reference;
  /** The world of this name; throws WitSyntaxError when there is none, or when it includes itself. */
  world(name: string, item: WitItem): WitWorld;
  scope(name: string, items: readonly WitItem[]): Scope;
  /** What an interface of the package uses. */
  uses(name: string): ReadonlyMap<string, Reference>;
}

/** A world with everything that it includes. */
export function worldOf(item: WitItem, context: WorldContext): WitWorld {
  const unstable = isUnstable(item);
  const scope = context.scope(item.name, item.children);
  const imports = new Map<string, WorldEntry>();
  const exports = new Map<string, WorldEntry>();
  for (const line of item.children) {
    const hidden = unstable || isUnstable(line);
    if (line.kind === 'import' || line.kind === 'export') {
      const [name, made] = entryOf(line, hidden, scope, context, item.name);
      add(line.kind === 'import' ? imports : exports, name, made);
    } else if (line.kind === 'include') include(line, hidden);
  }
  bring(scope.uses, entry(item, unstable));
  for (const [name, each] of [...imports, ...exports]) {
    if (each.kind === 'own') bring(context.uses(name), each);
  }
  return { item, unstable, types: typesOf(scope, unstable), imports, exports };

  /** Types that are used come from an import, unless the interface is exported. */
  function bring(uses: ReadonlyMap<string, Reference>, by: WorldEntry): void {
    for (const [name, from] of uses) {
      const before = imports.get(name);
      if (exports.has(name) || (before !== undefined && (by.unstable || !before.unstable))) continue;
      const kind = from.package === undefined ? 'own' : 'foreign';
      add(imports, name, { ...entry(by.item, by.unstable), kind, version: from.version });
      if (kind === 'own') bring(context.uses(name), by);
    }
  }

  function include(line: WitItem, hidden: boolean): void {
    const [, text = '', given = ''] = /^(\S+)(?:\s+with\s*\{(.*)\})?$/s.exec(line.name) ?? [];
    const from = parseReference(text, context.own);
    if (from === undefined)
      throw new WitSyntaxError(`include ${line.name} names no world`, line.file, line.line);
    if (from.package !== undefined) {
      const kind = 'foreign';
      add(imports, `include ${trackedName(from)}`, { ...entry(line, hidden), kind, version: from.version });
      return;
    }
    const called = new Map(renames(given).map(({ name, as }) => [name, as]));
    const included = context.world(from.name, line);
    for (const [inner, outer] of [
      [included.imports, imports],
      [included.exports, exports],
    ] as const) {
      for (const [name, each] of inner) {
        add(outer, called.get(name) ?? name, { ...each, unstable: hidden || each.unstable });
      }
    }
  }
}

/** What two lines bring is there when one of them is not behind a feature. */
function add(side: Map<string, WorldEntry>, name: string, made: WorldEntry): void {
  const before = side.get(name);
  if (before === undefined || before.unstable) side.set(name, made);
}

function entry(item: WitItem, unstable: boolean): WorldEntry {
  return { item, unstable, kind: 'own', version: undefined, function: undefined, inline: undefined };
}

function entryOf(
  line: WitItem,
  unstable: boolean,
  scope: Scope,
  context: WorldContext,
  world: string,
): [name: string, entry: WorldEntry] {
  if (line.text === 'interface') {
    const inner = context.scope(`${world}/${line.name}`, line.children);
    return [
      line.name,
      { ...entry(line, unstable), kind: 'inline', inline: interfaceOf(line, inner, unstable) },
    ];
  }
  const [, name, text = line.name] = /^%?([A-Za-z0-9-]+)\s*:\s+(.*)$/s.exec(line.name) ?? [];
  if (name !== undefined && /^(async\s+)?func\b/.test(text)) {
    const made = functionOf({ ...line, kind: 'function', name, text }, scope, unstable);
    return [name, { ...entry(line, unstable), kind: 'function', function: made }];
  }
  const from = context.reference(text, line);
  const kind = from.package === undefined ? 'own' : 'foreign';
  return [name ?? trackedName(from), { ...entry(line, unstable), kind, version: from.version }];
}
