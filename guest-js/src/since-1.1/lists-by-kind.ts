import { lists } from '#api/lists';
import type { RawField } from '../api/raw.ts';
import { ApiError, call } from '../api-error.ts';
import type { IsUnion, SomeField, Value } from '../fields/by-kind.ts';
import { type AskedKind, kindsFor, type ValueKind } from '../kind.ts';
import type { Source } from '../source.ts';
import { BlockListField, byteLists, textLists } from './block-lists.ts';
import * as access from './list-access.ts';
import type { List } from './list-access.ts';
import { ListField } from './list-field.ts';

/** The class of a field of lists, by the kind that its elements were asked for. */
export interface ListFieldByKind {
  boolean: ListField<boolean, boolean[]>;
  int8: ListField<number, Int32Array>;
  int16: ListField<number, Int32Array>;
  int32: ListField<number, Int32Array>;
  int64: ListField<bigint, BigInt64Array>;
  uint8: ListField<number, Uint32Array>;
  uint16: ListField<number, Uint32Array>;
  uint32: ListField<number, Uint32Array>;
  uint64: ListField<bigint, BigUint64Array>;
  float32: ListField<number, Float64Array>;
  float64: ListField<number, Float64Array>;
  text: BlockListField<string, string[]>;
  bytes: BlockListField<Uint8Array, Uint8Array[]>;
  number: ListField<number, Float64Array>;
}

/** A field of lists whose kind of elements shows at run time: `field.elementKind` says it. */
export type AnyListField = ListField<Value, List<Value>>;

/** The class of a field of lists that is made with a kind: {@link AnyListField} for a kind that only shows at run time. */
export type ListFieldMadeAs<K extends ValueKind> =
  IsUnion<K> extends true ? AnyListField : ListFieldByKind[K];

/**
 * A field of lists of this source, with elements read as the kind asked for, as {@link Source.field} does for other fields.
 *
 * Fails with `not-found`, and with `wrong-kind` when the field is none of lists, or its elements do not all fit what was asked
 * for. Needs a host with `gadget:api` 1.1.
 *
 * @example
 * const args = listField(exec, 'args', 'text');
 * subscribe(exec, (packet) => {
 *   for (const row of packet) if (args.get(row).includes('--password')) row.discard();
 * });
 */
export function listField(source: Source, name: string): AnyListField;
export function listField<K extends AskedKind>(source: Source, name: string, elements: K): ListFieldByKind[K];
export function listField(source: Source, name: string, elements?: AskedKind): unknown {
  const raw = call(() => source.raw.getField(name));
  return listAs(raw, elements);
}

/**
 * Adds a field of lists, unset in every row, to any source. In `init`.
 *
 * Fails as {@link Source.addField}. Needs a host with `gadget:api` 1.1.
 */
export function addListField<K extends ValueKind>(
  source: Source,
  name: string,
  elements: K,
): ListFieldMadeAs<K>;
export function addListField(source: Source, name: string, elements: ValueKind): unknown {
  const raw = call(() => lists.addListField(source.raw, name, elements));
  return listAs(raw, elements);
}

/**
 * What is in the lists of a field; undefined for a field of anything else.
 *
 * Needs a host with `gadget:api` 1.1.
 */
export function elementKind(field: SomeField): ValueKind | undefined {
  return lists.elementKind(field.raw) ?? undefined;
}

function listAs(raw: RawField, asked: AskedKind | undefined): ListFieldByKind[AskedKind] {
  const actual = lists.elementKind(raw) ?? undefined;
  const wrong = (words: string): ApiError => new ApiError('wrong-kind', `field '${raw.name()}' is ${words}`);
  if (actual === undefined) throw wrong(`${raw.kind()}, and none of lists`);
  if (asked === undefined) return made(raw, actual, actual);
  const possible = kindsFor(actual);
  if (possible.includes(asked)) return made(raw, actual, asked);
  const advice = possible.map((kind) => `'${kind}'`).join(' or ');
  throw wrong(`lists of ${actual}, not of ${asked}: ask for ${advice}`);
}

function made(raw: RawField, actual: ValueKind, asked: AskedKind): ListFieldByKind[AskedKind] {
  switch (asked) {
    case 'boolean':
      return new ListField(raw, actual, access.booleanLists);
    case 'int8':
    case 'int16':
    case 'int32':
      return new ListField(raw, actual, access.int32Lists);
    case 'uint8':
    case 'uint16':
    case 'uint32':
      return new ListField(raw, actual, access.uint32Lists);
    case 'int64':
      return new ListField(raw, actual, access.int64Lists);
    case 'uint64':
      return new ListField(raw, actual, access.uint64Lists);
    case 'float32':
    case 'float64':
      return new ListField(raw, actual, access.floatLists);
    case 'text':
      return new BlockListField(raw, actual, textLists);
    case 'bytes':
      return new BlockListField(raw, actual, byteLists);
    case 'number':
      return new ListField(raw, actual, numbersOf(actual));
  }
}

function numbersOf(actual: ValueKind): access.ListAccess<number, Float64Array> {
  if (actual === 'int64') return access.roundedInt64Lists;
  if (actual === 'uint64') return access.roundedUint64Lists;
  return actual === 'boolean' ? access.bitLists : access.floatLists;
}
