import { expect, test } from 'vitest';
import { type Case, readCases } from './case.ts';
import { differences } from './compare.ts';
import type { Observation } from './observation.ts';

const [any] = readCases();

function caseOf(expect: Partial<Case['expect']>): Case {
  return {
    ...any!,
    expect: {
      ...{
        log: [],
        rows: {},
        packets: {},
        counts: {},
        failures: [],
        leaked: {},
        open: {},
        peak: {},
        warnings: [],
      },
      ...expect,
    },
  };
}

function seen(what: Partial<Observation>): Observation {
  return {
    ...{ log: [], packets: {}, counts: {}, failures: [], error: undefined },
    ...{ leaked: {}, open: {}, peak: {}, unbalanced: [], warnings: [] },
    ...what,
  };
}

test('what is as expected is no difference', () => {
  const rows = [{ times: 2, row: { pid: 1 }, count: 'pid' }];
  const packets = { open: [[{ pid: 0 }], [{ pid: 1 }]] };
  expect(differences(caseOf({ rows: { open: rows }, log: ['a'] }), seen({ packets, log: ['a'] }))).toEqual(
    [],
  );
});

test.each<[string, Partial<Case['expect']>, Partial<Observation>]>([
  ['a line', { log: ['a'] }, { log: ['b'] }],
  ['a line too many', {}, { log: ['b'] }],
  ['a row too many', {}, { packets: { open: [[{ pid: 1 }]] } }],
  ['another border of packets', { packets: { open: [[{}, {}]] } }, { packets: { open: [[{}], [{}]] } }],
  ['a count', { counts: { open: 2 } }, { counts: { open: 1 } }],
  ['a failure', {}, { failures: ['on-packet: other'] }],
  ['an error', { error: 'init: denied' }, {}],
  ['a leaked handle', {}, { leaked: { guest: 1 } }],
  ['open handles', { open: { guest: 1 } }, { open: { guest: 2 } }],
  ['a warning', {}, { warnings: ['slow'] }],
  ['sums that do not add up', {}, { unbalanced: ['guest: 1 in, 2 out'] }],
])('%s is a difference', (_, expected, observed) => {
  expect(differences(caseOf(expected), seen(observed))).toHaveLength(1);
});
