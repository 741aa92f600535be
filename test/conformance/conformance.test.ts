import { beforeAll, describe, expect, test } from 'vitest';
import { buildable } from './buildable.ts';
import { has, readCases } from './case.ts';
import { componentsOf } from './components.ts';
import { readGaps } from './gaps.ts';
import { hostsOf } from './hosts.ts';
import { cellsOf, problemsOf, runCell } from './matrix.ts';

const cases = readCases();
const components = componentsOf(cases);
const hosts = await hostsOf(components);
const gaps = readGaps();

beforeAll(async () => {
  for (const language of buildable) await components(language);
}, 900_000);

describe.each(hosts)('$name', (host) => {
  const languages = buildable.filter((language) => host.languages.includes(language));
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

test('every listed gap belongs to a host that is not ours', () => {
  expect(Object.keys(gaps).filter((host) => ['direct', 'reference', 'source'].includes(host))).toEqual([]);
});

test('a case that a language cannot have says why', () => {
  const without = cases.filter((each) => !has(each, 'js') || !has(each, 'rust') || !has(each, 'go'));
  for (const { name, impossible } of without)
    for (const reason of Object.values(impossible)) expect(reason?.length, name).toBeGreaterThan(20);
});
