import { describe, expect, it } from 'vitest';
import type { GadgetError } from '../errors.ts';
import { thisHost } from './api-offer.ts';
import { negotiate } from './negotiate.ts';
import { offerAt } from './offer-at.ts';
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

/** What an export besides lifecycle is called as, or why it is not. */
function exported(...needs: InterfaceNeed[]): string[] | GadgetError {
  return outcome(() =>
    negotiate([], [lifecycle, ...needs], twoMajors)
      .exports.slice(1)
      .map(({ offered }) => offered),
  );
}

describe('an export is called', () => {
  it.each([
    ['the same version', 'gadget:api/handler@1.2.3', ['on-packet'], 'gadget:api/handler@1.2.3'],
    ['an older patch', 'gadget:api/handler@1.2.0', ['on-packet'], 'gadget:api/handler@1.2.3'],
    ['a newer patch', 'gadget:api/handler@1.2.9', ['on-packet'], 'gadget:api/handler@1.2.3'],
    ['an older minor', 'gadget:api/handler@1.0.0', ['on-packet'], 'gadget:api/handler@1.2.3'],
    ['a newer minor', 'gadget:api/handler@1.9.0', ['on-packet'], 'gadget:api/handler@1.2.3'],
    ['another build', 'gadget:api/handler@1.0.0+x', ['on-packet'], 'gadget:api/handler@1.2.3'],
    [
      'with more than is called',
      'gadget:api/handler@1.9.0',
      ['on-packet', 'on-x'],
      'gadget:api/handler@1.2.3',
    ],
    ['an older 0.2.x', 'gadget:young/alarm@0.2.0', ['ring'], 'gadget:young/alarm@0.2.3'],
    ['a newer 0.2.x', 'gadget:young/alarm@0.2.9', ['ring'], 'gadget:young/alarm@0.2.3'],
    ['the same 0.0.x', 'gadget:newborn/alarm@0.0.4', ['ring'], 'gadget:newborn/alarm@0.0.4'],
  ])('%s', (_, name, functions, offered) => {
    expect(exported(need(name, functions))).toEqual([offered]);
  });

  it('in another major, and as a pre-release', () => {
    const called = (...needs: InterfaceNeed[]): unknown =>
      negotiate([], needs, twoMajors).exports.map(({ offered }) => offered);
    expect(called(need('gadget:api/lifecycle@2.0.0', ['begin', 'end']))).toEqual([
      'gadget:api/lifecycle@2.1.0',
    ]);
    expect(called(need('gadget:api/lifecycle@4.0.0-preview.1', ['begin']))).toEqual([
      'gadget:api/lifecycle@4.0.0-preview.1',
    ]);
  });

  it('without functions that came after the version it was made for', () => {
    const host = hostOf([offers('export', 'gadget:young/alarm@0.2.3', { ring: '0.2.0', snooze: '0.2.2' })]);
    const called = (version: string, ...functions: string[]): unknown =>
      outcome(() => negotiate([], [need(`gadget:young/alarm@${version}`, functions)], host).exports.length);
    expect(called('0.2.1', 'ring')).toBe(1);
    expect(called('0.2.2', 'ring', 'snooze')).toBe(1);
    expect(called('0.2.2', 'ring')).toMatchObject({
      code: 'E_INTERFACE_MISMATCH',
      details: { missing: ['snooze'] },
    });
  });

  it('in the newest version that can be called, once', () => {
    const two = [need('gadget:api/lifecycle@2.0.0', ['begin', 'end']), lifecycle];
    for (const exports of [two, two.toReversed()]) {
      const { exports: called, uncalled } = negotiate([], exports, twoMajors);
      expect(called.map((match) => match.need)).toEqual(['gadget:api/lifecycle@2.0.0']);
      expect(uncalled).toEqual(['gadget:api/lifecycle@1.0.0']);
    }
    const tooNew = need('gadget:api/lifecycle@3.0.0', ['begin']);
    expect(negotiate([], [tooNew, ...two], twoMajors)).toMatchObject({
      exports: [{ need: 'gadget:api/lifecycle@2.0.0' }],
      uncalled: ['gadget:api/lifecycle@3.0.0', 'gadget:api/lifecycle@1.0.0'],
    });
  });

  it('in an older version when the newer one has other types', () => {
    const host = hostOf([offers('export', 'gadget:young/alarm@0.2.3', { ring: '0.2.0' })], {
      'gadget:young/alarm@0.2.3': { ring: '(times: u32)' },
    });
    const exports = [
      need('gadget:young/alarm@0.2.9', ['ring'], [], { ring: '(times: string)' }),
      need('gadget:young/alarm@0.2.1', ['ring'], [], { ring: '(times: u32)' }),
    ];
    expect(negotiate([], exports, host).exports.map((match) => match.need)).toEqual([
      'gadget:young/alarm@0.2.1',
    ]);
  });

  it('as of the version it came in: a host of 1.0.0 lets losses lie', () => {
    const exports = [lifecycle, need('gadget:api/losses@1.1.0', ['on-loss'])];
    expect(negotiate([], exports, thisHost).exports.map((match) => match.interface)).toEqual([
      'lifecycle',
      'losses',
    ]);
    const { exports: called, uncalled } = negotiate([], exports, offerAt('1.0.0', thisHost));
    expect(called.map((match) => match.interface)).toEqual(['lifecycle']);
    expect(uncalled).toEqual(['gadget:api/losses@1.1.0']);
  });

  it('not at all when no version of the host has it, or its line has not', () => {
    const hooks = [
      'gadget:api/loss-listener@1.3.0',
      'gadget:api/handler@2.0.0',
      'gadget:api/logging@1.0.0',
      'acme:api/handler@1.0.0',
    ];
    const { exports, uncalled } = negotiate([], [lifecycle, ...hooks.map((name) => need(name))], twoMajors);
    expect(exports).toHaveLength(1);
    expect(uncalled).toEqual(hooks.slice(0, 3));
  });
});

