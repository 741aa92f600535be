import semver from 'semver';

/** What changed between two texts of a package, comments aside. */
export interface Extent {
  breaks: boolean;
  additions: boolean;
}

/**
 * The least version after this one that fits what changed; the same when nothing did. A pre-release promises nothing, so after
 * it any later version fits.
 */
export function leastVersion(from: string, { breaks, additions }: Extent): string {
  if (!breaks && !additions) return from;
  const { major, minor, patch, prerelease } = semver.parse(from)!;
  if (prerelease.length > 0) return semver.inc(from, 'prerelease')!;
  if (major > 0) return breaks ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
  // Before 1.0.0 the second number is what the first is later, and before 0.1.0 nothing is promised.
  return breaks && minor > 0 ? `0.${minor + 1}.0` : `0.${minor}.${patch + 1}`;
}
