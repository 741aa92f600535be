/**
 * What the values of a field are, in the words of `gadget:api`. `other` is what these words do not fit: lists, which are for
 * {@link listField}, and kinds that this version does not know.
 */
export type Kind =
  | 'boolean'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'uint64'
  | 'float32'
  | 'float64'
  | 'text'
  | 'bytes'
  | 'other';

/** A kind that a field can be made with, and be asked for by. */
export type ValueKind = Exclude<Kind, 'other'>;

/**
 * What {@link Source.field} can be asked for: a kind, or `number` for any integer or float as a JavaScript number. With
 * `number`, what lies beyond 2^53 in a 64-bit field is rounded to the nearest that a number can hold.
 */
export type AskedKind = ValueKind | 'number';

/** A note on a field for those who show it. */
export interface Annotation {
  /** What the note is about, such as `description`. */
  key: string;
  /** What it says. */
  value: string;
}

const integers = ['int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64'] as const;

/** For each kind that a field may have: the kinds it can be read as without losing anything. */
const readableAs: Readonly<Record<Kind, readonly AskedKind[]>> = {
  boolean: ['boolean', 'number', ...integers],
  int8: ['int8', 'number', 'int16', 'int32', 'int64', 'float32', 'float64'],
  int16: ['int16', 'number', 'int32', 'int64', 'float32', 'float64'],
  int32: ['int32', 'number', 'int64', 'float64'],
  int64: ['int64', 'number'],
  uint8: ['uint8', 'number', 'uint16', 'uint32', 'uint64', 'int16', 'int32', 'int64', 'float32', 'float64'],
  uint16: ['uint16', 'number', 'uint32', 'uint64', 'int32', 'int64', 'float32', 'float64'],
  uint32: ['uint32', 'number', 'uint64', 'int64', 'float64'],
  uint64: ['uint64', 'number'],
  float32: ['float32', 'number', 'float64'],
  float64: ['float64', 'number'],
  text: ['text', 'bytes'],
  bytes: ['bytes'],
  other: [],
};

/** The kinds that a field of this kind can be read as, its own first. Empty for `other`. */
export function kindsFor(actual: Kind): readonly AskedKind[] {
  return readableAs[actual] ?? [];
}
