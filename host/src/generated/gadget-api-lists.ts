/** Types of the interface gadget:api/lists@1.1.0. Made from wit/ by `npm run gen`; edit the WIT instead. */
import type { ApiError, Kind } from './gadget-api-types.ts';
import type { Packet } from './gadget-api-packet.ts';
import type { Field, Packed } from './gadget-api-field.ts';
import type { DataSource } from './gadget-api-datasource.ts';
export type { ApiError, Kind, Packet, Field, Packed, DataSource };

/**
 * What is in the lists of a field; none for a field of anything else, one of kind `other` that this version has no
 * word for included. Never `other`. Never fails.
 */
export declare function elementKind(field: Field): Kind | undefined;
/**
 * Declare a field of lists, as `data-source.add-field` does for the other kinds, and fail as it does: with
 * `wrong-kind` when `elements` is `other`.
 */
export declare function addListField(source: DataSource, name: string, elements: Kind): Field;
/**
 * The list of one row, as signed 32-bit numbers; empty if unset. The caller owns the copy.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, int8,
 * int16, int32, uint8 or uint16; with `out-of-range` when `row` is not below `packet.len`.
 */
export declare function getS32(field: Field, packet: Packet, row: number): Int32Array;
/**
 * The list of one row, as unsigned 32-bit numbers; empty if unset. The caller owns the copy.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, uint8,
 * uint16 or uint32; with `out-of-range` when `row` is not below `packet.len`.
 */
export declare function getU32(field: Field, packet: Packet, row: number): Uint32Array;
/**
 * The list of one row, as signed 64-bit numbers; empty if unset. The caller owns the copy.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, int8 to
 * int64, or uint8 to uint32; with `out-of-range` when `row` is not below `packet.len`.
 */
export declare function getS64(field: Field, packet: Packet, row: number): BigInt64Array;
/**
 * The list of one row, as unsigned 64-bit numbers; empty if unset. The caller owns the copy.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, or uint8 to
 * uint64; with `out-of-range` when `row` is not below `packet.len`.
 */
export declare function getU64(field: Field, packet: Packet, row: number): BigUint64Array;
/**
 * The list of one row, as 64-bit floats; empty if unset. The caller owns the copy.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of float32, float64,
 * int8 to int32, or uint8 to uint32; with `out-of-range` when `row` is not below `packet.len`.
 */
export declare function getF64(field: Field, packet: Packet, row: number): Float64Array;
/**
 * The list of one row, as texts; empty if unset. What is not UTF-8 reads as U+FFFD. The caller owns the copy.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of text; with
 * `out-of-range` when `row` is not below `packet.len`.
 */
export declare function getText(field: Field, packet: Packet, row: number): Array<string>;
/**
 * The list of one row, as texts or byte strings; empty if unset. As one block; text comes as stored, UTF-8 or not.
 * The caller owns the copy.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of text or bytes; with
 * `out-of-range` when `row` is not below `packet.len`.
 */
export declare function getPacked(field: Field, packet: Packet, row: number): Packed;
/**
 * Set the list of one row, from signed 32-bit numbers. No elements are a value. A boolean takes 0 and 1. The host
 * copies them.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, int8,
 * int16, int32, uint8 or uint16; with `out-of-range` when `row` is not below `packet.len`, or the kind of the
 * elements cannot hold one of them; with `limit-exceeded` for more than 16 MiB, or when the column would hold more
 * than 256 MiB in this packet.
 */
export declare function setS32(field: Field, packet: Packet, row: number, values: Int32Array): void;
/**
 * Set the list of one row, from unsigned 32-bit numbers. No elements are a value. A boolean takes 0 and 1. The host
 * copies them.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, uint8,
 * uint16 or uint32; with `out-of-range` when `row` is not below `packet.len`, or the kind of the elements cannot
 * hold one of them; with `limit-exceeded` for more than 16 MiB, or when the column would hold more than 256 MiB in
 * this packet.
 */
