import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { nameOf } from './answer.ts';
import { thisHost } from './api-offer.ts';
import { negotiate } from './negotiate.ts';
import { hostOf, lifecycle, need, offers, outcome, told, twoMajors } from './offer.fixture.ts';
import { offerAt, oldestHost, oldestVersion } from './offer-at.ts';
import { ownVersion } from './own-name.fixture.ts';

const field = 'gadget:api/field';
/** A host whose 1.x has grown. */
const grown = hostOf(
  [
    offers(
      'import',
      `${field}@1.3.0`,
      {
        '[method]field.get': '1.0.0',
        '[method]field.get-list': '1.1.0',
        '[static]field.open': '1.2.0',
        '[constructor]cursor': '1.2.0',
        '[method]cursor.next': '1.3.0',
      },
      ['field', 'cursor', 'token'],
    ),
    offers('import', 'gadget:api/spans@1.3.0', { start: '1.2.0' }),
    offers('export', 'gadget:api/lifecycle@1.3.0', { init: '1.0.0' }),
    offers('export', 'gadget:api/loss@1.3.0', { 'on-loss': '1.1.0' }),
    offers('import', `${field}@2.0.0`, { '[method]field.read': '2.0.0' }, ['field']),
    offers('import', 'gadget:linux/maps@0.4.0', { get: '0.1.0' }),
  ],
  { [`${field}@1.3.0`]: { '[method]field.get': '(self: borrow<field>) -> u32' } },
);

describe('the offer of an older host', () => {
  const at = (version: string): string[] => offerAt(version, grown).interfaces.map(nameOf);

  it('has the interfaces that were there, in its version', () => {
    const linux = 'gadget:linux/maps@0.4.0';
    expect(at('1.0.0')).toEqual([`${field}@1.0.0`, 'gadget:api/lifecycle@1.0.0', linux]);
    expect(at('1.1.7')).toEqual([
      `${field}@1.1.7`,
      'gadget:api/lifecycle@1.1.7',
      'gadget:api/loss@1.1.7',
      linux,
    ]);
  });

  it('has the functions and resources that were there', () => {
    const fields = (version: string): unknown => {
      const { functions, resources, later } = offerAt(version, grown).interfaces[0]!;
      return [
        functions.map(({ name }) => name.replace(/.*\]/, '')),
        resources,
        later?.map(({ since }) => since),
      ];
    };
    expect(fields('1.0.0')).toEqual([
      ['field.get'],
      ['field', 'token'],
      ['1.1.0', '1.2.0', '1.2.0', '1.3.0'],
    ]);
    expect(fields('1.2.0')).toEqual([
      ['field.get', 'field.get-list', 'field.open', 'cursor'],
      ['field', 'cursor', 'token'],
      ['1.3.0'],
    ]);
  });

  it('has older lines as they are', () => {
    expect(at('2.0.0')).toEqual([
      `${field}@2.0.0`,
      ...grown.interfaces.filter(({ version }) => version !== '2.0.0').map(nameOf),
    ]);
  });

  it('is the offer when it is the same version', () => {
    const { interfaces, shapes } = offerAt(ownVersion, thisHost);
    expect(interfaces).toEqual(thisHost.interfaces.map((each) => ({ ...each, later: [] })));
    expect(shapes).toEqual(thisHost.shapes);
  });

  it('compares types as the newer one does', () => {
    const uses = need(`${field}@1.0.0`, ['[method]field.get'], [], {
      '[method]field.get': '(self: borrow<field>) -> string',
    });
    const made = outcome(() =>
      negotiate([uses], [need('gadget:api/lifecycle@1.0.0', ['init'])], offerAt('1.0.0', grown)),
    );
    expect(made).toMatchObject({ code: 'E_INTERFACE_MISMATCH' });
  });

  it('takes a version without its build, and a pre-release that is there', () => {
    expect(at('1.0.0+x')).toEqual(at('1.0.0'));
    expect(offerAt('4.0.0-preview.1', twoMajors).interfaces).toHaveLength(twoMajors.interfaces.length);
  });

  it.each([
    ['1.9.0', 'newer in its line'],
    ['3.0.0', 'a newer line'],
    ['3.0.0-rc.1', 'a pre-release of a newer line'],
  ])('is not known of %s, %s', (version) => {
    expect(told(outcome(() => offerAt(version, grown)))).toEqual([
      'E_USAGE',
      `this host has gadget:api 2.0.0 and 1.3.0 and can't tell what is in ${version}, which is newer`,
      `Ask a host with gadget:api ${version}. Each knows the versions up to its own.`,
    ]);
  });

  it.each(['0.9.0', '1.0.0-rc.1', '0.0.1'])('is not known of %s', (version) => {
    expect(told(outcome(() => offerAt(version, grown)))).toEqual([
      'E_USAGE',
      `this host knows nothing of gadget:api ${version}`,
      'It knows 2.0.0, 1.0.0 to 1.3.0.',
    ]);
  });

  it.each(['1.0', 'v1.0.0', '', 'newest'])('is not known of %j, which is no version', (version) => {
    expect(told(outcome(() => offerAt(version, grown)))).toEqual([
      'E_USAGE',
      `${JSON.stringify(version)} is no version of gadget:api`,
      'Write three numbers: 1.3.0.',
    ]);
  });
});

