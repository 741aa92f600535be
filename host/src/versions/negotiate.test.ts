import { describe, expect, it } from 'vitest';
import { GadgetError } from '../errors.ts';
import { offer as shipped } from '../generated/offer.ts';
import type { OfferedInterface } from '../generated/offer.ts';
import { negotiate } from './negotiate.ts';
import type { InterfaceNeed } from './negotiate.ts';

function need(name: string, functions: string[] = [], resources: string[] = []): InterfaceNeed {
  const [path, version] = name.split('@') as [string, string | undefined];
  const [pack, inter] = path.split('/') as [string, string];
  return { name, package: pack, interface: inter, version, functions, resources };
}

function offers(
  version: string,
  direction: 'import' | 'export',
  name: string,
  functions: [string, string][],
): OfferedInterface {
  const named = functions.map(([each, since]) => ({ name: each, since }));
  return {
    package: 'gadget:api',
    interface: name,
    version,
    direction,
    functions: named,
    resources: name === 'field' ? ['field'] : [],
  };
}

const lifecycle = need('gadget:api/lifecycle@1.0.0', ['init', 'start', 'stop']);
const host: OfferedInterface[] = [
  offers('1.2.0', 'import', 'field', [
    ['[method]field.get-u32', '1.0.0'],
    ['[method]field.get-list', '1.1.0'],
  ]),
  offers('1.2.0', 'import', 'logging', [['log', '1.0.0']]),
  offers('1.2.0', 'export', 'lifecycle', [
    ['init', '1.0.0'],
    ['start', '1.0.0'],
    ['stop', '1.0.0'],
  ]),
  offers('1.2.0', 'export', 'handler', [['on-packet', '1.0.0']]),
  offers('3.0.0-preview.1', 'import', 'field', []),
  offers('3.0.0-preview.1', 'export', 'lifecycle', [['init', '3.0.0-preview.1']]),
  offers('0.2.3', 'import', 'early', []),
  offers('0.0.4', 'import', 'earliest', []),
];

const imports = (...needs: InterfaceNeed[]): string[] =>
  negotiate(needs, [lifecycle], host).imports.map((match) => match.offered);

