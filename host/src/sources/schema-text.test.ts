import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldTypes } from '../data/field-type.ts';
import { checkSchema, parseSchemaText } from './schema-text.ts';

test('names and kinds', () => {
  expect(parseSchemaText('pid=uint32, a.b = text,x\\.y=other,args=text[]')).toEqual([
    { name: 'pid', kind: 'uint32' },
    { name: 'a.b', kind: 'text' },
    { name: 'x\\.y', kind: 'other' },
    { name: 'args', kind: 'text[]' },
  ]);
});

test.each([
  ['pid=uint31', 'did you mean uint32?'],
  ['pid=string', 'did you mean text?'],
  ['pid=Double', 'did you mean float64?'],
  ['pid=constructor', 'Kinds are boolean,'],
  ['pids=uint31[]', 'did you mean uint32[]?'],
  ['pids=Array<u32>', 'did you mean uint32[]?'],
  ['pids=list(string)', 'did you mean text[]?'],
  ['pids=[]uint32', 'did you mean uint32[]?'],
  ['pids=uint32[4]', 'did you mean uint32[]?'],
  ['pids=uint32[', 'did you mean uint32[]?'],
  ['pids=array', 'say of what: text[]'],
  ['pids=list', 'say of what: text[]'],
  ['pids=text[][]', 'other, which takes any JSON'],
  ['pids=object[]', 'other, which takes any JSON'],
  ['pids=constructor[]', 'lists are written text[]'],
  ['pid', 'write fields as name=kind'],
  ['', 'write fields as name=kind'],
  ['pid=uint32,', 'write fields as name=kind'],
])('%s is refused', (text, hint) => {
  expect(() => parseSchemaText(text)).toThrow(
    expect.objectContaining({ code: 'E_SCHEMA', hint: expect.stringContaining(hint) as string }),
  );
});

test.each([
  ['a=text,a=text', 'the schema has a field a already'],
  ['a=text,a.b=text', 'the schema has a field a with values'],
  ['a.b.c=text,a.b=text', 'the schema has fields inside a.b'],
  [`${'n'.repeat(257)}=text`, 'has more than 256 bytes'],
])('%s breaks a rule', (text, message) => {
  expect(() => checkSchema(parseSchemaText(text))).toThrow(
    expect.objectContaining({ code: 'E_SCHEMA', message: expect.stringContaining(message) as string }),
  );
});

test('caps', () => {
  const fields = Array.from({ length: 1025 }, (_, i) => ({ name: `f${i}`, kind: 'text' as const }));
  expect(() => checkSchema(fields)).toThrow('1025 fields, at most 1024 are possible');
  expect(() => checkSchema(fields.slice(1))).not.toThrow();
  expect(() => checkSchema([{ name: '', kind: 'text' }])).toThrow('a field has no name');
});

test('any schema reads back', () => {
  const name = fc.stringMatching(/^[a-z_.\\]{1,8}$/);
  const field = fc.record({ name, kind: fc.constantFrom(...fieldTypes) });
  fc.assert(
    fc.property(fc.array(field, { minLength: 1 }), (fields) => {
      const text = fields.map((one) => `${one.name}=${one.kind}`).join(',');
      expect(parseSchemaText(text)).toEqual(fields);
    }),
  );
});
