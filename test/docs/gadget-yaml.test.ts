import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keysAt } from '../../host/src/gadget/manifest-schema.ts';
import { parseManifest } from '../../host/src/gadget/manifest.ts';
import { unitFormat } from '../../host/src/outputs/units.ts';
import { blocksOf } from './blocks.ts';

const text = readFileSync(join(import.meta.dirname, '../../docs/gadget-yaml.md'), 'utf8');
const [example] = blocksOf(text).filter(({ language }) => language === 'yaml');

test('the example is a gadget.yaml', () => {
  const manifest = parseManifest(example!.text);
  expect([...manifest.params.keys()]).toEqual(['limit', 'mode']);
  expect(manifest.sources.get('open')?.fields.map(({ name }) => name)).toEqual(['pid', 'filename', 'took']);
  expect(manifest.annotations['open']?.['slow']?.['columns.width']).toBe('5');
});

test.each(keysAt(['x']).map((key) => ({ key })))('the page tells of $key', ({ key }) => {
  expect(text).toContain(`\`${key}\``);
});

test('every unit it names is one', () => {
  const named = /`bytes`.*?: the table/
    .exec(text)![0]
    .match(/`(\w+)`/g)!
    .map((word) => word.slice(1, -1));
  expect(named.filter((unit) => unitFormat(unit) === undefined)).toEqual([]);
});
