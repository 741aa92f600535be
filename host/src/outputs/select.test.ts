import { describe, expect, test } from 'vitest';
import { DataSource } from '../data/data-source.ts';
import { isGadgetError } from '../errors.ts';
import { parseFieldNames, parseOutputSpec, selectFields } from './select.ts';

function errorOf(run: () => unknown): { code: string; message: string; hint: string | undefined } {
  try {
    run();
  } catch (error) {
    if (isGadgetError(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

function open(): DataSource {
  const source = new DataSource('open', 'events');
  source.addField('pid', 'uint32');
  source.addField('filename', 'text');
  source.addField('secret', 'text', { hidden: true });
  source.addField('parent.pid', 'uint32');
  source.addField('parent.name', 'text');
  source.addField('a:b', 'text');
  return source;
}

describe('selectFields', () => {
  test.each([
    ['all that are not hidden', undefined, ['pid', 'filename', 'parent.pid', 'parent.name', 'a:b']],
    ['order as asked', ['filename', 'pid'], ['filename', 'pid']],
    ['hidden by name', ['secret'], ['secret']],
    ['with the source', ['open:pid', 'filename'], ['pid', 'filename']],
    ['for another source', ['exec:pid', 'pid'], ['pid']],
    ['only for another source', ['exec:pid'], ['pid', 'filename', 'parent.pid', 'parent.name', 'a:b']],
    ['a parent', ['parent'], ['parent.pid', 'parent.name']],
    ['twice', ['pid', 'PID', 'open:pid'], ['pid']],
    ['a name with a colon', ['a:b'], ['a:b']],
    ['no names', [], ['pid', 'filename', 'parent.pid', 'parent.name', 'a:b']],
  ])('%s', (_, names, expected) => {
    expect(selectFields(open(), names).map((field) => field.name)).toEqual(expected);
  });

  test('an unknown name says which was meant', () => {
    const error = errorOf(() => selectFields(open(), ['filenmae']));
    expect(error).toMatchObject({ code: 'E_OUTPUT', details: { meant: 'filename' } });
    expect(error.hint).toContain('Did you mean filename?');
  });

  test('an unknown name without a neighbour lists what there is', () => {
    const error = errorOf(() => selectFields(open(), ['open:whatever']));
    expect(error.hint).toContain('pid, filename');
  });

  test('hostile names are shown clean', () => {
    const source = new DataSource('o\x1b', 'events');
    source.addField('\x1b[2Jevil', 'text');
    const error = errorOf(() => selectFields(source, ['\u202ex']));
    expect(error.message + error.hint).toContain('\\x1b[2Jevil');
    expect(error.message + error.hint).not.toMatch(/[\x1b\u202e]/);
  });
});

describe('parseOutputSpec', () => {
  test.each([
    ['json', { format: 'json' }],
    ['open:table', { source: 'open', format: 'table' }],
    ['a:b:none', { source: 'a:b', format: 'none' }],
  ])('%s', (text, spec) => {
    expect(parseOutputSpec(text)).toEqual(spec);
  });

  test.each(['', 'jsno', 'open:', ':json', 'json:open', '\x1b'])('%j is refused', (text) => {
    const error = errorOf(() => parseOutputSpec(text));
    expect(error.code).toBe('E_OUTPUT');
    expect(error.message).not.toContain('\x1b');
  });

  test('says which format was meant', () => {
    expect(errorOf(() => parseOutputSpec('jsno')).hint).toContain('Did you mean json?');
  });
});

test('parseFieldNames', () => {
  expect(parseFieldNames('a, open:b')).toEqual(['a', 'open:b']);
  expect(errorOf(() => parseFieldNames('a,,b')).code).toBe('E_OUTPUT');
  expect(errorOf(() => parseFieldNames('')).code).toBe('E_OUTPUT');
});
