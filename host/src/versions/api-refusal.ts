import compare from 'semver/functions/compare.js';
import { GadgetError } from '../errors.ts';
import type { ErrorCode } from '../errors.ts';
import { functionName } from '../function-name.ts';
import { didYouMean } from '../suggest.ts';
import { capital, lower, newestVersion, rebuild, update, versionsOf } from './advice.ts';
import type { HostInterface } from './api-offer.ts';
import type { InterfaceNeed, Side } from './interface-need.ts';
import { fromVersionOn, trackOf } from './track.ts';

/** What is refused: an interface of a component, and on which side of it. */
export interface Refused {
  readonly need: InterfaceNeed;
  readonly side: Side;
}

/** What an interface of the host lacks: functions as components write them, and resources. */
export interface Lacking {
  readonly functions: readonly string[];
  readonly resources: readonly string[];
}

/** The version is missing, or is none. */
export function noVersion({ need, side }: Refused, known: readonly HostInterface[]): GadgetError {
  const { version } = need;
  const what = version === undefined ? 'without a version' : `and ${JSON.stringify(version)} is no version`;
  const words = side === 'import' ? 'imports' : 'exports';
  return refusal(side === 'import' ? 'E_IMPORT_MISSING' : 'E_INTERFACE_MISMATCH', need, known, {
    message: `the component ${words} ${need.name}, ${what}; this host has ${versionsOf(known)}`,
    hint: `${rebuild(need, known)}.`,
  });
}

/** A pre-release that this host does not have. */
export function otherPrerelease(refused: Refused, known: readonly HostInterface[]): GadgetError {
  const { need } = refused;
  return refusal('E_API_PRERELEASE', need, known, {
    message: `${asks(refused)}, this host has ${versionsOf(known)}: pre-releases match only themselves`,
    hint: `${rebuild(need, known)}, or run it on a host with ${need.package} ${need.version}.`,
  });
}

/** A pre-release that this host has, and nobody asked for. */
export function unasked(refused: Refused, known: readonly HostInterface[]): GadgetError {
  const { need } = refused;
  return refusal('E_API_PRERELEASE', need, known, {
    message: `${asks(refused)}, a preview that this host offers only when it is asked to`,
    hint: `Run it with --preview-api (in the library: previewApi), or ${lower(rebuild(need, known))}.`,
  });
}

/** Newer than all that this host has of the package. */
export function newerTrack(refused: Refused, known: readonly HostInterface[]): GadgetError {
  const { need } = refused;
  return refusal('E_API_TOO_NEW', need, known, {
    message: `${asks(refused)}, this host has ${versionsOf(known)}`,
    hint: `${update(need, need.version as string)}, or ${lower(rebuild(need, known))}.`,
    missing: [],
  });
}

/** Of a line that this host does not have, though it has newer ones. */
export function olderTrack(refused: Refused, known: readonly HostInterface[]): GadgetError {
  const { need } = refused;
  const version = need.version as string;
  return refusal('E_API_TOO_OLD', need, known, {
    message: `${asks(refused)}, this host has ${versionsOf(known)}, but no ${trackOf(version) ?? version}`,
    hint: `${rebuild(need, known)}, or run it on a host that has ${need.package} ${fromVersionOn(version)}.`,
  });
}

/** `line`: what this host has of the version's track. */
export function unknownInterface({ need }: Refused, line: readonly HostInterface[]): GadgetError {
  const have = newestVersion(line);
  if (compare(need.version as string, have) > 0) {
    return refusal('E_API_TOO_NEW', need, line, {
      message: `the component needs ${need.name}, this host has ${have}; missing here: the interface ${need.interface}`,
      hint: `${update(need, need.version as string)}, or ${lower(rebuild(need, line))} and without ${need.interface}.`,
      missing: need.functions,
    });
  }
  const named = (direction: Side): string[] =>
    line.filter((each) => each.direction === direction).map((each) => each.interface);
  return refusal('E_IMPORT_MISSING', need, line, {
    message: `the component needs ${need.name}, and ${need.package} ${have} of this host has no interface ${need.interface} to import`,
    hint: named('export').includes(need.interface)
      ? `${capital(need.interface)} is exported by gadgets, the host calls it: ${lower(rebuild(need, line))}.`
      : capital(
          didYouMean(need.interface, named('import')) ??
            `${rebuild(need, line)}, where interfaces are ${named('import').join(', ')}.`,
        ),
    missing: need.functions,
  });
}

