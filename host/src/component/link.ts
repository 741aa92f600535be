import compare from 'semver/functions/compare.js';
import { GadgetError } from '../errors.ts';
import { isSameTrack, parseVersion } from '../versions/track.ts';
import type { InterfaceUse } from './inspect.ts';
import type { ComponentInfo } from './inspect.ts';
import { parseInterfaceName } from './interface-name.ts';
import { missingFrom } from './provider.ts';

/** The package whose interfaces every gadget has; what it may do with them is decided behind them. */
const corePackage = 'gadget:api';

/**
 * Decides what a component gets besides `gadget:api`: nothing, unless it is granted by name and the embedder gives an
 * object for it. A grant is `wasi:cli/environment@0.2.0`, `wasi:cli/environment` for any version, or `wasi:cli/*`.
 *
 * @param providers objects that answer interfaces, by interface name; a provider of the same track answers, too.
 * @returns the object for each such import, by the name that the component uses.
 * @throws GadgetError E_NOT_GRANTED, E_IMPORT_MISSING, E_USAGE for a grant that names no interface
 */
export function checkGrants(
  info: Pick<ComponentInfo, 'imports' | 'rootImports'>,
  grants: readonly string[] = [],
  providers: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const granted = grants.map(parseGrant);
  if (info.rootImports.length > 0) throw outsideOfInterfaces(info.rootImports);
  const others = info.imports.filter((use) => use.package !== corePackage);
  const denied = others.filter((use) => !granted.some((grant) => grant(use))).map((use) => use.name);
  if (denied.length > 0) throw notGranted(denied);
  const answers: Record<string, unknown> = Object.create(null);
  for (const use of others) answers[use.name] = answer(use, providers);
  return answers;
}

type Grant = (use: InterfaceUse) => boolean;

function parseGrant(text: string): Grant {
  const wanted = parseInterfaceName(text);
  if (wanted.package === '' || wanted.interface === '' || !wanted.package.includes(':')) {
    throw new GadgetError(
      'E_USAGE',
      `${JSON.stringify(text)} is not the name of an interface that could be granted`,
      {
        blame: 'user',
        hint: 'Write namespace:package/interface, such as wasi:clocks/wall-clock, or wasi:clocks/* for all of a package.',
      },
    );
  }
  return (use) =>
    use.package === wanted.package &&
    (wanted.interface === '*' || use.interface === wanted.interface) &&
    (wanted.version === undefined || use.version === wanted.version);
}

/** What the embedder gives for an interface: under its name, a compatible version, or no version. */
function answer(use: InterfaceUse, providers: Readonly<Record<string, unknown>>): unknown {
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
  if (best === undefined) {
    throw new GadgetError(
      'E_IMPORT_MISSING',
      `the component imports ${use.name}, which is granted, but this host has nothing of the kind`,
      {
        hint: 'Whoever embeds the host can give it one (option providers). Otherwise build the gadget without it.',
        details: { interface: use.name },
      },
    );
  }
  const provider = providers[best.name];
  const missing = missingFrom(provider, use.functions);
  if (missing.length > 0) {
    throw new GadgetError(
      'E_IMPORT_MISSING',
      `the component imports ${missing.join(', ')} of ${use.name}, which what was given for it lacks`,
      {
        hint: `Give a complete ${use.name} (option providers).`,
        details: { interface: use.name, provider: best.name, missing },
      },
    );
  }
  return provider;
}

function compatible(given: string | undefined, wanted: string | undefined): boolean {
  if (given === wanted || given === undefined) return true;
  const [one, other] = [parseVersion(given), parseVersion(wanted ?? '')];
  // Older than wanted will do if all functions are there.
  return one !== undefined && other !== undefined && isSameTrack(one.version, other.version);
}

function notGranted(names: readonly string[]): GadgetError {
  const flags = names.map((name) => `--allow ${name}`).join(' ');
  return new GadgetError('E_NOT_GRANTED', `the component wants ${names.join(', ')}, which nobody granted`, {
    hint: `If you trust it, run it with ${flags} (in the library: grants). A gadget needs none of these to see and change events.`,
    details: { interfaces: names },
  });
}

function outsideOfInterfaces(names: readonly string[]): GadgetError {
  return new GadgetError(
    'E_IMPORT_MISSING',
    `the component imports ${names.join(', ')} outside of any interface`,
    {
      hint: 'This host gives whole interfaces only: build the gadget against the worlds of gadget:api.',
      details: { imports: names },
    },
  );
}
