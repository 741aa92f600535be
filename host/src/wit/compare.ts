import semver from 'semver';
import { isSameTrack } from '../versions/track.ts';
import { compareInterfaces } from './compare-interfaces.ts';
import { compareWorlds } from './compare-worlds.ts';
import { Findings, type Change, type Finding } from './findings.ts';
import { compareGates } from './gates.ts';
import type { WitPackage } from './model.ts';
import { rules } from './rules.ts';
import { leastVersion } from './version-step.ts';

/** What became of a package from one version to another. */
export interface Comparison {
  /** As the old text calls it. */
  package: string;
  oldVersion: string | undefined;
  newVersion: string | undefined;
  /** Whether everything made for the old version goes on with the new one, or the version says that it does not. */
  compatible: boolean;
  /** What breaks, and what is said wrongly about versions. */
  findings: Finding[];
  /** What breaks and may, as the version is of another major (before 1.0.0: another minor), or one is a pre-release. */
  allowed: Finding[];
  added: Change[];
  deprecated: Change[];
  /** The least version that fits what changed; undefined when the old one has none. */
  leastVersion: string | undefined;
}

/** Compares two versions of a package and names everything that breaks. */
export function comparePackages(before: WitPackage, after: WitPackage): Comparison {
  const findings = new Findings();
  compareInterfaces(before, after, findings);
  compareWorlds(before, after, findings);
  const [from, to] = [semver.valid(before.version), semver.valid(after.version)];
  const free = from !== null && to !== null && !isSameTrack(from, to);
  if (!free) compareGates(before, after, findings);
  const extent = {
    breaks: findings.broken.some(({ rule }) => rules[rule].about === 'shape'),
    additions: findings.added.length + findings.deprecated.length > 0,
  };
  const least = from === null ? undefined : leastVersion(from, extent);
  const allowed = free ? findings.broken.splice(0) : [];
  compareVersions(before, after, least, extent, findings);
  return {
    package: before.name,
    oldVersion: before.version,
    newVersion: after.version,
    compatible: findings.broken.length === 0,
    findings: findings.broken,
    allowed,
    added: findings.added,
    deprecated: findings.deprecated,
    leastVersion: least,
  };
}

/** What is wrong with the package line. */
function compareVersions(
  before: WitPackage,
  after: WitPackage,
  least: string | undefined,
  { breaks, additions }: { breaks: boolean; additions: boolean },
  findings: Findings,
): void {
  const [place, at] = [{ item: before.name }, after.item];
  if (before.name !== after.name) {
    findings.report('package-renamed', place, at, `the package is now called \`${after.name}\``);
  }
  const [from, to] = [before.version, after.version];
  if (from === undefined) return;
  if (to === undefined)
    return findings.report('version-missing', place, at, `it was ${from} and has no version`);
  if (semver.valid(from) === null || semver.valid(to) === null) return;
  if (semver.lt(to, from))
    return findings.report('version-lowered', place, at, `it was ${from} and is ${to}`);
  if (semver.eq(to, from)) {
    if (!breaks && !additions) return;
    return findings.report(
      'version-not-raised',
      place,
      at,
      `it is still ${from}; the least that fits is ${least}`,
    );
  }
  // What breaks is named itself; here it is about what was added.
  const needed = leastVersion(from, { breaks: false, additions });
  if (semver.lt(to, needed)) {
    const what = `it was ${from} and is ${to}; for what was added the least that fits is ${needed}`;
    findings.report('version-too-low', place, at, what);
  }
}
