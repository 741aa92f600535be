import compare from 'semver/functions/compare.js';
import type { ApiOffer } from './api-offer.ts';
import { thisHost } from './api-offer.ts';
import { nameOf } from './answer.ts';
import { isSameTrack } from './track.ts';

/**
 * The same interfaces under the names that they had in older versions of their line, too: who asks by name asks for the
 * version it was made for.
 */
export function withOlderNames(
  imports: Readonly<Record<string, unknown>>,
  { interfaces }: ApiOffer = thisHost,
): Record<string, unknown> {
  const named: Record<string, unknown> = { ...imports };
  for (const each of interfaces) {
    const answer = imports[nameOf(each)];
    if (answer === undefined) continue;
    for (const other of interfaces.filter(({ package: owner }) => owner === each.package)) {
      for (const { since } of [other, ...other.functions]) {
        const had = compare(since, each.since) >= 0 && compare(since, each.version) < 0;
        if (had && isSameTrack(since, each.version)) named[nameOf({ ...each, version: since })] = answer;
      }
    }
  }
  return named;
}
