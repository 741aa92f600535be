import { checkComponent, type ComponentCheck, type InterfaceCheck } from '../component/check.ts';
import { type GadgetError, ofGadget } from '../errors.ts';
import { offerOfThisHost, previewHost, thisHost } from '../versions/api-offer.ts';
import type { ApiOffer } from '../versions/api-offer.ts';
import { offerAt } from '../versions/offer-at.ts';
import { newestOfTracks } from '../versions/track.ts';
import type { CheckArguments } from './check.ts';
import { checkText } from './check-text.ts';
import { exitCodeOf } from './exit-code.ts';
import { namedInterface, type NamedInterface } from './interface-text.ts';
import { permissionsOf, type ToldRequest } from './permissions.ts';
import { policyOf } from './policy-flag.ts';
import { printError, writeStdout } from './print.ts';
import { readGadget, type ReadGadget } from './read-gadget.ts';
import { terminalJson } from './terminal-json.ts';

/** Everything that `gadget check` tells; `-o json` prints it as it is. */
export interface CheckReport {
  name: string;
  digest: string;
  /** Whether it can run: nothing is refused. */
  runs: boolean;
  /** Only there when this host can't run it, and could with `--preview-api`. */
  runsWithPreviewApi?: true;
  /** Versions of `gadget:api` of the host that was asked about, the newest of each line. */
  hostVersions: string[];
  /** Those of this host, as it was asked to be. */
  thisHost: string[];
  /** The oldest version of `gadget:api` with which hosts can run it; not there when this host knows none. */
  oldestHost?: string;
  /** What it wants beyond `gadget:api`, and whether the flags or the policy file grant it. */
  requests: ToldRequest[];
  /** Imports first. */
  interfaces: CheckedInterface[];
  /** Why it can't run; `gadget run` ends with the first. */
  refusals: Record<string, unknown>[];
}

/** What the gadget needs of an interface, and what becomes of it. */
export interface CheckedInterface extends NamedInterface {
  verdict: 'answered' | 'called' | 'not called' | 'refused';
  /** The host's interface that answers it, or that it is called as. */
  host?: string;
  /** Why it is refused: the error's code. */
  code?: string;
  /** What the host lacks, or the gadget: functions, and resources. */
  missing?: string[];
}

/** Decides whether a host can run a gadget, and prints why or why not. Gives the exit code that running it would. */
export async function check(argument: string, asked: CheckArguments): Promise<number> {
  const known = offerOfThisHost(asked.previewApi);
  const offer = asked.hostVersion === undefined ? known : offerAt(asked.hostVersion, known);
  const gadget = await readGadget(argument, asked);
  const { found, info } = gadget;
  const permissions = permissionsOf(found, info, {
    allow: asked.grants,
    policy: await policyOf(asked.policy),
  });
  const { grants, requests } = permissions;
  const checked = checkComponent(info, { grants, requests, offer, known });
  const refusals = checked.refusals.map((each) => ofGadget(each, found.name));
  const report = reportOf(gadget, checked, refusals, { offer, known, told: permissions.told });
  if (offer === thisHost && !report.runs) {
    const { refusals: left } = checkComponent(info, { grants, requests, offer: previewHost });
    if (left.length === 0) report.runsWithPreviewApi = true;
  }
  writeStdout(asked.json ? `${terminalJson(report, 2)}\n` : checkText(report));
  refusals.forEach(printError);
  return refusals[0] === undefined ? 0 : exitCodeOf(refusals[0].code);
}

function reportOf(
  { found, info }: ReadGadget,
  { interfaces, oldest }: ComponentCheck,
  refusals: readonly GadgetError[],
  { offer, known, told }: { offer: ApiOffer; known: ApiOffer; told: ToldRequest[] },
): CheckReport {
  return {
    name: found.name,
    digest: info.digest,
    runs: refusals.length === 0,
    hostVersions: versionsOf(offer),
    thisHost: versionsOf(known),
    ...(oldest !== undefined && { oldestHost: oldest }),
    requests: told,
    interfaces: interfaces.map(checkedInterface),
    refusals: refusals.map((each) => each.toJSON()),
  };
}

function checkedInterface({ side, use, answer, refusal }: InterfaceCheck): CheckedInterface {
  const named = namedInterface(side, use);
  if (refusal !== undefined) {
    const { missing } = refusal.details as { missing?: string[] };
    return { ...named, verdict: 'refused', code: refusal.code, ...(missing !== undefined && { missing }) };
  }
  if (answer === undefined) return { ...named, verdict: 'not called' };
  return { ...named, verdict: side === 'import' ? 'answered' : 'called', host: answer };
}

function versionsOf({ interfaces }: ApiOffer): string[] {
  const core = interfaces.filter((each) => each.package === 'gadget:api');
  return newestOfTracks(core.map((each) => each.version));
}
