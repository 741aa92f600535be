import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headingsOf } from '../../scripts/docs/markdown.ts';
import { anchorOf } from '../../scripts/docs/reference.ts';
import { languages, readSdks } from '../../scripts/docs/sdk-check.ts';
import { readReference } from '../../scripts/generate-docs.ts';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docs/from-inspektor-gadget.md'), 'utf8');

/** Every function that the module `ig` offers in version 1. */
const offered =
  'gadgetLog gadgetShouldLog newDataSource getDataSource dataSourceSubscribe dataSourceGetField dataSourceAddField ' +
  'dataSourceNewPacketSingle dataSourceNewPacketArray dataSourceEmitAndRelease dataSourceRelease dataSourceUnreference ' +
  'dataSourceIsReferenced dataArrayNew dataArrayAppend dataArrayRelease dataArrayLen dataArrayGet fieldGetScalar ' +
  'fieldGetBuffer fieldSet fieldAddTag getParamValue setConfig newMap getMap mapLookup mapUpdate mapDelete mapRelease ' +
  'releaseHandle newPerfReader perfReaderPause perfReaderResume perfReaderRead perfReaderClose getSyscallName getSyscallID ' +
  'getSyscallDeclaration kallsymsSymbolExists shouldDiscardMntnsID';
/** Every export of a guest. */
const exported =
  'gadgetAPIVersion gadgetInit gadgetPreStart gadgetStart gadgetStop gadgetPostStop dataSourceCallback';

/** The rows of the table below a heading, as cells. */
function rowsBelow(heading: string): string[][] {
  const lines = text.slice(text.indexOf(`### ${heading}\n`)).split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, at) => at > start && line === '');
  const cells = lines.slice(start + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  expect(cells.length).toBeGreaterThan(0);
  return cells;
}

function words(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
}

const mapped = [...rowsBelow('What the host offers'), ...rowsBelow('What the gadget exports')];

test('every function there is told of once', () => {
  const told = [...mapped, ...rowsBelow('What is not here')].flatMap(([cell = '']) => words(cell));
  expect(told.toSorted()).toEqual(`${offered} ${exported}`.split(' ').toSorted());
});

test('every name in the SDKs is one', () => {
  const sdks = readSdks(root);
  const wrong: string[] = [];
  let names = 0;
  for (const [, , ...cells] of mapped) {
    for (const [index, language] of languages.entries()) {
      const plain = words(cells[index] ?? '').filter((word) => /^[\w.:]+!?$/.test(word));
      names += plain.length;
      wrong.push(...plain.filter((name) => !sdks[language].has(name, sdks[language].source)));
    }
  }
  expect(wrong).toEqual([]);
  expect(names).toBeGreaterThan(100);
});

test('every function of gadget:api it names is one, with a link to it', () => {
  const functions = readReference().interfaces.flatMap(({ name, functions: all }) =>
    all.map(({ title, resource }) => ({
      name: resource === undefined ? `${name}.${title}` : title,
      link: `api/${name}.md#${anchorOf(title)}`,
    })),
  );
  for (const [, cell = ''] of mapped) {
    for (const [, name = '', link] of cell.matchAll(/\[`([\w-]+\.[\w-]+)`\]\(([^)]+)\)/g))
      expect(functions).toContainEqual({ name, link });
  }
});

test('every link within the checkout leads somewhere', () => {
  const links = [...text.matchAll(/\]\((?!https:)([^)\s]+)\)/g)].map(([, target]) => target!);
  const broken = links.filter((target) => {
    const [path = '', anchor] = target.split('#');
    const file = join(root, 'docs', path);
    if (!existsSync(file)) return true;
    return anchor !== undefined && !headingsOf(readFileSync(file, 'utf8')).map(anchorOf).includes(anchor);
  });
  expect(broken).toEqual([]);
  expect(links.length).toBeGreaterThan(40);
});
