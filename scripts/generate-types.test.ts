import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { offer } from '../host/src/generated/offer.ts';
import { generate, stale } from './generate-types.ts';

const folder = mkdtempSync(join(tmpdir(), 'generate-types-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('host/src/generated is what wit/ gives', async () => {
  expect(stale(join(import.meta.dirname, '../host/src/generated'), await generate())).toEqual([]);
});

test('changed, missing and left-over files are stale', () => {
  writeFileSync(join(folder, 'same.ts'), 'a');
  writeFileSync(join(folder, 'changed.ts'), 'b');
  writeFileSync(join(folder, 'left-over.ts'), 'c');
  const wanted = new Map([
    ['same.ts', 'a'],
    ['changed.ts', 'x'],
    ['missing.ts', 'y'],
  ]);
  expect(stale(folder, wanted)).toEqual(['changed.ts', 'left-over.ts', 'missing.ts']);
  expect(stale(join(folder, 'nowhere'), wanted)).toEqual(['changed.ts', 'missing.ts', 'same.ts']);
});

test('the offer names what components import and export', () => {
  const names = new Map(offer.map((one) => [one.interface, one]));
  expect(names.get('datasource')?.functions.map((each) => each.name)).toContain('[static]data-source.open');
  expect(names.get('field')).toMatchObject({
    direction: 'import',
    package: 'gadget:api',
    resources: ['field'],
  });
  expect(names.get('handler')).toMatchObject({
    direction: 'export',
    functions: [{ name: 'on-packet', since: '1.0.0' }],
  });
  expect(names.get('types')?.functions).toEqual([]);
});
