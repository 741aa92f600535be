import { expect, test } from 'vitest';
import type { GadgetProfile } from './profile.ts';
import { sumProfiles } from './profile-sum.ts';

const hook = (name: string, calls: number): GadgetProfile['hooks'][number] => ({
  name,
  calls,
  ms: calls * 2,
  apiMs: calls,
  rows: name === 'on-packet' ? calls * 5 : undefined,
  steps: calls * 7,
});
const call = (name: string, ms: number, bytesIn?: number): GadgetProfile['functions'][number] => ({
  ...{ name, calls: 1, ms },
  bytesIn,
  bytesOut: 1,
});

test('what either did is there, what both did is added', () => {
  const one: GadgetProfile = {
    name: 'g',
    hooks: [hook('init', 1), hook('on-packet', 3)],
    functions: [call('a', 2, 5), call('b', 1)],
  };
  const other: GadgetProfile = {
    name: 'g',
    hooks: [hook('on-packet', 4), hook('stop', 1)],
    functions: [call('c', 9), call('a', 2, 7)],
  };
  expect(sumProfiles(one, other)).toEqual({
    name: 'g',
    hooks: [hook('init', 1), hook('on-packet', 7), hook('stop', 1)],
    functions: [
      { name: 'c', calls: 1, ms: 9, bytesIn: undefined, bytesOut: 1 },
      { name: 'a', calls: 2, ms: 4, bytesIn: 12, bytesOut: 2 },
      { name: 'b', calls: 1, ms: 1, bytesIn: undefined, bytesOut: 1 },
    ],
  });
});

test('with nothing else it stays what it is', () => {
  const one: GadgetProfile = { name: 'g', hooks: [], functions: [] };
  expect([
    sumProfiles(one, undefined),
    sumProfiles(undefined, one),
    sumProfiles(undefined, undefined),
  ]).toEqual([one, one, undefined]);
});
