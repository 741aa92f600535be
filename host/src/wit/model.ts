import type { WitItem } from './item.ts';

/**
 * A package of WIT with every name looked up, so that two of them can be compared. Types are texts in which aliases are
 * replaced by what they stand for, and names by where they are defined: `result<u32, types.api-error>`.
 */
export interface WitPackage {
  /** `gadget:api`. */
  name: string;
  /** As written in the package line, if it is there. */
  version: string | undefined;
  /** The line itself. */
  item: WitItem;
  /** In the order of the files. */
  items: readonly WitItem[];
  interfaces: ReadonlyMap<string, WitInterface>;
  worlds: ReadonlyMap<string, WitWorld>;
}

/** An interface, or one that is written out within a world. */
export interface WitInterface {
  item: WitItem;
  /** By the name under which they are known in it, those of a `use` included. */
  types: ReadonlyMap<string, WitType>;
  functions: ReadonlyMap<string, WitFunction>;
}

/** A type as both sides of a comparison see it. */
export interface TypeText {
  /** As written, blanks aside. */
  written: string;
  /** With aliases and names looked up: equal when the types are the same. */
  meant: string;
}

/** A field, case, flag or parameter. */
export interface Member {
  name: string;
  item: WitItem;
  /** Undefined for flags, and for cases without a payload. */
  type: TypeText | undefined;
}

/** A type of an interface or world. */
export interface WitType {
  name: string;
  kind: 'record' | 'variant' | 'enum' | 'flags' | 'resource' | 'type' | 'use';
  item: WitItem;
  /** Hidden behind a feature; it promises nothing. */
  unstable: boolean;
  /** What an alias stands for, or where a used type is defined. */
  target: TypeText | undefined;
  /** Fields, cases, flags. */
  members: readonly Member[];
  /** Of a resource: methods, static functions, the constructor. */
  functions: ReadonlyMap<string, WitFunction>;
}

/** A function of an interface, resource or world. */
export interface WitFunction {
  name: string;
  kind: 'function' | 'method' | 'static' | 'constructor';
  item: WitItem;
  unstable: boolean;
  async: boolean;
  params: readonly Member[];
  /** Undefined when it answers nothing. */
  result: TypeText | undefined;
}

/** What a world asks for or offers, with everything that it includes, and the interfaces whose types that uses. */
export interface WitWorld {
  item: WitItem;
  unstable: boolean;
  types: ReadonlyMap<string, WitType>;
  imports: ReadonlyMap<string, WorldEntry>;
  exports: ReadonlyMap<string, WorldEntry>;
}

/** One import or export of a world, by the name under which a component has it. */
export interface WorldEntry {
  /** The line that brings it: in this world or in one that is included. */
  item: WitItem;
  unstable: boolean;
  /** `own`: an interface of this package; `foreign`: of another one, or a whole world of one; `function` and `inline` are written out in the world. */
  kind: 'own' | 'foreign' | 'function' | 'inline';
  /** Of a foreign one, when it has one. */
  version: string | undefined;
  function: WitFunction | undefined;
  inline: WitInterface | undefined;
}
