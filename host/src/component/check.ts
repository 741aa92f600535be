import { GadgetError } from '../errors.ts';
import { thisHost } from '../versions/api-offer.ts';
import type { ApiOffer } from '../versions/api-offer.ts';
import type { Side } from '../versions/interface-need.ts';
import { nameOf } from '../versions/answer.ts';
import { judge } from '../versions/negotiate.ts';
import { oldestHost } from '../versions/offer-at.ts';
import type { ComponentInfo, InterfaceUse } from './inspect.ts';
import { parseInterfaceName } from './interface-name.ts';
import { checkGrants, type GrantOptions } from './link.ts';
import type { InterfaceRequest } from './request.ts';

/** What becomes of one interface of a component on a host. */
export interface InterfaceCheck {
  side: Side;
  use: InterfaceUse;
  /** `gadget:api/field@1.0.0`: the host's interface behind it, also one that is granted. Without it and without refusal, an export is not called. */
  answer?: string;
  refusal?: GadgetError;
}

/** Whether a host can run a component. */
export interface ComponentCheck {
  /** In the component's order, imports first. */
  interfaces: InterfaceCheck[];
  /** Why it can't; the first is what loading it would throw. */
  refusals: GadgetError[];
  /** The oldest `gadget:api` with which a host answers and calls it, as far as this host knows. */
  oldest: string | undefined;
}

/** On which host. */
export interface CheckOptions {
  /** Interfaces beyond `gadget:api` that it may import. */
  grants?: readonly string[];
  /** What its gadget.yaml requests; default: it has none. */
  requests?: readonly InterfaceRequest[] | undefined;
  /** What the host offers; default: what this one does. */
  offer?: ApiOffer;
  /** What is known of hosts, to find the oldest; default: what this one offers. */
  known?: ApiOffer;
}

/** Decides whether a host can run a component, interface by interface, without running any of it. Throws E_USAGE for a grant that names no interface. */
export function checkComponent(
  info: ComponentInfo,
  { grants = [], requests, offer = thisHost, known = thisHost }: CheckOptions = {},
): ComponentCheck {
  const { verdicts, refusals } = judge(info.imports, info.exports, offer);
  const asked = { grants, requests };
  const check = (side: Side, use: InterfaceUse): InterfaceCheck => {
    const found = verdicts.find((verdict) => verdict.side === side && verdict.need === use)?.answer;
    const refusal =
      found?.refusal ??
      (side === 'import' ? grantRefusal({ imports: [use], rootImports: [] }, asked) : undefined);
    return {
      side,
      use,
      ...(found?.offered !== undefined && { answer: nameOf(found.offered) }),
      // What is granted is answered under the name that it is asked by.
      ...(found === undefined && side === 'import' && refusal === undefined && { answer: use.name }),
      ...(refusal !== undefined && { refusal }),
    };
  };
  const ungranted = grantRefusal(info, asked);
  return {
    interfaces: [
      ...info.imports.map((use) => check('import', use)),
      ...info.rootImports.map((name) => rootCheck(name)),
      ...info.exports.map((use) => check('export', use)),
    ],
    refusals: ungranted === undefined ? [...refusals] : [...refusals, ungranted],
    oldest: oldestHost(info.imports, info.exports, known),
  };
}

/** Something that is imported outside of any interface. */
function rootCheck(name: string): InterfaceCheck {
  const use = {
    ...parseInterfaceName(name),
    functions: [],
    resources: [],
    shapes: new Map<string, string>(),
  };
  const refusal = grantRefusal({ imports: [], rootImports: [name] }, {});
  return { side: 'import', use, ...(refusal !== undefined && { refusal }) };
}

function grantRefusal(
  info: Pick<ComponentInfo, 'imports' | 'rootImports'>,
  asked: GrantOptions,
): GadgetError | undefined {
  try {
    checkGrants(info, asked);
  } catch (error) {
    if (error instanceof GadgetError && error.code !== 'E_USAGE') return error;
    throw error;
  }
  return undefined;
}
