import { describe, expect, it } from 'vitest';
import type { GadgetError } from '../errors.ts';
import { negotiate } from './negotiate.ts';
import type { InterfaceNeed } from './negotiate.ts';
import {
  linesOfTwoMajors as all,
  hostOf,
  lifecycle,
  need,
  offers,
  outcome,
  told,
  twoMajors,
} from './offer.fixture.ts';

/** What stands behind an import, or why nothing does. */
function imported(...needs: InterfaceNeed[]): string[] | GadgetError {
  return outcome(() => negotiate(needs, [lifecycle], twoMajors).imports.map(({ offered }) => offered));
}

const get = ['[method]field.get-u32'];

describe('an import is answered', () => {
  it.each([
    ['the same version', 'gadget:api/field@1.2.3', get, 'gadget:api/field@1.2.3'],
    ['an older patch', 'gadget:api/field@1.2.0', get, 'gadget:api/field@1.2.3'],
    ['a newer patch', 'gadget:api/field@1.2.9', get, 'gadget:api/field@1.2.3'],
    ['an older minor', 'gadget:api/field@1.0.0', get, 'gadget:api/field@1.2.3'],
    ['a newer minor', 'gadget:api/field@1.9.0', get, 'gadget:api/field@1.2.3'],
    ['another major', 'gadget:api/field@2.0.0', ['[method]field.read'], 'gadget:api/field@2.1.0'],
    ['the same pre-release', 'gadget:api/field@4.0.0-preview.1', [], 'gadget:api/field@4.0.0-preview.1'],
    ['an older 0.2.x', 'gadget:young/clock@0.2.0', ['now'], 'gadget:young/clock@0.2.3'],
    ['a newer 0.2.x', 'gadget:young/clock@0.2.9', ['now'], 'gadget:young/clock@0.2.3'],
    ['the same 0.0.x', 'gadget:newborn/clock@0.0.4', ['now'], 'gadget:newborn/clock@0.0.4'],
    ['the same version of another build', 'gadget:api/field@1.2.3+x.7', get, 'gadget:api/field@1.2.3'],
    ['an older one with a build', 'gadget:api/field@1.0.0+x', get, 'gadget:api/field@1.2.3'],
    [
      'the same pre-release of another build',
      'gadget:api/field@4.0.0-preview.1+x',
      [],
      'gadget:api/field@4.0.0-preview.1',
    ],
    // It says less than it needs, and a host with 1.0.0 will say so.
    [
      'an older one with what came later',
      'gadget:api/field@1.0.0',
      ['[method]field.get-list'],
      'gadget:api/field@1.2.3',
    ],
  ])('%s', (_, name, functions, offered) => {
    expect(imported(need(name, functions))).toEqual([offered]);
  });

  it('by exactly its version before a newer one of the track, else by the newest', () => {
    const host = hostOf(['1.0.0', '1.4.0', '1.3.0'].map((v) => offers('import', `gadget:api/field@${v}`)));
    const answers = ['1.0.0', '1.3.0', '1.2.0', '1.9.0'].map(
      (version) => negotiate([need(`gadget:api/field@${version}`)], [], host).imports[0]?.offered,
    );
    expect(answers).toEqual(['1.0.0', '1.3.0', '1.4.0', '1.4.0'].map((v) => `gadget:api/field@${v}`));
  });

  it('in two majors at once, each by its own', () => {
    expect(
      imported(
        need('gadget:api/field@1.0.0', get, ['field']),
        need('gadget:api/field@2.0.0', ['[method]field.read'], ['field']),
      ),
    ).toEqual(['gadget:api/field@1.2.3', 'gadget:api/field@2.1.0']);
  });

  it('not at all in packages that the host does not have', () => {
    expect(imported(need('wasi:cli/environment@0.2.0', ['get-environment']))).toEqual([]);
    expect(imported(need('acme:api/field@1.0.0', get))).toEqual([]);
  });
});

