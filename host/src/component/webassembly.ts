/** The part of the WebAssembly API that is used here; the compiler settings leave out the browser's types. */

/** A compiled core module. */
export type CoreModule = object & { readonly __brand?: 'core module' };

/** An instance of a core module. */
export interface CoreInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

interface WebAssemblyApi {
  compile(bytes: Uint8Array): Promise<CoreModule>;
  CompileError: new (message?: string) => Error;
  RuntimeError: new (message?: string) => Error;
}

export const webAssembly: WebAssemblyApi = (globalThis as unknown as { WebAssembly: WebAssemblyApi })
  .WebAssembly;
