import compare from 'semver/functions/compare.js';
import { GadgetError } from '../errors.ts';
import { versionsOf } from './advice.ts';
import type { ApiOffer, HostInterface, Shapes } from './api-offer.ts';
import type { InterfaceNeed } from './interface-need.ts';
import { judge, type Verdict } from './negotiate.ts';
import { isSameTrack, newestOfTracks, parseVersion } from './track.ts';

/** The package whose versions are meant. */
const corePackage = 'gadget:api';

/**
 * What a host with this version of `gadget:api` offers, as far as a newer one can tell: what came later is left out, and so
 * are newer lines; older lines, and other packages, are as in `offer`.
 *
 * @throws GadgetError E_USAGE for what is no version, and for one that `offer` knows nothing about, as it is newer or of a line that is not in it
 */
export function offerAt(asked: string, offer: ApiOffer): ApiOffer {
  const version = parseVersion(asked)?.version;
  const own = offer.interfaces.filter((each) => each.package === corePackage);
  if (version === undefined) {
    throw new GadgetError('E_USAGE', `${JSON.stringify(asked)} is no version of ${corePackage}`, {
      hint: `Write three numbers: ${own[0]?.version ?? '1.0.0'}.`,
    });
  }
  const line = own.filter((each) => isSameTrack(each.version, version));
  const there = line.filter((each) => compare(each.since, version) <= 0);
  if ((line.length > 0 ? line : own).every((each) => compare(each.version, version) < 0)) {
    throw newerHost(version, own, offer.onRequest?.some((each) => each.version === version) === true);
  }
  if (there.length === 0) throw unknownHost(version, own);
  const others = offer.interfaces.filter(
    (each) => each.package !== corePackage || (!line.includes(each) && compare(each.version, version) < 0),
  );
  return {
    interfaces: [...there.map((each) => cut(each, version)), ...others],
    shapes: { ...offer.shapes, ...shapesAt(there, version, offer.shapes) },
  };
}

/** The oldest version of `gadget:api` with which a host runs a component; undefined when none in `offer` does. */
export function oldestHost(
  imports: readonly InterfaceNeed[],
  exports: readonly InterfaceNeed[],
  offer: ApiOffer,
): string | undefined {
  return oldest(offer, (there) => judge(imports, exports, there).refusals.length === 0);
}

/**
 * The oldest version of `gadget:api` that has all that a component uses; undefined when none in `offer` does. Can be newer than
 * {@link oldestHost}, which may run the component without a hook that it does not know.
 */
export function oldestVersion(
  imports: readonly InterfaceNeed[],
  exports: readonly InterfaceNeed[],
  offer: ApiOffer,
): string | undefined {
  return oldest(offer, (there) => {
    const { verdicts, refusals } = judge(imports, exports, there);
    const isThere = ({ need, answer }: Verdict): boolean =>
      need.functions.every((name) => answer?.offered?.functions.some((each) => each.name === name));
    return refusals.length === 0 && verdicts.every((each) => each.answer !== undefined && isThere(each));
  });
}

function oldest(offer: ApiOffer, fits: (there: ApiOffer) => boolean): string | undefined {
  const own = offer.interfaces.filter((each) => each.package === corePackage);
  const versions = new Set(own.flatMap((each) => [each.since, ...each.functions.map(({ since }) => since)]));
  return [...versions].toSorted(compare).find((version) => fits(offerAt(version, offer)));
}

/** An interface as it was in an older version. */
function cut(each: HostInterface, version: string): HostInterface {
  const functions = each.functions.filter(({ since }) => compare(since, version) <= 0);
  const later = each.functions.filter(({ since }) => compare(since, version) > 0);
  const isOf = (resource: string, { name }: { name: string }): boolean =>
    name === `[constructor]${resource}` || name.includes(`]${resource}.`);
  // A resource came with its first function; one without any came with the interface.
  const resources = each.resources.filter(
    (name) => functions.some((func) => isOf(name, func)) || !each.functions.some((func) => isOf(name, func)),
  );
  return { ...each, version, functions, resources, later };
}

/** The types of functions never change within a line. */
function shapesAt(line: readonly HostInterface[], version: string, shapes: Shapes): Shapes {
  const nameOf = ({ interface: word, version: its }: HostInterface): string =>
    `${corePackage}/${word}@${its}`;
  return Object.fromEntries(line.map((each) => [nameOf({ ...each, version }), shapes[nameOf(each)] ?? {}]));
}

function newerHost(version: string, own: readonly HostInterface[], isPreview: boolean): GadgetError {
  return new GadgetError(
    'E_USAGE',
    `this host has ${corePackage} ${versionsOf(own)} and can't tell what is in ${version}, which is newer`,
    {
      hint: isPreview
        ? 'It is a preview that this host knows with --preview-api.'
        : `Ask a host with ${corePackage} ${version}. Each knows the versions up to its own.`,
    },
  );
}

function unknownHost(version: string, own: readonly HostInterface[]): GadgetError {
  const spans = newestOfTracks(own.map((each) => each.version)).map((newest) => {
    const [oldest] = own
      .filter((each) => isSameTrack(each.version, newest))
      .map(({ since }) => since)
      .toSorted(compare);
    return oldest === newest ? newest : `${oldest} to ${newest}`;
  });
  return new GadgetError('E_USAGE', `this host knows nothing of ${corePackage} ${version}`, {
    hint: `It knows ${spans.join(', ')}.`,
  });
}
