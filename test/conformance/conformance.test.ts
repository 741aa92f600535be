import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildable } from './buildable.ts';
import { has, readCases } from './case.ts';
import { componentsOf } from './components.ts';
import { readGaps } from './gaps.ts';
import { hostsOf } from './hosts.ts';
import { cellsOf, problemsOf, runCell } from './matrix.ts';

const cases = readCases();
const components = componentsOf(cases);
const hosts = hostsOf(components);
const gaps = readGaps();
const ci = (process.env['CI'] ?? '') !== '';

const missing = new Map<string, string>();
for (const host of hosts) {
  const reason = await host.prepare?.();
  if (reason === undefined) continue;
  missing.set(host.name, reason);
  console.warn(`conformance on ${host.name} is left out: ${reason}`);
}
// On CI what is missing fails, as nothing can be run on it.
const ready = hosts.filter(({ name }) => ci || !missing.has(name));

beforeAll(async () => {
  for (const language of buildable) await components(language);
}, 900_000);

describe.each(ready)('$name', (host) => {
  afterAll(() => host.close?.());
  const languages = buildable.filter((language) => (host.tested ?? host.languages).includes(language));
  describe.each(languages)('%s', (language) => {
    test.each(cellsOf(cases, [host], [language]))(
      '$each.name',
      async (cell) => {
        expect(problemsOf(await runCell(cell, gaps))).toEqual([]);
      },
      300_000,
    );
  });
});

test('gaps are those of hosts and engines of others', () => {
  const foreign = hosts.filter((host) => host.foreign === true).map(({ name }) => name);
  expect(Object.keys(gaps).filter((name) => !foreign.includes(name))).toEqual([]);
});

test('a case that a language cannot have says why', () => {
  const without = cases.filter((each) => !has(each, 'js') || !has(each, 'rust') || !has(each, 'go'));
  for (const { name, impossible } of without)
    for (const reason of Object.values(impossible)) expect(reason?.length, name).toBeGreaterThan(20);
});
