import { expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import type { Workload } from '../workload.ts';
import { chooseWorkloads } from './choose.ts';

const workloads: readonly Workload[] = [
  { name: 'rows-redact', about: '', metrics: [], variants: [] },
  { name: 'build', about: '', metrics: [], variants: [], long: true },
  { name: 'first-row', about: '', metrics: [], variants: [] },
];
const chosen = (options: Parameters<typeof chooseWorkloads>[1]): string[] =>
  chooseWorkloads(workloads, options).map(({ name }) => name);

it('takes what does not take minutes, or everything', () => {
  expect(chosen({})).toEqual(['rows-redact', 'first-row']);
  expect(chosen({ long: true })).toEqual(['rows-redact', 'build', 'first-row']);
});

it('takes what is named, once and in the order in which it runs, though it takes minutes', () => {
  expect(chosen({ only: ['first-row', 'build', 'first-row'] })).toEqual(['build', 'first-row']);
});

it('refuses a name that there is not, and says which may be meant', () => {
  expect(() => chosen({ only: ['build', 'row-redact'] })).toThrow(Refusal);
  expect(() => chosen({ only: ['row-redact'] })).toThrow(
    'there is no workload row-redact: did you mean rows-redact? (see --list)',
  );
  expect(() => chosen({ only: ['quite-another'] })).toThrow(
    'there is no workload quite-another (see --list)',
  );
});
