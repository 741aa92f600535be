import { describe, expect, it } from 'vitest';
import { GadgetError } from '../errors.ts';
import type { InterfaceUse } from './inspect.ts';
import { parseInterfaceName } from './interface-name.ts';
import { type Answers, checkGrants } from './link.ts';
import type { InterfaceRequest } from './request.ts';

function use(name: string, functions: string[] = []): InterfaceUse {
  return { ...parseInterfaceName(name), functions, resources: [], shapes: new Map() };
}

function refusal(
  imports: InterfaceUse[],
  grants: string[] = [],
  providers: Record<string, unknown> = {},
  rootImports: string[] = [],
  requests?: InterfaceRequest[],
): GadgetError {
  try {
    checkGrants({ imports, rootImports }, { grants, providers, requests });
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
    expect(checkGrants({ imports: [use('gadget:api/field@1.0.0', ['x'])], rootImports: [] })).toEqual({
      given: {},
      wasi: [],
    });
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
      const { given: answers } = checkGrants(
        { imports: [environment], rootImports: [] },
        { grants: [grant], providers: { [environment.name]: given } },
      );
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

describe('requests', () => {
  const asking = (requests: InterfaceRequest[], grants: string[], imports = [environment]): GadgetError =>
    refusal(imports, grants, {}, [], requests);
  const clock = use('wasi:clocks/wall-clock@0.2.3', ['now']);

  it('are needed where there is a gadget.yaml, whatever is granted', () => {
    const error = asking(
      [{ interface: 'wasi:clocks/*' }],
      ['wasi:cli/*', 'wasi:clocks/*'],
      [environment, clock],
    );
    expect(error).toMatchObject({
      code: 'E_NOT_REQUESTED',
      blame: 'guest',
      details: { interfaces: ['wasi:cli/environment@0.2.3'] },
    });
    expect(error.hint).toContain("requests: ['wasi:cli/environment']");
    expect(asking([], ['wasi:cli/*']).code).toBe('E_NOT_REQUESTED');
  });

  it('grant nothing; the refusal tells what they are for, and the flag that grants just them', () => {
    const requests = [
      { interface: 'wasi:clocks/*', reason: 'Stamps rows' },
      { interface: 'wasi:cli/environment' },
    ];
    const monotonic = use('wasi:clocks/monotonic-clock@0.2.3', ['now']);
    const error = asking(requests, [], [clock, environment, monotonic]);
    expect(error).toMatchObject({
      code: 'E_NOT_GRANTED',
      blame: 'user',
      message:
        'the component wants wasi:clocks/* ("Stamps rows"), wasi:cli/environment, which nobody granted',
      details: { reasons: { 'wasi:clocks/wall-clock@0.2.3': 'Stamps rows' } },
    });
    expect(error.hint).toContain("run it with --allow 'wasi:clocks/*' --allow wasi:cli/environment (in");
    expect(asking(requests, ['wasi:clocks/*'], [clock, environment]).details['interfaces']).toEqual([
      environment.name,
    ]);
  });

  it('are met by what is granted', () => {
    const requests = [{ interface: 'wasi:cli/*' }];
    const info = { imports: [environment], rootImports: [] };
    expect(checkGrants(info, { requests, grants: ['wasi:cli/environment'] }).wasi).toEqual([
      environment.name,
    ]);
  });
});

describe('wasi', () => {
  const asked = (name: string, functions: string[] = []): Answers =>
    checkGrants({ imports: [use(name, functions)], rootImports: [] }, { grants: [name] });

  it.each(['wasi:cli/environment@0.2.0', 'wasi:cli/environment@0.2.12', 'wasi:io/error@0.2.3'])(
    'is there as %s',
    (name) => expect(asked(name)).toEqual({ given: {}, wasi: [name] }),
  );

  it('gives way to what the embedder gives', () => {
    const providers = { [environment.name]: given };
    const options = { grants: ['wasi:cli/*'], providers };
    const answers = checkGrants({ imports: [environment], rootImports: [] }, options);
    expect(answers).toEqual({ given: providers, wasi: [] });
  });

  it.each([
    'wasi:cli/environment@0.3.0',
    'wasi:cli/environment',
    'wasi:cli/to-string@0.2.0',
    'wasi:nn/graph@0.2.0',
  ])('is not there as %s', (name) => {
    const error = refusal([use(name)], [name]);
    expect(error).toMatchObject({ code: 'E_IMPORT_MISSING', blame: 'guest' });
    expect(error.message).toContain('wasi 0.2.x');
  });

  it('names functions that are not there', () => {
    const error = refusal(
      [use('wasi:cli/environment@0.2.99', ['get-environment', 'get-secret'])],
      ['wasi:cli/*'],
    );
    expect(error).toMatchObject({ code: 'E_IMPORT_MISSING', details: { missing: ['get-secret'] } });
  });

  it.each(['wasi:sockets/tcp@0.2.3', 'wasi:http/outgoing-handler@0.2.3'])(
    'has no network: %s is refused, granted or not, unless the embedder gives it',
    (name) => {
      for (const grants of [[], [name]]) {
        expect(refusal([use(name)], grants)).toMatchObject({
          code: 'E_IMPORT_MISSING',
          message: expect.stringContaining('no network'),
        });
      }
      const providers = { [name]: {} };
      expect(refusal([use(name)], [], providers).code).toBe('E_NOT_GRANTED');
      const options = { grants: [name], providers };
      expect(checkGrants({ imports: [use(name)], rootImports: [] }, options).given).toEqual(providers);
    },
  );
});

describe('providers', () => {
  const store = use('acme:store/keys@0.2.3', ['get']);
  const keys = { get: () => [] };
  const linked = (providers: Record<string, unknown>, wanted: InterfaceUse = store): unknown =>
    checkGrants({ imports: [wanted], rootImports: [] }, { grants: [wanted.name], providers }).given[
      wanted.name
    ];

  it('are needed besides the grant', () => {
    expect(refusal([store], ['acme:store/*'])).toMatchObject({
      code: 'E_IMPORT_MISSING',
      message: expect.stringContaining('acme:store/keys@0.2.3'),
    });
  });

  it('answer under a compatible version or none', () => {
    expect(linked({ 'acme:store/keys@0.2.9': keys })).toBe(keys);
    expect(linked({ 'acme:store/keys@0.2.0': keys })).toBe(keys);
    expect(linked({ 'acme:store/keys': keys })).toBe(keys);
    const exact = { get: () => [] };
    expect(linked({ 'acme:store/keys@0.2.9': keys, 'acme:store/keys@0.2.3': exact })).toBe(exact);
    for (const name of ['acme:store/keys@0.3.0', 'acme:store/keys@0.2.3-rc.1', 'acme:store/other@0.2.3']) {
      expect(refusal([store], ['acme:store/*'], { [name]: keys }).code).toBe('E_IMPORT_MISSING');
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
