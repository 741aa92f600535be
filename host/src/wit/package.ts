import { interfaceOf } from './interface.ts';
import { WitSyntaxError, type WitFile, type WitItem } from './item.ts';
import type { WitInterface, WitPackage, WitWorld } from './model.ts';
import { parseReference, type Reference } from './reference.ts';
import { Scope } from './scope.ts';
import { worldOf, type WorldContext } from './world.ts';

/**
 * The files of one package with every name looked up. Throws WitSyntaxError at the first name that stands for nothing or for
 * two things, and when the files are not of one package.
 */
export function packageOf(files: readonly WitFile[]): WitPackage {
  const item = packageLine(files);
  const own = item.name;
  const items = files.flatMap((file) => file.items.filter(({ kind }) => kind !== 'use'));
  const topNames = new Map(files.map((file) => [file.path, namesAtTop(file, own)]));
  const scopes = new Map<string, Scope>();
  const interfaces = new Map<string, WitInterface>();
  const worlds = new Map<string, WitWorld>();
  const entered: string[] = [];

  const reference = (from: Reference, at: WitItem): Reference => {
    if (from.package !== undefined) return from;
    const meant = topNames.get(at.file)?.get(from.name) ?? from;
    if (
      meant.package === undefined &&
      !items.some((each) => each.kind === 'interface' && each.name === meant.name)
    ) {
      throw wrong(`there is no interface ${meant.name} in ${own}`, at);
    }
    return meant;
  };
  const scopeOf = (from: Reference): Scope => scopes.get(from.name)!;
  const context: WorldContext = {
    own,
    reference: (text, at) => {
      const from = parseReference(text, own);
      if (from === undefined) throw wrong(`${at.kind} ${at.name} names no interface`, at);
      return reference(from, at);
    },
    scope: (name, children) => new Scope(name, children, scopeOf, own, reference),
    uses: (name) => scopes.get(name)?.uses ?? new Map(),
    world: (name, at) => {
      const known = worlds.get(name);
      if (known !== undefined) return known;
      const found = items.find((each) => each.kind === 'world' && each.name === name);
      if (found === undefined) throw wrong(`there is no world ${name} in ${own}`, at);
      if (entered.includes(name)) throw wrong(`the world ${name} includes itself`, at);
      entered.push(name);
      const made = worldOf(found, context);
      entered.pop();
      worlds.set(name, made);
      return made;
    },
  };

  const names = new Set<string>();
  for (const each of items) {
    if (names.has(each.name)) throw wrong(`${own} has two items called ${each.name}`, each);
    names.add(each.name);
    if (each.kind === 'interface') scopes.set(each.name, context.scope(each.name, each.children));
  }
  for (const each of items) {
    if (each.kind === 'interface') interfaces.set(each.name, interfaceOf(each, scopes.get(each.name)!));
    else context.world(each.name, each);
  }
  return { name: own, version: item.text === '' ? undefined : item.text, item, items, interfaces, worlds };
}

function packageLine(files: readonly WitFile[]): WitItem {
  const lines = files.flatMap((file) => (file.package === undefined ? [] : [file.package]));
  const first = lines[0];
  if (first === undefined) {
    throw new WitSyntaxError('there is no package line, such as package a:b@1.0.0;', files[0]?.path ?? '', 1);
  }
  const other = lines.find((line) => line.name !== first.name || line.text !== first.text);
  if (other !== undefined) {
    throw wrong(`package ${other.name}@${other.text} stands beside ${first.name}@${first.text}`, other);
  }
  return first;
}

/** `use wasi:io/streams@0.2.0 as io;` at the top of a file. */
function namesAtTop(file: WitFile, own: string): Map<string, Reference> {
  const names = new Map<string, Reference>();
  for (const item of file.items) {
    if (item.kind !== 'use') continue;
    const [path = '', as] = item.name.split(/\s+as\s+/);
    const from = parseReference(path, own);
    if (from === undefined) throw wrong(`use ${item.name} names no interface`, item);
    names.set(as ?? from.name, from);
  }
  return names;
}

function wrong(message: string, item: WitItem): WitSyntaxError {
  return new WitSyntaxError(message, item.file, item.line);
}
