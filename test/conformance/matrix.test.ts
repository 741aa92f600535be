import { expect, test } from 'vitest';
import { readCases } from './case.ts';
import type { Host } from './host.ts';
import { cellsOf, runCell } from './matrix.ts';
import { hostsOf } from './hosts.ts';

const cases = readCases().filter(({ name }) => name === 'packet-append');
const [each] = cases;
const source = hostsOf(() => Promise.reject(new Error('nothing is built here'))).find(
  ({ name }) => name === 'source',
) as Host;
const [cell] = cellsOf(cases, [source], ['js', 'go']);
const broken = { ...cell!, each: { ...each!, expect: { ...each!.expect, log: ['another'] } } };

test('a host runs the languages it has', () => {
  expect(cellsOf(cases, [source], ['js', 'go']).map(({ language }) => language)).toEqual(['js']);
});

test('cases that take seconds run where they may', () => {
  const costly = [{ ...each!, costly: 'it takes long' }];
  expect(cellsOf(costly, [source], ['js'])).toEqual([]);
  expect(cellsOf(costly, [{ ...source, costly: true }], ['js'])).toHaveLength(1);
});

test('a gap is no failure, and has its reason', async () => {
  const gaps = { source: { '*': { 'packet-*': 'cannot append' } } };
  expect(await runCell(broken, gaps)).toEqual({ result: 'gap', reason: 'cannot append' });
  expect(await runCell(broken, {})).toMatchObject({ result: 'failed' });
});

test('a gap that works fails', async () => {
  expect(await runCell(cell!, {})).toEqual({ result: 'passed' });
  const outcome = await runCell(cell!, { source: { js: { 'packet-append': 'cannot append' } } });
  expect(outcome).toMatchObject({ result: 'failed', why: [expect.stringContaining('works now')] });
});
