import type { WitItem } from './item.ts';
import { rules, type Hits, type RuleId } from './rules.ts';

/** Where in a package something is. */
export interface Place {
  /** `gadget:api/logging.level`, `gadget:api/packet.packet.append`, `gadget:api/gadget` for a world. */
  item: string;
  /** The part of it, if it is about one: ``case `fatal` ``. */
  part?: string;
}

/** A rule that was broken. */
export interface Finding extends Place {
  rule: RuleId;
  /** What is different, in words. */
  what: string;
  hits: Hits;
  /** Why that breaks them. */
  why: string;
  /** What to do in its place. */
  instead: string;
  /** Of the new text, or of the old one for what is gone. */
  file: string;
  /** From 1. */
  line: number;
}

/** Something that may be there now. */
export interface Change {
  /** `function`, `record`, `import` … */
  kind: string;
  item: string;
}

/** What a comparison gathers on its way through two packages. */
export class Findings {
  readonly broken: Finding[] = [];
  readonly added: Change[] = [];
  readonly deprecated: Change[] = [];

  /** Notes a broken rule. `at` has the line. */
  report(rule: RuleId, place: Place, at: WitItem, what: string): void {
    const { hits, why, instead } = rules[rule];
    this.broken.push({ rule, ...place, what, hits, why, instead, file: at.file, line: at.line });
  }

  add(kind: string, item: string): void {
    this.added.push({ kind, item });
  }
}
