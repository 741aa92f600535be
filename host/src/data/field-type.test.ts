import { expect, test } from 'vitest';
import { fieldTypeOf, fieldTypes, isFieldType, parseFieldType } from './field-type.ts';
import { kinds } from './kind.ts';

test('every word reads back', () => {
  for (const word of fieldTypes) expect(fieldTypeOf(parseFieldType(word)!)).toBe(word);
  expect(fieldTypes.length).toBe(kinds.length * 2 - 1);
});

test('a list is of kind other and says of what', () => {
  expect(parseFieldType('uint32[]')).toEqual({ kind: 'other', elements: 'uint32' });
  expect(parseFieldType('other')).toEqual({ kind: 'other', elements: undefined });
});

test.each(['other[]', 'text[][]', '[]', 'text[1]', 'text []', '[]text', 'list', 'toString', ''])(
  '%s is none',
  (word) => {
    expect(isFieldType(word)).toBe(false);
  },
);
