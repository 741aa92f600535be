import { join } from 'node:path';
import { nativeGadget } from '@gadget-api/guest/testing';
import { keepCompiledCode } from '../../host/src/cli/code-cache.ts';
import { type Gadget, isGadget } from '../../guest-js/src/define-gadget.ts';
import { casesFolder, type Language } from './case.ts';
import type { Components } from './components.ts';
import type { Host } from './host.ts';
import { installWasmtime, type Wheel } from './wasmtime/install.ts';
import { type WasmtimeGadget, wasmtimeGadget } from './wasmtime/instantiate.ts';

const all: readonly Language[] = ['js', 'rust', 'go'];

/** Makes each host of the suite, by name. */
const makers: Readonly<Record<string, (name: string, components: Components) => Host>> = {
  /** Ours, past jco's glue. */
  direct: (name, components) => ours(name, components, 'direct'),
  /** Ours, each gadget in a thread of its own. */
  worker: (name, components) => ({
    ...ours(name, components, 'direct', 'worker'),
    // What crosses between threads is the same in every language.
    tested: ['rust'],
    async prepare() {
      // Each of some hundred threads would compile the host anew.
      keepCompiledCode();
      return undefined;
    },
  }),
  /** Ours, with jco's glue. */
  reference: (name, components) => ours(name, components, 'reference'),
  /** Gadgets in TypeScript as they are, without a component. */
  source,
  starlingmonkey,
  wasmtime,
};

/** What hosts are called. */
export const hostNames: readonly string[] = Object.keys(makers);

/** Every way to run the suite. */
export function hostsOf(components: Components): Host[] {
  return Object.entries(makers).map(([name, make]) => make(name, components));
}

function ours(
  name: string,
  components: Components,
  bindings: 'direct' | 'reference',
  isolation: 'inline' | 'worker' = 'inline',
): Host {
  return {
    name,
    languages: all,
    gadget: async (language) => ({ component: await components(language) }),
    options: { bindings, isolation },
    costly: name === 'direct',
  };
}

function source(name: string): Host {
  return {
    name,
    languages: ['js'],
    gadget: async (_, caseName) => ({ instantiate: nativeGadget(await guestOf(caseName)) }),
  };
}

async function guestOf(caseName: string): Promise<Gadget> {
  const module = (await import(join(casesFolder, caseName, 'guest.ts'))) as { default: unknown };
  if (!isGadget(module.default)) throw new Error(`${caseName}/guest.ts exports no gadget`);
  return module.default;
}

/** Ours, direct; gadgets in TypeScript built with the other engine. */
function starlingmonkey(name: string, components: Components): Host {
  return {
    name,
    languages: ['js'],
    foreign: true,
    gadget: async (language) => ({ component: await components(language, 'starlingmonkey') }),
    // Its engine holds a text of 16 MiB several times over.
    options: { limits: { maxMemoryBytes: 256 * 1024 * 1024 } },
  };
}

function wasmtime(name: string, components: Components): Host {
  let wheel: Wheel | undefined;
  const loaded = new Map<Language, WasmtimeGadget>();
  return {
    name,
    languages: all,
    foreign: true,
    async prepare() {
      const found = await installWasmtime();
      wheel = found.wheel;
      return found.reason;
    },
    async gadget(language) {
      const component = await components(language);
      let gadget = loaded.get(language);
      if (gadget === undefined) {
        gadget = wasmtimeGadget(component, wheel!);
        loaded.set(language, gadget);
      }
      return { instantiate: gadget.instantiate };
    },
    close() {
      for (const gadget of loaded.values()) gadget.close();
    },
  };
}
