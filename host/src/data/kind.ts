/** The kinds of values a field may hold, and which accessor may touch which kind. */

/** `other` is a kind that an API version has no word for: listed, described, passed on, never read. */
export const kinds = [
  'boolean',
  'int8',
  'int16',
  'int32',
  'int64',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'float32',
  'float64',
  'text',
  'bytes',
  'other',
] as const;

export type Kind = (typeof kinds)[number];

/** Kinds stored in one typed array. */
export type NumberKind = Exclude<Kind, 'text' | 'bytes' | 'other'>;

/** Kinds of what is in the lists of a field of lists. */
export type ElementKind = Exclude<Kind, 'other'>;

/**
 * Kinds stored as bytes. `other` holds lists as `data/list-value.ts` lays them out when its field says of what, and else JSON
 * text, printed as it came.
 */
export type BytesKind = 'text' | 'bytes' | 'other';

/** The accessors of `gadget:api/field`, without `get-`, `set-`, `column-`. */
export type Accessor = 'bool' | 's32' | 'u32' | 's64' | 'u64' | 'f64' | 'text' | 'bytes';

/** Smallest and largest value of every whole-number kind that fits a JavaScript number exactly. */
export const integerRange: Readonly<Partial<Record<Kind, readonly [min: number, max: number]>>> = {
  boolean: [0, 1],
  int8: [-128, 127],
  int16: [-32_768, 32_767],
  int32: [-2_147_483_648, 2_147_483_647],
  uint8: [0, 255],
  uint16: [0, 65_535],
  uint32: [0, 4_294_967_295],
};

const signed: readonly Kind[] = ['int8', 'int16', 'int32'];
const unsigned: readonly Kind[] = ['uint8', 'uint16', 'uint32'];

/** Which kinds each accessor may read and write: nothing narrows, so no value is ever cut on reading. */
const kindsOfAccessor: Readonly<Record<Accessor, ReadonlySet<Kind>>> = {
  bool: new Set<Kind>(['boolean']),
  s32: new Set<Kind>(['boolean', ...signed, 'uint8', 'uint16']),
  u32: new Set<Kind>(['boolean', ...unsigned]),
  s64: new Set<Kind>(['boolean', ...signed, 'int64', ...unsigned]),
  u64: new Set<Kind>(['boolean', ...unsigned, 'uint64']),
  f64: new Set<Kind>([...signed, ...unsigned, 'float32', 'float64']),
  text: new Set<Kind>(['text']),
  bytes: new Set<Kind>(['text', 'bytes']),
};

/** Whether `accessor` may read and write fields of `kind`. */
export function fits(accessor: Accessor, kind: Kind): boolean {
  return kindsOfAccessor[accessor].has(kind);
}

/** The accessors that fit a kind, for messages. */
export function accessorsOf(kind: Kind): Accessor[] {
  return (Object.keys(kindsOfAccessor) as Accessor[]).filter((accessor) => fits(accessor, kind));
}

export function isKind(word: string): word is Kind {
  return (kinds as readonly string[]).includes(word);
}

export function isBytesKind(kind: Kind): kind is BytesKind {
  return kind === 'text' || kind === 'bytes' || kind === 'other';
}