export declare function setU32(field: Field, packet: Packet, row: number, values: Uint32Array): void;
/**
 * Set the list of one row, from signed 64-bit numbers. No elements are a value. A boolean takes 0 and 1. The host
 * copies them.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, int8 to
 * int64, or uint8 to uint32; with `out-of-range` when `row` is not below `packet.len`, or the kind of the elements
 * cannot hold one of them; with `limit-exceeded` for more than 16 MiB, or when the column would hold more than 256
 * MiB in this packet.
 */
export declare function setS64(field: Field, packet: Packet, row: number, values: BigInt64Array): void;
/**
 * Set the list of one row, from unsigned 64-bit numbers. No elements are a value. A boolean takes 0 and 1. The host
 * copies them.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, or uint8 to
 * uint64; with `out-of-range` when `row` is not below `packet.len`, or the kind of the elements cannot hold one of
 * them; with `limit-exceeded` for more than 16 MiB, or when the column would hold more than 256 MiB in this packet.
 */
export declare function setU64(field: Field, packet: Packet, row: number, values: BigUint64Array): void;
/**
 * Set the list of one row, from 64-bit floats. No elements are a value. Each is treated as in `field.set-f64`. The
 * host copies them.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of float32, float64,
 * int8 to int32, or uint8 to uint32; with `out-of-range` when `row` is not below `packet.len`, or the kind of the
 * elements cannot hold one of them; with `limit-exceeded` for more than 16 MiB, or when the column would hold more
 * than 256 MiB in this packet.
 */
export declare function setF64(field: Field, packet: Packet, row: number, values: Float64Array): void;
/**
 * Set the list of one row, from texts. No elements are a value. The host copies them.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of text; with
 * `out-of-range` when `row` is not below `packet.len`; with `limit-exceeded` for more than 16 MiB, or when the
 * column would hold more than 256 MiB in this packet.
 */
export declare function setText(field: Field, packet: Packet, row: number, values: Array<string>): void;
/**
 * Set the list of one row, from texts or byte strings in one block. No elements are a value. They are stored as they
 * are, also in a field of texts. The host copies them.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of text or bytes; with
 * `out-of-range` when `row` is not below `packet.len`, or when `ends` falls somewhere or does not end with the
 * length of `data`; with `limit-exceeded` for more than 16 MiB, or when the column would hold more than 256 MiB in
 * this packet.
 */
export declare function setPacked(field: Field, packet: Packet, row: number, values: Packed): void;
/**
 * The whole column, as signed 32-bit numbers: exactly `packet.len` lists in order of rows, discarded rows included;
 * an empty one where unset. The caller owns the copy.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, int8,
 * int16, int32, uint8 or uint16.
 */
export declare function columnS32(field: Field, packet: Packet): S32Lists;
/**
 * The whole column, as unsigned 32-bit numbers: exactly `packet.len` lists in order of rows, discarded rows
 * included; an empty one where unset. The caller owns the copy.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, uint8,
 * uint16 or uint32.
 */
export declare function columnU32(field: Field, packet: Packet): U32Lists;
/**
 * The whole column, as signed 64-bit numbers: exactly `packet.len` lists in order of rows, discarded rows included;
 * an empty one where unset. The caller owns the copy.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, int8 to
 * int64, or uint8 to uint32.
 */
export declare function columnS64(field: Field, packet: Packet): S64Lists;
/**
 * The whole column, as unsigned 64-bit numbers: exactly `packet.len` lists in order of rows, discarded rows
 * included; an empty one where unset. The caller owns the copy.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, or uint8 to
 * uint64.
 */
export declare function columnU64(field: Field, packet: Packet): U64Lists;
/**
 * The whole column, as 64-bit floats: exactly `packet.len` lists in order of rows, discarded rows included; an empty
 * one where unset. The caller owns the copy.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of float32, float64,
 * int8 to int32, or uint8 to uint32.
 */
export declare function columnF64(field: Field, packet: Packet): F64Lists;
/**
 * The whole column, as texts: exactly `packet.len` lists in order of rows, discarded rows included; an empty one
 * where unset. What is not UTF-8 reads as U+FFFD. The caller owns the copy.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of text.
 */
