/** Types of the interface gadget:api/field@2.0.0-preview.1. Made from wit/ by `npm run gen`; edit the WIT instead. */
import type { Error, Kind, Annotation } from './gadget-api-types.ts';
import type { Packet } from './gadget-api-packet.ts';
export type { Error, Kind, Annotation, Packet };

/**
 * A column of signed 32-bit numbers.
 */
export interface S32Column {
  /**
   * One for each row, in order of rows; 0 in a gap.
   */
  values: Int32Array;
  /**
   * The rows without a value, ascending.
   */
  gaps: Uint32Array;
}
/**
 * A column of unsigned 32-bit numbers.
 */
export interface U32Column {
  /**
   * One for each row, in order of rows; 0 in a gap.
   */
  values: Uint32Array;
  /**
   * The rows without a value, ascending.
   */
  gaps: Uint32Array;
}
/**
 * A column of signed 64-bit numbers.
 */
export interface S64Column {
  /**
   * One for each row, in order of rows; 0 in a gap.
   */
  values: BigInt64Array;
  /**
   * The rows without a value, ascending.
   */
  gaps: Uint32Array;
}
/**
 * A column of unsigned 64-bit numbers.
 */
export interface U64Column {
  /**
   * One for each row, in order of rows; 0 in a gap.
   */
  values: BigUint64Array;
  /**
   * The rows without a value, ascending.
   */
  gaps: Uint32Array;
}
/**
 * A column of 64-bit floats.
 */
export interface F64Column {
  /**
   * One for each row, in order of rows; 0 in a gap.
   */
  values: Float64Array;
  /**
   * The rows without a value, ascending.
   */
  gaps: Uint32Array;
}
/**
 * A column of texts.
 */
export interface TextColumn {
  /**
   * One for each row, in order of rows; empty in a gap.
   */
  values: Array<string>;
  /**
   * The rows without a value, ascending.
   */
  gaps: Uint32Array;
}
/**
 * A column of text or bytes as one block.
 *
 * Value i is `data[ends[i-1]..ends[i]]`; the first starts at 0. (Arrow's offsets without the leading 0.)
 */
