import { open } from 'node:fs/promises';
import type { Allowance } from '../component/bounds/allowance.ts';
import { inspectComponent } from '../component/inspect.ts';
import type { Guest } from '../api/guest.ts';
import type { CallMeter } from '../call-meter.ts';
import { compileCore, instantiate } from '../component/instance.ts';
import { checkGrants } from '../component/link.ts';
import type { InterfaceRequest } from '../component/request.ts';
import { transpileComponent } from '../component/transpile.ts';
import { wasiFor } from '../component/wasi/offer.ts';
import { GadgetError, isGadgetError, messageOf, ofGadget } from '../errors.ts';
import { type Limits, resolveLimits } from '../limits.ts';
import { DirectBinding } from '../lowering/binding.ts';
import { offerOfThisHost } from '../versions/api-offer.ts';
import { calledAs } from '../versions/v2-hooks.ts';
import { apiImports } from '../versions/metered.ts';
import { negotiate } from '../versions/negotiate.ts';
import type { Bindings, CallWatch } from './options.ts';

/** What {@link loadComponent} takes. */
export interface LoadOptions {
  name: string;
  grants: readonly string[];
  /** What its gadget.yaml requests; undefined: it has none. */
  requests: readonly InterfaceRequest[] | undefined;
  providers: Readonly<Record<string, unknown>>;
  cacheDir?: string | false | undefined;
  onWarning?: (message: string) => void;
  watch: CallWatch | undefined;
  /** What the instance may use. */
  allowance: Allowance;
  /** `direct` where the component allows it. */
  bindings: Bindings;
  /** Whether it may use the preview of the next major. */
  previewApi: boolean;
  /** Measures its calls of `gadget:api`. */
  meter?: CallMeter | undefined;
}

/** The bytes of a component; a file that is too large is not read. */
export async function readComponent(
  component: Uint8Array | string,
  asked: Partial<Limits> | undefined,
): Promise<Uint8Array> {
  if (typeof component !== 'string') return component;
  const { maxComponentBytes } = resolveLimits(asked);
  try {
    await using file = await open(component);
    const { size } = await file.stat();
    if (size > maxComponentBytes) {
      const most = `${maxComponentBytes} bytes are the most (maxComponentBytes)`;
      throw new GadgetError('E_TOO_LARGE', `${component} has ${size} bytes, ${most}`);
    }
    return await file.readFile();
  } catch (error) {
    if (isGadgetError(error)) throw error;
    throw new GadgetError('E_GADGET_NOT_FOUND', `can't read ${component}: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/**
 * From bytes to an instance: inspected, negotiated, every import answered or refused, translated, instantiated. Gives the
 * exports that this host calls, by interface: `lifecycle`, `handler`, `ticker`, `losses`, each as the run calls it.
 */
export async function loadComponent(
  bytes: Uint8Array,
  guest: Guest,
  options: LoadOptions,
): Promise<Record<string, unknown>> {
  try {
    const info = inspectComponent(bytes, { maxComponentBytes: bytes.length });
    const negotiated = negotiate(info.imports, info.exports, offerOfThisHost(options.previewApi));
    const { given, wasi } = checkGrants(info, options);
    Object.assign(given, wasiFor(guest, wasi));
    const answer = (imports: Readonly<Record<string, unknown>>): void => {
      for (const { need, offered } of negotiated.imports) given[need] = imports[offered];
    };
    answer({ ...apiImports(guest, undefined, options.previewApi) });
    const { allowance } = options;
    const fuel = allowance.fuel !== undefined;
    const transpiled = await transpileComponent(bytes, info, { ...options, fuel });
    if (options.bindings === 'direct') {
      const facts = {
        modules: await compileCore(transpiled, allowance.caps),
        imports: info.imports.map(({ name }) => name),
        negotiated,
        plainCalls: info.plainCalls,
      };
      const binding = DirectBinding.of(guest, facts, options.meter);
      if (typeof binding !== 'string') {
        const { instantiateCore } = binding;
        await watched(guest, options.watch, () => instantiate(transpiled, given, instantiateCore, allowance));
        return binding.exports;
      }
      options.onWarning?.(`${options.name} is called by way of slower bindings: ${binding}`);
    }
    if (options.meter !== undefined) answer({ ...apiImports(guest, options.meter, options.previewApi) });
    const exports = await watched(guest, options.watch, () =>
      instantiate(transpiled, given, undefined, allowance),
    );
    return Object.fromEntries(
      negotiated.exports.map(({ need, offered, interface: name }) => [
        name,
        calledAs(offered, name, exports[need]!, options.meter?.adopt),
      ]),
    );
  } catch (error) {
    throw isGadgetError(error) ? ofGadget(error, options.name) : error;
  }
}

/** Modules may run code when they are instantiated, endless code, too. */
async function watched<T>(guest: Guest, watch: CallWatch | undefined, work: () => Promise<T>): Promise<T> {
  watch?.enter(guest.place, 'instantiate');
  try {
    return await work();
  } finally {
    watch?.leave();
  }
}
