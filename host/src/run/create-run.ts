import { basename } from 'node:path';
import { Allowance } from '../component/bounds/allowance.ts';
import { GadgetError } from '../errors.ts';
import { resolveLimits } from '../limits.ts';
import { apiImports } from '../versions/metered.ts';
import { withOlderNames } from '../versions/older-names.ts';
import { loadComponent, readComponent } from './load.ts';
import type { GadgetSpec, RunOptions } from './options.ts';
import { Run } from './run.ts';

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
  // In order: each takes its place in the chain.
  for (const spec of specs) await load(run, spec, options, onWarning);
  return run;
}

async function load(
  run: Run,
  spec: GadgetSpec & { name: string },
  options: RunOptions,
  onWarning: (message: string) => void,
): Promise<void> {
  const { guest, meter, previewApi, occupy } = run.reserve(spec);
  if (spec.instantiate !== undefined) {
    occupy(await spec.instantiate(withOlderNames({ ...apiImports(guest, meter, previewApi) })));
    return;
  }
  if (spec.component === undefined) {
    throw new GadgetError('E_USAGE', `gadget ${spec.name} has neither component nor instantiate`);
  }
  const component = await readComponent(spec.component, options.limits);
  const allowance = allowanceOf(spec, options);
  const instance = await loadComponent(component, guest, {
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
    allowance,
  });
  occupy(instance, allowance);
}

function allowanceOf(spec: GadgetSpec & { name: string }, options: RunOptions): Allowance {
  const { maxMemoryBytes, maxTableElements } = resolveLimits(options.limits);
  const own = resolveLimits({ maxMemoryBytes: spec.maxMemoryBytes }).maxMemoryBytes;
  const memory = spec.maxMemoryBytes === undefined ? maxMemoryBytes : Math.min(own, maxMemoryBytes);
  return new Allowance({ maxMemoryBytes: memory, maxTableElements }, spec.fuel ?? options.fuel);
}

function named(spec: GadgetSpec): GadgetSpec & { name: string } {
  if (spec.name !== undefined) return { ...spec, name: spec.name };
  if (typeof spec.component === 'string')
    return { ...spec, name: basename(spec.component).replace(/\.wasm$/, '') };
  throw new GadgetError('E_USAGE', 'a gadget that is not a file needs a name');
}
