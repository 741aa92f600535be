import { escapeKey, splitPath } from '../data/field-path.ts';
import type { Field } from '../data/field.ts';
import type { Tally } from './problems.ts';

/** Stores a value in the row begun last; false when it does not fit. */
export type WriteValue = (value: unknown) => boolean;

/** One key of the objects in the input: it holds either a field's value or further keys. */
export class KeyNode {
  readonly key: string;
  /** Its path as in names of fields; empty at the root. */
  readonly path: string;
  readonly children: Map<string, KeyNode> = new Map();
  /** Children by place, as the last rows had them: most rows look alike, so that most keys need no look-up. */
  readonly order: (KeyNode | undefined)[] = [];
  /** Only of a node with a field. */
  field: Field | undefined;
  write: WriteValue | undefined;
  /** Where the value's text stands in the line that was scanned last. */
  start = 0;
  end = 0;
  /** Kept here so that counting needs no look-up. */
  wrongType: Tally | undefined;
  readonly unknown: Map<string, Tally> = new Map();

  constructor(key: string, path: string) {
    this.key = key;
    this.path = path;
  }

  child(key: string): KeyNode {
    let child = this.children.get(key);
    if (child === undefined) {
      const name = escapeKey(key);
      child = new KeyNode(key, this.path === '' ? name : `${this.path}.${name}`);
      this.children.set(key, child);
    }
    return child;
  }
}

/** The tree of the keys that fields are read from. */
export function keyTree(fields: Iterable<Field>): KeyNode {
  const root = new KeyNode('', '');
  for (const field of fields) {
    let node = root;
    for (const key of splitPath(field.name)) node = node.child(key);
    node.field = field;
  }
  return root;
}
