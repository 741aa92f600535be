import { componentEmbed, componentNew, parse } from '@bytecodealliance/jco-transpile/wasm-tools';

/** What {@link adaptedComponent} makes a component from. */
export interface AdaptedModule {
  /** A core module with the names of the interface in its imports and exports. */
  core: Uint8Array;
  /** The WIT of the interface and of the world. */
  wit: string;
  /** The world that says which of the module's imports and exports are meant. */
  world: string;
  /** Modules that stand for others that the module imports, as WebAssembly text by the name of what they stand for. */
  adapters: Readonly<Record<string, string>>;
}

/** The component around a core module that was made for another interface than WIT's. Throws a plain Error with the reason. */
export async function adaptedComponent({ core, wit, world, adapters }: AdaptedModule): Promise<Uint8Array> {
  try {
    const modules = await Promise.all(
      Object.entries(adapters).map(async ([name, text]): Promise<[string, Uint8Array]> => [
        name,
        await parse(text),
      ]),
    );
    const binary = await componentEmbed({ binary: core, witSource: wit, world, stringEncoding: 'utf8' });
    return await componentNew(binary, modules);
  } catch (error) {
    const { payload } = Object(error) as { payload?: unknown };
    throw typeof payload === 'string' ? new Error(payload, { cause: error }) : error;
  }
}
