import { DataSource } from '../data/data-source.ts';
import { type FieldType, fieldTypes, isFieldType, parseFieldType } from '../data/field-type.ts';
import { kinds } from '../data/kind.ts';
import { GadgetError } from '../errors.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { nearest } from '../suggest.ts';
import type { FieldSpec } from './source.ts';

/**
 * Parses a schema written as `pid=uint32,args=text[]`: names with dots are paths, `text[]` is lists of text, white space
 * around names and kinds does not count. A comma or an equals sign can't be part of a name here. Throws E_SCHEMA.
 */
export function parseSchemaText(text: string): FieldSpec[] {
  return text.split(',').map((part) => {
    const equals = part.indexOf('=');
    const name = (equals < 0 ? part : part.slice(0, equals)).trim();
    const kind = equals < 0 ? '' : part.slice(equals + 1).trim();
    if (name === '') throw schemaError(`a field without a name: ${JSON.stringify(part)}`, howTo);
    if (kind === '') throw schemaError(`field ${name} has no kind`, howTo);
    if (!isFieldType(kind)) throw unknownKind(name, kind);
    return { name, kind };
  });
}

const howTo = 'write fields as name=kind, separated by commas: pid=uint32,filename=text';

/** Other systems' words for kinds. */
const synonyms: Readonly<Record<string, FieldType>> = {
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
};

/** How lists are written elsewhere: a word alone, or around or beside the word for what is in them. */
const listWord = /^(?:list|array|vec|vector|repeated)$/i;
const listOf = /^(?:(?:list|array|vec|vector)\s*[<(](?<inside>.+)[>)]|\[\](?<behind>.+)|(?<before>.+)\[.*)$/i;

function unknownKind(name: string, kind: string): GadgetError {
  return schemaError(`field ${name} has an unknown kind ${kind}`, hintFor(kind));
}

function hintFor(kind: string): string {
  if (listWord.test(kind)) return 'say of what: text[], uint64[], float64[] … or other, which takes any JSON';
  const { inside, behind, before } = listOf.exec(kind)?.groups ?? {};
  const elements = inside ?? behind ?? before;
  if (elements === undefined) {
    const meant = meantBy(kind);
    const guess = meant === undefined ? '' : `did you mean ${meant}? `;
    return `${guess}Kinds are ${kinds.join(', ')}; lists are written text[]`;
  }
  const meant = isFieldType(elements) ? elements : meantBy(elements);
  if (meant === undefined) return `lists are written text[]; kinds are ${kinds.join(', ')}`;
  const type = `${meant}[]`;
  if (isFieldType(type)) return `did you mean ${type}?`;
  return `what is in a list is of one kind, and no list: text[], uint64[] … For anything else there is other, which takes any JSON`;
}

function meantBy(word: string): string | undefined {
  const folded = word.toLowerCase();
  return Object.hasOwn(synonyms, folded) ? synonyms[folded] : nearest(word, fieldTypes);
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
    const type = parseFieldType(String(kind));
    if (type === undefined) throw unknownKind(name, String(kind));
    const conflict = source.conflict(name);
    if (conflict !== undefined) throw schemaError(conflict);
    source.addField(name, type.kind, { elements: type.elements });
  }
}

function schemaError(message: string, hint?: string): GadgetError {
  return new GadgetError('E_SCHEMA', message, { hint });
}
