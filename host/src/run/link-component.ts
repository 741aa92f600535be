import type { Guest } from '../api/guest.ts';
import type { CallMeter } from '../call-meter.ts';
import type { Allowance } from '../component/bounds/allowance.ts';
import { compileCore, instantiate } from '../component/instance.ts';
import { checkedProvider } from '../component/provider.ts';
import type { Transpiled } from '../component/transpiled.ts';
import { wasiFor } from '../component/wasi/offer.ts';
import { GadgetError, messageOf } from '../errors.ts';
import { DirectBinding } from '../lowering/binding.ts';
import type { ComponentFacts } from '../lowering/plan.ts';
import { apiImports } from '../versions/metered.ts';
import { calledAs } from '../versions/v2-hooks.ts';
import type { Bindings } from './options.ts';

/** A component that was inspected, negotiated and translated: all that is needed to make instances of it. */
export interface PreparedComponent extends Omit<ComponentFacts, 'modules'> {
  transpiled: Transpiled;
  /** What answers granted interfaces. */
  granted: readonly GrantedInterface[];
  /** Granted interfaces that this host answers itself. */
  wasi: readonly string[];
}

/** An interface that was granted, as the component uses it. */
export interface GrantedInterface {
  name: string;
  functions: readonly string[];
  /** An object, or the URL of a module: what it exports answers. */
  provider: unknown;
}

/** How an instance is made. */
export interface LinkOptions {
  name: string;
  /** `direct` where the component allows it. */
  bindings: Bindings;
  /** Measures its calls of `gadget:api`. */
  meter?: CallMeter | undefined;
  /** Whether it is given the preview of the next major, too. */
  previewApi: boolean;
  /** What it may use. With fuel only if it was translated so. */
  allowance: Allowance;
  onWarning?: ((message: string) => void) | undefined;
  /** Told around running what the modules do at their start. */
  watched: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Makes an instance; gives the exports that this host calls, by interface, each as the run calls it. */
export async function linkComponent(
  prepared: PreparedComponent,
  guest: Guest,
  options: LinkOptions,
): Promise<Record<string, unknown>> {
  const { transpiled, imports, negotiated, plainCalls } = prepared;
  const { meter, watched, previewApi, allowance } = options;
  const given = await providersOf(prepared.granted);
  Object.assign(given, wasiFor(guest, prepared.wasi));
  const answer = (answers: Readonly<Record<string, unknown>>): void => {
    for (const { need, offered } of negotiated.imports) given[need] = answers[offered];
  };
  answer({ ...apiImports(guest, undefined, previewApi) });
  if (options.bindings === 'direct') {
    const facts = { modules: await compileCore(transpiled, allowance.caps), imports, negotiated, plainCalls };
    const binding = DirectBinding.of(guest, facts, meter);
    if (typeof binding !== 'string') {
      await watched(() => instantiate(transpiled, given, binding.instantiateCore, allowance));
      return binding.exports;
    }
    options.onWarning?.(`${options.name} is called by way of slower bindings: ${binding}`);
  }
  if (meter !== undefined) answer({ ...apiImports(guest, meter, previewApi) });
  const exports = await watched(() => instantiate(transpiled, given, undefined, allowance));
  return Object.fromEntries(
    negotiated.exports.map(({ need, offered, interface: name }) => [
      name,
      calledAs(offered, name, exports[need]!, meter?.adopt),
    ]),
  );
}

async function providersOf(granted: readonly GrantedInterface[]): Promise<Record<string, unknown>> {
  const given: Record<string, unknown> = Object.create(null);
  for (const use of granted) {
    const { name, provider } = use;
    given[name] = provider instanceof URL ? await importProvider(use, provider) : provider;
  }
  return given;
}

async function importProvider(use: GrantedInterface, { href }: URL): Promise<unknown> {
  let module: unknown;
  try {
    module = await import(href);
  } catch (error) {
    throw new GadgetError(
      'E_EMBEDDER',
      `the provider of ${use.name} can't be imported: ${messageOf(error)}`,
      {
        cause: error,
      },
    );
  }
  return checkedProvider(use, href, module);
}
