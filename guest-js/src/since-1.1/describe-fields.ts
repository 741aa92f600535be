import { fromU32 } from '#api/wide';
import { call } from '../api-error.ts';
import type { Annotation, Kind, ValueKind } from '../kind.ts';
import type { Source } from '../source.ts';
import type { RawDataSource11 } from './raw.ts';

/** A field as its source knows it. */
export interface FieldDescription {
  /** The full name: `a.b` is `b` within `a`. */
  name: string;
  /** `other` for lists. */
  kind: Kind;
  /** For a field of lists, what is in them. */
  elementKind?: ValueKind;
  /** How many bytes each value takes, if that does not vary. */
  fixedSize?: number;
  tags: string[];
  annotations: Annotation[];
  /** Whether outputs leave it out unless someone asks for it by name. */
  hidden: boolean;
}

/**
 * What each field of a source is, without asking for any: {@link Field.requested} is not changed by looking here, as it is by
 * {@link Source.fields}. In any hook.
 *
 * Needs a host with `gadget:api` 1.1.
 */
export function describeFields(source: Source): FieldDescription[] {
  return call(() => (source.raw as RawDataSource11).describeFields()).map((field) => {
    const { name, kind, elementKind, fixedSize, tags, annotations, hidden } = field;
    return {
      name,
      kind,
      ...(typeof elementKind === 'string' && { elementKind }),
      ...(typeof fixedSize === 'number' && { fixedSize: fromU32(fixedSize) }),
      tags,
      annotations,
      hidden,
    };
  });
}
