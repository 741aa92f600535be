import type { SemVer } from 'semver';
import compare from 'semver/functions/compare.js';
import parse from 'semver/functions/parse.js';
import { GadgetError } from '../errors.ts';
import { offer as offered } from '../generated/offer.ts';
import type { OfferedInterface } from '../generated/offer.ts';
import { didYouMean } from '../suggest.ts';
import { capital, factsOf, refuse, tooNew, unknownInterface } from './api-refusal.ts';
import type { InterfaceNeed } from './interface-need.ts';
import { newestOf } from './newest.ts';
import { checkShapes, knownShapes } from './shape-check.ts';
import type { Shapes } from './shape-check.ts';

export type { InterfaceNeed } from './interface-need.ts';

/** An interface of a component and the one of this host that stands behind it. */
export interface Match {
  /** As the component writes it. */
  need: string;
  /** As this host has it, with its version. */
  offered: string;
  interface: string;
}

export interface Negotiated {
  /** Each `gadget:api` import of the component. */
  imports: Match[];
  /** The exports that this host calls. */
  exports: Match[];
  /** Exports of `gadget:api` that this host does not know and will not call: hooks of a newer version. */
  uncalled: string[];
}

/**
 * Decides which of the host's interfaces answers which of the component's. The rule is wasmtime's: the same version,
 * else the newest of the same track: 1.x, 0.2.x; 0.0.x and pre-releases match only themselves. A component made for a
 * newer minor runs if everything that it uses is there, with the same types. Packages that are not in the offer are not looked at.
 *
 * @throws GadgetError E_API_TOO_NEW, E_API_TOO_OLD, E_API_PRERELEASE, E_IMPORT_MISSING, E_NO_LIFECYCLE,
 * E_INTERFACE_MISMATCH
 */
export function negotiate(
  imports: readonly InterfaceNeed[],
  exports: readonly InterfaceNeed[],
  offer: readonly OfferedInterface[] = offered,
  shapes: Shapes = knownShapes,
): Negotiated {
  const packages = new Set(offer.map((each) => each.package));
  const answers = imports
    .filter((need) => packages.has(need.package))
    .map((need) => answerImport(need, offer));
  const called = callExports(
    exports.filter((need) => packages.has(need.package)),
    offer,
  );
  const needs = new Map([...imports, ...exports].map((need) => [need.name, need]));
  for (const match of [...answers, ...called.exports]) {
    checkShapes(needs.get(match.need) as InterfaceNeed, match.offered, shapes);
  }
  return { imports: answers, ...called };
}

function answerImport(need: InterfaceNeed, offer: readonly OfferedInterface[]): Match {
  const match = choose(need, 'import', offer);
  const missing = [
    ...need.functions.filter((name) => !match.functions.some((known) => known.name === name)),
    ...need.resources.filter((name) => !match.resources.includes(name)).map((name) => `resource ${name}`),
  ];
  if (missing.length === 0) return matched(need, match);
  const facts = { ...factsOf(need, match.version), missing };
  if (compare(need.version as string, match.version) > 0) throw tooNew(need, match.version, missing);
  const known = match.functions.map((each) => each.name);
  throw new GadgetError('E_IMPORT_MISSING', `${need.name} has no ${missing.join(', ')}`, {
    hint: capital(
      didYouMean(missing[0] as string, known) ??
        `It is not part of ${need.package}: check what the gadget was built against.`,
    ),
    details: facts,
  });
}

function callExports(
  exports: readonly InterfaceNeed[],
  offer: readonly OfferedInterface[],
): Omit<Negotiated, 'imports'> {
  const ours = new Set(offer.filter((each) => each.direction === 'export').map((each) => each.interface));
  const result: Omit<Negotiated, 'imports'> = { exports: [], uncalled: [] };
  for (const name of ours) {
    const versions = exports.filter((need) => need.interface === name);
    const best = bestExport(versions, offer);
    if (best !== undefined) result.exports.push(best);
  }
  const called = new Set(result.exports.map((match) => match.need));
  result.uncalled = exports.filter((need) => !called.has(need.name)).map((need) => need.name);
  if (ours.has('lifecycle') && !result.exports.some((match) => match.interface === 'lifecycle')) {
    throw new GadgetError('E_NO_LIFECYCLE', 'the component does not export gadget:api/lifecycle', {
      hint: 'Every gadget exports lifecycle with init, start and stop: build it against one of the worlds of gadget:api.',
      details: { exports: exports.map((need) => need.name) },
    });
  }
  return result;
}

