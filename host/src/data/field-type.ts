import { type ElementKind, isKind, type Kind, kinds } from './kind.ts';

/** What a schema says of a field's values: a kind, or lists of one. `text[]` is several texts in one row. */
export type FieldType = Kind | `${ElementKind}[]`;

/** A {@link FieldType} taken apart. */
export interface TypeParts {
  /** `other` for lists. */
  kind: Kind;
  /** What is in the lists; undefined for a field of single values. */
  elements: ElementKind | undefined;
}

const listMark = '[]';

/** All words that a schema may have for a field's values: kinds, then lists. */
export const fieldTypes: readonly FieldType[] = [
  ...kinds,
  ...kinds.filter((kind) => kind !== 'other').map((kind): FieldType => `${kind}${listMark}`),
];

/** Takes a word of a schema apart; nothing when it is none. There are no lists of lists, nor of `other`. */
export function parseFieldType(word: string): TypeParts | undefined {
  if (isKind(word)) return { kind: word, elements: undefined };
  if (!word.endsWith(listMark)) return undefined;
  const elements = word.slice(0, -listMark.length);
  return isKind(elements) && elements !== 'other' ? { kind: 'other', elements } : undefined;
}

/** The word for it. */
export function fieldTypeOf({ kind, elements }: Readonly<TypeParts>): FieldType {
  return elements === undefined ? kind : `${elements}${listMark}`;
}

export function isFieldType(word: string): word is FieldType {
  return parseFieldType(word) !== undefined;
}
