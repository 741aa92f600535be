import { describe, expect, test } from 'vitest';
import type { DataSource } from '../data/data-source.ts';
import { packetOfRows } from '../data/packet-rows.ts';
import { isGadgetError } from '../errors.ts';
import { formats } from './format.ts';
import { createOutput } from './formats.ts';
import { checkSourceNames, routeOutput } from './route.ts';
import { type OutputSpec, parseOutputSpec } from './select.ts';
import { memorySink } from './sink.ts';
import { sourceOf } from './rows.fixture.ts';

const open = sourceOf('open', { n: 'uint8' });
const exec = sourceOf('exec', { n: 'uint8' });
const hidden = sourceOf('hidden', { n: 'uint8' });
hidden.hidden = true;

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    return isGadgetError(error) ? error.code : String(error);
  }
  return undefined;
}

async function print(specs: readonly string[], sources: readonly DataSource[]): Promise<string> {
  const sink = memorySink();
  const output = routeOutput(specs.map(parseOutputSpec), sink);
  for (const source of sources) output.fields(source);
  for (const source of sources) await output.write(packetOfRows(source, [{ n: 1 }]));
  await output.close();
  return sink.text;
}

describe('routeOutput', () => {
  test.each([
    ['a table unless told otherwise', [], [open], '  N\n  1\n'],
    ['one format for all', ['json'], [open, exec], '{"open":{"n":1}}\n{"exec":{"n":1}}\n'],
    ['a format for one source', ['json', 'exec:none'], [open, exec], '{"n":1}\n'],
    ['each its own', ['open:json', 'exec:yaml'], [open, exec], '{"n":1}\n---\nn: 1\n'],
    ['no hidden source', ['json'], [open, hidden], '{"n":1}\n'],
    ['a hidden source by name', ['json', 'hidden:yaml'], [open, hidden], '{"n":1}\n---\nn: 1\n'],
  ])('%s', async (_, specs, sources, expected) => {
    expect(await print(specs, sources)).toBe(expected);
  });

  test('two formats for the same are refused, the same twice is not', () => {
    const route = (...specs: OutputSpec[]): unknown => routeOutput(specs, memorySink());
    expect(codeOf(() => route({ format: 'json' }, { format: 'yaml' }))).toBe('E_OUTPUT');
    expect(codeOf(() => route({ source: 'a', format: 'json' }, { source: 'a', format: 'yaml' }))).toBe(
      'E_OUTPUT',
    );
    expect(codeOf(() => route({ format: 'json' }, { format: 'json' }))).toBeUndefined();
  });
});

describe('checkSourceNames', () => {
  const all = [open, exec, sourceOf('s', { 'a:b': 'text' })];
  test.each([
    ['known names', ['open:json', 'yaml'], ['exec:n', 'n', 'a:b'], undefined],
    ['an unknown format target', ['opne:json'], [], 'E_SOURCE_UNKNOWN'],
    ['an unknown field prefix', [], ['opne:n'], 'E_SOURCE_UNKNOWN'],
  ])('%s', (_, specs, fields, code) => {
    expect(codeOf(() => checkSourceNames(all, specs.map(parseOutputSpec), fields))).toBe(code);
  });
});

test.each(formats)('%s can be made, asks for unknown fields in vain, and closes', async (format) => {
  const output = createOutput(format, memorySink(), { fields: ['nope'] });
  expect(codeOf(() => output.fields(open))).toBe('E_OUTPUT');
  await output.close();
});

test('none wants no fields but those asked for by name', () => {
  expect(createOutput('none', memorySink()).fields(open)).toEqual([]);
  expect(createOutput('none', memorySink(), { fields: ['n'] }).fields(open)).toEqual(open.fields);
});
