import compare from 'semver/functions/compare.js';
import type { GadgetError } from '../errors.ts';
import type { ApiOffer, HostInterface } from './api-offer.ts';
import * as refuse from './api-refusal.ts';
import type { InterfaceNeed, Side } from './interface-need.ts';
import { shapeDifference } from './shape-check.ts';
import { isSameTrack, newestOfTracks, parseVersion } from './track.ts';

/** The host's interface that stands behind one of a component, or why none does. */
export type Answer =
  | { readonly offered: HostInterface; readonly refusal?: undefined }
  | { readonly offered?: undefined; readonly refusal: GadgetError };

/** `gadget:api/field@1.0.0` */
export function nameOf(each: HostInterface): string {
  return `${each.package}/${each.interface}@${each.version}`;
}

/**
 * Answers one import. It may be newer than what the host has: all that counts is that everything it uses is there, with
 * the same types. The package must be in the offer.
 */
export function answerImport(need: InterfaceNeed, offer: ApiOffer): Answer {
  const chosen = choose(need, 'import', offer);
  if (chosen.offered === undefined) return chosen;
  const { offered } = chosen;
  const functions = need.functions.filter((name) => !offered.functions.some((known) => known.name === name));
  const resources = need.resources.filter((name) => !offered.resources.includes(name));
  if (functions.length + resources.length > 0) {
    return { refusal: refuse.missingHere({ need, side: 'import' }, offered, { functions, resources }) };
  }
  return ofSameShape(need, 'import', offered, offer);
}

/** Answers one export: whether the host can call it. The interface must be in the offer. */
export function answerExport(need: InterfaceNeed, offer: ApiOffer): Answer {
  const chosen = choose(need, 'export', offer);
  if (chosen.offered === undefined) return chosen;
  const { offered } = chosen;
  const missing = offered.functions
    // What came later than the gadget's version is not asked of it.
    .filter((each) => compare(each.since, need.version as string) <= 0 && !need.functions.includes(each.name))
    .map((each) => each.name);
  if (missing.length > 0) {
    return { refusal: refuse.missingThere({ need, side: 'export' }, offered, missing) };
  }
  return ofSameShape(need, 'export', offered, offer);
}

function ofSameShape(need: InterfaceNeed, side: Side, offered: HostInterface, { shapes }: ApiOffer): Answer {
  const differs = shapeDifference(need, nameOf(offered), shapes);
  return differs === undefined
    ? { offered }
    : { refusal: refuse.otherShape({ need, side }, offered, differs) };
}

/** By name and version only: the same version, else the newest of the same track. */
function choose(need: InterfaceNeed, side: Side, { interfaces, onRequest = [] }: ApiOffer): Answer {
  const refused = { need, side };
  const known = interfaces.filter((each) => each.package === need.package);
  const parsed = need.version === undefined ? undefined : parseVersion(need.version);
  if (parsed === undefined) return { refusal: refuse.noVersion(refused, known) };
  const wanted = parsed.version;
  const line = known.filter((each) => isSameTrack(each.version, wanted));
  const candidates = line.filter((each) => each.direction === side && each.interface === need.interface);
  const [newest] = newestOfTracks(candidates.map((each) => each.version));
  const offered =
    candidates.find((each) => compare(each.version, wanted) === 0) ??
    candidates.find((each) => each.version === newest);
  if (offered !== undefined) return { offered };
  if (line.length > 0) return { refusal: refuse.unknownInterface(refused, line) };
  if (parsed.prerelease.length > 0) {
    const asked = onRequest.some((each) => each.package === need.package && each.version === wanted);
    return { refusal: asked ? refuse.unasked(refused, known) : refuse.otherPrerelease(refused, known) };
  }
  const newer = known.some((each) => compare(each.version, wanted) > 0 && !isPrerelease(each.version));
  return { refusal: newer ? refuse.olderTrack(refused, known) : refuse.newerTrack(refused, known) };
}

function isPrerelease(version: string): boolean {
  return parseVersion(version)?.prerelease.length !== 0;
}
