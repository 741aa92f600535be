/**
 * Component-level types as far as this host looks at them: which names an instance has, and what its functions
 * take and give. Indices are resolved while reading, so a type holds its parts directly.
 */

/** A primitive's name, or a type that was defined. */
export type ValType = string | Type;

export interface LabelledType {
  label: string;
  type: ValType | undefined;
}

/** A record, variant, list, option, handle and so on: a word and its parts. */
export interface ValueType {
  kind: 'value';
  word: string;
  parts: readonly LabelledType[];
}

export interface FuncType {
  kind: 'func';
  async: boolean;
  params: readonly LabelledType[];
  result: ValType | undefined;
  /** Its canonical text once asked for; many functions share one type. */
  text?: string;
}

export interface ResourceType {
  kind: 'resource';
  /** As first imported or exported. */
  name: string;
  /** Known by its name only, as a resource is that comes from elsewhere. */
  abstract?: boolean;
}

export interface InstanceType {
  kind: 'instance';
  exports: Exports;
}

/** Both the type of a component and what is known of a component that is there. */
export interface ComponentType {
  kind: 'component';
  imports: Exports;
  exports: Exports;
}

/** `primitive` is a type index that names a primitive. */
export type Type =
  ValueType | FuncType | ResourceType | InstanceType | ComponentType | { kind: 'primitive'; name: string };

/** What a name in an instance or component stands for. */
export type Entity =
  | { sort: 'func'; type: FuncType }
  | { sort: 'instance'; exports: Exports }
  | { sort: 'component'; type: ComponentType }
  /** `alias`: another name for a type that was there before. */
  | { sort: 'type'; type: Type; alias?: boolean }
  | { sort: 'value' }
  | { sort: 'core' };

export type Exports = ReadonlyMap<string, Entity>;
