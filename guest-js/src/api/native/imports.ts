import { currentState } from '../../state.ts';

/** One of the interfaces that the running native instance was given. */
export function nativeImport<T>(name: string, what: string): T {
  const found = currentState(what).imports?.[name];
  if (found === undefined) throw new Error(`this gadget instance was given no gadget:api/${name} of 1.x`);
  return found as T;
}
