import { componentNew } from '@bytecodealliance/jco-transpile/wasm-tools';

/**
 * The component around a core module whose custom sections describe its interfaces, as toolchains leave them. Throws a
 * plain Error with the reason when they are missing or the module does not fit them.
 */
export async function componentize(coreModule: Uint8Array): Promise<Uint8Array> {
  try {
    return await componentNew(coreModule);
  } catch (error) {
    const { payload } = Object(error) as { payload?: unknown };
    throw typeof payload === 'string' ? new Error(payload, { cause: error }) : error;
  }
}
