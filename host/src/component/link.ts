import compare from 'semver/functions/compare.js';
import { isSameTrack, parseVersion } from '../versions/track.ts';
import type { ComponentInfo, InterfaceUse } from './inspect.ts';
import { parseInterfaceName } from './interface-name.ts';
import { parseGrant } from './interface-pattern.ts';
import { checkedProvider } from './provider.ts';
import { notGranted, notOffered, notRequested, outsideOfInterfaces } from './refusals.ts';
import { type InterfaceRequest, requestFor } from './request.ts';
import { isClosed, lacksOfWasi } from './wasi/offer.ts';

/** The package whose interfaces every gadget has; what it may do with them is decided behind them. */
const corePackage = 'gadget:api';

/** Who says what a component may import. */
export interface GrantOptions {
  /** What is granted: `wasi:cli/environment@0.2.0`, `wasi:cli/environment` for any version, or `wasi:cli/*`. */
  grants?: readonly string[];
  /** What its gadget.yaml requests. Default: there is none, and its imports are its requests. */
  requests?: readonly InterfaceRequest[] | undefined;
  /** Objects that answer interfaces, or URLs of modules that do, by interface name; a provider of the same track answers, too. */
  providers?: Readonly<Record<string, unknown>>;
}

/** What answers the imports of a component beyond `gadget:api`, by the names that it uses. */
export interface Answers {
  /** The embedder's objects, or the URLs of modules. */
  given: Record<string, unknown>;
  /** Those that this host answers itself, for each instance anew: see `wasiFor`. */
  wasi: string[];
}

/**
 * Decides what a component gets besides `gadget:api`: nothing, unless it is requested, granted by name, and there is something
 * that answers it. What the embedder gives goes before what this host has.
 *
 * @throws GadgetError E_NOT_REQUESTED, E_NOT_GRANTED, E_IMPORT_MISSING, E_USAGE for a grant that names no interface
 */
export function checkGrants(
  info: Pick<ComponentInfo, 'imports' | 'rootImports'>,
  { grants = [], requests, providers = {} }: GrantOptions = {},
): Answers {
  const granted = grants.map(parseGrant);
  if (info.rootImports.length > 0) throw outsideOfInterfaces(info.rootImports);
  const others = info.imports.filter((use) => use.package !== corePackage);
  // First, so that nobody grants what is of no use.
  const closed = others.find((use) => isClosed(use) && providerOf(use, providers) === undefined);
  if (closed !== undefined) throw notOffered(closed);
  const asked = others.map((use) => ({ use, request: requests && requestFor(use, requests) }));
  const unasked = asked.filter(({ request }) => requests !== undefined && request === undefined);
  if (unasked.length > 0) throw notRequested(unasked.map(({ use }) => use.name));
  const denied = asked.filter(({ use }) => !granted.some((grant) => grant.matches(use)));
  if (denied.length > 0) throw notGranted(denied);
  const answers: Answers = { given: Object.create(null) as Record<string, unknown>, wasi: [] };
  for (const use of others) answer(use, providers, answers);
  return answers;
}

function answer(use: InterfaceUse, providers: Readonly<Record<string, unknown>>, answers: Answers): void {
  const provider = providerOf(use, providers);
  if (provider === undefined) {
    const lacking = lacksOfWasi(use);
    if (lacking === undefined || lacking.length > 0) throw notOffered(use, lacking);
    answers.wasi.push(use.name);
    return;
  }
  const object = providers[provider];
  // A module is looked at when it has been imported, on the thread that uses it.
  answers.given[use.name] = object instanceof URL ? object : checkedProvider(use, provider, object);
}

/** The name of what the embedder gives for an interface: under its name, a compatible version, or no version. */
function providerOf(use: InterfaceUse, providers: Readonly<Record<string, unknown>>): string | undefined {
  const candidates = Object.keys(providers)
    .map((name) => parseInterfaceName(name))
    .filter(
      (given) =>
        given.package === use.package &&
        given.interface === use.interface &&
        compatible(given.version, use.version),
    );
  const best =
    candidates.find((given) => given.name === use.name) ??
    candidates.toSorted((a, b) => compare(b.version ?? '0.0.0', a.version ?? '0.0.0'))[0];
  return best?.name;
}

function compatible(given: string | undefined, wanted: string | undefined): boolean {
  if (given === wanted || given === undefined) return true;
  const [one, other] = [parseVersion(given), parseVersion(wanted ?? '')];
  // Older than wanted will do if all functions are there.
  return one !== undefined && other !== undefined && isSameTrack(one.version, other.version);
}
