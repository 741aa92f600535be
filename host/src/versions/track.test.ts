import { expect, test } from 'vitest';
import { fromVersionOn, isSameTrack, newestOfTracks, parseVersion, trackOf } from './track.ts';

test.each([
  ['1.0.0', '1.x'],
  ['12.3.4', '12.x'],
  ['0.2.9', '0.2.x'],
  ['0.0.9', undefined],
  ['1.0.0-rc.1', undefined],
  ['0.2.0-rc.1', undefined],
  ['1.0.0+build.5', '1.x'],
])('%s is of the track %s', (version, track) => {
  expect(trackOf(version)).toBe(track);
});

test.each([
  ['1.0.0', '1.9.7', true],
  ['1.0.0', '2.0.0', false],
  ['0.2.0', '0.2.9', true],
  ['0.2.0', '0.3.0', false],
  ['0.0.1', '0.0.1', true],
  ['0.0.1', '0.0.2', false],
  ['1.0.0-rc.1', '1.0.0-rc.1', true],
  ['1.0.0-rc.1', '1.0.0-rc.1+x', true],
  ['1.0.0-rc.1', '1.0.0-rc.2', false],
  ['1.0.0-rc.1', '1.0.0', false],
  ['0.0.1+x', '0.0.1+y', true],
])('%s beside %s: %s', (one, other, same) => {
  expect(isSameTrack(one, other)).toBe(same);
  expect(isSameTrack(other, one)).toBe(same);
});

test.each([
  '',
  '1',
  '1.0',
  'one',
  'v1.0.0',
  '=1.0.0',
  ' 1.0.0',
  '1.0.0.0',
  '01.0.0',
  '99999999999999999999.0.0',
])('%j is no version', (text) => {
  expect(parseVersion(text)).toBeUndefined();
});

test('the newest of each track, newest first', () => {
  const versions = ['1.0.0', '0.0.3', '2.1.0', '1.10.0', '1.9.0', '3.0.0-b', '3.0.0-a', '0.0.4', '1.10.0'];
  expect(newestOfTracks(versions)).toEqual(['3.0.0-b', '3.0.0-a', '2.1.0', '1.10.0', '0.0.4', '0.0.3']);
});

test.each([
  ['1.9.0', '1.9.0 or a newer 1.x'],
  ['0.2.1', '0.2.1 or a newer 0.2.x'],
  ['0.0.3', '0.0.3'],
  ['2.0.0-rc.1', '2.0.0-rc.1'],
])('what was made for %s needs %s', (version, words) => {
  expect(fromVersionOn(version)).toBe(words);
});
