import { GadgetError, messageOf } from '../errors.ts';
import { loadScript } from './emitted.ts';
import type { EmittedInstantiate, InstantiateCore } from './emitted.ts';
import type { Transpiled } from './transpiled.ts';
import { webAssembly } from './webassembly.ts';
import type { CoreModule } from './webassembly.ts';

export type { InstantiateCore } from './emitted.ts';

/** Exported interfaces by full name, `gadget:api/handler@1.0.0`, each with its functions in camel case. */
export type ComponentExports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface Compiled {
  instantiate: EmittedInstantiate;
  modules: ReadonlyMap<string, CoreModule>;
}

/** So that a second instance of the same component starts at once. */
const compiled = new WeakMap<Transpiled, Promise<Compiled>>();

/**
 * Makes an instance: compiles the core modules, links them with `imports` (by interface name, as the component
 * writes it) and runs what they run at the start. Nothing but `imports` can be reached by the component.
 *
 * @param instantiateCore replaces how core modules are instantiated, for imports that are answered without jco's glue.
 * @throws GadgetError E_INSTANTIATE
 */
export async function instantiate(
  transpiled: Transpiled,
  imports: Readonly<Record<string, unknown>>,
  instantiateCore?: InstantiateCore,
): Promise<ComponentExports> {
  const { instantiate: link, modules } = await compile(transpiled);
  const given: Record<string, unknown> = Object.assign(Object.create(null), imports);
  try {
    return interfacesOf(link((name) => moduleOf(modules, name), given, instantiateCore));
  } catch (error) {
    throw refused(error);
  }
}

/** The core modules of a component, compiled: the very objects that `instantiateCore` will be given. */
export async function compileCore(transpiled: Transpiled): Promise<readonly CoreModule[]> {
  const { modules } = await compile(transpiled);
  return [...modules.values()];
}

async function compile(transpiled: Transpiled): Promise<Compiled> {
  let pending = compiled.get(transpiled);
  if (pending === undefined) {
    pending = compileAll(transpiled);
    compiled.set(transpiled, pending);
  }
  return pending;
}

async function compileAll(transpiled: Transpiled): Promise<Compiled> {
  try {
    const pending = [...transpiled.coreModules].map(
      async ([name, bytes]) => [name, await webAssembly.compile(bytes)] as const,
    );
    // The script is compiled here while the modules are compiled on other threads.
    const load = loadScript(transpiled.source, `gadget ${transpiled.digest}`, transpiled.code);
    return { instantiate: load, modules: new Map(await Promise.all(pending)) };
  } catch (error) {
    throw refused(error);
  }
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

function refused(error: unknown): GadgetError {
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