/** A component may export one interface in several versions; any that this host can call will do, the newest best. */
function bestExport(
  versions: readonly InterfaceNeed[],
  offer: readonly OfferedInterface[],
): Match | undefined {
  let refusal: unknown;
  const matches: { match: Match; version: string }[] = [];
  for (const need of versions) {
    try {
      matches.push({ match: answerExport(need, offer), version: need.version as string });
    } catch (error) {
      refusal ??= error;
    }
  }
  if (matches.length === 0 && refusal !== undefined) throw refusal;
  return matches.toSorted((a, b) => compare(b.version, a.version))[0]?.match;
}

function answerExport(need: InterfaceNeed, offer: readonly OfferedInterface[]): Match {
  const match = choose(need, 'export', offer);
  const missing = match.functions
    // What came later than the gadget's version is not asked of it.
    .filter((each) => compare(each.since, need.version as string) <= 0 && !need.functions.includes(each.name))
    .map((each) => each.name);
  if (missing.length === 0) return matched(need, match);
  if (compare(need.version as string, match.version) > 0) throw tooNew(need, match.version, missing);
  throw new GadgetError(
    'E_INTERFACE_MISMATCH',
    `the component exports ${need.name} without ${missing.join(', ')}`,
    {
      hint: `Build it against ${need.package} ${match.version}.`,
      details: { ...factsOf(need, match.version), missing },
    },
  );
}

/** The offered interface that stands behind `need`, by name and version only. */
function choose(
  need: InterfaceNeed,
  direction: 'import' | 'export',
  offer: readonly OfferedInterface[],
): OfferedInterface {
  const verb = direction === 'import' ? 'imports' : 'exports';
  const samePackage = offer.filter((each) => each.package === need.package && each.direction === direction);
  const candidates = samePackage.filter((each) => each.interface === need.interface);
  const wanted = need.version === undefined ? null : parse(need.version);
  const newest = newestOf(candidates.length > 0 ? candidates : samePackage);
  if (wanted === null) {
    throw new GadgetError(
      direction === 'import' ? 'E_IMPORT_MISSING' : 'E_INTERFACE_MISMATCH',
      `the component ${verb} ${need.name}, without a version that says which`,
      {
        hint: `Build it against ${need.package} ${newest?.version}.`,
        details: factsOf(need, newest?.version),
      },
    );
  }
  const exact = candidates.find((each) => compare(each.version, wanted) === 0);
  if (exact !== undefined) return exact;
  if (wanted.prerelease.length > 0)
    throw refuse('E_API_PRERELEASE', need, newest, 'pre-releases match only themselves');
  const line = track(wanted);
  const sameTrack = newestOf(
    candidates.filter((each) => line !== undefined && track(parse(each.version)) === line),
  );
  if (sameTrack !== undefined) return sameTrack;
  if (newest !== undefined && compare(wanted, newest.version) > 0) throw tooNew(need, newest.version, []);
  if (candidates.length > 0) throw refuse('E_API_TOO_OLD', need, newest, 'this host no longer has that line');
  throw unknownInterface(need, samePackage, offer);
}

/** Versions with the same track are compatible; undefined for those that are with nothing but themselves. */
function track(version: SemVer | null): string | undefined {
  if (version === null || version.prerelease.length > 0) return undefined;
  if (version.major > 0) return `${version.major}`;
  return version.minor > 0 ? `0.${version.minor}` : undefined;
}

function matched(need: InterfaceNeed, match: OfferedInterface): Match {
  return {
    need: need.name,
    offered: `${match.package}/${match.interface}@${match.version}`,
    interface: match.interface,
  };
}
