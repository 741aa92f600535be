import { currentState } from '../../state.ts';

/** One of the interfaces that the running native instance was given. */
export function nativeImport<T>(name: string, what: string): T {
  const imports = currentState(what).imports;
  const key = `gadget:api/${name}@1.0.0`;
  if (imports === undefined || !(key in imports)) throw new Error(`this gadget instance was given no ${key}`);
  return imports[key] as T;
}
