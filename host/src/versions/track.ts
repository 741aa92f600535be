import type { SemVer } from 'semver';
import compare from 'semver/functions/compare.js';
import parse from 'semver/functions/parse.js';

/** A version as written, if it is one: three numbers, maybe a pre-release and a build. A `v` before it is none. */
export function parseVersion(text: string): SemVer | undefined {
  return /^\d/.test(text) ? (parse(text) ?? undefined) : undefined;
}

/** `1.x`, `0.2.x`: versions of the same track are compatible; undefined for those that are with nothing but themselves. */
export function trackOf(version: string | SemVer): string | undefined {
  const parsed = parse(version);
  if (parsed === null || parsed.prerelease.length > 0) return undefined;
  if (parsed.major > 0) return `${parsed.major}.x`;
  return parsed.minor > 0 ? `0.${parsed.minor}.x` : undefined;
}

/** Whether what was made for one may meet the other: the same version whatever its build, or the same track. */
export function isSameTrack(one: string, other: string): boolean {
  if (compare(one, other) === 0) return true;
  const track = trackOf(one);
  return track !== undefined && track === trackOf(other);
}

/** The newest version of each track, newest first. */
export function newestOfTracks(versions: readonly string[]): string[] {
  const sorted = versions.toSorted((a, b) => compare(b, a));
  return sorted.filter((version, at) => !sorted.slice(0, at).some((newer) => isSameTrack(newer, version)));
}

/** Which hosts will do for what was made for this version: `1.9.0 or a newer 1.x`. */
export function fromVersionOn(version: string): string {
  const track = trackOf(version);
  return track === undefined ? version : `${version} or a newer ${track}`;
}