export interface PackedColumn {
  /**
   * Where each value ends in `data`, in bytes: one number per row. They never fall, and the last one is the length of
   * `data`; empty when there are no rows. A gap is empty.
   */
  ends: Uint32Array;
  /**
   * The values one after the other, with nothing between them. At most 256 MiB (268,435,456 bytes). Text is UTF-8, but
   * what is not UTF-8 is neither refused nor replaced here.
   */
  data: Uint8Array;
  /**
   * The rows without a value, ascending.
   */
  gaps: Uint32Array;
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
   * Whether anybody will look at this field. Who fills it may save the work if not.
   *
   * True during `init`. Constant from `start` on. False: nobody will look in this run. True: somebody does, or may: an
   * output that prints it, or a gadget behind this one in the chain that asked for it in its `init`. Never fails.
   */
  requested(): boolean;
  /**
   * Add a tag of 1 to 256 bytes of UTF-8, to a field of any source. Adding it again does nothing. Tags are words by which
   * others find a field, such as `path` or `unit:bytes`.
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
   * The truth value of one row; none if unset.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean; with
   * `out-of-range` when `row` is not below `packet.len`.
   */
  getBool(packet: Packet, row: number): boolean | undefined;
  /**
   * The value of one row as a signed 32-bit number; none if unset.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8, int16, int32, uint8 or uint16; with
   * `out-of-range` when `row` is not below `packet.len`.
   */
  getS32(packet: Packet, row: number): number | undefined;
  /**
   * The value of one row as an unsigned 32-bit number; none if unset.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, uint8, uint16 or uint32; with
   * `out-of-range` when `row` is not below `packet.len`.
   */
  getU32(packet: Packet, row: number): number | undefined;
  /**
   * The value of one row as a signed 64-bit number; none if unset.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8 to int64, or uint8 to uint32; with
   * `out-of-range` when `row` is not below `packet.len`.
   */
  getS64(packet: Packet, row: number): bigint | undefined;
  /**
   * The value of one row as an unsigned 64-bit number; none if unset.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, or uint8 to uint64; with
   * `out-of-range` when `row` is not below `packet.len`.
   */
  getU64(packet: Packet, row: number): bigint | undefined;
  /**
   * The value of one row as a 64-bit float, which holds each of these kinds exactly; none if unset.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is float32, float64, int8 to int32, or uint8 to uint32; with
   * `out-of-range` when `row` is not below `packet.len`.
   */
  getF64(packet: Packet, row: number): number | undefined;
  /**
   * The value of one row as text; none if unset. At most 16 MiB as stored. What is not UTF-8 reads as U+FFFD; a
   * value of fixed size ends at its first NUL. The caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text; with `out-of-range` when
   * `row` is not below `packet.len`.
   */
  getText(packet: Packet, row: number): string | undefined;
  /**
   * The bytes of one row; none if unset. At most 16 MiB. Text comes as stored, UTF-8 or not; a value of fixed size
   * with all its NULs. The caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text or bytes; with
   * `out-of-range` when `row` is not below `packet.len`.
   */
  getBytes(packet: Packet, row: number): Uint8Array | undefined;
  /**
   * Set the truth value of one row, or with none take it away.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean;
   * with `out-of-range` when `row` is not below `packet.len`.
   */
  setBool(packet: Packet, row: number, value: boolean | undefined): void;
  /**
   * Set one row to a signed number, or with none take its value away. A boolean takes 0 and 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8, int16, int32, uint8 or uint16;
   * with `out-of-range` when `row` is not below `packet.len`, or the kind
   * cannot hold `value`.
   */
  setS32(packet: Packet, row: number, value: number | undefined): void;
  /**
   * Set one row to an unsigned number, or with none take its value away. A boolean takes 0 and 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, uint8, uint16 or uint32;
   * with `out-of-range` when `row` is not below `packet.len`, or the kind
   * cannot hold `value`.
   */
  setU32(packet: Packet, row: number, value: number | undefined): void;
  /**
   * Set one row to a signed 64-bit number, or with none take its value away. A boolean takes 0 and 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8 to int64, or uint8 to uint32;
   * with `out-of-range` when `row` is not below `packet.len`, or the kind
   * cannot hold `value`.
   */
  setS64(packet: Packet, row: number, value: bigint | undefined): void;
  /**
   * Set one row to an unsigned 64-bit number, or with none take its value away. A boolean takes 0 and 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, or uint8 to uint64;
   * with `out-of-range` when `row` is not below `packet.len`, or the kind
   * cannot hold `value`.
   */
  setU64(packet: Packet, row: number, value: bigint | undefined): void;
  /**
   * Set one row to a float, or with none take its value away. float32 rounds to the nearest; integer kinds take whole numbers
   * that fit, and -0 as 0; infinities and NaN pass into float32 and float64.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is float32, float64, int8 to
   * int32, or uint8 to uint32; with `out-of-range` when `row` is not below `packet.len`, or the kind cannot hold
   * `value` (a finite number that float32 rounds to infinity; for integers a fraction, an infinity or NaN).
   */
  setF64(packet: Packet, row: number, value: number | undefined): void;
  /**
   * Set the text of one row, or with none take it away. Empty is a value. The host copies it.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text; with `out-of-range` when
   * `row` is not below `packet.len`, or when the field is of fixed size and `value` is longer than that or has a NUL
   * in it; with `limit-exceeded` for more than 16 MiB, or when the column would hold more than 256 MiB in this
   * packet.
   */
  setText(packet: Packet, row: number, value: string | undefined): void;
  /**
   * Set the bytes of one row, stored as they are, also in a text field, or with none take them away. Empty is a value. The
   * host copies them.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text or bytes; with
   * `out-of-range` when `row` is not below `packet.len`, or when the field is of fixed size and `value` is longer
   * than that; with `limit-exceeded` for more than 16 MiB, or when the column would hold more than 256 MiB in this
   * packet.
   */
  setBytes(packet: Packet, row: number, value: Uint8Array | undefined): void;
  /**
   * The rows without a value, ascending; empty when all have one. Discarded rows are counted as all others. For every kind,
   * `other` included.
   *
   * Fails with `expired`; with `wrong-source`.
   */
  gaps(packet: Packet): Uint32Array;
  /**
   * The whole column as signed 32-bit numbers. The caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8, int16, int32, uint8 or uint16.
   */
  columnS32(packet: Packet): S32Column;
  /**
   * The whole column as unsigned 32-bit numbers. The caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, uint8, uint16 or uint32.
   */
  columnU32(packet: Packet): U32Column;
  /**
   * The whole column as signed 64-bit numbers. The caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8 to int64, or uint8 to uint32.
   */
  columnS64(packet: Packet): S64Column;
  /**
   * The whole column as unsigned 64-bit numbers. The caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, or uint8 to uint64.
   */
  columnU64(packet: Packet): U64Column;
  /**
   * The whole column as 64-bit floats. The caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is float32, float64, int8 to int32, or uint8 to uint32.
   */
  columnF64(packet: Packet): F64Column;
  /**
   * The whole column as texts: what is not UTF-8 reads as U+FFFD, a value of fixed size ends at its first NUL. The caller
   * owns the copy. Costly: a text is made for each row; `column-packed` is one copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text.
   */
  columnText(packet: Packet): TextColumn;
  /**
   * The whole column as one block: text comes as stored, UTF-8 or not, and values of fixed size with all their NULs. The
   * caller owns the copy.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text or bytes.
   */
  columnPacked(packet: Packet): PackedColumn;
  /**
   * Set the whole column from signed 32-bit numbers, or nothing of it. A boolean takes 0 and 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8, int16, int32, uint8 or uint16;
   * with `out-of-range` for a column that does not fit the packet (see the interface), or when the kind cannot hold one of
   * `values`.
   */
  setColumnS32(packet: Packet, column: S32Column): void;
  /**
   * Set the whole column from unsigned 32-bit numbers, or nothing of it. A boolean takes 0 and 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, uint8, uint16 or uint32;
   * with `out-of-range` for a column that does not fit the packet (see the interface), or when the kind cannot hold one of
   * `values`.
   */
  setColumnU32(packet: Packet, column: U32Column): void;
  /**
   * Set the whole column from signed 64-bit numbers, or nothing of it. A boolean takes 0 and 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, int8 to int64, or uint8 to uint32;
   * with `out-of-range` for a column that does not fit the packet (see the interface), or when the kind cannot hold one of
   * `values`.
   */
  setColumnS64(packet: Packet, column: S64Column): void;
  /**
   * Set the whole column from unsigned 64-bit numbers, or nothing of it. A boolean takes 0 and 1.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is boolean, or uint8 to uint64;
   * with `out-of-range` for a column that does not fit the packet (see the interface), or when the kind cannot hold one of
   * `values`.
   */
  setColumnU64(packet: Packet, column: U64Column): void;
  /**
   * Set the whole column from 64-bit floats, or nothing of it. Each is treated as in `set-f64`.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is float32, float64, int8 to int32, or uint8 to uint32;
   * with `out-of-range` for a column that does not fit the packet (see the interface), or when the kind cannot hold one of
   * `values`.
   */
  setColumnF64(packet: Packet, column: F64Column): void;
  /**
   * Set the whole column from texts, or nothing of it. The host copies them.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text; with `out-of-range` for a
   * column that does not fit the packet (see the interface), or when the field is of fixed size and a value is longer than that or
   * has a NUL in it; with `limit-exceeded` when a value is longer than 16 MiB or all of them than 256 MiB.
   */
  setColumnText(packet: Packet, column: TextColumn): void;
  /**
   * Set the whole column from one block, or nothing of it. Bytes are stored as they are, also in a text field. The host copies
   * them.
   *
   * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless the field is text or bytes; with
   * `out-of-range` for a column that does not fit the packet (see the interface), when `ends` falls somewhere or does not end with the
   * length of `data`, or when the field is of fixed size and a value is longer than that; with `limit-exceeded` when a
   * value is longer than 16 MiB or all of them than 256 MiB.
   */
  setColumnPacked(packet: Packet, column: PackedColumn): void;
}
