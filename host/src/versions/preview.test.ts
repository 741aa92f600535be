/** The preview of the next major, in what this host offers. */
import { expect, test } from 'vitest';
import { previewVersion } from '../preview-version.ts';
import { previewHost, thisHost } from './api-offer.ts';
import { judge, negotiate } from './negotiate.ts';
import { lifecycle, need, outcome, told } from './offer.fixture.ts';
import { offerAt, oldestHost } from './offer-at.ts';

const hooks = ['init', 'start', 'stop'];
const field = need(`gadget:api/field@${previewVersion}`, ['[method]field.gaps'], ['field']);
const next = need(`gadget:api/lifecycle@${previewVersion}`, hooks);

test('hosts offer it when they are asked to, and otherwise name the flag', () => {
  expect(negotiate([field], [next], previewHost)).toEqual({
    imports: [{ need: field.name, offered: field.name, interface: 'field' }],
    exports: [{ need: next.name, offered: next.name, interface: 'lifecycle' }],
    uncalled: [],
  });
  const [newest] = thisHost.interfaces;
  expect(told(outcome(() => negotiate([field], [next])))).toEqual([
    'E_API_PRERELEASE',
    `the component needs ${field.name}, a preview that this host offers only when it is asked to`,
    `Run it with --preview-api (in the library: previewApi), or build the gadget again, against gadget:api ${newest!.version}.`,
  ]);
  expect(judge([field], [next]).refusals.map(({ code }) => code)).toEqual([
    'E_API_PRERELEASE',
    'E_API_PRERELEASE',
  ]);
});

test.each(['2.0.0-preview.2', '2.0.0-preview', '3.0.0-preview.1'])('%s is another preview', (version) => {
  for (const host of [thisHost, previewHost]) {
    const other = need(`gadget:api/field@${version}`);
    expect(outcome(() => negotiate([other], [lifecycle], host))).toMatchObject({
      code: 'E_API_PRERELEASE',
      hint: expect.not.stringContaining('--preview-api') as string,
    });
  }
});

test('it is no answer for a component of 2.0', () => {
  const wanted = need('gadget:api/field@2.0.0');
  expect(outcome(() => negotiate([wanted], [lifecycle], previewHost))).toMatchObject({
    code: 'E_API_TOO_NEW',
  });
});

test('of a hook in both versions the newest that the host can call is called', () => {
  const called = (host: typeof thisHost): unknown => negotiate([], [lifecycle, next], host);
  const { version } = thisHost.interfaces[0]!;
  expect(called(previewHost)).toMatchObject({
    exports: [{ offered: next.name }],
    uncalled: [lifecycle.name],
  });
  expect(called(thisHost)).toMatchObject({
    exports: [{ offered: `gadget:api/lifecycle@${version}` }],
    uncalled: [next.name],
  });
});

test('a hook that the preview does not have is not called', () => {
  const losses = need(`gadget:api/losses@${previewVersion}`, ['on-loss']);
  expect(negotiate([], [next, losses], previewHost).uncalled).toEqual([losses.name]);
});

test('an older host has neither it nor a way to ask for it', () => {
  const older = offerAt('1.0.0', previewHost);
  expect(outcome(() => negotiate([field], [next], older))).toMatchObject({
    code: 'E_API_PRERELEASE',
    hint: expect.not.stringContaining('--preview-api') as string,
  });
  expect(told(outcome(() => offerAt(previewVersion, thisHost)))).toEqual([
    'E_USAGE',
    expect.stringContaining(previewVersion) as string,
    'It is a preview that this host knows with --preview-api.',
  ]);
  expect(oldestHost([field], [next], previewHost)).toBe(previewVersion);
  expect(oldestHost([field], [next], thisHost)).toBeUndefined();
});
