/** The part of the WebAssembly API that is used here; the compiler settings leave out the browser's types. */

/** A compiled core module. */
export type CoreModule = object & { readonly __brand?: 'core module' };

/** An instance of a core module. */
export interface CoreInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

/** What a core module is given, by module name and name. */
export type CoreImports = Record<string, Record<string, unknown>>;

/** An import or export of a core module; `module` only for imports. */
export interface CoreItem {
  readonly module: string;
  readonly name: string;
  readonly kind: 'function' | 'table' | 'memory' | 'global' | 'tag';
}

interface WebAssemblyApi {
  Module: {
    imports(module: CoreModule): readonly CoreItem[];
    exports(module: CoreModule): readonly Omit<CoreItem, 'module'>[];
  };
  Instance: new (module: CoreModule, imports?: CoreImports) => CoreInstance;
}

export const webAssembly: WebAssemblyApi = (globalThis as unknown as { WebAssembly: WebAssemblyApi })
  .WebAssembly;
