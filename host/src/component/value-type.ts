import type { ByteReader } from './binary.ts';
import type { Scope } from './scope.ts';
import type { LabelledType, ValType, ValueType } from './types.ts';

/** By their codes. */
export const primitives: Readonly<Record<number, string>> = {
  0x7f: 'bool',
  0x7e: 's8',
  0x7d: 'u8',
  0x7c: 's16',
  0x7b: 'u16',
  0x7a: 's32',
  0x79: 'u32',
  0x78: 's64',
  0x77: 'u64',
  0x76: 'f32',
  0x75: 'f64',
  0x74: 'char',
  0x73: 'string',
  0x64: 'error-context',
};

/** What follows the code of a type that is made of others. */
export function readValueType(reader: ByteReader, scope: Scope, code: number): Omit<ValueType, 'kind'> {
  const one = (): LabelledType[] => [{ label: '', type: readValType(reader, scope) }];
  const handle = (): LabelledType[] => [{ label: '', type: scope.type(reader.u32(), reader) }];
  switch (code) {
    case 0x72:
      return { word: 'record', parts: readLabelled(reader, scope, 'fields') };
    case 0x71:
      return { word: 'variant', parts: readCases(reader, scope) };
    case 0x70:
      return { word: 'list', parts: one() };
    case 0x6f:
      return { word: 'tuple', parts: readMany(reader, 'types', () => one()[0] as LabelledType) };
    case 0x6e:
      return { word: 'flags', parts: readLabels(reader) };
    case 0x6d:
      return { word: 'enum', parts: readLabels(reader) };
    case 0x6b:
      return { word: 'option', parts: one() };
    case 0x6a:
      return { word: 'result', parts: [optional(reader, scope), optional(reader, scope)] };
    case 0x69:
      return { word: 'own', parts: handle() };
    case 0x68:
      return { word: 'borrow', parts: handle() };
    case 0x67: {
      const parts = one();
      return { word: `list-${reader.u32()}`, parts };
    }
    case 0x66:
      return { word: 'stream', parts: [optional(reader, scope)] };
    case 0x65:
      return { word: 'future', parts: [optional(reader, scope)] };
    case 0x63:
      return { word: 'map', parts: [...one(), ...one()] };
    default:
      throw reader.fail(`an unknown type 0x${code.toString(16)}`);
  }
}

/** A primitive, or the number of a type. */
export function readValType(reader: ByteReader, scope: Scope): ValType {
  const primitive = primitives[reader.peek()];
  if (primitive !== undefined) {
    reader.u8();
    return primitive;
  }
  const index = reader.s33();
  if (index < 0) throw reader.fail('an unknown value type');
  const type = scope.type(index, reader);
  if (type.kind === 'primitive') return type.name;
  if (type.kind !== 'value') throw reader.fail(`type ${index} is not a type of values`);
  return type;
}

function optional(reader: ByteReader, scope: Scope): LabelledType {
  return { label: '', type: readFlag(reader) ? readValType(reader, scope) : undefined };
}

function readCases(reader: ByteReader, scope: Scope): LabelledType[] {
  return readMany(reader, 'cases', () => {
    const label = reader.name('a case');
    const { type } = optional(reader, scope);
    if (reader.u8() !== 0) throw reader.fail('a case that refines another');
    return { label, type };
  });
}

export function readLabelled(reader: ByteReader, scope: Scope, what: string): LabelledType[] {
  return readMany(reader, what, () => ({ label: reader.name('a label'), type: readValType(reader, scope) }));
}

function readLabels(reader: ByteReader): LabelledType[] {
  return readMany(reader, 'labels', () => ({ label: reader.name('a label'), type: undefined }));
}

export function readMany<T>(reader: ByteReader, what: string, read: () => T): T[] {
  const items: T[] = [];
  for (let n = reader.count(what); n > 0; n--) items.push(read());
  return items;
}

export function readFlag(reader: ByteReader): boolean {
  const flag = reader.u8();
  if (flag > 1) throw reader.fail('a yes or no that is neither');
  return flag === 1;
}
