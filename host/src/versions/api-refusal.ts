import { GadgetError } from '../errors.ts';
import type { ErrorCode } from '../errors.ts';
import type { OfferedInterface } from '../generated/offer.ts';
import { didYouMean } from '../suggest.ts';
import type { InterfaceNeed } from './interface-need.ts';
import { newestOf } from './newest.ts';

export function unknownInterface(
  need: InterfaceNeed,
  known: readonly OfferedInterface[],
  offer: readonly OfferedInterface[],
): GadgetError {
  const backwards = offer.some((each) => each.package === need.package && each.interface === need.interface);
  const suggestion = didYouMean(
    need.interface,
    known.map((each) => each.interface),
  );
  return new GadgetError(
    'E_IMPORT_MISSING',
    `${need.package} has no interface ${need.interface} to import (${need.name})`,
    {
      hint: backwards
        ? `${capital(need.interface)} is exported by gadgets, the host calls it.`
        : capital(suggestion ?? `Interfaces are ${known.map((each) => each.interface).join(', ')}.`),
      details: factsOf(need, newestOf(known)?.version),
    },
  );
}

export function tooNew(need: InterfaceNeed, have: string, missing: readonly string[]): GadgetError {
  const lacks = missing.length === 0 ? '' : `; missing here: ${missing.join(', ')}`;
  return new GadgetError('E_API_TOO_NEW', `the component needs ${need.name}, this host has ${have}${lacks}`, {
    hint: `Update the host, or build the gadget against ${need.package} ${have}.`,
    details: { ...factsOf(need, have), missing },
  });
}

export function refuse(
  code: ErrorCode,
  need: InterfaceNeed,
  newest: OfferedInterface | undefined,
  why: string,
): GadgetError {
  return new GadgetError(code, `the component needs ${need.name}, this host has ${newest?.version}: ${why}`, {
    hint: `Build the gadget again, against ${need.package} ${newest?.version}.`,
    details: factsOf(need, newest?.version),
  });
}

export function factsOf(need: InterfaceNeed, have: string | undefined): Record<string, unknown> {
  return { interface: need.name, wanted: need.version, offered: have };
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
