import type { ComponentInfo } from '../component/inspect.ts';
import type { FoundGadget } from '../gadget/find.ts';
import type { ExpectedSource } from '../gadget/manifest.ts';
import { reviveError } from '../revive-error.ts';
import type { DeclareOptions } from '../run/declare.ts';
import { defaultSourceName, openSourceSpec, parseSourceSpec } from '../sources/spec.ts';
import { boundsAsked } from './asked-bounds.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import { paramsForInspection } from './chain.ts';
import type { DeclareThreadInput, DeclareThreadMessage } from './declare-thread.ts';
import { exitCodeOf } from './exit-code.ts';
import type { InspectArguments } from './inspect.ts';
import { inspectText } from './inspect-text.ts';
import { namedInterface, type NamedInterface } from './interface-text.ts';
import { type Permission, type Permissions, permissionsOf, type ToldRequest } from './permissions.ts';
import { policyOf } from './policy-flag.ts';
import { printError, writeStdout } from './print.ts';
import { readGadget } from './read-gadget.ts';
import { superviseThread } from './supervise.ts';
import { terminalJson } from './terminal-json.ts';

/** How long a default source may take to tell its fields. Milliseconds. */
const openMs = 5000;

/** Everything that `gadget inspect` tells; `-o json` prints it as it is. */
export interface Inspection {
  name: string;
  version?: string;
  description?: string;
  license?: string;
  homepage?: string;
  /** As written, or made by a build. */
  size: number;
  digest: string;
  /** Versions of `gadget:api` that it asks for. */
  apiVersions: string[];
  /** What it wants beyond `gadget:api`, and whether the flags or the policy file grant it. */
  requests: ToldRequest[];
  /** What it may use when it is run with these flags and this policy file. */
  bounds: Bounds;
  imports: Permission[];
  exports: string[];
  /** What it needs of each interface, imports first. */
  interfaces: NamedInterface[];
  /** Functions exported outside of any interface; this host never calls them. */
  rootFunctions: string[];
  /** With `--init`. */
  init?: Record<string, unknown>;
}

/** Reads, and with `--init` initialises, a gadget; prints what it is. Gives the exit code. */
export async function inspect(argument: string, asked: InspectArguments): Promise<number> {
  const flags = boundsAsked(asked.bounds);
  const { found, bytes, info } = await readGadget(argument, asked);
  const policy = await policyOf(asked.policy);
  const decided = policy?.for({ name: found.name, digest: info.digest }) ?? {};
  const allowed: Allowed = {
    permissions: permissionsOf(found, info, { allow: asked.grants, policy }),
    bounds: boundsOf(flags, decided, found.kind === 'folder' ? found.manifest : undefined),
  };
  const inspection = inspectionOf(found, info, allowed);
  let exitCode = 0;
  if (asked.init) {
    const ran = await declare(found, bytes, asked, allowed);
    inspection.init = ran.init;
    exitCode = ran.exitCode;
  }
  writeStdout(asked.json ? `${terminalJson(inspection, 2)}\n` : inspectText(inspection));
  return exitCode;
}

/** What the flags, the policy file and its gadget.yaml together let a gadget do. */
interface Allowed {
  permissions: Permissions;
  bounds: Bounds;
}

function inspectionOf(found: FoundGadget, info: ComponentInfo, { permissions, bounds }: Allowed): Inspection {
  const manifest = found.kind === 'folder' ? found.manifest : undefined;
  const core = info.imports.concat(info.exports).filter((use) => use.package === 'gadget:api');
  return {
    name: found.name,
    ...(manifest !== undefined && { version: manifest.version, description: manifest.description }),
    ...(manifest?.license !== undefined && { license: manifest.license }),
    ...(manifest?.homepage !== undefined && { homepage: manifest.homepage }),
    size: info.size,
    digest: info.digest,
    apiVersions: [...new Set(core.map(({ version }) => version ?? 'none'))].toSorted(),
    requests: permissions.told,
    bounds,
    imports: permissions.imports,
    exports: info.exports.map(({ name }) => name),
    interfaces: [
      ...info.imports.map((use) => namedInterface('import', use)),
      ...info.exports.map((use) => namedInterface('export', use)),
    ],
    rootFunctions: info.rootFunctions,
  };
}

/** What the gadget expects to be there, and what it would be given by default. */
async function sourcesForInspection(found: FoundGadget): Promise<NonNullable<DeclareOptions['sources']>> {
  if (found.kind === 'file') return {};
  const { sources, defaultSource } = found.manifest;
  const known: Record<string, ExpectedSource> = Object.fromEntries(sources);
  if (defaultSource === undefined) return known;
  const spec = parseSourceSpec(defaultSource);
  const source = openSourceSpec(spec);
  const name = spec.name ?? defaultSourceName(spec);
  try {
    known[name] ??= { delivery: source.delivery, fields: await source.open(AbortSignal.timeout(openMs)) };
  } finally {
    await source.close();
  }
  return known;
}

/** Runs init(inspect) in a thread of its own, which is ended when it takes too long. */
async function declare(
  found: FoundGadget,
  component: Uint8Array,
  asked: InspectArguments,
  { permissions: { grants, requests }, bounds }: Allowed,
): Promise<{ init: Record<string, unknown>; exitCode: number }> {
  let answer: DeclareThreadMessage | undefined;
  const { name } = found;
  const sources = await sourcesForInspection(found);
  const { exitCode, error } = await superviseThread({
    name: 'declare-thread',
    gadgets: [name],
    input: (calls): DeclareThreadInput => ({
      options: {
        name,
        component,
        sources,
        params: paramsForInspection(found),
        grants,
        ...(requests !== undefined && { requests }),
        limits: { maxMemoryBytes: bounds.maxMemoryBytes },
        ...(bounds.fuel !== undefined && { fuel: bounds.fuel }),
        bindings: 'direct',
        previewApi: asked.previewApi,
        ...(asked.cacheDir !== undefined && { cacheDir: asked.cacheDir }),
      },
      calls,
    }),
    closes: false,
    deadlines: [bounds.deadlines],
    onMessage: (message) => (answer = message as DeclareThreadMessage),
  });
  if (answer?.kind === 'error') throw reviveError(answer.error);
  const { incomplete, ...declared } = answer?.declaration ?? { incomplete: error?.toJSON() };
  if (incomplete === undefined) return { init: declared, exitCode };
  const why = reviveError(incomplete);
  printError(why);
  return { init: { ...declared, incomplete }, exitCode: exitCodeOf(why.code) };
}
