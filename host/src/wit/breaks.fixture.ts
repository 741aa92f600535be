import { functionBreaks } from './breaks-of-functions.fixture.ts';
import { typeBreaks } from './breaks-of-types.fixture.ts';
import { versionBreaks } from './breaks-of-versions.fixture.ts';
import { worldBreaks } from './breaks-of-worlds.fixture.ts';
import type { RuleId } from './rules.ts';

/** One change to a package, and what must be said about it. */
export interface Break {
  rule: RuleId;
  /** What tells it from others of the same rule. */
  name?: string;
  /** What follows the package line. */
  old: string;
  now: string;
  /** The path, and the part with a comma before it. */
  item: string;
  /** Stands in what is said. */
  words: string;
  hits: 'guests' | 'hosts' | 'both';
  /** What the package lines say; without, `a:b@1.0.0` and `a:b@1.1.0`. */
  oldPackage?: string;
  nowPackage?: string;
}

/** Each rule at least once. */
export const breaks: readonly Break[] = [...typeBreaks, ...functionBreaks, ...worldBreaks, ...versionBreaks];
