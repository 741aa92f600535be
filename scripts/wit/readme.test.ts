import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kindsOfAccessors } from './accessors.ts';
import { parseWit } from '../../host/src/wit/parse.ts';
import { readWit } from '../../host/src/wit/read.ts';

const wit = join(import.meta.dirname, '../../wit');
const readme = readFileSync(join(wit, 'README.md'), 'utf8');
const interfaces = readWit(join(wit, 'gadget-api'))
  .flatMap(({ path, text }) => parseWit(text, path).items)
  .filter((item) => item.kind === 'interface');

/** The cells of each row of the table whose head begins with this word. */
function table(first: string): string[][] {
  const lines = readme.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${first} `));
  const rows = lines.slice(start, lines.indexOf('', start)).filter((line) => !/^[| :-]+$/.test(line));
  return rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

test('the README lists every interface', () => {
  const listed = table('Interface').slice(1);
  expect(listed.map(([name = '']) => name).toSorted()).toEqual(
    interfaces.map((item) => item.name).toSorted(),
  );
});

test('the table of kinds and accessors says what the comment of the field says', () => {
  const field = interfaces
    .find((item) => item.name === 'field')
    ?.children.find((item) => item.kind === 'resource');
  const types = interfaces
    .find((item) => item.name === 'types')
    ?.children.find((item) => item.name === 'kind');
  const said = [...kindsOfAccessors(field?.doc ?? '')].flatMap(([accessor, kinds]) =>
    kinds.map((kind) => `${kind} ${accessor}`),
  );
  const [head = [], ...rows] = table('kind');
  expect(rows.map((row) => row[0])).toEqual(types?.children.map((item) => item.name));
  const shown = rows.flatMap((row) =>
    row.flatMap((cell, i) => (cell === '✓' ? [`${row[0]} ${head[i]}`] : [])),
  );
  expect(shown.toSorted()).toEqual(said.toSorted());
  expect(shown.length).toBeGreaterThan(30);
});