describe('an import is refused', () => {
  it.each([
    [
      'a newer minor with a function that is not here',
      need('gadget:api/field@1.9.0', [...get, '[method]field.get-map', '[static]field.x']),
      'E_API_TOO_NEW',
      'the component needs gadget:api/field@1.9.0, this host has 1.2.3; missing here: field.get-map, field.x',
      'Update the host to one with gadget:api 1.9.0 or a newer 1.x, or build the gadget again, against gadget:api 1.2.3 and without field.get-map, field.x.',
    ],
    [
      'a newer patch with a resource that is not here',
      need('gadget:api/logging@1.2.4', ['log'], ['sink']),
      'E_API_TOO_NEW',
      'the component needs gadget:api/logging@1.2.4, this host has 1.2.3; missing here: the resource sink',
      'Update the host to one with gadget:api 1.2.4 or a newer 1.x, or build the gadget again, against gadget:api 1.2.3 and without the resource sink.',
    ],
    [
      'an interface of a newer minor',
      need('gadget:api/lists@1.3.0', ['get']),
      'E_API_TOO_NEW',
      'the component needs gadget:api/lists@1.3.0, this host has 1.2.3; missing here: the interface lists',
      'Update the host to one with gadget:api 1.3.0 or a newer 1.x, or build the gadget again, against gadget:api 1.2.3 and without lists.',
    ],
    [
      'a newer major',
      need('gadget:api/field@3.0.0'),
      'E_API_TOO_NEW',
      `the component needs gadget:api/field@3.0.0, this host has ${all}`,
      'Update the host to one with gadget:api 3.0.0 or a newer 3.x, or build the gadget again, against gadget:api 2.1.0.',
    ],
    [
      'an older major',
      need('gadget:api/field@0.9.0'),
      'E_API_TOO_OLD',
      `the component needs gadget:api/field@0.9.0, this host has ${all}, but no 0.9.x`,
      'Build the gadget again, against gadget:api 2.1.0, or run it on a host that has gadget:api 0.9.0 or a newer 0.9.x.',
    ],
    [
      'a newer 0.x',
      need('gadget:young/clock@0.3.0'),
      'E_API_TOO_NEW',
      'the component needs gadget:young/clock@0.3.0, this host has 0.2.3',
      'Update the host to one with gadget:young 0.3.0 or a newer 0.3.x, or build the gadget again, against gadget:young 0.2.3.',
    ],
    [
      'an older 0.x',
      need('gadget:young/clock@0.1.9'),
      'E_API_TOO_OLD',
      'the component needs gadget:young/clock@0.1.9, this host has 0.2.3, but no 0.1.x',
      'Build the gadget again, against gadget:young 0.2.3, or run it on a host that has gadget:young 0.1.9 or a newer 0.1.x.',
    ],
    [
      'a newer 0.0.x',
      need('gadget:newborn/clock@0.0.5'),
      'E_API_TOO_NEW',
      'the component needs gadget:newborn/clock@0.0.5, this host has 0.0.4',
      'Update the host to one with gadget:newborn 0.0.5, or build the gadget again, against gadget:newborn 0.0.4.',
    ],
    [
      'an older 0.0.x',
      need('gadget:newborn/clock@0.0.3'),
      'E_API_TOO_OLD',
      'the component needs gadget:newborn/clock@0.0.3, this host has 0.0.4, but no 0.0.3',
      'Build the gadget again, against gadget:newborn 0.0.4, or run it on a host that has gadget:newborn 0.0.3.',
    ],
    [
      'a pre-release of a version that is here',
      need('gadget:api/field@1.2.3-rc.1'),
      'E_API_PRERELEASE',
      `the component needs gadget:api/field@1.2.3-rc.1, this host has ${all}: pre-releases match only themselves`,
      'Build the gadget again, against gadget:api 2.1.0, or run it on a host with gadget:api 1.2.3-rc.1.',
    ],
    [
      'another pre-release than the one that is here',
      need('gadget:api/field@4.0.0-preview.2'),
      'E_API_PRERELEASE',
      `the component needs gadget:api/field@4.0.0-preview.2, this host has ${all}: pre-releases match only themselves`,
      'Build the gadget again, against gadget:api 2.1.0, or run it on a host with gadget:api 4.0.0-preview.2.',
    ],
    [
      'the release of which only a pre-release is here',
      need('gadget:api/field@4.0.0'),
      'E_API_TOO_NEW',
      `the component needs gadget:api/field@4.0.0, this host has ${all}`,
      'Update the host to one with gadget:api 4.0.0 or a newer 4.x, or build the gadget again, against gadget:api 2.1.0.',
    ],
    [
      'no version',
      need('gadget:api/field'),
      'E_IMPORT_MISSING',
      `the component imports gadget:api/field, without a version; this host has ${all}`,
      'Build the gadget again, against gadget:api 2.1.0.',
    ],
    [
      'a version that is none',
      need('gadget:api/field@v1'),
      'E_IMPORT_MISSING',
      `the component imports gadget:api/field@v1, and "v1" is no version; this host has ${all}`,
      'Build the gadget again, against gadget:api 2.1.0.',
    ],
    [
      'a function that never was',
      need('gadget:api/logging@1.0.0', ['logg']),
      'E_IMPORT_MISSING',
      'the component needs logging.logg of gadget:api/logging@1.0.0, which is not in gadget:api 1.2.3 of this host',
      'Did you mean log?',
    ],
    [
      'a resource that never was',
      need('gadget:api/logging@1.0.0', [], ['sink']),
      'E_IMPORT_MISSING',
      'the component needs the resource sink of gadget:api/logging@1.0.0, which is not in gadget:api 1.2.3 of this host',
      'No gadget:api up to 1.2.3 has it: check what the gadget was built against.',
    ],
    [
      'an interface that is nearly one',
      need('gadget:api/loging@1.0.0'),
      'E_IMPORT_MISSING',
      'the component needs gadget:api/loging@1.0.0, and gadget:api 1.2.3 of this host has no interface loging to import',
      'Did you mean logging?',
    ],
    [
      'an interface that is like none',
      need('gadget:api/sockets@1.0.0'),
      'E_IMPORT_MISSING',
      'the component needs gadget:api/sockets@1.0.0, and gadget:api 1.2.3 of this host has no interface sockets to import',
      'Build the gadget again, against gadget:api 1.2.3, where interfaces are field, logging.',
    ],
    [
      'an interface that this major no longer has',
      need('gadget:api/logging@2.0.0', ['log']),
      'E_IMPORT_MISSING',
      'the component needs gadget:api/logging@2.0.0, and gadget:api 2.1.0 of this host has no interface logging to import',
      'Build the gadget again, against gadget:api 2.1.0, where interfaces are field.',
    ],
    [
      'a hook',
      need('gadget:api/handler@1.0.0', ['on-packet']),
      'E_IMPORT_MISSING',
      'the component needs gadget:api/handler@1.0.0, and gadget:api 1.2.3 of this host has no interface handler to import',
      'Handler is exported by gadgets, the host calls it: build the gadget again, against gadget:api 1.2.3.',
    ],
  ])('%s', (_, wanted, code, message, hint) => {
    const refusal = imported(wanted);
    expect(told(refusal)).toEqual([code, message, hint]);
    expect(refusal).toMatchObject({
      blame: 'guest',
      details: { interface: wanted.name, wanted: wanted.version },
    });
  });

  it('with the names of functions as components write them, for programs', () => {
    expect(imported(need('gadget:api/field@1.9.0', ['[method]field.get-map'], ['cursor']))).toMatchObject({
      details: { offered: '1.2.3', missing: ['[method]field.get-map', 'resource cursor'] },
    });
  });

  it('in one of two majors, though the other is fine', () => {
    expect(imported(need('gadget:api/field@1.0.0', get), need('gadget:api/field@2.0.0', get))).toMatchObject({
      code: 'E_IMPORT_MISSING',
      details: { wanted: '2.0.0', offered: '2.1.0', missing: get },
    });
  });
});
