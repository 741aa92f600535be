import { expect, test } from 'vitest';
import { didYouMean, nearest } from './suggest.ts';

test.each([
  ['ndjsn', ['proc', 'ndjson'], 'ndjson'],
  ['porc', ['proc', 'ndjson'], 'proc'],
  ['UINT32', ['uint16', 'uint32'], 'uint32'],
  ['uint31', ['uint64', 'uint32'], 'uint32'],
  ['processes', ['process'], 'process'],
])('%s is near %s: %s', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

test.each([
  ['zebra', ['proc', 'ndjson']],
  ['ab', ['cd']],
  ['a', ['b']],
  ['', ['a']],
  ['proc', ['proc']],
])('%s is near none of %s', (word, candidates) => {
  expect(nearest(word, candidates)).toBeUndefined();
  expect(didYouMean(word, candidates)).toBeUndefined();
});

test('the hint names the word', () => {
  expect(didYouMean('porc', ['proc'])).toBe('did you mean proc?');
});