export declare function columnText(field: Field, packet: Packet): TextLists;
/**
 * The whole column, as blocks of texts or byte strings: exactly `packet.len` lists in order of rows, discarded rows
 * included; an empty one where unset. Text comes as stored, UTF-8 or not. The caller owns the copy.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of text or bytes.
 */
export declare function columnPacked(field: Field, packet: Packet): PackedLists;
/**
 * Set the whole column, from signed 32-bit numbers: exactly `packet.len` lists in order of rows, discarded rows
 * included. Every row is set afterwards; all are written or none. A boolean takes 0 and 1. The host copies them.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, int8,
 * int16, int32, uint8 or uint16; with `out-of-range` when `values.ends` has another length than `packet.len`, falls
 * somewhere, or does not end with the number of elements; when the kind of the elements cannot hold one of them;
 * with `limit-exceeded` when a list is longer than 16 MiB or all of them than 256 MiB.
 */
export declare function setColumnS32(field: Field, packet: Packet, values: S32Lists): void;
/**
 * Set the whole column, from unsigned 32-bit numbers: exactly `packet.len` lists in order of rows, discarded rows
 * included. Every row is set afterwards; all are written or none. A boolean takes 0 and 1. The host copies them.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, uint8,
 * uint16 or uint32; with `out-of-range` when `values.ends` has another length than `packet.len`, falls somewhere, or
 * does not end with the number of elements; when the kind of the elements cannot hold one of them; with
 * `limit-exceeded` when a list is longer than 16 MiB or all of them than 256 MiB.
 */
export declare function setColumnU32(field: Field, packet: Packet, values: U32Lists): void;
/**
 * Set the whole column, from signed 64-bit numbers: exactly `packet.len` lists in order of rows, discarded rows
 * included. Every row is set afterwards; all are written or none. A boolean takes 0 and 1. The host copies them.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, int8 to
 * int64, or uint8 to uint32; with `out-of-range` when `values.ends` has another length than `packet.len`, falls
 * somewhere, or does not end with the number of elements; when the kind of the elements cannot hold one of them;
 * with `limit-exceeded` when a list is longer than 16 MiB or all of them than 256 MiB.
 */
export declare function setColumnS64(field: Field, packet: Packet, values: S64Lists): void;
/**
 * Set the whole column, from unsigned 64-bit numbers: exactly `packet.len` lists in order of rows, discarded rows
 * included. Every row is set afterwards; all are written or none. A boolean takes 0 and 1. The host copies them.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of boolean, or uint8 to
 * uint64; with `out-of-range` when `values.ends` has another length than `packet.len`, falls somewhere, or does not
 * end with the number of elements; when the kind of the elements cannot hold one of them; with `limit-exceeded` when
 * a list is longer than 16 MiB or all of them than 256 MiB.
 */
export declare function setColumnU64(field: Field, packet: Packet, values: U64Lists): void;
/**
 * Set the whole column, from 64-bit floats: exactly `packet.len` lists in order of rows, discarded rows included.
 * Every row is set afterwards; all are written or none. Each element is treated as in `field.set-f64`. The host
 * copies them.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of float32, float64,
 * int8 to int32, or uint8 to uint32; with `out-of-range` when `values.ends` has another length than `packet.len`,
 * falls somewhere, or does not end with the number of elements; when the kind of the elements cannot hold one of
 * them; with `limit-exceeded` when a list is longer than 16 MiB or all of them than 256 MiB.
 */
export declare function setColumnF64(field: Field, packet: Packet, values: F64Lists): void;
/**
 * Set the whole column, from texts: exactly `packet.len` lists in order of rows, discarded rows included. Every row
 * is set afterwards; all are written or none. The host copies them.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of text; with
 * `out-of-range` when `values.ends` has another length than `packet.len`, falls somewhere, or does not end with the
 * number of elements; with `limit-exceeded` when a list is longer than 16 MiB or all of them than 256 MiB.
 */
