import semver from 'semver';

/** The newest of those with a version; a pre-release only if there is nothing else. */
export function newestOf<T extends { readonly version: string }>(candidates: readonly T[]): T | undefined {
  const released = candidates.filter((each) => semver.prerelease(each.version) === null);
  const sorted = (released.length > 0 ? released : candidates).toSorted((a, b) =>
    semver.rcompare(a.version, b.version),
  );
  return sorted[0];
}
