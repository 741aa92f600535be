import { defaultParams, type ParamTaker, resolveParams, shareParams } from '../gadget/params.ts';
import type { FolderBuildOptions } from '../gadget/build.ts';
import { componentOf } from '../gadget/component.ts';
import type { FoundGadget } from '../gadget/find.ts';
import type { Policy, PolicyRule } from '../gadget/policy.ts';
import { componentDigest } from '../component/digest.ts';
import { GadgetError } from '../errors.ts';
import { readComponent } from '../run/load.ts';
import type { FailurePolicy } from '../run/options.ts';
import { didYouMean } from '../suggest.ts';
import { type AskedBounds, boundsOf } from './bounds.ts';
import { sayBuilding } from './building.ts';
import type { PlannedGadget } from './plan.ts';

const policies: readonly FailurePolicy[] = ['discard', 'keep', 'bypass', 'stop-run'];

/** What the operator says about the gadgets of a chain. */
export interface ChainArguments {
  /** What was written for each gadget. */
  written: readonly string[];
  /** `[gadget.]key` and value. */
  params: readonly (readonly [key: string, value: string])[];
  /** `[gadget=]policy`. */
  onFailure: readonly string[];
  policy: Policy | undefined;
  bounds: AskedBounds;
  build: Omit<FolderBuildOptions, 'onBuilding'>;
}

/**
 * The gadgets of a chain as they will run, in order: checked parameters, policies, built components. Everything that was
 * written is checked before anything is built.
 */
export async function planChain(
  found: readonly FoundGadget[],
  given: ChainArguments,
): Promise<PlannedGadget[]> {
  const takers = withNames(found);
  const shares = shareParams(takers, given.params);
  const params = takers.map((taker, place) => resolveParams(taker, shares[place]!));
  const policy = policiesOf(takers, given.onFailure);
  const planned: PlannedGadget[] = [];
  for (const [place, gadget] of found.entries()) {
    const { name } = takers[place]!;
    const manifest = gadget.kind === 'folder' ? gadget.manifest : undefined;
    const built = await componentOf(gadget, { ...given.build, onBuilding: () => sayBuilding(name) });
    const { component, decided } = await decide(gadget.name, built, given.policy);
    planned.push({
      name,
      version: manifest?.version,
      from: given.written[place]!,
      component,
      params: Object.fromEntries(params[place]!),
      onFailure: policy.get(name) ?? decided.onFailure ?? manifest?.onFailure ?? 'discard',
      ...boundsOf(given.bounds, decided, manifest),
      grants: decided.grants ?? [],
      requests: manifest?.requests,
      annotations: manifest?.annotations ?? {},
      expects: [...(manifest?.sources.keys() ?? [])],
    });
  }
  return planned;
}

/**
 * What the policy says of a gadget. A component whose digest counts is read here, so that what was looked at is what runs.
 */
async function decide(
  name: string,
  component: Uint8Array | string,
  policy: Policy | undefined,
): Promise<{ component: Uint8Array | string; decided: PolicyRule }> {
  if (policy === undefined) return { component, decided: {} };
  if (!policy.usesDigests) return { component, decided: policy.for({ name }) };
  const bytes = await readComponent(component, {});
  return { component: bytes, decided: policy.for({ name, digest: componentDigest(bytes) }) };
}

/** The parameters of a gadget when nobody gives any; those without a default are missing. */
export function paramsForInspection(gadget: FoundGadget): Record<string, string> {
  return gadget.kind === 'folder' ? Object.fromEntries(defaultParams(gadget.manifest)) : {};
}

/** The same gadget twice in a chain is `redact` and `redact-2`. */
function withNames(found: readonly FoundGadget[]): ParamTaker[] {
  const used = new Set<string>();
  return found.map((gadget) => {
    let name = gadget.name;
    for (let count = 2; used.has(name); count++) name = `${gadget.name}-${count}`;
    used.add(name);
    return { name, params: gadget.kind === 'folder' ? gadget.manifest.params : undefined };
  });
}

function policiesOf(takers: readonly ParamTaker[], given: readonly string[]): Map<string, FailurePolicy> {
  const chosen = new Map<string, FailurePolicy>();
  const names = takers.map(({ name }) => name);
  for (const text of given) {
    const equals = text.lastIndexOf('=');
    const policy = policyOf(text.slice(equals + 1));
    const name = text.slice(0, Math.max(0, equals));
    if (equals >= 0 && !names.includes(name)) {
      throw new GadgetError('E_USAGE', `--on-failure: there is no gadget ${name} in this chain`, {
        hint: didYouMean(name, names) ?? `gadgets are ${names.join(', ')}`,
      });
    }
    for (const each of equals < 0 ? names : [name]) chosen.set(each, policy);
  }
  return chosen;
}

function policyOf(word: string): FailurePolicy {
  const policy = policies.find((each) => each === word);
  if (policy !== undefined) return policy;
  throw new GadgetError('E_USAGE', `--on-failure: there is no policy ${word === '' ? '""' : word}`, {
    hint: didYouMean(word, policies) ?? `policies are ${policies.join(', ')}: --on-failure [GADGET=]POLICY`,
  });
}
