import { expect, test } from 'vitest';
import { firstSentence, headingsOf, table } from './markdown.ts';
import { anchorOf } from './reference.ts';

test.each([
  ['One. Two.', 'One'],
  ['See `a.b` of\n1.0.0 here. More', 'See `a.b` of 1.0.0 here'],
  ['One, without an end\n\nNext.', 'One, without an end'],
  ['', ''],
])('the first sentence of %j', (doc, sentence) => {
  expect(firstSentence(doc)).toBe(sentence);
});

test('a table holds its cells together', () => {
  expect(table(['a', ''], [['x|y', 'one\n  two']])).toBe('| a |  |\n| --- | --- |\n| x\\|y | one two |');
});

test.each([
  ['`data-source.open`', 'data-sourceopen'],
  ['Resource `field`', 'resource-field'],
  ['What it costs, measured', 'what-it-costs-measured'],
])('the anchor of %s', (heading, anchor) => {
  expect(headingsOf(`text\n\n## ${heading}\n\n# last\n`)).toEqual([heading, 'last']);
  expect(anchorOf(heading)).toBe(anchor);
});
