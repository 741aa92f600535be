import { type InterfacePattern, parseGrant } from '../component/interface-pattern.ts';
import type { ComponentInfo, InterfaceUse } from '../component/inspect.ts';
import { type InterfaceRequest, requestFor } from '../component/request.ts';
import { lacksOfWasi } from '../component/wasi/offer.ts';
import type { FoundGadget } from '../gadget/find.ts';
import type { Policy } from '../gadget/policy.ts';

/** Who grants an interface. */
export type Granter = 'flag' | 'policy';

/** An interface that the gadget imports. */
export interface Permission {
  interface: string;
  functions: string[];
  /** Whether it has it: every gadget does, or somebody grants it. Else it needs `--allow`. */
  granted: boolean;
  /** Not there for what every gadget has. */
  grantedBy?: Granter;
  /** Only there when its gadget.yaml does not request it, and so it can't be granted. */
  requested?: false;
}

/** What the gadget wants beyond `gadget:api`: by its gadget.yaml, or without one by its imports. */
export interface ToldRequest extends InterfaceRequest {
  /** `not imported`: nothing that it covers is in the component; `not offered`: granting it would not help, as this host has none. */
  state: 'granted' | 'not granted' | 'not imported' | 'not offered';
  grantedBy?: Granter;
}

/** What a gadget may import, and why. */
export interface Permissions {
  /** All that is granted to it. */
  grants: readonly string[];
  /** Of its gadget.yaml; undefined: it has none. */
  requests: readonly InterfaceRequest[] | undefined;
  imports: Permission[];
  told: ToldRequest[];
}

/** Puts together what a gadget imports and requests, and what the flags and the policy file grant. Throws E_USAGE. */
export function permissionsOf(
  found: FoundGadget,
  info: ComponentInfo,
  { allow, policy }: { allow: readonly string[]; policy: Policy | undefined },
): Permissions {
  const byPolicy = policy?.for({ name: found.name, digest: info.digest }).grants ?? [];
  const grants = { flag: allow.map(parseGrant), policy: byPolicy.map(parseGrant) };
  const requests = found.kind === 'folder' ? found.manifest.requests : undefined;
  const others = info.imports.filter((use) => !isCore(use));
  const wanted = requests ?? others.map((use): InterfaceRequest => ({ interface: use.name }));
  return {
    grants: [...allow, ...byPolicy],
    requests,
    imports: [
      ...info.imports.map((use) => permissionOf(use, granterOf(use, grants), requests)),
      ...info.rootImports.map((name) => ({ interface: name, functions: [], granted: false })),
    ],
    told: wanted.map((request) => {
      const covered = others.filter((use) => requestFor(use, [request]) !== undefined);
      const granters = covered.map((use) => granterOf(use, grants));
      if (granters.length === 0) return { ...request, state: 'not imported' };
      if (!covered.every(isOffered)) return { ...request, state: 'not offered' };
      if (granters.includes(undefined)) return { ...request, state: 'not granted' };
      return { ...request, state: 'granted', grantedBy: granters.includes('flag') ? 'flag' : 'policy' };
    }),
  };
}

/** `wasi:clocks/* (Stamps rows): granted by --allow`, each a line. */
export function requestLines(told: readonly ToldRequest[]): [key: string, value: string][] {
  return told.map(({ interface: name, reason, state, grantedBy }, place) => {
    const by = grantedBy === undefined ? '' : ` by ${grantedBy === 'flag' ? '--allow' : 'the policy file'}`;
    const why = reason === undefined ? '' : ` (${reason})`;
    return [place === 0 ? 'requests' : '', `${name}${why}: ${state}${by}`];
  });
}

function permissionOf(
  use: InterfaceUse,
  granter: Granter | undefined,
  requests: readonly InterfaceRequest[] | undefined,
): Permission {
  const { name, functions } = use;
  if (isCore(use)) return { interface: name, functions, granted: true };
  const requested = requests === undefined || requestFor(use, requests) !== undefined;
  if (!requested) return { interface: name, functions, granted: false, requested: false };
  return {
    interface: name,
    functions,
    granted: granter !== undefined,
    ...(granter !== undefined && { grantedBy: granter }),
  };
}

function granterOf(
  use: InterfaceUse,
  grants: Readonly<Record<Granter, readonly InterfacePattern[]>>,
): Granter | undefined {
  const does = (granter: Granter): boolean => grants[granter].some((grant) => grant.matches(use));
  return does('flag') ? 'flag' : does('policy') ? 'policy' : undefined;
}

/** The command gives its gadgets nothing but wasi. */
function isOffered(use: InterfaceUse): boolean {
  return lacksOfWasi(use)?.length === 0;
}

function isCore(use: InterfaceUse): boolean {
  return use.package === 'gadget:api';
}
