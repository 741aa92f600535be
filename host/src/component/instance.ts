import { GadgetError, isGadgetError, messageOf } from '../errors.ts';
import { defaultLimits } from '../limits.ts';
import { Allowance } from './bounds/allowance.ts';
import { capModules, type CoreCaps } from './bounds/caps.ts';
import { reserved } from './bounds/facts.ts';
import { loadScript } from './emitted.ts';
import type { EmittedInstantiate, InstantiateCore } from './emitted.ts';
import type { HeldByModule, Transpiled } from './transpiled.ts';
import { webAssembly } from './webassembly.ts';
import type { CoreModule } from './webassembly.ts';

export type { InstantiateCore } from './emitted.ts';

/** Exported interfaces by full name, `gadget:api/handler@1.0.0`, each with its functions in camel case. */
export type ComponentExports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface Compiled {
  instantiate: EmittedInstantiate;
  modules: ReadonlyMap<string, CoreModule>;
  /** What an instance of each may hold. */
  holds: ReadonlyMap<CoreModule, HeldByModule>;
  /** Those that import what bounds them. */
  counting: ReadonlySet<CoreModule>;
}

/** So that a second instance of the same component, within the same caps, starts at once. */
const compiled = new WeakMap<Transpiled, Map<string, Promise<Compiled>>>();

/**
 * Makes an instance: compiles the core modules, links them with `imports` (by interface name, as the component
 * writes it) and runs what they run at the start. Nothing but `imports` can be reached by the component.
 *
 * @param instantiateCore replaces how core modules are instantiated, for imports that are answered without jco's glue.
 * @param allowance what the instance may use; default: the default caps, and no fuel. One with fuel is for what was
 * translated with fuel.
 * @throws GadgetError E_INSTANTIATE; E_TOO_LARGE, E_CORE_FEATURE for what can't be kept within the caps; E_FUEL
 */
export async function instantiate(
  transpiled: Transpiled,
  imports: Readonly<Record<string, unknown>>,
  instantiateCore: InstantiateCore = (module, given) => new webAssembly.Instance(module, given),
  allowance: Allowance = new Allowance(defaultLimits),
): Promise<ComponentExports> {
  const { instantiate: link, modules, holds, counting } = await compile(transpiled, allowance.caps);
  const given: Record<string, unknown> = Object.assign(Object.create(null), imports);
  const bounded: InstantiateCore = (module, items) => {
    allowance.admit(holds.get(module)!);
    const all = counting.has(module) ? { ...items, ...allowance.imports } : items;
    const instance = instantiateCore(module, all);
    allowance.watch(instance);
    return instance;
  };
  const { fuel } = allowance;
  fuel?.fill();
  try {
    const exports = interfacesOf(link((name) => moduleOf(modules, name), given, bounded));
    fuel?.account();
    return exports;
  } catch (error) {
    fuel?.account();
    throw fuel?.empty === true ? outOfFuel(fuel.perCall, error) : refused(error);
  }
}

/** The core modules of a component, compiled: the very objects that `instantiateCore` will be given. */
export async function compileCore(
  transpiled: Transpiled,
  caps: CoreCaps = defaultLimits,
): Promise<readonly CoreModule[]> {
  const { modules } = await compile(transpiled, caps);
  return [...modules.values()];
}

/**
 * The same component with its core modules bounded and compiled instead of their bytes: for further instances, and for other threads, which
 * then share their code. What is compiled already stays as it is.
 */
export async function withCompiled(transpiled: Transpiled, caps: CoreCaps): Promise<Transpiled> {
  if (transpiled.compiled !== undefined) return transpiled;
  const { modules, holds } = await compile(transpiled, caps);
  const compiledModules = [...modules].map(([name, module]) => {
    const { pages, elements } = holds.get(module)!;
    return [name, { module, pages, elements }] as const;
  });
  return { ...transpiled, coreModules: new Map(), compiled: new Map(compiledModules) };
}

async function compile(transpiled: Transpiled, caps: CoreCaps): Promise<Compiled> {
  const { maxMemoryBytes, maxTableElements } = caps;
  const key = `${maxMemoryBytes} ${maxTableElements}`;
  const ways = compiled.get(transpiled) ?? new Map<string, Promise<Compiled>>();
  compiled.set(transpiled, ways);
  let pending = ways.get(key);
  if (pending === undefined) {
    pending = compileAll(transpiled, caps);
    ways.set(key, pending);
  }
  return pending;
}

async function compileAll(transpiled: Transpiled, caps: CoreCaps): Promise<Compiled> {
  try {
    const pending = boundModules(transpiled, caps);
    // The script is compiled here while the modules are compiled on other threads.
    const load = loadScript(transpiled.source, `gadget ${transpiled.digest}`, transpiled.code);
    const done = await pending;
    return {
      instantiate: load,
      modules: new Map(done.map(([name, module]) => [name, module])),
      holds: new Map(done.map(([, module, held]) => [module, held])),
      counting: new Set(done.flatMap(([, module]) => (isCounting(module) ? [module] : []))),
    };
  } catch (error) {
    throw refused(error);
  }
}

async function boundModules(
  { compiled: there, coreModules }: Transpiled,
  caps: CoreCaps,
): Promise<(readonly [name: string, module: CoreModule, held: HeldByModule])[]> {
  if (there !== undefined) return [...there].map(([name, held]) => [name, held.module, held]);
  return Promise.all(
    [...capModules(coreModules, caps)].map(
      async ([name, held]) => [name, await webAssembly.compile(held.bytes), held] as const,
    ),
  );
}

function isCounting(module: CoreModule): boolean {
  return webAssembly.Module.imports(module).some((item) => item.module === reserved);
}

function moduleOf(modules: ReadonlyMap<string, CoreModule>, name: string): CoreModule {
  const module = modules.get(name);
  if (module === undefined) throw new Error(`there is no core module ${name}`);
  return module;
}

/** Only interfaces, by their full names: QuickJS components also export a root function that must not be called. */
function interfacesOf(exports: Record<string, unknown>): ComponentExports {
  const interfaces: Record<string, Readonly<Record<string, unknown>>> = Object.create(null);
  for (const [name, value] of Object.entries(exports)) {
    if (!name.includes('/') || typeof value !== 'object' || value === null) continue;
    interfaces[name] = value as Readonly<Record<string, unknown>>;
  }
  return Object.freeze(interfaces);
}

function outOfFuel(steps: number, cause: unknown): GadgetError {
  return new GadgetError('E_FUEL', `the component used up its fuel, ${steps} steps, while it was started`, {
    cause,
    hint: 'a start function may loop; --fuel (in the library: fuel) gives it more',
    details: { hook: 'instantiate', fuel: steps },
  });
}

function refused(error: unknown): GadgetError {
  if (isGadgetError(error)) return error;
  const options = { cause: error, hint: 'Build the gadget again; if it stays, report it to its author.' };
  if (error instanceof webAssembly.CompileError) {
    return new GadgetError(
      'E_INSTANTIATE',
      `a core module of the component is not valid: ${error.message}`,
      options,
    );
  }
  if (error instanceof webAssembly.RuntimeError) {
    return new GadgetError(
      'E_INSTANTIATE',
      `the component trapped while it was started: ${error.message}`,
      options,
    );
  }
  return new GadgetError('E_INSTANTIATE', `the component could not be started: ${messageOf(error)}`, options);
}
