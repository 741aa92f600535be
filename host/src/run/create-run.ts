import { basename } from 'node:path';
import { Allowance } from '../component/bounds/allowance.ts';
import { resolveDeadlines } from '../deadlines.ts';
import { GadgetError } from '../errors.ts';
import { resolveLimits } from '../limits.ts';
import { apiImports } from '../versions/metered.ts';
import { withOlderNames } from '../versions/older-names.ts';
import type { IsolatedGadget } from './isolated-gadget.ts';
import { loadComponent, prepareComponent, readComponent } from './load.ts';
import type { GadgetSpec, RunOptions } from './options.ts';
import { type Place, Run } from './run.ts';

/**
 * Makes a run: checks and loads every gadget, but calls none yet. `run.start()` lets it flow, `run.done` tells how it
 * ended.
 *
 * Rejects with a GadgetError: a component that can't be read, is none, needs another API, imports what was not granted, or
 * can't be instantiated; options that don't fit.
 */
export async function createRun(options: RunOptions): Promise<Run> {
  const run = new Run(options);
  const specs = options.gadgets.map((spec) => named(typeof spec === 'string' ? { component: spec } : spec));
  const names = new Set<string>();
  for (const { name } of specs) {
    if (names.has(name)) {
      throw new GadgetError('E_USAGE', `two gadgets are called ${name}`, {
        hint: 'give one of them another name',
      });
    }
    names.add(name);
  }
  const onWarning = (message: string): void => options.onLog?.({ gadget: undefined, level: 'warn', message });
  try {
    // In order: each takes its place in the chain. Threads begin to read their code, all at once.
    const seats = specs.map((spec) => seatOf(run, spec, options));
    for (const seat of seats) await load(seat, options, onWarning);
  } catch (error) {
    await run.abandon();
    throw error;
  }
  return run;
}

/** A gadget that has its place and waits for being loaded. */
interface Seat {
  spec: GadgetSpec & { name: string };
  place: Place;
  /** Its thread, if it has one. */
  isolated: IsolatedGadget | undefined;
}

function seatOf(run: Run, spec: GadgetSpec & { name: string }, options: RunOptions): Seat {
  const isolation = spec.isolation ?? (spec.instantiate === undefined ? options.isolation : 'inline');
  if (isolation !== 'worker') return { spec, place: run.reserve(spec), isolated: undefined };
  if (spec.instantiate !== undefined) throw notInThread(spec.name);
  const deadlines = resolveDeadlines(options.deadlines, spec.deadlines);
  const place = run.reserve(spec);
  return { spec, place, isolated: place.isolate(options.bindings ?? 'direct', deadlines) };
}

async function load(
  { spec, place, isolated }: Seat,
  options: RunOptions,
  onWarning: (message: string) => void,
): Promise<void> {
  const { guest, meter, previewApi } = place;
  if (spec.instantiate !== undefined) {
    place.occupy(await spec.instantiate(withOlderNames({ ...apiImports(guest, meter, previewApi) })));
    return;
  }
  if (spec.component === undefined) {
    throw new GadgetError('E_USAGE', `gadget ${spec.name} has neither component nor instantiate`);
  }
  const component = await readComponent(spec.component, options.limits);
  const loading = {
    name: spec.name,
    grants: [...(options.grants ?? []), ...(spec.grants ?? [])],
    requests: spec.requests,
    providers: options.providers ?? {},
    cacheDir: options.cacheDir,
    onWarning,
    watch: options.watch,
    bindings: options.bindings ?? 'direct',
    meter,
    previewApi,
    allowance: allowanceOf(spec, options),
  };
  if (isolated === undefined) {
    place.occupy(await loadComponent(component, guest, loading), loading.allowance);
    return;
  }
  const { caps, fuel } = loading.allowance;
  const prepared = await prepareComponent(component, loading);
  place.settle(await isolated.load(prepared, { caps, fuel: fuel?.perCall }), isolated.usage);
}

function allowanceOf(spec: GadgetSpec & { name: string }, options: RunOptions): Allowance {
  const { maxMemoryBytes, maxTableElements } = resolveLimits(options.limits);
  const own = resolveLimits({ maxMemoryBytes: spec.maxMemoryBytes }).maxMemoryBytes;
  const memory = spec.maxMemoryBytes === undefined ? maxMemoryBytes : Math.min(own, maxMemoryBytes);
  return new Allowance({ maxMemoryBytes: memory, maxTableElements }, spec.fuel ?? options.fuel);
}

function notInThread(name: string): GadgetError {
  return new GadgetError('E_USAGE', `${name} is made by a function, which can't go to a thread of its own`, {
    hint: "give its component, or isolation: 'inline'",
  });
}

function named(spec: GadgetSpec): GadgetSpec & { name: string } {
  if (spec.name !== undefined) return { ...spec, name: spec.name };
  if (typeof spec.component === 'string')
    return { ...spec, name: basename(spec.component).replace(/\.wasm$/, '') };
  throw new GadgetError('E_USAGE', 'a gadget that is not a file needs a name');
}
