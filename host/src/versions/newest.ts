import compare from 'semver/functions/compare.js';
import prerelease from 'semver/functions/prerelease.js';

/** The newest of those with a version; a pre-release only if there is nothing else. */
export function newestOf<T extends { readonly version: string }>(candidates: readonly T[]): T | undefined {
  const released = candidates.filter((each) => prerelease(each.version) === null);
  const sorted = (released.length > 0 ? released : candidates).toSorted((a, b) =>
    compare(b.version, a.version),
  );
  return sorted[0];
}
