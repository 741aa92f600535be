import { join } from 'node:path';
import { expect, test } from 'vitest';
import { offer } from '../host/src/generated/offer.ts';
import { generate } from './generate-types.ts';
import { stale } from './generated-folder.ts';

test('host/src/generated is what wit/ gives', async () => {
  expect(stale(join(import.meta.dirname, '../host/src/generated'), await generate())).toEqual([]);
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
