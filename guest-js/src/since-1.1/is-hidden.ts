import type { SomeField } from '../fields/by-kind.ts';
import type { Source } from '../source.ts';

/**
 * Whether outputs leave this source or field out unless someone asks for it by name; see {@link Source.setHidden} and
 * {@link Field.setHidden}.
 *
 * Needs a host with `gadget:api` 1.1.
 */
export function isHidden(of: Source | SomeField): boolean {
  return of.raw.hidden();
}
