import { describe, expect, it } from 'vitest';
import { GadgetError } from '../errors.ts';
import type { InterfaceUse } from './inspect.ts';
import { parseInterfaceName } from './interface-name.ts';
import { checkGrants } from './link.ts';

function use(name: string, functions: string[] = []): InterfaceUse {
  return { ...parseInterfaceName(name), functions, resources: [], shapes: new Map() };
}

function refusal(
  imports: InterfaceUse[],
  grants: string[] = [],
  providers: Record<string, unknown> = {},
  rootImports: string[] = [],
): GadgetError {
  try {
    checkGrants({ imports, rootImports }, grants, providers);
  } catch (error) {
    if (error instanceof GadgetError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

const environment = use('wasi:cli/environment@0.2.3', ['get-environment']);
const given = { getEnvironment: () => [] };

describe('grants', () => {
  it('are not needed for gadget:api', () => {
    expect(checkGrants({ imports: [use('gadget:api/field@1.0.0', ['x'])], rootImports: [] })).toEqual({});
  });

  it('are needed for everything else; the refusal names it and the flag', () => {
    const error = refusal([use('gadget:api/field@1.0.0'), environment, use('acme:db/query@1.0.0')]);
    expect(error).toMatchObject({
      code: 'E_NOT_GRANTED',
      blame: 'user',
      details: { interfaces: ['wasi:cli/environment@0.2.3', 'acme:db/query@1.0.0'] },
    });
    expect(error.hint).toContain('--allow wasi:cli/environment@0.2.3 --allow acme:db/query@1.0.0');
  });

  it.each(['wasi:cli/environment@0.2.3', 'wasi:cli/environment', 'wasi:cli/*', 'wasi:cli/*@0.2.3'])(
    'can be %s',
    (grant) => {
      const answers = checkGrants({ imports: [environment], rootImports: [] }, [grant], {
        [environment.name]: given,
      });
      expect(answers[environment.name]).toBe(given);
    },
  );

  it.each([
    'wasi:cli/environment@0.2.4',
    'wasi:cli/exit',
    'wasi:clocks/*',
    'wasi:cli/environ',
    'wasi:cli-more/*',
  ])('%s is not it', (grant) => {
    expect(refusal([environment], [grant], { [environment.name]: given }).code).toBe('E_NOT_GRANTED');
  });

  it.each(['*', 'wasi:*', 'environment', '', 'wasi:cli/', 'wasi/*'])('%j is no grant', (grant) => {
    expect(refusal([environment], [grant]).code).toBe('E_USAGE');
  });
});

describe('providers', () => {
  const linked = (providers: Record<string, unknown>, wanted: InterfaceUse = environment): unknown =>
    checkGrants({ imports: [wanted], rootImports: [] }, [wanted.name], providers)[wanted.name];

  it('are needed besides the grant', () => {
    expect(refusal([environment], ['wasi:cli/*'])).toMatchObject({
      code: 'E_IMPORT_MISSING',
      message: expect.stringContaining('wasi:cli/environment@0.2.3'),
    });
  });

  it('answer under a compatible version or none', () => {
    expect(linked({ 'wasi:cli/environment@0.2.9': given })).toBe(given);
    expect(linked({ 'wasi:cli/environment@0.2.0': given })).toBe(given);
    expect(linked({ 'wasi:cli/environment': given })).toBe(given);
    const exact = { getEnvironment: () => [] };
    expect(linked({ 'wasi:cli/environment@0.2.9': given, 'wasi:cli/environment@0.2.3': exact })).toBe(exact);
    for (const name of [
      'wasi:cli/environment@0.3.0',
      'wasi:cli/environment@0.2.3-rc.1',
      'wasi:cli/exit@0.2.3',
    ]) {
      expect(refusal([environment], ['wasi:cli/*'], { [name]: given }).code).toBe('E_IMPORT_MISSING');
    }
  });

  it('must have every function, of their own', () => {
    class Row {
      static open(): void {}
      nextRow(): void {}
    }
    const names = ['[constructor]row', '[static]row.open', '[method]row.next-row', 'count-all'];
    const wanted = use('acme:db/rows@1.0.0', names);
    expect(linked({ [wanted.name]: { Row, countAll() {} } }, wanted)).toBeDefined();
    const everything = [
      'to-string',
      'has-own-property',
      '[method]row.constructor',
      '[static]row.constructor',
      '[static]row.call',
      '[method]row.to-string',
      'constructor',
    ];
    const error = refusal([use('acme:db/rows@1.0.0', everything)], ['acme:db/*'], {
      'acme:db/rows@1.0.0': { Row },
    });
    expect(error).toMatchObject({ code: 'E_IMPORT_MISSING', details: { missing: everything } });
    expect(refusal([wanted], ['acme:db/*'], { [wanted.name]: null }).details['missing']).toEqual(names);
  });
});

it('refuses imports outside of interfaces', () => {
  expect(refusal([], [], {}, ['read-file'])).toMatchObject({
    code: 'E_IMPORT_MISSING',
    details: { imports: ['read-file'] },
  });
});
