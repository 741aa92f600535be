/** The part of the WebAssembly API that is used here; the compiler settings leave out the browser's types. */

/** A compiled core module. */
export type CoreModule = object & { readonly __brand?: 'core module' };

/** An instance of a core module. */
export interface CoreInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

/** A global that the host may set. */
export interface CoreGlobal<T> {
  value: T;
}

/** A linear memory. */
export interface CoreMemory {
  readonly buffer: ArrayBuffer;
}

interface WebAssemblyApi {
  compile(bytes: Uint8Array): Promise<CoreModule>;
  validate(bytes: Uint8Array): boolean;
  Module: { imports(module: CoreModule): readonly { module: string }[] };
  Instance: new (module: CoreModule, imports?: Record<string, Record<string, unknown>>) => CoreInstance;
  Global: new <T>(type: { value: 'i32' | 'i64'; mutable: boolean }, value: T) => CoreGlobal<T>;
  CompileError: new (message?: string) => Error;
  RuntimeError: new (message?: string) => Error;
}

export const webAssembly: WebAssemblyApi = (globalThis as unknown as { WebAssembly: WebAssemblyApi })
  .WebAssembly;
