/** What the reader of WIT gives: items with their documentation and gates, each with the place it came from. */

/** The sorts of items. `method`, `static` and `constructor` stand in a resource; `case`, `flag` and `field` in a type. */
export type ItemKind =
  | 'package'
  | 'interface'
  | 'world'
  | 'use'
  | 'import'
  | 'export'
  | 'include'
  | 'type'
  | 'record'
  | 'variant'
  | 'enum'
  | 'flags'
  | 'resource'
  | 'function'
  | 'method'
  | 'static'
  | 'constructor'
  | 'case'
  | 'flag'
  | 'field';

/** `@since(version = 1.0.0)`, `@unstable(feature = api-x)` or `@deprecated(version = 1.1.0)`. */
export interface Gate {
  /** The word after the `@`. */
  kind: 'since' | 'unstable' | 'deprecated';
  /** The version as written, or the feature's name. */
  value: string;
  /** Line in the file, from 1. */
  line: number;
}

/** One item. */
export interface WitItem {
  kind: ItemKind;
  /** Without a leading `%`. A `use`, `import`, `export` or `include` is named by its path. */
  name: string;
  /** The text of the doc comment, one line per line of the comment; '' without one. */
  doc: string;
  gates: Gate[];
  /** Path of the file as it was given. */
  file: string;
  /** Line of the item's first word after comments and gates, from 1. */
  line: number;
  /** What follows the name, such as `func(row: u32) -> result<bool, api-error>`; '' when there is nothing. */
  text: string;
  /** Members, in the order of the file. */
  children: WitItem[];
}

/** One file that was read. */
export interface WitFile {
  path: string;
  /** The package line, if this file has it. `name` is `gadget:api`, `text` the version as written, or ''. */
  package?: WitItem;
  /** Interfaces, worlds and uses at the top. */
  items: WitItem[];
}

/** Text that is not WIT. */
export class WitSyntaxError extends Error {
  readonly file: string;
  readonly line: number;

  constructor(message: string, file: string, line: number) {
    super(message);
    this.name = 'WitSyntaxError';
    this.file = file;
    this.line = line;
  }
}
