import { Guest } from '../api/guest.ts';
import { Allowance } from '../component/bounds/allowance.ts';
import type { InterfaceRequest } from '../component/request.ts';
import type { DataSource, Delivery } from '../data/data-source.ts';
import type { FieldType } from '../data/field-type.ts';
import { Registry } from '../data/registry.ts';
import { type GadgetError, isGadgetError } from '../errors.ts';
import { type Limits, resolveLimits } from '../limits.ts';
import type { FieldSpec } from '../sources/source.ts';
import { Gadget } from './gadget.ts';
import { guestServices } from './guest-services.ts';
import { fuelled, hooksOf } from './hooks.ts';
import { loadComponent, readComponent } from './load.ts';
import { createLog, threw } from './log.ts';
import { LogQuota } from './log-quota.ts';
import type { Bindings, CallWatch, LogRecord } from './options.ts';
import { systemPlatform } from './platform.ts';
import { declareSource } from './schema.ts';
import { SharedClock } from './shared-clock.ts';

/** What {@link declareGadget} takes. */
export interface DeclareOptions {
  name: string;
  /** The component: its bytes, or the path of a file. */
  component: Uint8Array | string;
  /** Sources it expects, by name. */
  sources?: Readonly<Record<string, { delivery?: Delivery; fields: readonly FieldSpec[] }>>;
  params?: Readonly<Record<string, string>>;
  grants?: readonly string[];
  /** As in `GadgetSpec`. */
  requests?: readonly InterfaceRequest[];
  limits?: Partial<Limits>;
  /** Steps of init; default: they are not counted. */
  fuel?: number;
  cacheDir?: string | false;
  /** As in `RunOptions`. */
  bindings?: Bindings;
  /** As in `RunOptions`. */
  previewApi?: boolean;
  watch?: CallWatch;
  onLog?: (record: LogRecord) => void;
}

/** A field as a gadget would find or leave it. */
export interface DeclaredField {
  name: string;
  /** `text[]` for lists of text. */
  kind: FieldType;
  hidden: boolean;
  tags: string[];
  annotations: Record<string, string>;
  /** Whether the gadget added it. */
  added: boolean;
}

/** A data source the gadget works with. */
export interface DeclaredSource {
  name: string;
  delivery: Delivery;
  /** Whether the gadget created it. */
  created: boolean;
  hidden: boolean;
  subscribed: boolean;
  fields: DeclaredField[];
}

/** What a gadget declares in its init. */
export interface Declaration {
  sources: DeclaredSource[];
  /** Sources it asked for that nobody has. */
  needs: string[];
  /** Timers it made. */
  timers: number;
  /** Why init did not finish; what was declared until then is shown. */
  incomplete: GadgetError | undefined;
}

/**
 * Runs a gadget's `init(inspect)` and tells what it declared. The instance is dropped after. There is no deadline here: a
 * caller who does not trust the component runs this on a thread that can be ended.
 *
 * Rejects with a GadgetError when the component can't be loaded.
 */
export async function declareGadget(options: DeclareOptions): Promise<Declaration> {
  const limits = resolveLimits(options.limits);
  const registry = new Registry();
  const before = new Map<DataSource, number>();
  for (const [name, { delivery, fields }] of Object.entries(options.sources ?? {})) {
    const source = declareSource(registry, name, delivery ?? 'events', fields, limits);
    before.set(source, source.fields.length);
  }
  const needs = new Set<string>();
  let thrown: GadgetError | undefined;
  const platform = systemPlatform();
  const log = createLog(options, (error) => (thrown ??= threw('onLog', error)));
  const quota = new LogQuota({ name: options.name, limits, platform, log });
  const services = guestServices({
    name: options.name,
    params: new Map(Object.entries(options.params ?? {})),
    registry,
    limits,
    platform,
    log,
    quota,
    emit: () => {},
    startTimer: () => {},
    stopTimer: () => {},
    unsubscribed: () => {},
    missed: (name) => needs.add(name),
  });
  const guest = new Guest(options.name, 0, services);
  const component = await readComponent(options.component, options.limits);
  const allowance = new Allowance(limits, options.fuel);
  const instance = await loadComponent(component, guest, {
    name: options.name,
    grants: options.grants ?? [],
    requests: options.requests,
    providers: {},
    cacheDir: options.cacheDir,
    onWarning: (message) => options.onLog?.({ gadget: undefined, level: 'warn', message }),
    watch: options.watch,
    bindings: options.bindings ?? 'direct',
    previewApi: options.previewApi === true,
    allowance,
  });
  const incomplete = initialise(guest, instance, options, allowance);
  quota.end();
  if (thrown !== undefined) throw thrown;
  return {
    sources: [...registry].map((source) => describe(source, guest, before.get(source) ?? 0)),
    needs: [...needs],
    timers: guest.timers.size,
    incomplete,
  };
}

function initialise(
  guest: Guest,
  instance: unknown,
  options: DeclareOptions,
  allowance: Allowance,
): GadgetError | undefined {
  const context = {
    maxQueuedPackets: guest.limits.maxQueuedPackets,
    maxEmitDepth: guest.limits.maxEmitDepth,
    maxLogBytes: guest.limits.maxLogBytes,
    logsHeldBack: () => 0,
    queued: () => 0,
    enqueue: () => {},
    report: () => {},
    fell: () => undefined,
    keep: undefined,
    watch: options.watch,
    clock: new SharedClock(),
  };
  const hooks = fuelled(hooksOf(instance, options.name), allowance.fuel);
  const gadget = new Gadget({ guest, hooks, allowance }, 'discard', context);
  try {
    gadget.init('inspect');
    return undefined;
  } catch (error) {
    if (isGadgetError(error)) return error;
    throw error;
  }
}

function describe(source: DataSource, guest: Guest, known: number): DeclaredSource {
  return {
    name: source.name,
    delivery: source.delivery,
    created: source.owner === guest.place,
    hidden: source.hidden,
    subscribed: guest.subscription(source) >= 0,
    fields: source.fields.map((field) => ({
      name: field.name,
      kind: field.type,
      hidden: field.hidden,
      tags: [...field.tags],
      annotations: Object.fromEntries(field.annotations),
      added: field.index >= known,
    })),
  };
}
