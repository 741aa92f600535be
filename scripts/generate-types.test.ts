import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { offer } from '../host/src/generated/offer.ts';
import { generate, lines } from './generate-types.ts';
import { stale } from './generated-folder.ts';

test.each(lines.map((line) => [relative('.', line.out), line] as const))(
  '%s is what wit/ gives',
  async (_, line) => {
    expect(stale(line.out, await generate(line))).toEqual([]);
  },
);

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
