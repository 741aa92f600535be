import { describe, expect, test } from 'vitest';
import { type GadgetError, isGadgetError } from '../errors.ts';
import { parseManifest } from './manifest.ts';
import { checkValue } from './param-rule.ts';
import { defaultParams, parseParam, resolveParams, shareParams } from './params.ts';

function refused(run: () => unknown): GadgetError {
  try {
    run();
  } catch (error) {
    if (isGadgetError(error)) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

const gadget = parseManifest(`name: redact
version: 1.0.0
description: x
params:
  field: { description: The field to change }
  strict: { type: boolean, description: x, default: false }
  every: { type: duration, description: x, default: 1s, min: 10ms }
  level: { type: integer, description: x, one-of: [1, 2, 3], default: 1 }
`);

test('defaults are filled in, in the order of the declaration', () => {
  const params = resolveParams(gadget, [
    ['every', '1m'],
    ['field', ''],
    ['level', '+02'],
  ]);
  expect([...params]).toEqual([
    ['field', ''],
    ['strict', 'false'],
    ['every', '60000ms'],
    ['level', '2'],
  ]);
  expect([...defaultParams(gadget).keys()]).toEqual(['strict', 'every', 'level']);
});

test('missing', () => {
  const error = refused(() => resolveParams(gadget, []));
  expect(error).toMatchObject({ code: 'E_PARAM_MISSING', blame: 'user', gadget: 'redact' });
  expect(error.hint).toBe('add --param field=… (text): The field to change');
});

test('twice', () => {
  const error = refused(() =>
    resolveParams(gadget, [
      ['field', 'a'],
      ['field', 'a'],
    ]),
  );
  expect(error.code).toBe('E_PARAM_DUPLICATE');
});

test('unknown, with what was meant', () => {
  const error = refused(() => resolveParams(gadget, [['fild', 'a']]));
  expect(error.code).toBe('E_PARAM_UNKNOWN');
  expect(error.hint).toBe('did you mean field? parameters are field, strict, every, level');
  expect(refused(() => resolveParams({ name: 'a', params: new Map() }, [['x', '']])).hint).toContain(
    'no parameters',
  );
});

test('invalid, with the rule', () => {
  const message = (key: string, value: string): string =>
    refused(() =>
      resolveParams(gadget, [
        ['field', 'a'],
        [key, value],
      ]),
    ).message;
  expect(message('every', '5ms')).toBe('redact: parameter every: "5ms" must be at least 10ms (min)');
  expect(message('strict', 'yes')).toContain('is not true or false (boolean)');
  expect(message('level', '4')).toContain('must be one of 1, 2, 3');
});

describe('values', () => {
  test.each([
    [{ type: 'integer' }, '007', '7'],
    [{ type: 'integer' }, '-0', '0'],
    [{ type: 'integer' }, '18446744073709551615', '18446744073709551615'],
    [{ type: 'integer' }, '18446744073709551616', undefined],
    [{ type: 'integer' }, '1.0', undefined],
    [{ type: 'integer', min: '-5' }, '-6', undefined],
    [{ type: 'number' }, '1e3', '1000'],
    [{ type: 'number' }, '.5', '0.5'],
    [{ type: 'number' }, '1e999', undefined],
    [{ type: 'number' }, '', undefined],
    [{ type: 'number' }, '0x10', undefined],
    [{ type: 'number', max: '2.5' }, '2.6', undefined],
    [{ type: 'duration' }, '1h', '3600000ms'],
    [{ type: 'duration' }, '5', undefined],
    [{ type: 'duration', max: '1000ms' }, '2s', undefined],
    [{ type: 'text', maxLength: 2 }, '😀😀', '😀😀'],
    [{ type: 'text', maxLength: 2 }, '😀😀😀', undefined],
    [{ type: 'text' }, 'a\0', undefined],
    [{ type: 'text' }, 'x'.repeat(4097), undefined],
  ] as const)('%j of %j', (rule, given, value) => {
    expect(checkValue({ description: '', ...rule }, given).value).toBe(value);
  });
});

test('key=value', () => {
  expect(parseParam('a=b=c')).toEqual(['a', 'b=c']);
  expect(parseParam('a=')).toEqual(['a', '']);
  for (const text of ['', 'a', '=b']) expect(refused(() => parseParam(text)).code).toBe('E_PARAM_INVALID');
});

describe('in a chain', () => {
  const rule = { type: 'text', description: 'x' } as const;
  const a = {
    name: 'a',
    params: new Map([
      ['field', rule],
      ['only-a', rule],
    ]),
  };
  const b = { name: 'b', params: new Map([['field', rule]]) };

  test('a bare key is for all that declare it, gadget.key for one', () => {
    expect(
      shareParams(
        [a, b],
        [
          ['field', '1'],
          ['only-a', '2'],
          ['b.field', '3'],
        ],
      ),
    ).toEqual([
      [
        ['field', '1'],
        ['only-a', '2'],
      ],
      [
        ['field', '1'],
        ['field', '3'],
      ],
    ]);
  });

  test('unknown if nobody declares it', () => {
    expect(refused(() => shareParams([a, b], [['only-b', '']])).hint).toContain('did you mean only-a?');
    expect(refused(() => shareParams([a, b], [['c.field', '']])).hint).toContain('did you mean a.field?');
    const shares = shareParams([a, b], [['b.only-a', '']]);
    expect(refused(() => resolveParams(b, shares[1]!)).code).toBe('E_PARAM_UNKNOWN');
  });
});

test('a component without gadget.yaml takes any parameter, as text and once', () => {
  const bare = { name: 'bare', params: undefined };
  const share = shareParams([bare], [parseParam('a=1'), parseParam('bare.b=')]);
  expect(resolveParams(bare, share[0]!)).toEqual(
    new Map([
      ['a', '1'],
      ['b', ''],
    ]),
  );
  expect(() => resolveParams(bare, [...share[0]!, ['a', '2']])).toThrow(
    expect.objectContaining({ code: 'E_PARAM_DUPLICATE' }),
  );
});
