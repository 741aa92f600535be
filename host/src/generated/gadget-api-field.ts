/** Types of the interface gadget:api/field@1.1.0. Made from wit/ by `npm run gen`; edit the WIT instead. */
import type { ApiError, Kind, Annotation } from './gadget-api-types.ts';
import type { Packet } from './gadget-api-packet.ts';
export type { ApiError, Kind, Annotation, Packet };

/**
 * A column of text or bytes as one block.
 *
 * Value i is `data[ends[i-1]..ends[i]]`; the first starts at 0. (Arrow's offsets without the leading 0.)
 */
export interface Packed {
  /**
   * Where each value ends in `data`, in bytes: one number per row. They never fall, and the last one is the length of
   * `data`; empty when there are no rows.
   */
  ends: Uint32Array;
  /**
   * The values one after the other, with nothing between them. At most 256 MiB (268,435,456 bytes). Text is UTF-8, but
   * what is not UTF-8 is neither refused nor replaced here.
   */
  data: Uint8Array;
}

export declare class Field {
  /**
   * This type does not have a public constructor.
   */
  private constructor();
  /**
   * The full name, with the parents: `a.b` is `b` within `a`. As it was declared; 1 to 256 bytes of UTF-8. Never fails.
   */
  name(): string;
  /**
   * What its values are. Never fails.
   */
  kind(): Kind;
  /**
   * The size of every value in bytes, for text and bytes of fixed size (such as a char array of the kernel); none for
   * variable sizes and for all other kinds. Fields made by `add-field` are of variable size. Never fails.
   */
  fixedSize(): number | undefined;
  /**
   * Whether anybody will look at this field. Who fills it may save the work if not.
   *
   * True during `init`. Constant from `start` on. False: nobody will look in this run. True: somebody does, or may: an
   * output that prints it, or a gadget behind this one in the chain that obtained it by `get-field` or `fields` during
   * its `init`. Never fails.
   */
  requested(): boolean;
  /**
   * The tags, in the order in which they were added; at most 64. Tags are words by which others find a field, such as
   * `path` or `unit:bytes`. Available in every phase, never fails.
   */
  tags(): Array<string>;
  /**
   * The annotations, in the order in which their keys were first used; at most 64. Available in every phase, never
   * fails.
   */
  annotations(): Array<Annotation>;
  /**
   * Add a tag of 1 to 256 bytes of UTF-8, to a field of any source. Adding it again does nothing.
   *
   * Fails with `not-now` after `init`; with `out-of-range` for an empty tag; with `limit-exceeded` for a longer one or
   * when the field has 64.
   */
  addTag(tag: string): void;
  /**
   * Put a note on a field of any source; a note with the same key is replaced. See `annotation` for the bounds.
   *
   * Fails with `not-now` after `init`; with `out-of-range` for an empty key; with `limit-exceeded` for a key of more
   * than 256 bytes, a value of more than 4096 bytes, or when the field has 64 annotations with other keys.
   */
  annotate(key: string, value: string): void;
  /**
   * Whether outputs leave the field out unless someone asks for it by name. Gadgets get it either way. False at first;
   * any gadget may set it and the last one counts.
   *
   * Fails with `not-now` after `init`.
   */
  setHidden(hidden: boolean): void;
  /**
   * Whether this row has a value. For every kind, `other` included.
   *
   * Fails with `expired`; with `wrong-source`; with `out-of-range` when `row` is not below `packet.len`.
   */
  isSet(packet: Packet, row: number): boolean;
  /**
   * Take the value of this row away. Doing it twice is fine.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` for the kind `other`; with `out-of-range` when `row` is not
   * below `packet.len`.
   */
  unset(packet: Packet, row: number): void;
  /**
   * The truth value of one row; false if unset.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean; with `out-of-range`
   * when `row` is not below `packet.len`.
   */
  getBool(packet: Packet, row: number): boolean;
  /**
   * The value of one row as a signed 32-bit number; 0 if unset.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8, int16, int32,
   * uint8 or uint16; with `out-of-range` when `row` is not below `packet.len`.
   */
  getS32(packet: Packet, row: number): number;
  /**
   * The value of one row as an unsigned 32-bit number; 0 if unset.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, uint8, uint16 or
   * uint32; with `out-of-range` when `row` is not below `packet.len`.
   */
  getU32(packet: Packet, row: number): number;
  /**
   * The value of one row as a signed 64-bit number; 0 if unset.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8 to int64, or
   * uint8 to uint32; with `out-of-range` when `row` is not below `packet.len`.
   */
  getS64(packet: Packet, row: number): bigint;
  /**
   * The value of one row as an unsigned 64-bit number; 0 if unset.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, or uint8 to uint64;
   * with `out-of-range` when `row` is not below `packet.len`.
   */
  getU64(packet: Packet, row: number): bigint;
  /**
   * The value of one row as a 64-bit float, which holds each of these kinds exactly; 0 if unset.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is float32, float64, int8 to
   * int32, or uint8 to uint32; with `out-of-range` when `row` is not below `packet.len`.
   */
  getF64(packet: Packet, row: number): number;
  /**
   * The value of one row as text; empty if unset. At most 16 MiB as stored. What is not UTF-8 reads as U+FFFD; a
   * value of fixed size ends at its first NUL. The caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text; with `out-of-range` when
   * `row` is not below `packet.len`.
   */
  getText(packet: Packet, row: number): string;
  /**
   * The bytes of one row; empty if unset. At most 16 MiB. Text comes as stored, UTF-8 or not; a value of fixed size
   * with all its NULs. The caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text or bytes; with
   * `out-of-range` when `row` is not below `packet.len`.
   */
  getBytes(packet: Packet, row: number): Uint8Array;
  /**
   * Set the truth value of one row.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean; with `out-of-range`
   * when `row` is not below `packet.len`.
   */
  setBool(packet: Packet, row: number, value: boolean): void;
  /**
   * Set one row to a signed number. A boolean takes 0 and 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8, int16, int32,
   * uint8 or uint16; with `out-of-range` when `row` is not below `packet.len`, or the kind cannot hold `value`.
   */
  setS32(packet: Packet, row: number, value: number): void;
  /**
   * Set one row to an unsigned number. A boolean takes 0 and 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, uint8, uint16 or
   * uint32; with `out-of-range` when `row` is not below `packet.len`, or the kind cannot hold `value`.
   */
  setU32(packet: Packet, row: number, value: number): void;
  /**
   * Set one row to a signed 64-bit number. A boolean takes 0 and 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8 to int64, or
   * uint8 to uint32; with `out-of-range` when `row` is not below `packet.len`, or the kind cannot hold `value`.
   */
  setS64(packet: Packet, row: number, value: bigint): void;
  /**
   * Set one row to an unsigned 64-bit number. A boolean takes 0 and 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, or uint8 to uint64;
   * with `out-of-range` when `row` is not below `packet.len`, or the kind cannot hold `value`.
   */
  setU64(packet: Packet, row: number, value: bigint): void;
  /**
   * Set one row to a float. float32 rounds to the nearest; integer kinds take whole numbers that fit, and -0 as 0;
   * infinities and NaN pass into float32 and float64.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is float32, float64, int8 to
   * int32, or uint8 to uint32; with `out-of-range` when `row` is not below `packet.len`, or the kind cannot hold
   * `value` (a finite number that float32 rounds to infinity; for integers a fraction, an infinity or NaN).
   */
  setF64(packet: Packet, row: number, value: number): void;
  /**
   * Set the text of one row. Empty is a value. The host copies it.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text; with `out-of-range` when
   * `row` is not below `packet.len`, or when the field is of fixed size and `value` is longer than that or has a NUL
   * in it; with `limit-exceeded` for more than 16 MiB, or when the column would hold more than 256 MiB in this
   * packet.
   */
  setText(packet: Packet, row: number, value: string): void;
  /**
   * Set the bytes of one row, stored as they are, also in a text field. Empty is a value. The host copies them.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text or bytes; with
   * `out-of-range` when `row` is not below `packet.len`, or when the field is of fixed size and `value` is longer
   * than that; with `limit-exceeded` for more than 16 MiB, or when the column would hold more than 256 MiB in this
   * packet.
   */
  setBytes(packet: Packet, row: number, value: Uint8Array): void;
  /**
   * Whether each row has a value: exactly `packet.len` answers in order of rows, discarded rows included. For every
   * kind, `other` included. A column of values cannot tell: there, what is unset reads as 0 or empty.
   *
   * Fails with `expired`; with `wrong-source`.
   */
  columnIsSet(packet: Packet): Array<boolean>;
  /**
   * The whole column as signed 32-bit numbers: exactly `packet.len` values in order of rows, discarded rows
   * included; 0 where unset. Empty for a packet without rows. The caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8, int16, int32,
   * uint8 or uint16.
   */
  columnS32(packet: Packet): Int32Array;
  /**
   * The whole column as unsigned 32-bit numbers: exactly `packet.len` values in order of rows, discarded rows
   * included; 0 where unset. Empty for a packet without rows. The caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, uint8, uint16 or
   * uint32.
   */
  columnU32(packet: Packet): Uint32Array;
  /**
   * The whole column as signed 64-bit numbers: exactly `packet.len` values in order of rows, discarded rows
   * included; 0 where unset. Empty for a packet without rows. The caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8 to int64, or
   * uint8 to uint32.
   */
  columnS64(packet: Packet): BigInt64Array;
  /**
   * The whole column as unsigned 64-bit numbers: exactly `packet.len` values in order of rows, discarded rows
   * included; 0 where unset. Empty for a packet without rows. The caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, or uint8 to uint64.
   */
  columnU64(packet: Packet): BigUint64Array;
  /**
   * The whole column as 64-bit floats: exactly `packet.len` values in order of rows, discarded rows included; 0
   * where unset. Empty for a packet without rows. The caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is float32, float64, int8 to
   * int32, or uint8 to uint32.
   */
  columnF64(packet: Packet): Float64Array;
  /**
   * The whole column as texts: exactly `packet.len` values in order of rows, discarded rows included; empty where
   * unset, and what is not UTF-8 reads as U+FFFD; a value of fixed size ends at its first NUL. Empty for a packet
   * without rows. The caller owns the copy. Costly: a text is made for each row; `column-packed` is one copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text.
   */
  columnText(packet: Packet): Array<string>;
  /**
   * The whole column as one block: exactly `packet.len` values in order of rows, discarded rows included; empty
   * where unset; text comes as stored, UTF-8 or not, and values of fixed size with all their NULs. No values in a
   * packet without rows. The caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text or bytes.
   */
  columnPacked(packet: Packet): Packed;
  /**
   * Set the whole column from signed 32-bit numbers: exactly `packet.len` values in order of rows, discarded rows
   * included. Every row is set afterwards, whatever its value; all values are written or none. A boolean takes 0 and
   * 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8, int16, int32,
   * uint8 or uint16; with `out-of-range` when `values` has another length than `packet.len`, or the kind cannot hold
   * one of them.
   */
  setColumnS32(packet: Packet, values: Int32Array): void;
  /**
   * Set the whole column from unsigned 32-bit numbers: exactly `packet.len` values in order of rows, discarded rows
   * included. Every row is set afterwards, whatever its value; all values are written or none. A boolean takes 0 and
   * 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, uint8, uint16 or
   * uint32; with `out-of-range` when `values` has another length than `packet.len`, or the kind cannot hold one of
   * them.
   */
  setColumnU32(packet: Packet, values: Uint32Array): void;
  /**
   * Set the whole column from signed 64-bit numbers: exactly `packet.len` values in order of rows, discarded rows
   * included. Every row is set afterwards, whatever its value; all values are written or none. A boolean takes 0 and
   * 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8 to int64, or
   * uint8 to uint32; with `out-of-range` when `values` has another length than `packet.len`, or the kind cannot hold
   * one of them.
   */
  setColumnS64(packet: Packet, values: BigInt64Array): void;
  /**
   * Set the whole column from unsigned 64-bit numbers: exactly `packet.len` values in order of rows, discarded rows
   * included. Every row is set afterwards, whatever its value; all values are written or none. A boolean takes 0 and
   * 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, or uint8 to uint64;
   * with `out-of-range` when `values` has another length than `packet.len`, or the kind cannot hold one of them.
   */
  setColumnU64(packet: Packet, values: BigUint64Array): void;
  /**
   * Set the whole column from 64-bit floats: exactly `packet.len` values in order of rows, discarded rows included.
   * Every row is set afterwards, whatever its value; all values are written or none. Each is treated as in
   * `set-f64`.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is float32, float64, int8 to
   * int32, or uint8 to uint32; with `out-of-range` when `values` has another length than `packet.len`, or the kind
   * cannot hold one of them.
   */
  setColumnF64(packet: Packet, values: Float64Array): void;
  /**
   * Set the whole column from texts: exactly `packet.len` values in order of rows, discarded rows included. Every
   * row is set afterwards, whatever its value; all values are written or none. The host copies them.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text; with `out-of-range` when
   * `values` has another length than `packet.len`, or when the field is of fixed size and a value is longer than
   * that or has a NUL in it; with `limit-exceeded` when a value is longer than 16 MiB or all of them than 256 MiB.
   */
  setColumnText(packet: Packet, values: Array<string>): void;
  /**
   * Set the whole column from one block: exactly `packet.len` values in order of rows, discarded rows included.
   * Every row is set afterwards, whatever its value; all values are written or none. Bytes are stored as they are,
   * also in a text field. The host copies them.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text or bytes; with
   * `out-of-range` when `values.ends` has another length than `packet.len`, when `ends` falls somewhere or does not
   * end with the length of `data`, or when the field is of fixed size and a value is longer than that; with
   * `limit-exceeded` when a value is longer than 16 MiB or all of them than 256 MiB.
   */
  setColumnPacked(packet: Packet, values: Packed): void;
  /**
   * Whether outputs leave the field out unless someone asks for it by name; see `set-hidden`. Never fails.
   */
  hidden(): boolean;
  /**
   * Take the values of several rows away: of all or of none. It fits every kind that this version has words for, lists
   * included.
   *
   * `rows` may be in any order, may name a row twice and may be empty, which does nothing.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` for the kind `other`, unless the field is one of
   * lists; with `out-of-range` when one of `rows` is not below `packet.len`.
   */
  unsetMany(packet: Packet, rows: Uint32Array): void;
}
