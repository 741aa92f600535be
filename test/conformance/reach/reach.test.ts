import { describe, expect, test } from 'vitest';
import { type Language, readCases } from '../case.ts';
import { componentsOf } from '../components.ts';
import { buildable } from '../buildable.ts';
import { coverageProblems, readExceptions } from './exceptions.ts';
import { reachedBy } from './reached.ts';
import { requiredOutcomes } from './required.ts';

const cases = readCases();
const components = componentsOf(cases);
const exceptions = readExceptions();

describe('every function of gadget:api is shown to succeed, and to fail in every way it can', () => {
  test.each(buildable)(
    'by guests in %s',
    async (language: Language) => {
      const reached = await reachedBy(cases, language, await components(language));
      expect(coverageProblems(requiredOutcomes(), reached, exceptions[language])).toEqual([]);
    },
    900_000,
  );

  test('what is neither shown nor excused is named, and so is what is excused and shown', () => {
    const required = ['a.b: ok', 'a.b: denied', 'a.c: ok'];
    expect(coverageProblems(required, new Set(['a.b: ok']), { 'a.*: denied': 'because' })).toEqual([
      'a.c: ok is shown by no case',
    ]);
    expect(coverageProblems(required, new Set(required), { 'a.c: ok': 'because' })).toEqual([
      'a.c: ok is listed in unreached.json, and shown',
    ]);
  });
});
