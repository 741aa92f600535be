import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkSdkNames, type NamedFunction, readSdks } from './sdk-check.ts';
import type { SdkName, SdkNames } from './sdk-names.ts';

const sdks = readSdks(join(import.meta.dirname, '../..'));
const all = (name: SdkName): SdkNames => ({ typescript: name, rust: name, go: name });
const open: NamedFunction = {
  key: 'datasource/data-source.open',
  name: 'open',
  staticOf: 'data-source',
};
const good: SdkNames = { typescript: ['openSource'], rust: ['Source::open'], go: ['OpenSource'] };

test('a row that holds is no problem', () => {
  expect(checkSdkNames({ [open.key]: good }, [open], sdks)).toEqual([]);
});

test.each<[what: string, row: SdkNames | undefined, functions: NamedFunction[], problem: string]>([
  ['a function without a row', undefined, [open], `${open.key} has no row`],
  ['a row without a function', good, [], `${open.key} is no function of the interface`],
  ['no name', { ...good, go: [] }, [open], `${open.key}: no name for go`],
  [
    'a name that is none',
    { ...good, rust: ['Source::shut'] },
    [open],
    'the SDK for rust has no Source::shut',
  ],
  [
    'raw only, and yet called',
    { ...good, go: { raw: 'why' } },
    [open],
    'calls DataSourceOpen, so it is not raw only',
  ],
  [
    'a function that no SDK calls',
    all({ inside: 'to shut' }),
    [{ ...open, name: 'shut-down' }],
    'the SDK for rust never calls shut_down',
  ],
])('finds %s', (_, row, functions, problem) => {
  expect(checkSdkNames(row === undefined ? {} : { [open.key]: row }, functions, sdks).join('\n')).toContain(
    problem,
  );
});
