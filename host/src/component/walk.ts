import type { ByteReader } from './binary.ts';
import { readCanon } from './canon.ts';
import { readCoreModule } from './core-module.ts';
import type { CoreModuleInfo } from './core-module.ts';
import { readCoreType } from './core-type.ts';
import * as define from './define.ts';
import type { Scope } from './scope.ts';
import type { ComponentType, Entity, Exports } from './types.ts';
import { readFlag, readValType } from './value-type.ts';

const header: readonly number[] = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00];

/** What a walk notes on its way, nested components included. */
export interface Found {
  modules: CoreModuleInfo[];
  /** Whether all functions are called synchronously, with strings as UTF-8. */
  plainCalls: boolean;
}

/**
 * Walks a component and everything inside it up to `reader.end`. Every name is checked on the way and every byte
 * accounted for: what this walk does not understand it refuses, so no later reader can find more in the bytes.
 */
export function walkComponent(reader: ByteReader, found: Found, parent?: Scope): ComponentType {
  if (!header.every((byte) => reader.u8() === byte)) throw reader.fail('a component without its header');
  const scope = define.nest(parent, reader);
  const imports = new Map<string, Entity>();
  const exports = new Map<string, Entity>();
  while (!reader.done) {
    const id = reader.u8();
    const section = reader.range(reader.u32());
    if (id === 0) continue;
    if (id === 1) found.modules.push(readCoreModule(section));
    else if (id === 4) scope.components.push(walkComponent(section, found, scope));
    else if (id === 9) readStart(section, scope);
    else {
      const readEntry = entryReader(id, section, scope, found, imports, exports);
      for (let n = section.count('entries'); n > 0; n--) readEntry();
    }
    section.finish(`section ${id} of a component`);
  }
  return { kind: 'component', imports, exports };
}

/** Reads one entry of a section that is a list. */
function entryReader(
  id: number,
  section: ByteReader,
  scope: Scope,
  found: Found,
  imports: Map<string, Entity>,
  exports: Map<string, Entity>,
): () => void {
  switch (id) {
    case 2:
      return () => readCoreInstance(section);
    case 3:
      return () => readCoreType(section, 2);
    case 5:
      return () => scope.instances.push(readInstance(section, scope));
    case 6:
      return () => define.readAlias(section, scope);
    case 7:
      return () => scope.types.push(define.readType(section, scope));
    case 8:
      return () => {
        if (!readCanon(section, scope)) found.plainCalls = false;
      };
    case 10:
      return () => define.readNamed(section, scope, imports, 'an import');
    case 11:
      return () => readExport(section, scope, exports);
    case 12:
      return () => readValue(section, scope);
    default:
      throw section.fail(`an unknown section ${id} of a component`);
  }
}

/** `core:instance`: a module with its arguments, or items put together. */
function readCoreInstance(reader: ByteReader): void {
  const form = reader.u8();
  if (form === 0) {
    reader.u32();
    for (let n = reader.count('arguments', 3); n > 0; n--) {
      reader.name('an instantiation argument of a core module');
      if (reader.u8() !== 0x12) throw reader.fail('an unknown kind of core argument');
      reader.u32();
    }
  } else if (form === 1) {
    for (let n = reader.count('exports', 3); n > 0; n--) {
      reader.name('an export of a core instance');
      reader.u8();
      reader.u32();
    }
  } else {
    throw reader.fail(`an unknown core instance ${form}`);
  }
}

/** `instance`: a component with its arguments, or items put together. */
function readInstance(reader: ByteReader, scope: Scope): Exports {
  const form = reader.u8();
  if (form === 0) {
    const component = scope.component(reader.u32(), reader);
    for (let n = reader.count('arguments', 3); n > 0; n--) {
      reader.name('an instantiation argument');
      readItem(reader, scope);
    }
    return component.exports;
  }
  if (form !== 1) throw reader.fail(`an unknown instance ${form}`);
  const exports = new Map<string, Entity>();
  for (let n = reader.count('exports', 3); n > 0; n--) {
    const name = define.readExternName(reader, 'an export of an instance');
    if (exports.has(name)) throw reader.fail('an export of an instance that is there twice');
    exports.set(name, readItem(reader, scope));
  }
  return exports;
}

/** `sortidx`: what it refers to. */
function readItem(reader: ByteReader, scope: Scope): Entity {
  const sort = define.readSort(reader);
  const index = reader.u32();
  switch (sort) {
    case 'func':
      return { sort, type: scope.func(index, reader) };
    case 'type':
      return { sort, type: scope.type(index, reader) };
    case 'component':
      return { sort, type: scope.component(index, reader) };
    case 'instance':
      return { sort, exports: scope.instance(index, reader) };
    default:
      return { sort };
  }
}

/** An export: the type written on it counts, else what it refers to. */
function readExport(reader: ByteReader, scope: Scope, exports: Map<string, Entity>): void {
  const name = define.readExternName(reader, 'an export');
  const item = readItem(reader, scope);
  const entity = readFlag(reader) ? define.readExtern(reader, scope, name) : item;
  if (entity.sort !== item.sort) throw reader.fail('an export with the type of something else');
  if (exports.has(name)) throw reader.fail('an export that is there twice');
  if (entity.sort === 'type') define.named(entity.type, name);
  exports.set(name, entity);
  scope.add(entity);
}

function readStart(reader: ByteReader, scope: Scope): void {
  scope.func(reader.u32(), reader);
  for (let n = reader.count('arguments'); n > 0; n--) reader.u32();
  reader.u32();
}

function readValue(reader: ByteReader, scope: Scope): void {
  readValType(reader, scope);
  reader.skip(reader.u32());
}