describe('an export is refused', () => {
  it.each([
    [
      'a newer major',
      need('gadget:api/handler@3.0.0', ['on-packet']),
      'E_API_TOO_NEW',
      `the component exports gadget:api/handler@3.0.0, this host has ${all}`,
      'Update the host to one with gadget:api 3.0.0 or a newer 3.x, or build the gadget again, against gadget:api 2.1.0.',
    ],
    [
      'an older major',
      need('gadget:api/handler@0.9.0', ['on-packet']),
      'E_API_TOO_OLD',
      `the component exports gadget:api/handler@0.9.0, this host has ${all}, but no 0.9.x`,
      'Build the gadget again, against gadget:api 2.1.0, or run it on a host that has gadget:api 0.9.0 or a newer 0.9.x.',
    ],
    [
      'a newer 0.x',
      need('gadget:young/alarm@0.3.0', ['ring']),
      'E_API_TOO_NEW',
      'the component exports gadget:young/alarm@0.3.0, this host has 0.2.3',
      'Update the host to one with gadget:young 0.3.0 or a newer 0.3.x, or build the gadget again, against gadget:young 0.2.3.',
    ],
    [
      'an older 0.x',
      need('gadget:young/alarm@0.1.0', ['ring']),
      'E_API_TOO_OLD',
      'the component exports gadget:young/alarm@0.1.0, this host has 0.2.3, but no 0.1.x',
      'Build the gadget again, against gadget:young 0.2.3, or run it on a host that has gadget:young 0.1.0 or a newer 0.1.x.',
    ],
    [
      'a newer 0.0.x',
      need('gadget:newborn/alarm@0.0.5', ['ring']),
      'E_API_TOO_NEW',
      'the component exports gadget:newborn/alarm@0.0.5, this host has 0.0.4',
      'Update the host to one with gadget:newborn 0.0.5, or build the gadget again, against gadget:newborn 0.0.4.',
    ],
    [
      'an older 0.0.x',
      need('gadget:newborn/alarm@0.0.3', ['ring']),
      'E_API_TOO_OLD',
      'the component exports gadget:newborn/alarm@0.0.3, this host has 0.0.4, but no 0.0.3',
      'Build the gadget again, against gadget:newborn 0.0.4, or run it on a host that has gadget:newborn 0.0.3.',
    ],
    [
      'a pre-release',
      need('gadget:api/handler@1.2.3-rc.1', ['on-packet']),
      'E_API_PRERELEASE',
      `the component exports gadget:api/handler@1.2.3-rc.1, this host has ${all}: pre-releases match only themselves`,
      'Build the gadget again, against gadget:api 2.1.0, or run it on a host with gadget:api 1.2.3-rc.1.',
    ],
    [
      'no version',
      need('gadget:api/handler', ['on-packet']),
      'E_INTERFACE_MISMATCH',
      `the component exports gadget:api/handler, without a version; this host has ${all}`,
      'Build the gadget again, against gadget:api 2.1.0.',
    ],
    [
      'an older one without what is called',
      need('gadget:api/handler@1.0.0'),
      'E_INTERFACE_MISMATCH',
      'the component exports gadget:api/handler@1.0.0 without handler.on-packet, which this host calls as of 1.2.3',
      'Build the gadget again, against gadget:api 1.2.3, with handler.on-packet.',
    ],
    [
      'a newer one without what is called',
      need('gadget:api/handler@1.9.0', ['on-more']),
      'E_API_TOO_NEW',
      'the component exports gadget:api/handler@1.9.0 without handler.on-packet, which this host calls as of 1.2.3',
      'Update the host to one with gadget:api 1.9.0 or a newer 1.x, or build the gadget again, against gadget:api 1.2.3, with handler.on-packet.',
    ],
  ])('%s', (_, wanted, code, message, hint) => {
    const refusal = exported(wanted);
    expect(told(refusal)).toEqual([code, message, hint]);
    expect(refusal).toMatchObject({ blame: 'guest', details: { interface: wanted.name } });
  });

  it.each([
    [
      'nothing at all',
      [],
      'Every gadget exports lifecycle with init, start and stop: build it against one of the worlds of gadget:api.',
    ],
    [
      'hooks alone',
      [need('gadget:api/handler@1.0.0', ['on-packet'])],
      'Every gadget exports lifecycle with init, start and stop: build it against one of the worlds of gadget:api.',
    ],
    [
      'one of a package of another name',
      [need('acme:api/lifecycle@1.0.0', ['init', 'start', 'stop'])],
      'It exports acme:api/lifecycle@1.0.0, which is of another package: build it against one of the worlds of gadget:api.',
    ],
  ])('a component without lifecycle: %s', (_, exports, hint) => {
    expect(told(outcome(() => negotiate([], exports, twoMajors)))).toEqual([
      'E_NO_LIFECYCLE',
      'the component does not export gadget:api/lifecycle',
      hint,
    ]);
  });
});
