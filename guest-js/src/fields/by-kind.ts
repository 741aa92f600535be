import type { RawField } from '../api/raw.ts';
import { ApiError } from '../api-error.ts';
import { type AskedKind, kindsFor, type ValueKind } from '../kind.ts';
import { BytesField, TextField } from './blocks.ts';
import type { Field } from './field.ts';
import { BitField, BooleanField, FloatField, Int32Field, Uint32Field } from './numbers.ts';
import { Int64Field, RoundedField, Uint64Field } from './wide-numbers.ts';

/** The field class for each kind that can be asked for. */
export interface FieldByKind {
  boolean: BooleanField;
  int8: Int32Field;
  int16: Int32Field;
  int32: Int32Field;
  int64: Int64Field;
  uint8: Uint32Field;
  uint16: Uint32Field;
  uint32: Uint32Field;
  uint64: Uint64Field;
  float32: FloatField;
  float64: FloatField;
  text: TextField;
  bytes: BytesField;
  number: Field<number, Float64Array>;
}

/** What a value can be when the field's kind is not known beforehand. */
export type Value = boolean | number | bigint | string | Uint8Array;

/** A field whose kind shows at run time: `field.kind` says it, and its values are what that kind is in JavaScript. */
export type AnyField = Field<Value, ArrayLike<Value>>;

/** A field of whatever kind, for functions that do not touch its values. */
export type SomeField = Pick<AnyField, 'name' | 'kind' | 'raw'>;

/** The class of a field that is made with a kind: {@link AnyField} for a kind that only shows at run time. */
export type FieldMadeAs<K extends ValueKind> = IsUnion<K> extends true ? AnyField : FieldByKind[K];

/** Whether this is one of several types. */
export type IsUnion<K, Each = K> = [K] extends [never]
  ? false
  : K extends unknown
    ? [Each] extends [K]
      ? false
      : true
    : never;

type FieldClass = new (raw: RawField) => FieldByKind[AskedKind];

const classes: Readonly<Record<Exclude<AskedKind, 'number'>, FieldClass>> = {
  boolean: BooleanField,
  int8: Int32Field,
  int16: Int32Field,
  int32: Int32Field,
  int64: Int64Field,
  uint8: Uint32Field,
  uint16: Uint32Field,
  uint32: Uint32Field,
  uint64: Uint64Field,
  float32: FloatField,
  float64: FloatField,
  text: TextField,
  bytes: BytesField,
};

/**
 * The field as the class for what it was asked for by.
 *
 * Fails with `wrong-kind` when values of the field could get lost that way; the message says what would work.
 */
export function fieldAs<K extends AskedKind>(raw: RawField, asked: K): FieldByKind[K] {
  const actual = raw.kind();
  const kind: AskedKind = asked;
  const possible = kindsFor(actual);
  if (!possible.includes(asked)) {
    const advice =
      possible.length === 0 ? 'lists are for listField' : `ask for ${possible.map(quote).join(' or ')}`;
    throw new ApiError('wrong-kind', `field ${quote(raw.name())} is ${actual}, not ${asked}: ${advice}`);
  }
  let made: FieldClass;
  if (kind !== 'number') made = classes[kind];
  else if (actual === 'int64' || actual === 'uint64') made = RoundedField;
  else made = actual === 'boolean' ? BitField : FloatField;
  return new made(raw) as FieldByKind[K];
}

/** The field as the class for the kind it has. One of kind `other` answers `wrong-kind` to every use of its values. */
export function fieldAsIs(raw: RawField): AnyField {
  const kind = raw.kind();
  const made: FieldClass = kind === 'other' ? TextField : (classes[kind] ?? TextField);
  return new made(raw);
}

function quote(name: string): string {
  return `'${name}'`;
}
