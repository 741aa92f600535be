import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureClauses, failuresOf, withoutFailures } from './failures.ts';
import { parseWit } from '../../host/src/wit/parse.ts';
import { readWit } from '../../host/src/wit/read.ts';

const cases = ['not-found', 'out-of-range', 'denied', 'limit-exceeded'];

test('reads which errors a comment names, and nothing else that stands in it', () => {
  const doc = `Make a thing. See \`not-found\`.

Fails with \`out-of-range\` when \`denied\` is meant; with
\`limit-exceeded\` for more.`;
  expect(failuresOf(doc, cases)).toEqual(['out-of-range', 'limit-exceeded']);
  expect(failuresOf('Never fails with `denied`.', cases)).toEqual([]);
});

test('reads the clauses, and leaves the rest of the comment', () => {
  const doc = `Make a thing: first; with care.

Fails with \`denied\`; with \`out-of-range\` for an empty name (the name is
then listed; see \`names\`); with \`expired\`, and then makes none, when it is over.

The end.`;
  expect(failureClauses(doc)).toEqual([
    { error: 'denied', when: '' },
    { error: 'out-of-range', when: 'for an empty name (the name is then listed; see `names`)' },
    { error: 'expired', when: 'and then makes none, when it is over' },
  ]);
  expect(withoutFailures(doc)).toBe('Make a thing: first; with care.\n\nThe end.');
  expect(failureClauses('Never fails.')).toEqual([]);
  expect(() => failureClauses('Fails with care.')).toThrow('this is not "with `error` when …": with care.');
});

test('loses no word of the comments in wit/', () => {
  const functions = readWit(join(import.meta.dirname, '../../wit/gadget-api'))
    .flatMap(({ path, text }) => parseWit(text, path).items)
    .flatMap((item) => item.children)
    .flatMap((item) => [item, ...item.children]);
  let found = 0;
  for (const { doc } of functions) {
    const clauses = failureClauses(doc);
    const said = clauses.map(({ error, when }) => `with \`${error}\` ${when}`).join('; ');
    const words = (text: string): string[] => text.match(/[\w-]+/g) ?? [];
    const rest = withoutFailures(doc);
    const all = `${rest} ${clauses.length > 0 ? 'Fails ' : ''}${said}`;
    expect(words(all).toSorted()).toEqual(words(doc).toSorted());
    const errors = clauses.map(({ error }) => error);
    expect(failuresOf(doc, errors)).toEqual([...new Set(errors)]);
    found += clauses.length;
  }
  expect(found).toBeGreaterThan(100);
});