/** The host's interface lacks what the component imports of it. */
export function missingHere({ need }: Refused, match: HostInterface, lacking: Lacking): GadgetError {
  const names = namesOf(need, lacking);
  const missing = [...lacking.functions, ...lacking.resources.map((name) => `resource ${name}`)];
  if (compare(need.version as string, match.version) > 0) {
    return refusal('E_API_TOO_NEW', need, [match], {
      message: `the component needs ${need.name}, this host has ${match.version}; missing here: ${names}`,
      hint: `${update(need, cameIn(match, lacking) ?? (need.version as string))}, or ${lower(rebuild(need, [match]))} and without ${names}.`,
      missing,
    });
  }
  const later = cameIn(match, lacking);
  const known = match.functions.map((each) => each.name);
  const guess = lacking.functions[0] === undefined ? undefined : didYouMean(lacking.functions[0], known);
  return refusal('E_IMPORT_MISSING', need, [match], {
    message: `the component needs ${names} of ${need.name}, which is not in ${need.package} ${match.version} of this host`,
    hint:
      later === undefined
        ? capital(
            guess ??
              `No ${need.package} up to ${match.version} has it: check what the gadget was built against.`,
          )
        : `${update(need, later)}, or ${lower(rebuild(need, [match]))} and without ${names}.`,
    missing,
  });
}

/** The component exports a hook without functions that the host would call. */
export function missingThere(
  { need }: Refused,
  match: HostInterface,
  missing: readonly string[],
): GadgetError {
  const names = missing.map((name) => functionName(need.name, name)).join(', ');
  const newer = compare(need.version as string, match.version) > 0;
  const again = `${rebuild(need, [match])}, with ${names}`;
  return refusal(newer ? 'E_API_TOO_NEW' : 'E_INTERFACE_MISMATCH', need, [match], {
    message: `the component exports ${need.name} without ${names}, which this host calls as of ${match.version}`,
    hint: newer ? `${update(need, need.version as string)}, or ${lower(again)}.` : `${again}.`,
    missing,
  });
}

/** A function with other types. */
export function otherShape(
  { need }: Refused,
  match: HostInterface,
  differs: { name: string; component: string; host: string },
): GadgetError {
  const { name, component, host } = differs;
  return new GadgetError(
    'E_INTERFACE_MISMATCH',
    `${functionName(need.name, name)} of the component's ${need.name} has other types than in ${match.version} of this host`,
    {
      hint: `Types stay as they are from version to version: ${lower(rebuild(need, [match]))}.`,
      details: { ...facts(need, [match]), function: name, component, host },
    },
  );
}

/** No `lifecycle` at all. */
export function noLifecycle(exports: readonly InterfaceNeed[], owner: string): GadgetError {
  const elsewhere = exports.find((need) => need.interface === 'lifecycle' && need.package !== owner);
  const build = `build it against one of the worlds of ${owner}`;
  return new GadgetError('E_NO_LIFECYCLE', `the component does not export ${owner}/lifecycle`, {
    hint:
      elsewhere === undefined
        ? `Every gadget exports lifecycle with init, start and stop: ${build}.`
        : `It exports ${elsewhere.name}, which is of another package: ${build}.`,
    details: { exports: exports.map((need) => need.name) },
  });
}

function asks({ need, side }: Refused): string {
  return `the component ${side === 'import' ? 'needs' : 'exports'} ${need.name}`;
}

/** The version that brings all of it, if a later one that is known does. */
function cameIn(match: HostInterface, lacking: Lacking): string | undefined {
  const found = lacking.functions.map((name) => match.later?.find((each) => each.name === name)?.since);
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return (found as string[]).toSorted((a, b) => compare(b, a))[0];
}

function namesOf(need: InterfaceNeed, { functions, resources }: Lacking): string {
  const names = functions.map((name) => functionName(need.name, name));
  return [...names, ...resources.map((name) => `the resource ${name}`)].join(', ');
}

function refusal(
  code: ErrorCode,
  need: InterfaceNeed,
  known: readonly HostInterface[],
  { message, hint, missing }: { message: string; hint: string; missing?: readonly string[] },
): GadgetError {
  const details = { ...facts(need, known), ...(missing !== undefined && { missing }) };
  return new GadgetError(code, message, { hint, details });
}

function facts(need: InterfaceNeed, known: readonly HostInterface[]): Record<string, unknown> {
  return { interface: need.name, wanted: need.version, offered: newestVersion(known) };
}
