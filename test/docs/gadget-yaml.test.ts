import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isFieldType } from '../../host/src/data/field-type.ts';
import { keysAt } from '../../host/src/gadget/manifest-schema.ts';
import { parseManifest } from '../../host/src/gadget/manifest.ts';
import { unitFormat } from '../../host/src/outputs/units.ts';
import { blocksOf } from './blocks.ts';

const text = readFileSync(join(import.meta.dirname, '../../docs/gadget-yaml.md'), 'utf8');
const [example] = blocksOf(text).filter(({ language }) => language === 'yaml');

test('the example is a gadget.yaml', () => {
  const manifest = parseManifest(example!.text);
  expect([...manifest.params.keys()]).toEqual(['limit', 'mode']);
  expect(manifest.sources.get('open')?.fields.map(({ name }) => name)).toEqual([
    'pid',
    'filename',
    'args',
    'took',
  ]);
  expect(manifest.annotations['open']?.['slow']?.['columns.width']).toBe('5');
});

test.each(keysAt(['x']).map((key) => ({ key })))('the page tells of $key', ({ key }) => {
  expect(text).toContain(`\`${key}\``);
});

test('it names every kind', () => {
  const kinds = /## Kinds of fields(.*?)\n## /s.exec(text)![1]!;
  const named = kinds.match(/(?<=`)[a-z]+[0-9]*(\[\])?(?=`)/g)!;
  for (const word of named) expect([word, isFieldType(word) || word === 'null']).toEqual([word, true]);
  for (const kind of ['boolean', 'int64', 'uint64', 'float64', 'text', 'bytes', 'other', 'text[]'])
    expect(named).toContain(kind);
});

test('every unit it names is one', () => {
  const named = /`bytes`.*?: the table/
    .exec(text)![0]
    .match(/`(\w+)`/g)!
    .map((word) => word.slice(1, -1));
  expect(named.filter((unit) => unitFormat(unit) === undefined)).toEqual([]);
});
