import { expect, test } from 'vitest';
import { failuresOf } from './failures.ts';

const cases = ['not-found', 'out-of-range', 'denied', 'limit-exceeded'];

test('reads which errors a comment names, and nothing else that stands in it', () => {
  const doc = `Make a thing. See \`not-found\`.

Fails with \`out-of-range\` when \`denied\` is meant; with
\`limit-exceeded\` for more.`;
  expect(failuresOf(doc, cases)).toEqual(['out-of-range', 'limit-exceeded']);
  expect(failuresOf('Never fails with `denied`.', cases)).toEqual([]);
});
