/** `gadget:api/lists`: fields whose values are lists. Free functions, as nothing can be added to a resource of `field`. */
import type { Draft } from '../data/draft.ts';
import type { Accessor, ElementKind, Kind } from '../data/kind.ts';
import type { Packed } from '../generated/gadget-api-field.ts';
import type { PackedLists, TextLists } from '../generated/gadget-api-lists.ts';
import { checkElements, draftFor } from './accessor-checks.ts';
import { type DataSource, declareField } from './datasource.ts';
import type { Field } from './field.ts';
import * as numbers from './list-numbers.ts';
import * as texts from './list-texts.ts';
import { checkRow, type Packet } from './packet.ts';

/** A column of lists of numbers, as a gadget gives it. */
interface Given<T> {
  readonly ends: ArrayLike<number>;
  readonly values: ArrayLike<T>;
}

export function elementKind({ field }: Field): ElementKind | undefined {
  return field.elements;
}

export function addListField(source: DataSource, name: string, elements: Kind): Field {
  return declareField(source, 'add-list-field', name, elements, true);
}

export function getS32(field: Field, packet: Packet, row: number): Int32Array {
  return numbers.readList(checked(field, 's32', packet, row), field.field, Int32Array, row);
}

export function getU32(field: Field, packet: Packet, row: number): Uint32Array {
  return numbers.readList(checked(field, 'u32', packet, row), field.field, Uint32Array, row);
}

export function getS64(field: Field, packet: Packet, row: number): BigInt64Array {
  return numbers.readList(checked(field, 's64', packet, row), field.field, BigInt64Array, row);
}

export function getU64(field: Field, packet: Packet, row: number): BigUint64Array {
  return numbers.readList(checked(field, 'u64', packet, row), field.field, BigUint64Array, row);
}

export function getF64(field: Field, packet: Packet, row: number): Float64Array {
  return numbers.readList(checked(field, 'f64', packet, row), field.field, Float64Array, row);
}

export function getText(field: Field, packet: Packet, row: number): string[] {
  return texts.readTexts(checked(field, 'text', packet, row), field.field, row);
}

export function getPacked(field: Field, packet: Packet, row: number): Packed {
  return texts.readPackedList(checked(field, 'bytes', packet, row), field.field, row);
}

export function setS32(field: Field, packet: Packet, row: number, values: ArrayLike<number>): void {
  numbers.writeList(field.guest, checked(field, 's32', packet, row), field.field, row, values);
}

export function setU32(field: Field, packet: Packet, row: number, values: ArrayLike<number>): void {
  numbers.writeList(field.guest, checked(field, 'u32', packet, row), field.field, row, values);
}

export function setS64(field: Field, packet: Packet, row: number, values: ArrayLike<bigint>): void {
  numbers.writeList(field.guest, checked(field, 's64', packet, row), field.field, row, values);
}

export function setU64(field: Field, packet: Packet, row: number, values: ArrayLike<bigint>): void {
  numbers.writeList(field.guest, checked(field, 'u64', packet, row), field.field, row, values);
}

export function setF64(field: Field, packet: Packet, row: number, values: ArrayLike<number>): void {
  numbers.writeList(field.guest, checked(field, 'f64', packet, row), field.field, row, values);
}

export function setText(field: Field, packet: Packet, row: number, values: ArrayLike<string>): void {
  texts.writeTexts(field.guest, checked(field, 'text', packet, row), field.field, row, values);
}

export function setPacked(field: Field, packet: Packet, row: number, values: Packed): void {
  texts.writePackedList(field.guest, checked(field, 'bytes', packet, row), field.field, row, values);
}

export function columnS32(field: Field, packet: Packet): numbers.NumberLists<Int32Array> {
  return numbers.readLists(fitting(field, 's32', packet), field.field, Int32Array);
}

export function columnU32(field: Field, packet: Packet): numbers.NumberLists<Uint32Array> {
  return numbers.readLists(fitting(field, 'u32', packet), field.field, Uint32Array);
}

export function columnS64(field: Field, packet: Packet): numbers.NumberLists<BigInt64Array> {
  return numbers.readLists(fitting(field, 's64', packet), field.field, BigInt64Array);
}

export function columnU64(field: Field, packet: Packet): numbers.NumberLists<BigUint64Array> {
  return numbers.readLists(fitting(field, 'u64', packet), field.field, BigUint64Array);
}

export function columnF64(field: Field, packet: Packet): numbers.NumberLists<Float64Array> {
  return numbers.readLists(fitting(field, 'f64', packet), field.field, Float64Array);
}

export function columnText(field: Field, packet: Packet): TextLists {
  return texts.readTextLists(fitting(field, 'text', packet), field.field);
}

export function columnPacked(field: Field, packet: Packet): PackedLists {
  return texts.readPackedLists(fitting(field, 'bytes', packet), field.field);
}

export function setColumnS32(field: Field, packet: Packet, values: Given<number>): void {
  numbers.writeLists(field.guest, fitting(field, 's32', packet), field.field, values);
}

export function setColumnU32(field: Field, packet: Packet, values: Given<number>): void {
  numbers.writeLists(field.guest, fitting(field, 'u32', packet), field.field, values);
}

export function setColumnS64(field: Field, packet: Packet, values: Given<bigint>): void {
  numbers.writeLists(field.guest, fitting(field, 's64', packet), field.field, values);
}

export function setColumnU64(field: Field, packet: Packet, values: Given<bigint>): void {
  numbers.writeLists(field.guest, fitting(field, 'u64', packet), field.field, values);
}

export function setColumnF64(field: Field, packet: Packet, values: Given<number>): void {
  numbers.writeLists(field.guest, fitting(field, 'f64', packet), field.field, values);
}

export function setColumnText(field: Field, packet: Packet, values: Given<string>): void {
  texts.writeTextLists(field.guest, fitting(field, 'text', packet), field.field, values);
}

export function setColumnPacked(field: Field, packet: Packet, values: PackedLists): void {
  texts.writePackedLists(field.guest, fitting(field, 'bytes', packet), field.field, values);
}

/** The packet's draft, if field, packet and accessor go together. */
function fitting({ field }: Field, accessor: Accessor, packet: Packet): Draft {
  const draft = draftFor(field, packet);
  checkElements(field, accessor);
  return draft;
}

function checked(field: Field, accessor: Accessor, packet: Packet, row: number): Draft {
  const draft = fitting(field, accessor, packet);
  checkRow(draft, row);
  return draft;
}
