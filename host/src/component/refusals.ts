import { GadgetError } from '../errors.ts';
import { shellWord } from '../shell-word.ts';
import type { InterfaceUse } from './inspect.ts';
import type { InterfaceRequest } from './request.ts';
import { isClosed, wasiVersion } from './wasi/offer.ts';

/** An import, and the request of gadget.yaml that covers it; a component without a gadget.yaml has none. */
export interface Asked {
  use: InterfaceUse;
  request: InterfaceRequest | undefined;
}

/** gadget.yaml must say what its component imports, so that who reads it knows before anything is built. */
export function notRequested(names: readonly string[]): GadgetError {
  const entries = names.map((name) => `'${name.replace(/@.*$/, '')}'`);
  return new GadgetError(
    'E_NOT_REQUESTED',
    `the component imports ${names.join(', ')}, which its gadget.yaml does not request`,
    {
      hint: `Its author adds to gadget.yaml: requests: [${entries.join(', ')}]; who runs it grants it then. Or build it without.`,
      details: { interfaces: names },
    },
  );
}

/**
 * Tells what was requested, or without gadget.yaml imported, what the author wants it for, and the flag that grants exactly that.
 */
export function notGranted(denied: readonly Asked[]): GadgetError {
  const groups = Map.groupBy(denied, ({ use, request }) => request?.interface ?? use.name);
  const words = [...groups].map(([name, group]) => {
    const reason = group[0]!.request?.reason;
    return reason === undefined ? name : `${name} (${JSON.stringify(reason)})`;
  });
  const flags = [...groups.keys()].map((name) => `--allow ${shellWord(name)}`).join(' ');
  const reasons = Object.fromEntries(
    denied.flatMap(({ use, request }) => (request?.reason === undefined ? [] : [[use.name, request.reason]])),
  );
  return new GadgetError('E_NOT_GRANTED', `the component wants ${words.join(', ')}, which nobody granted`, {
    hint: `If you trust it, run it with ${flags} (in the library: grants). A gadget needs none of these to see and change events.`,
    details: {
      interfaces: denied.map(({ use }) => use.name),
      ...(Object.keys(reasons).length > 0 && { reasons }),
    },
  });
}

/** `lacking`: the functions that this host does not have of it; undefined when it has nothing of the kind. */
export function notOffered(use: InterfaceUse, lacking?: readonly string[]): GadgetError {
  const hint =
    'Whoever embeds the host can give it one (option providers). Otherwise build the gadget without it.';
  const details = { interface: use.name, ...(lacking !== undefined && { missing: lacking }) };
  const why = isClosed(use)
    ? `the component imports ${use.name}, which this host gives to no gadget: they have no network`
    : lacking !== undefined
      ? `the component imports ${lacking.join(', ')} of ${use.name}, which this host does not have`
      : use.package.startsWith('wasi:')
        ? `the component imports ${use.name}, which this host does not have: it has wasi ${wasiVersion.replace(/0$/, 'x')} without network`
        : `the component imports ${use.name}, which is granted, but this host has nothing of the kind`;
  return new GadgetError('E_IMPORT_MISSING', why, { hint, details });
}

/** What is no part of an interface can't be granted. */
export function outsideOfInterfaces(names: readonly string[]): GadgetError {
  return new GadgetError(
    'E_IMPORT_MISSING',
    `the component imports ${names.join(', ')} outside of any interface`,
    {
      hint: 'This host gives whole interfaces only: build the gadget against the worlds of gadget:api.',
      details: { imports: names },
    },
  );
}
