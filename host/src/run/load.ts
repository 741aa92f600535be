import { open } from 'node:fs/promises';
import type { Allowance } from '../component/bounds/allowance.ts';
import { inspectComponent } from '../component/inspect.ts';
import type { Guest } from '../api/guest.ts';
import type { CallMeter } from '../call-meter.ts';
import { checkGrants } from '../component/link.ts';
import type { InterfaceRequest } from '../component/request.ts';
import { transpileComponent } from '../component/transpile.ts';
import { GadgetError, isGadgetError, messageOf, ofGadget } from '../errors.ts';
import { type Limits, resolveLimits } from '../limits.ts';
import { offerOfThisHost } from '../versions/api-offer.ts';
import { negotiate } from '../versions/negotiate.ts';
import { linkComponent, type LinkOptions, type PreparedComponent } from './link-component.ts';
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
 * From bytes to an instance: see {@link prepareComponent} and {@link linkComponent}. Gives the exports that this host calls, by
 * interface: `lifecycle`, `handler`, `ticker`, `losses`, each as the run calls it.
 */
export async function loadComponent(
  bytes: Uint8Array,
  guest: Guest,
  options: LoadOptions,
): Promise<Record<string, unknown>> {
  const fuelled = options.allowance.fuel !== undefined;
  return linkHere(await prepareComponent(bytes, { ...options, fuelled }), guest, options);
}

/** {@link linkComponent} in the thread of a run, whose watch is told. */
export async function linkHere(
  prepared: PreparedComponent,
  guest: Guest,
  { watch, ...options }: Omit<LinkOptions, 'watched'> & Pick<LoadOptions, 'watch'>,
): Promise<Record<string, unknown>> {
  try {
    return await linkComponent(prepared, guest, {
      ...options,
      watched: (work) => watched(guest, watch, work),
    });
  } catch (error) {
    throw isGadgetError(error) ? ofGadget(error, options.name) : error;
  }
}

/** What {@link prepareComponent} takes. */
export interface PrepareOptions extends Pick<
  LoadOptions,
  'name' | 'grants' | 'requests' | 'providers' | 'cacheDir' | 'onWarning' | 'previewApi'
> {
  /** Whether what it does is counted. */
  fuelled: boolean;
}

/** Everything that is done with a component before it is instantiated: inspected, negotiated, every import answered or refused, translated. */
export async function prepareComponent(
  bytes: Uint8Array,
  options: PrepareOptions,
): Promise<PreparedComponent> {
  try {
    const info = inspectComponent(bytes, { maxComponentBytes: bytes.length });
    const negotiated = negotiate(info.imports, info.exports, offerOfThisHost(options.previewApi));
    const { given, wasi } = checkGrants(info, options);
    return {
      transpiled: await transpileComponent(bytes, info, {
        ...options,
        fuel: options.fuelled,
      }),
      imports: info.imports.map(({ name }) => name),
      negotiated,
      plainCalls: info.plainCalls,
      granted: info.imports
        .filter(({ name }) => name in given)
        .map(({ name, functions }) => ({ name, functions, provider: given[name] })),
      wasi,
    };
  } catch (error) {
    throw isGadgetError(error) ? ofGadget(error, options.name) : error;
  }
}

/** Modules may run code when they are instantiated, endless code, too. */
async function watched<T>(guest: Guest, watch: CallWatch | undefined, work: () => Promise<T>): Promise<T> {
  watch?.enter(guest.place, 'instantiate', performance.now());
  try {
    return await work();
  } finally {
    watch?.leave();
  }
}