describe('what an older host lacks', () => {
  const init = need('gadget:api/lifecycle@1.0.0', ['init']);
  const missing = (version: string, ...functions: string[]): unknown =>
    told(outcome(() => negotiate([need(`${field}@${version}`, functions)], [init], offerAt('1.0.0', grown))));

  it('is told with the version that has it, not the one the gadget was built with', () => {
    expect(missing('1.9.0', '[method]field.get-list', '[static]field.open')).toEqual([
      'E_API_TOO_NEW',
      `the component needs ${field}@1.9.0, this host has 1.0.0; missing here: field.get-list, field.open`,
      'Update the host to one with gadget:api 1.2.0 or a newer 1.x, or build the gadget again, against gadget:api 1.0.0 and without field.get-list, field.open.',
    ]);
    expect(missing('1.9.0', '[method]field.get-list', '[method]field.get-map')).toContain(
      'Update the host to one with gadget:api 1.9.0 or a newer 1.x, or build the gadget again, against gadget:api 1.0.0 and without field.get-list, field.get-map.',
    );
  });

  it('is told of a gadget that says less than it needs, too', () => {
    expect(missing('1.0.0', '[method]field.get-list')).toEqual([
      'E_IMPORT_MISSING',
      `the component needs field.get-list of ${field}@1.0.0, which is not in gadget:api 1.0.0 of this host`,
      'Update the host to one with gadget:api 1.1.0 or a newer 1.x, or build the gadget again, against gadget:api 1.0.0 and without field.get-list.',
    ]);
  });
});

test.each([
  ['1.0.0', need(`${field}@1.3.0`, ['[method]field.get'], ['field'])],
  ['1.1.0', need(`${field}@1.0.0`, ['[method]field.get-list'])],
  ['1.3.0', need(`${field}@1.9.0`, ['[method]cursor.next', '[method]field.get'])],
  ['1.2.0', need('gadget:api/spans@1.3.0', ['start'])],
  ['2.0.0', need(`${field}@2.0.0`, ['[method]field.read'])],
  [undefined, need(`${field}@1.3.0`, ['[method]field.get-map'])],
])('the oldest host is %s', (version, wanted) => {
  expect(oldestHost([wanted], [need('gadget:api/lifecycle@1.0.0', ['init'])], grown)).toBe(version);
});

describe('the oldest version that has all', () => {
  const init = need('gadget:api/lifecycle@1.3.0', ['init']);

  it.each([
    ['1.0.0', need(`${field}@1.3.0`, ['[method]field.get'], ['field'])],
    ['1.1.0', need(`${field}@1.3.0`, ['[method]field.get-list'])],
    ['1.2.0', need(`${field}@1.3.0`, [], ['cursor'])],
    ['1.2.0', need('gadget:api/spans@1.3.0', ['start'])],
    [undefined, need(`${field}@1.3.0`, ['[method]field.get-map'])],
  ])('is %s', (version, wanted) => {
    expect(oldestVersion([wanted], [init], grown)).toBe(version);
  });

  it('has hooks that an older host would run it without', () => {
    const exports = [init, need('gadget:api/loss@1.3.0', ['on-loss'])];
    expect(oldestHost([], exports, grown)).toBe('1.0.0');
    expect(oldestVersion([], exports, grown)).toBe('1.1.0');
  });

  it('has functions of hooks that an older host would not call', () => {
    const grownHook = hostOf([
      offers('export', 'gadget:api/lifecycle@1.3.0', { init: '1.0.0', pause: '1.2.0' }),
    ]);
    const exports = [need('gadget:api/lifecycle@1.3.0', ['init', 'pause'])];
    expect(oldestHost([], exports, grownHook)).toBe('1.0.0');
    expect(oldestVersion([], exports, grownHook)).toBe('1.2.0');
  });
});

test('the oldest host of a gadget for two majors has both', () => {
  const both = [
    need(`${field}@1.0.0`, ['[method]field.get-u32']),
    need(`${field}@2.0.0`, ['[method]field.read']),
  ];
  expect(oldestHost(both, [lifecycle], twoMajors)).toBe('2.0.0');
});

test('a gadget that runs on a host runs on every later one of the line: on those that have what it uses, and on no other', () => {
  const versions = ['1.0.0', '1.0.1', '1.1.0', '1.2.0', '1.3.0'] as const;
  const version = fc.constantFrom(...versions);
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), version),
      fc.subarray(['a', 'b', 'c', 'd', 'e']),
      version,
      (functions, used, madeFor) => {
        const host = hostOf([
          offers('import', `${field}@1.3.0`, { first: '1.0.0', ...functions }),
          offers('export', 'gadget:api/lifecycle@1.3.0', { init: '1.0.0' }),
        ]);
        const imports = [need(`${field}@${madeFor}`, used)];
        const exports = [need(`gadget:api/lifecycle@${madeFor}`, ['init'])];
        const runs = versions.filter(
          (each) => !(outcome(() => negotiate(imports, exports, offerAt(each, host))) instanceof Error),
        );
        const since = used.map((name) => functions[name] ?? 'never');
        expect(runs).toEqual(versions.filter((each) => since.every((came) => came <= each)));
        expect(oldestHost(imports, exports, host)).toBe(runs[0]);
      },
    ),
    { numRuns: 300 },
  );
});
