import { expect, test } from 'vitest';
import { newGuest } from '../api/guest.fixture.ts';
import { withOlderNames } from './older-names.ts';
import { hostOf, offers } from './offer.fixture.ts';
import { importsV1 } from './v1.ts';

test('an interface has the names of all versions that had it, and of its line alone', () => {
  const host = hostOf([
    offers('import', 'gadget:api/field@1.2.0', { get: '1.0.0', set: '1.1.0' }),
    offers('import', 'gadget:api/lists@1.2.0', { get: '1.1.0' }),
    offers('export', 'gadget:api/losses@1.2.0', { 'on-loss': '1.2.0' }),
    offers('import', 'gadget:api/field@2.0.0', { read: '2.0.0' }),
    offers('import', 'gadget:young/field@0.3.0', { get: '0.2.0' }),
  ]);
  const [field, lists, field2, young] = [{}, {}, {}, {}];
  const given = {
    'gadget:api/field@1.2.0': field,
    'gadget:api/lists@1.2.0': lists,
    'gadget:api/field@2.0.0': field2,
    'gadget:young/field@0.3.0': young,
  };
  const named = withOlderNames(given, host);
  expect(Object.keys(named).toSorted()).toEqual([
    'gadget:api/field@1.0.0',
    'gadget:api/field@1.1.0',
    'gadget:api/field@1.2.0',
    'gadget:api/field@2.0.0',
    'gadget:api/lists@1.1.0',
    'gadget:api/lists@1.2.0',
    'gadget:young/field@0.3.0',
  ]);
  for (const version of ['1.0.0', '1.1.0', '1.2.0']) expect(named[`gadget:api/field@${version}`]).toBe(field);
});

test('what was made for 1.0.0 finds everything of 1.0.0', () => {
  const imports = withOlderNames({ ...importsV1(newGuest().guest) });
  for (const word of [
    'logging',
    'packet',
    'field',
    'datasource',
    'params',
    'clock',
    'random',
    'timer',
    'handles',
  ]) {
    expect(imports).toHaveProperty([`gadget:api/${word}@1.0.0`]);
  }
  expect(imports).not.toHaveProperty(['gadget:api/lists@1.0.0']);
});
