import { basename } from 'node:path';
import { resolveDeadlines } from '../deadlines.ts';
import { GadgetError } from '../errors.ts';
import { keepWasmCode } from '../isolate/wasm-code.ts';
import { resolveLimits } from '../limits.ts';
import { apiImports } from '../versions/metered.ts';
import { withOlderNames } from '../versions/older-names.ts';
import { inlineMaker } from './inline-maker.ts';
import { IsolatedMaker } from './isolated-maker.ts';
import type { MakeLife } from './life.ts';
import { prepareComponent, readComponent } from './load.ts';
import type { GadgetSpec, Instantiate, RunOptions } from './options.ts';
import type { Place } from './place.ts';
import type { Player } from './player.ts';
import { Run } from './run.ts';
import type { AllowanceTerms } from './thread-protocol.ts';

/**
 * Makes a run: checks and loads every gadget, but calls none yet. `run.start()` lets it flow, `run.done` tells how it
 * ended.
 *
 * Rejects with a GadgetError: a component that can't be read, is none, needs another API, imports what was not granted, or
 * can't be instantiated; options that don't fit.
 */
export async function createRun(options: RunOptions): Promise<Run> {
  return makeRun(options);
}

/** The same; `player`: what its one gadget is given again. */
export async function makeRun(options: RunOptions, player?: Player): Promise<Run> {
  const run = new Run(options, player);
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
  try {
    // In order: each takes its place in the chain. Threads begin to read their code, all at once.
    const seats = specs.map((spec) => seatOf(run, spec, options));
    try {
      for (const seat of seats) await load(seat, options);
    } finally {
      // Not before, as a thread that starts and a gadget that is loaded use compiled code.
      if (seats.some(({ isolated }) => isolated !== undefined)) keepWasmCode();
    }
  } catch (error) {
    await run.abandon();
    throw error;
  }
  return run;
}

/** A place whose gadget waits for being loaded. */
interface Seat {
  place: Place;
  /** Set when it runs in threads of its own. */
  isolated: IsolatedMaker | undefined;
}

function seatOf(run: Run, spec: GadgetSpec & { name: string }, options: RunOptions): Seat {
  const isolation = spec.isolation ?? (spec.instantiate === undefined ? options.isolation : 'inline');
  if (isolation !== 'worker') return { place: run.reserve(spec), isolated: undefined };
  if (spec.instantiate !== undefined) throw notInThread(spec.name);
  const deadlines = resolveDeadlines(options.deadlines, spec.deadlines);
  const place = run.reserve(spec);
  return { place, isolated: new IsolatedMaker(place, deadlines) };
}

async function load({ place, isolated }: Seat, options: RunOptions): Promise<void> {
  const { instantiate } = place.spec;
  place.make =
    instantiate === undefined ? await maker(place, isolated, options) : nativeMaker(place, instantiate);
  place.seat(await place.make(place.guest), isolated === undefined);
}

/** Makes instances by the embedder's function. */
function nativeMaker(place: Place, instantiate: Instantiate): MakeLife {
  const { meter, previewApi } = place;
  return async (guest) => {
    const exports = await instantiate(withOlderNames({ ...apiImports(guest, meter, previewApi) }));
    return { guest, hooks: place.hooksOf(exports, undefined) };
  };
}

/** Makes instances of a component. */
async function maker(
  place: Place,
  isolated: IsolatedMaker | undefined,
  options: RunOptions,
): Promise<MakeLife> {
  const { spec, previewApi, context } = place;
  if (spec.component === undefined) {
    throw new GadgetError('E_USAGE', `gadget ${spec.name} has neither component nor instantiate`);
  }
  const terms = termsOf(spec, options);
  const prepared = await prepareComponent(await readComponent(spec.component, options.limits), {
    name: spec.name,
    grants: [...(options.grants ?? []), ...(spec.grants ?? [])],
    requests: spec.requests,
    providers: options.providers ?? {},
    cacheDir: options.cacheDir,
    onWarning: (message) => context.log.host('warn', message),
    previewApi,
    fuelled: terms.fuel !== undefined,
  });
  place.digest = prepared.transpiled.digest;
  place.recorder?.loaded({
    digest: place.digest,
    maxMemoryBytes: terms.caps.maxMemoryBytes,
    fuel: terms.fuel,
    isolation: isolated === undefined ? 'inline' : 'worker',
  });
  if (isolated !== undefined) return isolated.of(prepared, terms);
  return inlineMaker(place, prepared, terms, options.bindings ?? 'direct');
}

function termsOf(spec: GadgetSpec & { name: string }, options: RunOptions): AllowanceTerms {
  const { maxMemoryBytes, maxTableElements } = resolveLimits(options.limits);
  const own = resolveLimits({ maxMemoryBytes: spec.maxMemoryBytes }).maxMemoryBytes;
  const memory = spec.maxMemoryBytes === undefined ? maxMemoryBytes : Math.min(own, maxMemoryBytes);
  return { caps: { maxMemoryBytes: memory, maxTableElements }, fuel: spec.fuel ?? options.fuel };
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
