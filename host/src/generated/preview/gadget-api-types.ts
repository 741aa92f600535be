/** Types of the interface gadget:api/types@2.0.0-preview.1. Made from wit/ by `npm run gen`; edit the WIT instead. */

/**
 * What the values of a field are. Fixed when the field is made.
 *
 * Which accessor fits which kind is written at the resource `field` of the interface `field`.
 * # Variants
 *
 * ## `"boolean"`
 *
 * False or true. The number accessors see 0 or 1.
 * ## `"int8"`
 *
 * Whole numbers from -128 to 127.
 * ## `"int16"`
 *
 * Whole numbers from -32,768 to 32,767.
 * ## `"int32"`
 *
 * Whole numbers from -2,147,483,648 to 2,147,483,647.
 * ## `"int64"`
 *
 * Whole numbers from -2^63 to 2^63 - 1.
 * ## `"uint8"`
 *
 * Whole numbers from 0 to 255.
 * ## `"uint16"`
 *
 * Whole numbers from 0 to 65,535.
 * ## `"uint32"`
 *
 * Whole numbers from 0 to 4,294,967,295.
 * ## `"uint64"`
 *
 * Whole numbers from 0 to 2^64 - 1.
 * ## `"float32"`
 *
 * IEEE 754 numbers of 32 bits; infinities and NaN are values.
 * ## `"float64"`
 *
 * IEEE 754 numbers of 64 bits; infinities and NaN are values.
 * ## `"text"`
 *
 * UTF-8 text, 0 bytes to 16 MiB (16,777,216 bytes). Bytes that are not UTF-8 are kept and read as U+FFFD.
 * ## `"bytes"`
 *
 * Any bytes, 0 bytes to 16 MiB (16,777,216 bytes).
 * ## `"other"`
 *
 * A kind this version has no word for. The field is described and passed on unchanged; every accessor of values fails with
 * `wrong-kind`, and so does `add-field`. `field.gaps` still tells which rows have a value. In this preview lists are
 * such a kind: it has no accessors for them.
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
/**
 * What a caller can do about a failed call: match on it.
 * # Variants
 *
 * ## `"not-found"`
 *
 * Nothing has this name.
 * ## `"already-exists"`
 *
 * The name is taken, or this was done before and can be done once.
 * ## `"wrong-kind"`
 *
 * The field's kind and the accessor do not fit.
 * ## `"wrong-source"`
 *
 * Two of the things that were given belong to different data sources.
 * ## `"out-of-range"`
 *
 * A value, a row or a number of values is outside what is possible.
 * ## `"expired"`
 *
 * The packet is over: the call that brought it has returned.
 * ## `"not-now"`
 *
 * Possible, but not in this phase. See `lifecycle`.
 * ## `"limit-exceeded"`
 *
 * A cap is reached, and stays: waiting makes no room, what the gadget itself gives back may.
 * ## `"denied"`
 *
 * Not allowed to this gadget, and it will not be later in this run.
 * ## `"busy"`
 *
 * Possible, but not before something else has gone on: the same call may succeed in a later one.
 * ## `"other"`
 *
 * Anything else.
 */
export type ErrorCode =
  | 'not-found'
  | 'already-exists'
  | 'wrong-kind'
  | 'wrong-source'
  | 'out-of-range'
  | 'expired'
  | 'not-now'
  | 'limit-exceeded'
  | 'denied'
  | 'busy'
  | 'other';
/**
 * How a call fails: answered by imports to a gadget, and by a gadget's exports to the host.
 *
 * A failed call has changed nothing.
 */
export interface Error {
  /**
   * What can be done about it.
   */
  code: ErrorCode;
  /**
   * What went wrong, for people: may be empty, may change in any release and must not be parsed. Of a text that a gadget
   * answers, the host shows at most 8192 bytes of UTF-8; the rest is cut and marked.
   */
  text: string;
}
/**
 * A note on a field for those who show it: a key and what it says.
 */
export interface Annotation {
  /**
   * What the note is about, such as `description` or `columns.width`. 1 to 256 bytes of UTF-8; unique in its field.
   */
  key: string;
  /**
   * What it says. 0 to 4096 bytes of UTF-8.
   */
  value: string;
}