export declare function setColumnText(field: Field, packet: Packet, values: TextLists): void;
/**
 * Set the whole column, from blocks of texts or byte strings: exactly `packet.len` lists in order of rows, discarded
 * rows included. Every row is set afterwards; all are written or none. Elements are stored as they are, also in a
 * field of texts. The host copies them.
 *
 * Fails with `expired`; with `wrong-source`; with `wrong-kind` unless it is a field of lists of text or bytes; with
 * `out-of-range` when `values.ends` has another length than `packet.len`, falls somewhere, or does not end with the
 * number of elements; the same holds for `values.values`; with `limit-exceeded` when a list is longer than 16 MiB or
 * all of them than 256 MiB.
 */
export declare function setColumnPacked(field: Field, packet: Packet, values: PackedLists): void;
/**
 * A column of lists of signed 32-bit numbers. The list of row i is `values[ends[i-1]..ends[i]]`; the first starts at
 * 0.
 */
export interface S32Lists {
  /**
   * Where each list ends in `values`, in elements: one number per row. They never fall, and the last one is the length
   * of `values`; empty when there are no rows.
   */
  ends: Uint32Array;
  /**
   * The elements of all rows, one after the other.
   */
  values: Int32Array;
}
/**
 * A column of lists of unsigned 32-bit numbers. The list of row i is `values[ends[i-1]..ends[i]]`; the first starts
 * at 0.
 */
export interface U32Lists {
  /**
   * Where each list ends in `values`, in elements: one number per row. They never fall, and the last one is the length
   * of `values`; empty when there are no rows.
   */
  ends: Uint32Array;
  /**
   * The elements of all rows, one after the other.
   */
  values: Uint32Array;
}
/**
 * A column of lists of signed 64-bit numbers. The list of row i is `values[ends[i-1]..ends[i]]`; the first starts at
 * 0.
 */
export interface S64Lists {
  /**
   * Where each list ends in `values`, in elements: one number per row. They never fall, and the last one is the length
   * of `values`; empty when there are no rows.
   */
  ends: Uint32Array;
  /**
   * The elements of all rows, one after the other.
   */
  values: BigInt64Array;
}
/**
 * A column of lists of unsigned 64-bit numbers. The list of row i is `values[ends[i-1]..ends[i]]`; the first starts
 * at 0.
 */
export interface U64Lists {
  /**
   * Where each list ends in `values`, in elements: one number per row. They never fall, and the last one is the length
   * of `values`; empty when there are no rows.
   */
  ends: Uint32Array;
  /**
   * The elements of all rows, one after the other.
   */
  values: BigUint64Array;
}
/**
 * A column of lists of 64-bit floats. The list of row i is `values[ends[i-1]..ends[i]]`; the first starts at 0.
 */
export interface F64Lists {
  /**
   * Where each list ends in `values`, in elements: one number per row. They never fall, and the last one is the length
   * of `values`; empty when there are no rows.
   */
  ends: Uint32Array;
  /**
   * The elements of all rows, one after the other.
   */
  values: Float64Array;
}
/**
 * A column of lists of texts. The list of row i is `values[ends[i-1]..ends[i]]`; the first starts at 0.
 */
export interface TextLists {
  /**
   * Where each list ends in `values`, in elements: one number per row. They never fall, and the last one is the length
   * of `values`; empty when there are no rows.
   */
  ends: Uint32Array;
  /**
   * The elements of all rows, one after the other.
   */
  values: Array<string>;
}
/**
 * A column of lists of text or bytes, as blocks: the elements of row i are those from `ends[i-1]` to before
 * `ends[i]` of `values`; the first row starts at 0.
 */
export interface PackedLists {
  /**
   * Where each list ends in `values`, in elements: one number per row. They never fall, and the last one is the number
   * of elements; empty when there are no rows.
   */
  ends: Uint32Array;
  /**
   * The elements of all rows, one after the other.
   */
  values: Packed;
}
