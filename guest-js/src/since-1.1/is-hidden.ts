import type { SomeField } from '../fields/by-kind.ts';
import type { Source } from '../source.ts';
import type { RawDataSource11, RawField11 } from './raw.ts';

/**
 * Whether outputs leave this source or field out unless someone asks for it by name; see {@link Source.setHidden} and
 * {@link Field.setHidden}.
 *
 * Needs a host with `gadget:api` 1.1.
 */
export function isHidden(of: Source | SomeField): boolean {
  return (of.raw as RawDataSource11 | RawField11).hidden();
}
