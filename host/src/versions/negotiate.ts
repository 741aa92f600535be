import compare from 'semver/functions/compare.js';
import type { GadgetError } from '../errors.ts';
import { answerExport, answerImport, nameOf } from './answer.ts';
import type { Answer } from './answer.ts';
import { thisHost } from './api-offer.ts';
import type { ApiOffer } from './api-offer.ts';
import { noLifecycle } from './api-refusal.ts';
import type { InterfaceNeed, Side } from './interface-need.ts';
import { isSameTrack, parseVersion } from './track.ts';

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

/** What became of one interface of a component. */
export interface Verdict {
  readonly need: InterfaceNeed;
  readonly side: Side;
  /** Undefined for an export that is not called, as the host does not know it or calls another version of it. */
  readonly answer: Answer | undefined;
}

/** What became of all of them, in the order they were given, imports first. */
export interface Judgement {
  readonly verdicts: readonly Verdict[];
  /** Why the component can't run: those of the interfaces, and what it lacks as a whole. */
  readonly refusals: readonly GadgetError[];
}

/** The package whose `lifecycle` every gadget has. */
const corePackage = 'gadget:api';

/**
 * Decides which of the host's interfaces answers which of the component's. The rule is wasmtime's: the same version,
 * else the newest of the same track: 1.x, 0.2.x; 0.0.x and pre-releases match only themselves. A component made for a
 * newer minor runs if everything that it uses is there, with the same types. Packages that are not in the offer are not looked at.
 */
export function judge(
  imports: readonly InterfaceNeed[],
  exports: readonly InterfaceNeed[],
  offer: ApiOffer = thisHost,
): Judgement {
  const packages = new Set(offer.interfaces.map((each) => each.package));
  const ofOffer = (need: InterfaceNeed): boolean => packages.has(need.package);
  const verdicts: Verdict[] = [
    ...imports
      .filter(ofOffer)
      .map((need): Verdict => ({ need, side: 'import', answer: answerImport(need, offer) })),
    ...judgeExports(exports.filter(ofOffer), offer),
  ];
  const refusals = verdicts.flatMap(({ answer }) => answer?.refusal ?? []);
  const hasLifecycle = verdicts.some(
    ({ need, side, answer }) => side === 'export' && isLifecycle(need) && answer !== undefined,
  );
  const calls = offer.interfaces.some((each) => each.direction === 'export' && isLifecycle(each));
  if (calls && !hasLifecycle) refusals.push(noLifecycle(exports, corePackage));
  return { verdicts, refusals };
}

/**
 * As {@link judge}, for who runs it.
 *
 * @throws GadgetError the first refusal: E_API_TOO_NEW, E_API_TOO_OLD, E_API_PRERELEASE, E_IMPORT_MISSING, E_NO_LIFECYCLE,
 * E_INTERFACE_MISMATCH
 */
export function negotiate(
  imports: readonly InterfaceNeed[],
  exports: readonly InterfaceNeed[],
  offer: ApiOffer = thisHost,
): Negotiated {
  const { verdicts, refusals } = judge(imports, exports, offer);
  if (refusals[0] !== undefined) throw refusals[0];
  const matches = (wanted: Side): Match[] =>
    verdicts.flatMap(({ need, side, answer }) =>
      side === wanted && answer?.offered !== undefined
        ? [{ need: need.name, offered: nameOf(answer.offered), interface: answer.offered.interface }]
        : [],
    );
  return {
    imports: matches('import'),
    exports: matches('export'),
    uncalled: verdicts.filter(({ answer }) => answer === undefined).map(({ need }) => need.name),
  };
}

/** A component may export one interface in several versions; any that this host can call will do, the newest best. */
function judgeExports(exports: readonly InterfaceNeed[], offer: ApiOffer): Verdict[] {
  const answers = new Map(
    exports.map((need) => [need, isHook(need, offer) ? answerExport(need, offer) : undefined]),
  );
  const callable = exports.filter((need) => answers.get(need)?.offered !== undefined);
  return exports.map((need) => {
    const rivals = callable.filter((other) => isSameInterface(other, need));
    const best = rivals.toSorted((a, b) => compare(b.version as string, a.version as string))[0];
    const isCalled = best === undefined || best === need;
    return { need, side: 'export', answer: isCalled ? answers.get(need) : undefined };
  });
}

/** Whether the host calls it, or would in another version; one that its line of the package never had is a hook of a newer minor. */
function isHook(need: InterfaceNeed, { interfaces }: ApiOffer): boolean {
  const hooks = interfaces.filter((each) => each.direction === 'export' && isSameInterface(each, need));
  const version = need.version === undefined ? undefined : parseVersion(need.version)?.version;
  if (version === undefined || hooks.length === 0) return hooks.length > 0;
  const inLine = (each: { version: string }): boolean => isSameTrack(each.version, version);
  const hasLine = interfaces.some((each) => each.package === need.package && inLine(each));
  return !hasLine || hooks.some(inLine);
}

function isSameInterface(
  one: Pick<InterfaceNeed, 'package' | 'interface'>,
  other: Pick<InterfaceNeed, 'package' | 'interface'>,
): boolean {
  return one.package === other.package && one.interface === other.interface;
}

function isLifecycle(each: Pick<InterfaceNeed, 'package' | 'interface'>): boolean {
  return each.package === corePackage && each.interface === 'lifecycle';
}
