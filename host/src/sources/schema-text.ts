import { DataSource } from '../data/data-source.ts';
import { isKind, kinds } from '../data/kind.ts';
import { GadgetError } from '../errors.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { nearest } from '../suggest.ts';
import type { FieldSpec } from './source.ts';

/**
 * Parses a schema written as `pid=uint32,filename=text`: names with dots are paths, white space around names and kinds
 * does not count. A comma or an equals sign can't be part of a name here. Throws E_SCHEMA.
 */
export function parseSchemaText(text: string): FieldSpec[] {
  return text.split(',').map((part) => {
    const equals = part.indexOf('=');
    const name = (equals < 0 ? part : part.slice(0, equals)).trim();
    const kind = equals < 0 ? '' : part.slice(equals + 1).trim();
    if (name === '') throw schemaError(`a field without a name: ${JSON.stringify(part)}`, howTo);
    if (kind === '') throw schemaError(`field ${name} has no kind`, howTo);
    if (!isKind(kind)) throw unknownKind(name, kind);
    return { name, kind };
  });
}

const howTo = 'write fields as name=kind, separated by commas: pid=uint32,filename=text';

/** Other systems' words for kinds. */
const synonyms: Readonly<Record<string, string>> = {
  string: 'text',
  str: 'text',
  utf8: 'text',
  int: 'int64',
  integer: 'int64',
  uint: 'uint64',
  long: 'int64',
  byte: 'uint8',
  u8: 'uint8',
  u16: 'uint16',
  u32: 'uint32',
  u64: 'uint64',
  s8: 'int8',
  s16: 'int16',
  s32: 'int32',
  s64: 'int64',
  i8: 'int8',
  i16: 'int16',
  i32: 'int32',
  i64: 'int64',
  f32: 'float32',
  f64: 'float64',
  float: 'float64',
  double: 'float64',
  number: 'float64',
  bool: 'boolean',
  blob: 'bytes',
  binary: 'bytes',
  json: 'other',
  object: 'other',
  array: 'other',
  list: 'other',
};

function unknownKind(name: string, kind: string): GadgetError {
  const folded = kind.toLowerCase();
  const meant = Object.hasOwn(synonyms, folded) ? synonyms[folded] : nearest(kind, kinds);
  const guess = meant === undefined ? '' : `did you mean ${meant}? `;
  return schemaError(`field ${name} has an unknown kind ${kind}`, `${guess}Kinds are ${kinds.join(', ')}`);
}

/**
 * Checks a schema against the caps and for names that exclude each other: the same twice, and `a` beside `a.b`. Throws
 * E_SCHEMA.
 */
export function checkSchema(
  fields: readonly FieldSpec[],
  limits: Pick<Limits, 'maxFields' | 'maxNameBytes'> = defaultLimits,
): void {
  if (fields.length > limits.maxFields)
    throw schemaError(`${fields.length} fields, at most ${limits.maxFields} are possible`);
  const source = new DataSource('the schema', 'events');
  for (const { name, kind } of fields) {
    if (name === '') throw schemaError('a field has no name');
    if (Buffer.byteLength(name) > limits.maxNameBytes)
      throw schemaError(`the name ${name.slice(0, 40)}… has more than ${limits.maxNameBytes} bytes`);
    if (!isKind(kind)) throw unknownKind(name, String(kind));
    const conflict = source.conflict(name);
    if (conflict !== undefined) throw schemaError(conflict);
    source.addField(name, kind);
  }
}

function schemaError(message: string, hint?: string): GadgetError {
  return new GadgetError('E_SCHEMA', message, { hint });
}
