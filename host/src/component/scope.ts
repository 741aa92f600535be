import type { ByteReader } from './binary.ts';
import type { ComponentType, Entity, Exports, FuncType, Type } from './types.ts';

/**
 * The index spaces of one component, component type or instance type. Items are numbered in the order in which they
 * are imported, defined, aliased and exported. Core items are not kept: nothing about them is ever looked up.
 */
export class Scope {
  readonly parent: Scope | undefined;
  readonly depth: number;
  readonly types: Type[] = [];
  readonly funcs: FuncType[] = [];
  readonly instances: Exports[] = [];
  readonly components: ComponentType[] = [];

  constructor(parent?: Scope) {
    this.parent = parent;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
  }

  /** Gives the entity the next number of its sort. */
  add(entity: Entity): void {
    if (entity.sort === 'type') this.types.push(entity.type);
    else if (entity.sort === 'func') this.funcs.push(entity.type);
    else if (entity.sort === 'instance') this.instances.push(entity.exports);
    else if (entity.sort === 'component') this.components.push(entity.type);
  }

  type(index: number, reader: ByteReader): Type {
    return found(this.types[index], 'type', index, reader);
  }

  func(index: number, reader: ByteReader): FuncType {
    return found(this.funcs[index], 'function', index, reader);
  }

  instance(index: number, reader: ByteReader): Exports {
    return found(this.instances[index], 'instance', index, reader);
  }

  component(index: number, reader: ByteReader): ComponentType {
    return found(this.components[index], 'component', index, reader);
  }

  /** The type at `index`, which must be of this kind. */
  typeOf<K extends Type['kind']>(kind: K, index: number, reader: ByteReader): Extract<Type, { kind: K }> {
    const type = this.type(index, reader);
    if (type.kind !== kind) throw reader.fail(`type ${index} is not of kind ${kind}`);
    return type as Extract<Type, { kind: K }>;
  }

  /** The scope `count` levels out; 0 is this one. */
  outer(count: number, reader: ByteReader): Scope {
    if (count === 0) return this;
    if (this.parent === undefined) throw reader.fail('an alias of something outside of the component');
    return this.parent.outer(count - 1, reader);
  }
}

function found<T>(item: T | undefined, what: string, index: number, reader: ByteReader): T {
  if (item === undefined) throw reader.fail(`there is no ${what} ${index}`);
  return item;
}
