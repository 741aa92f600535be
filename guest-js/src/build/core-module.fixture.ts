/** For tests only: core modules as the engine of Node sees them. */

interface WebAssemblyApi {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: object } }>;
  Module: { imports(module: object): { module: string; name: string }[] };
  Memory: new (limits: { initial: number }) => { buffer: ArrayBuffer };
  Table: new (limits: { initial: number; maximum: number; element: string }) => object;
  RuntimeError: new (message?: string) => Error;
}

const webAssembly = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;

export const { Memory, Table, RuntimeError } = webAssembly;

/** The exports of an instance. */
export async function exportsOf<T>(bytes: Uint8Array, imports: object): Promise<T> {
  const { instance } = await webAssembly.instantiate(bytes, imports);
  return instance.exports as T;
}

/** The names of the modules that a module imports from; fails when it is not valid. */
export async function importedModules(bytes: Uint8Array): Promise<string[]> {
  return webAssembly.Module.imports(await webAssembly.compile(bytes)).map(({ module }) => module);
}
