import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ancestors, canonicalPath, escapeKey, joinPath, splitPath } from './field-path.ts';

const key = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'b', '.', '\\', 'ü', '\0', '😀') });

test('a path splits into the keys it was made from', () => {
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 5 }), (keys) => {
      const path = keys.reduce(joinPath, '');
      expect(splitPath(path)).toEqual(keys);
      expect(canonicalPath(path)).toBe(path);
      expect(ancestors(path)).toEqual(keys.slice(1).map((_, i) => keys.slice(0, i + 1).reduce(joinPath, '')));
    }),
  );
});

test('any text is a path with one canonical spelling', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '.', '\\', 'b') }), (name) => {
      const path = canonicalPath(name);
      expect(splitPath(path)).toEqual(splitPath(name));
      expect(canonicalPath(path)).toBe(path);
    }),
  );
});

test.each([
  ['a', ['a']],
  ['a.b', ['a', 'b']],
  ['a\\.b', ['a.b']],
  ['a\\\\.b', ['a\\', 'b']],
  ['a\\x', ['a\\x']],
  ['a\\', ['a\\']],
  ['a..b', ['a', '', 'b']],
  ['.', ['', '']],
  ['', ['']],
])('%j is %j', (name, keys) => {
  expect(splitPath(name)).toEqual(keys);
});

test('dots and backslashes of a key are escaped', () => {
  expect(escapeKey('a.b\\c')).toBe('a\\.b\\\\c');
});
