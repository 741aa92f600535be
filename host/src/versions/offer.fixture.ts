/** For tests only: hosts and components that do not exist. */
import { GadgetError } from '../errors.ts';
import type { ApiOffer, HostInterface, Shapes } from './api-offer.ts';
import type { InterfaceNeed, Side } from './interface-need.ts';

/** An interface of a made-up component: `gadget:api/field@1.0.0` and what it uses of it. */
export function need(
  name: string,
  functions: readonly string[] = [],
  resources: readonly string[] = [],
  shapes?: Readonly<Record<string, string>>,
): InterfaceNeed {
  const [path, version] = name.split('@') as [string, string | undefined];
  const [owner, word] = path.split('/') as [string, string];
  return {
    name,
    package: owner,
    interface: word,
    version,
    functions,
    resources,
    ...(shapes !== undefined && { shapes: new Map(Object.entries(shapes)) }),
  };
}

/** The exports of a made-up component that does nothing else wrong. */
export const lifecycle: InterfaceNeed = need('gadget:api/lifecycle@1.0.0', ['init', 'start', 'stop']);

/** An interface of a made-up host: its functions with the version each came in. It came with the first of them, if it has any. */
export function offers(
  direction: Side,
  name: string,
  functions: Readonly<Record<string, string>> = {},
  resources: readonly string[] = [],
): HostInterface {
  const { package: owner, interface: word, version } = need(name);
  return {
    package: owner,
    interface: word,
    version: version as string,
    direction,
    since: Object.values(functions).toSorted()[0] ?? (version as string),
    functions: Object.entries(functions).map(([each, since]) => ({ name: each, since })),
    resources,
  };
}

/** A made-up host. */
export function hostOf(interfaces: readonly HostInterface[], shapes: Shapes = {}): ApiOffer {
  return { interfaces, shapes };
}

const hooks = { init: '1.0.0', start: '1.0.0', stop: '1.0.0' };

/** A host with two majors, a pre-release of a third, and two packages that are younger than 1.0.0. */
export const twoMajors: ApiOffer = hostOf([
  offers(
    'import',
    'gadget:api/field@1.2.3',
    { '[method]field.get-u32': '1.0.0', '[method]field.get-list': '1.1.0' },
    ['field'],
  ),
  offers('import', 'gadget:api/logging@1.2.3', { log: '1.0.0' }),
  offers('export', 'gadget:api/lifecycle@1.2.3', hooks),
  offers('export', 'gadget:api/handler@1.2.3', { 'on-packet': '1.0.0' }),
  offers('import', 'gadget:api/field@2.1.0', { '[method]field.read': '2.0.0' }, ['field']),
  offers('export', 'gadget:api/lifecycle@2.1.0', { begin: '2.0.0', end: '2.0.0' }),
  offers('import', 'gadget:api/field@4.0.0-preview.1'),
  offers('export', 'gadget:api/lifecycle@4.0.0-preview.1', { begin: '4.0.0-preview.1' }),
  offers('import', 'gadget:young/clock@0.2.3', { now: '0.2.0' }),
  offers('export', 'gadget:young/alarm@0.2.3', { ring: '0.2.0' }),
  offers('import', 'gadget:newborn/clock@0.0.4', { now: '0.0.4' }),
  offers('export', 'gadget:newborn/alarm@0.0.4', { ring: '0.0.4' }),
]);

/** The newest of each line of {@link twoMajors}, as refusals list them. */
export const linesOfTwoMajors = '4.0.0-preview.1, 2.1.0 and 1.2.3';

/** What it gives, or the error that it throws. */
export function outcome<T>(act: () => T): T | GadgetError {
  try {
    return act();
  } catch (error) {
    if (error instanceof GadgetError) return error;
    throw error;
  }
}

/** Code, words and hint of a refusal; anything else as it is. */
export function told(made: unknown): unknown {
  return made instanceof GadgetError ? [made.code, made.message, made.hint] : made;
}
