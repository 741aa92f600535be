import type { ByteReader } from './binary.ts';
import { readCoreType } from './core-type.ts';
import { Scope } from './scope.ts';
import type { ComponentType, Entity, Type } from './types.ts';
import { primitives, readFlag, readLabelled, readValType, readValueType } from './value-type.ts';

/** Components and types inside one another, no deeper: every level is a level of our own stack. */
export const maxDepth = 32;

/** One entry of a type section. */
export function readType(reader: ByteReader, scope: Scope): Type {
  const code = reader.u8();
  const primitive = primitives[code];
  if (primitive !== undefined) return { kind: 'primitive', name: primitive };
  switch (code) {
    case 0x3f:
      return readResource(reader);
    case 0x40:
    case 0x43:
      return readFunc(reader, scope, code === 0x43);
    case 0x41:
      return readDeclarations(reader, scope, true);
    case 0x42:
      return { kind: 'instance', exports: readDeclarations(reader, scope, false).exports };
    default:
      return { kind: 'value', ...readValueType(reader, scope, code) };
  }
}

function readResource(reader: ByteReader): Type {
  if (reader.u8() !== 0x7f) throw reader.fail('a resource of an unknown representation');
  if (readFlag(reader)) reader.u32();
  return { kind: 'resource', name: '' };
}

function readFunc(reader: ByteReader, scope: Scope, async: boolean): Type {
  const params = readLabelled(reader, scope, 'parameters');
  const form = reader.u8();
  if (form === 0) return { kind: 'func', async, params, result: readValType(reader, scope) };
  if (form !== 1 || reader.u8() !== 0) throw reader.fail('unknown function results');
  return { kind: 'func', async, params, result: undefined };
}

/** The declarations in a component type or an instance type, which has no imports. */
function readDeclarations(reader: ByteReader, parent: Scope, component: boolean): ComponentType {
  const scope = nest(parent, reader);
  const imports = new Map<string, Entity>();
  const exports = new Map<string, Entity>();
  for (let n = reader.count('declarations', 2); n > 0; n--) {
    const kind = reader.u8();
    if (kind === 0) readCoreType(reader, maxDepth - scope.depth);
    else if (kind === 1) scope.types.push(readType(reader, scope));
    else if (kind === 2) readAlias(reader, scope);
    else if (kind === 3 && component) readNamed(reader, scope, imports, 'an import');
    else if (kind === 4) readNamed(reader, scope, exports, 'an export');
    else throw reader.fail(`an unknown declaration ${kind}`);
  }
  return { kind: 'component', imports, exports };
}

/** A scope inside another, unless that is too deep. */
export function nest(parent: Scope | undefined, reader: ByteReader): Scope {
  const scope = new Scope(parent);
  if (scope.depth > maxDepth)
    throw reader.fail(`more than ${maxDepth} components or types inside one another`);
  return scope;
}

/** The name of a component-level import or export. */
export function readExternName(reader: ByteReader, role: string): string {
  if (reader.u8() > 1) throw reader.fail(`${role} with options this host does not know`);
  return reader.name(role);
}

/** A name and what stands behind it; becomes part of the scope. */
export function readNamed(reader: ByteReader, scope: Scope, into: Map<string, Entity>, role: string): void {
  const name = readExternName(reader, role);
  const entity = readExtern(reader, scope, name);
  if (into.has(name)) throw reader.fail(`${role} that is there twice`);
  into.set(name, entity);
  scope.add(entity);
}

/** `externdesc`: what an import or export is, by its type. */
export function readExtern(reader: ByteReader, scope: Scope, name: string): Entity {
  const sort = reader.u8();
  switch (sort) {
    case 0x00:
      if (reader.u8() !== 0x11) throw reader.fail('an unknown kind of core item');
      reader.u32();
      return { sort: 'core' };
    case 0x01:
      return { sort: 'func', type: scope.typeOf('func', reader.u32(), reader) };
    case 0x02:
      if (readFlag(reader)) readValType(reader, scope);
      else reader.u32();
      return { sort: 'value' };
    case 0x03:
      if (readFlag(reader)) return { sort: 'type', type: { kind: 'resource', name, abstract: true } };
      return { sort: 'type', type: named(scope.type(reader.u32(), reader), name), alias: true };
    case 0x04:
      return { sort: 'component', type: scope.typeOf('component', reader.u32(), reader) };
    case 0x05:
      return { sort: 'instance', exports: scope.typeOf('instance', reader.u32(), reader).exports };
    default:
      throw reader.fail(`an unknown kind of item ${sort}`);
  }
}

/** A resource gets its name where it first has one. */
export function named(type: Type, name: string): Type {
  if (type.kind === 'resource' && type.name === '') type.name = name;
  return type;
}

/** `alias`: gives an item of an instance or of a scope outside a number here. */
export function readAlias(reader: ByteReader, scope: Scope): void {
  const sort = readSort(reader);
  const target = reader.u8();
  if (target === 0) {
    const exports = scope.instance(reader.u32(), reader);
    const name = reader.name('an alias');
    const entity = exports.get(name);
    if (entity === undefined || entity.sort !== sort)
      throw reader.fail(`an alias of a ${sort} that is not there`);
    scope.add(entity);
  } else if (target === 1) {
    if (sort !== 'core') throw reader.fail('an alias of a core item as something else');
    reader.u32();
    reader.name('an alias of a core export');
  } else if (target === 2) {
    const outer = scope.outer(reader.u32(), reader);
    const index = reader.u32();
    if (sort === 'type') scope.types.push(outer.type(index, reader));
    else if (sort === 'component') scope.components.push(outer.component(index, reader));
    else if (sort !== 'core') throw reader.fail(`an alias of an outer ${sort}`);
  } else {
    throw reader.fail(`an unknown alias ${target}`);
  }
}

const sorts: readonly (Entity['sort'] | undefined)[] = [
  'core',
  'func',
  'value',
  'type',
  'component',
  'instance',
];

/** `sort`, with its second byte if it is a core item's. */
export function readSort(reader: ByteReader): Entity['sort'] {
  const sort = sorts[reader.u8()];
  if (sort === undefined) throw reader.fail('an unknown sort');
  if (sort === 'core') reader.u8();
  return sort;
}