function refusal(act: () => unknown): GadgetError {
  try {
    act();
  } catch (error) {
    if (error instanceof GadgetError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

const importRefusal = (...needs: InterfaceNeed[]): GadgetError =>
  refusal(() => negotiate(needs, [lifecycle], host));

describe('imports', () => {
  it.each([
    ['gadget:api/field@1.2.0', 'gadget:api/field@1.2.0'],
    ['gadget:api/field@1.0.0', 'gadget:api/field@1.2.0'],
    ['gadget:api/field@1.9.7', 'gadget:api/field@1.2.0'],
    ['gadget:api/field@3.0.0-preview.1', 'gadget:api/field@3.0.0-preview.1'],
    ['gadget:api/early@0.2.9', 'gadget:api/early@0.2.3'],
    ['gadget:api/earliest@0.0.4', 'gadget:api/earliest@0.0.4'],
  ])('%s is answered by %s', (name, offered) => {
    expect(imports(need(name))).toEqual([offered]);
  });

  it('takes the newest of the track, and each major for itself', () => {
    const more = [...host, offers('1.4.0', 'import', 'field', []), offers('2.1.0', 'import', 'field', [])];
    const both = [need('gadget:api/field@1.0.0'), need('gadget:api/field@2.0.0')];
    expect(negotiate(both, [lifecycle], more).imports.map((match) => match.offered)).toEqual([
      'gadget:api/field@1.4.0',
      'gadget:api/field@2.1.0',
    ]);
  });

  it('lets a newer gadget run if all that it imports is there', () => {
    expect(imports(need('gadget:api/field@1.3.0', ['[method]field.get-list'], ['field']))).toHaveLength(1);
  });

  it('names what a newer gadget misses', () => {
    const error = importRefusal(
      need('gadget:api/field@1.3.0', ['[method]field.get-u32', '[method]field.get-map', '[method]field.x']),
    );
    expect(error).toMatchObject({
      code: 'E_API_TOO_NEW',
      details: { wanted: '1.3.0', offered: '1.2.0', missing: ['[method]field.get-map', '[method]field.x'] },
    });
    expect(error.message).toBe(
      'the component needs gadget:api/field@1.3.0, this host has 1.2.0; missing here: [method]field.get-map, [method]field.x',
    );
    expect(error.hint).toContain('1.2.0');
  });

  it.each([
    ['another major', 'gadget:api/field@2.0.0', 'E_API_TOO_NEW'],
    ['an interface of a newer minor', 'gadget:api/lists@1.3.0', 'E_API_TOO_NEW'],
    ['another 0.x', 'gadget:api/early@0.3.0', 'E_API_TOO_NEW'],
    ['another 0.0.x', 'gadget:api/earliest@0.0.5', 'E_API_TOO_NEW'],
    ['a line that is gone', 'gadget:api/field@0.9.0', 'E_API_TOO_OLD'],
    ['an older 0.0.x', 'gadget:api/earliest@0.0.3', 'E_API_TOO_OLD'],
    ['a pre-release', 'gadget:api/field@1.2.0-rc.1', 'E_API_PRERELEASE'],
    ['another pre-release', 'gadget:api/field@3.0.0-preview.2', 'E_API_PRERELEASE'],
    ['no version', 'gadget:api/field', 'E_IMPORT_MISSING'],
    ['a version that is none', 'gadget:api/field@one', 'E_IMPORT_MISSING'],
  ])('refuses %s', (_, name, code) => {
    const error = importRefusal(need(name));
    expect(error.code).toBe(code);
    expect(error.message).toContain(name);
    expect(error.hint).toBeDefined();
  });

  it('suggests what was meant', () => {
    expect(importRefusal(need('gadget:api/loging@1.0.0'))).toMatchObject({
      code: 'E_IMPORT_MISSING',
      hint: 'Did you mean logging?',
    });
    expect(importRefusal(need('gadget:api/logging@1.0.0', ['logg'])).hint).toBe('Did you mean log?');
    expect(importRefusal(need('gadget:api/handler@1.0.0')).hint).toContain('exported by gadgets');
  });

  it('refuses resources that the interface does not have', () => {
    expect(importRefusal(need('gadget:api/logging@1.0.0', [], ['sink']))).toMatchObject({
      code: 'E_IMPORT_MISSING',
      details: { missing: ['resource sink'] },
    });
  });

  it('does not look at other packages', () => {
    expect(imports(need('wasi:cli/environment@0.2.0', ['get-environment']))).toEqual([]);
  });
});

describe('exports', () => {
  const called = (...exports: InterfaceNeed[]): ReturnType<typeof negotiate> => negotiate([], exports, host);

  it('calls a newer handler if the functions are there', () => {
    const { exports } = called(lifecycle, need('gadget:api/handler@1.7.0', ['on-packet', 'on-more']));
    expect(exports.map((match) => [match.need, match.offered])).toEqual([
      ['gadget:api/lifecycle@1.0.0', 'gadget:api/lifecycle@1.2.0'],
      ['gadget:api/handler@1.7.0', 'gadget:api/handler@1.2.0'],
    ]);
  });

  it('refuses a component without lifecycle', () => {
    expect(refusal(() => called(need('gadget:api/handler@1.0.0', ['on-packet'])))).toMatchObject({
      code: 'E_NO_LIFECYCLE',
    });
    expect(refusal(() => called())).toMatchObject({ code: 'E_NO_LIFECYCLE' });
  });

  it('refuses hooks that lack a function', () => {
    expect(refusal(() => called(lifecycle, need('gadget:api/handler@1.0.0')))).toMatchObject({
      code: 'E_INTERFACE_MISMATCH',
    });
    expect(refusal(() => called(need('gadget:api/lifecycle@1.9.0', ['init', 'start'])))).toMatchObject({
      code: 'E_API_TOO_NEW',
      details: { missing: ['stop'] },
    });
  });

  it.each([
    ['gadget:api/lifecycle@2.0.0', 'E_API_TOO_NEW'],
    ['gadget:api/lifecycle@0.1.0', 'E_API_TOO_OLD'],
    ['gadget:api/lifecycle@1.0.0-rc.1', 'E_API_PRERELEASE'],
    ['gadget:api/lifecycle', 'E_INTERFACE_MISMATCH'],
  ])('refuses %s alone', (name, code) => {
    expect(refusal(() => called(need(name, ['init', 'start', 'stop'])))).toMatchObject({ code });
  });

  it('takes what it can call of a component for two majors', () => {
    const { exports, uncalled } = called(need('gadget:api/lifecycle@2.0.0', ['begin']), lifecycle);
    expect(exports.map((match) => match.need)).toEqual(['gadget:api/lifecycle@1.0.0']);
    expect(uncalled).toEqual(['gadget:api/lifecycle@2.0.0']);
  });

  it('says which hooks of a newer version are never called', () => {
    expect(called(lifecycle, need('gadget:api/loss-listener@1.3.0', ['on-loss'])).uncalled).toEqual([
      'gadget:api/loss-listener@1.3.0',
    ]);
  });
});

it('answers everything that it offers', () => {
  const wanted = shipped.map((each): [string, InterfaceNeed] => [
    each.direction,
    need(
      `${each.package}/${each.interface}@${each.version}`,
      each.functions.map((f) => f.name),
      [...each.resources],
    ),
  ]);
  const of = (direction: string): InterfaceNeed[] =>
    wanted.filter(([each]) => each === direction).map(([, each]) => each);
  const { imports: answers, exports, uncalled } = negotiate(of('import'), of('export'));
  expect(answers.every((match) => match.need === match.offered)).toBe(true);
  expect(exports.map((match) => match.interface).toSorted()).toEqual(['handler', 'lifecycle', 'ticker']);
  expect(uncalled).toEqual([]);
});

describe('types of functions', () => {
  const shaped = (name: string, shapes: Record<string, string>): InterfaceNeed => ({
    ...need(name, Object.keys(shapes)),
    shapes: new Map(Object.entries(shapes)),
  });
  const known = {
    'gadget:api/logging@1.2.0': { log: '(level: u8, message: string)' },
    'gadget:api/handler@1.2.0': { 'on-packet': '(packet: own<packet>) -> u32' },
  };
  const check = (imported: string, exported: string): unknown =>
    negotiate(
      [shaped('gadget:api/logging@1.0.0', { log: imported })],
      [lifecycle, shaped('gadget:api/handler@1.0.0', { 'on-packet': exported })],
      host,
      known,
    );

  it('must be those of the interface, whatever resources are called', () => {
    expect(check('(level: u8, message: string)', '(packet: own<import-type-packet>) -> u32')).toBeDefined();
    for (const other of [
      '(level: u8, message: u32)',
      '(level: u8)',
      '(level: u8, message: string) -> u32',
      '()',
    ]) {
      expect(refusal(() => check(other, '(packet: own<packet>) -> u32'))).toMatchObject({
        code: 'E_INTERFACE_MISMATCH',
        details: { function: 'log', component: other, host: '(level: u8, message: string)' },
      });
    }
    expect(
      refusal(() => check('(level: u8, message: string)', '(packet: borrow<packet>) -> u32')),
    ).toMatchObject({
      code: 'E_INTERFACE_MISMATCH',
      details: { function: 'on-packet' },
    });
  });
});
