/** Types of the interface gadget:api/types@1.1.0. Made from wit/ by `npm run gen`; edit the WIT instead. */

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
 * A kind that has no word here. Fields of lists are of it, and are read and written by the interface `lists`; others are of
 * kinds that came later. The field is listed, described and passed on unchanged; every accessor of values in `field`
 * fails with `wrong-kind`, and so does `add-field`. It can still be asked whether a row is set.
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
 * How a call fails: answered by imports to a gadget, and by a gadget's exports to the host.
 *
 * The case says what the caller can do about it: match on the case. The text that some cases carry is for people, may
 * change in any release and must not be parsed. Of a text that a gadget answers, the host shows at most 8192 bytes
 * of UTF-8, the rest is cut and marked; empty is allowed.
 *
 * A failed call has changed nothing, unless its comment says that it consumes something.
 */
export type ApiError =
  | ApiErrorNotFound
  | ApiErrorAlreadyExists
  | ApiErrorWrongKind
  | ApiErrorWrongSource
  | ApiErrorOutOfRange
  | ApiErrorExpired
  | ApiErrorNotNow
  | ApiErrorLimitExceeded
  | ApiErrorDenied
  | ApiErrorBusy
  | ApiErrorOther;
/**
 * Nothing has this name. The text holds the name.
 */
export interface ApiErrorNotFound {
  tag: 'not-found';
  val: string;
}
/**
 * The name is taken, or this was done before and can be done once. The text holds the name.
 */
export interface ApiErrorAlreadyExists {
  tag: 'already-exists';
  val: string;
}
/**
 * The field's kind and the accessor do not fit. The text names both.
 */
export interface ApiErrorWrongKind {
  tag: 'wrong-kind';
  val: string;
}
/**
 * The field and the packet belong to different data sources. The text names both.
 */
export interface ApiErrorWrongSource {
  tag: 'wrong-source';
  val: string;
}
/**
 * A value, a row or a number of values is outside what is possible. The text says which, and what is possible.
 */
export interface ApiErrorOutOfRange {
  tag: 'out-of-range';
  val: string;
}
/**
 * The packet is over: the call that brought it has returned.
 */
export interface ApiErrorExpired {
  tag: 'expired';
}
/**
 * Possible, but not in this phase. The text says in which. See `lifecycle`.
 */
export interface ApiErrorNotNow {
  tag: 'not-now';
  val: string;
}
/**
 * A cap is reached, and stays: waiting makes no room, what the gadget itself gives back may. The text names the cap
 * and its number.
 */
export interface ApiErrorLimitExceeded {
  tag: 'limit-exceeded';
  val: string;
}
/**
 * Not allowed to this gadget, and it will not be later in this run. The text says why.
 */
export interface ApiErrorDenied {
  tag: 'denied';
  val: string;
}
/**
 * Possible, but not before something else has gone on: the same call may succeed in a later one. The text says what
 * is waited for.
 */
export interface ApiErrorBusy {
  tag: 'busy';
  val: string;
}
/**
 * Anything else.
 */
export interface ApiErrorOther {
  tag: 'other';
  val: string;
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
