import { ByteReader } from './binary.ts';
import { checkHeader } from './header.ts';
import { walkComponent } from './walk.ts';

/**
 * A copy of a component in which names are others. `rename` gets every name that means something in it, those of nested
 * components and core modules too, and answers another of the same length, or undefined to leave it. The same name has
 * to get the same answer wherever it comes; whether the component is still whole is not looked at.
 *
 * @throws GadgetError E_NOT_A_COMPONENT, E_HOSTILE_NAME
 */
export function renamed(bytes: Uint8Array, rename: (name: string) => string | undefined): Uint8Array {
  checkHeader(bytes);
  const copy = new Uint8Array(bytes);
  const onName = (name: string, offset: number): void => {
    const next = rename(name);
    if (next === undefined) return;
    if (next.length !== name.length) throw new RangeError(`${next} is not as long as ${name}`);
    for (let at = 0; at < next.length; at++) copy[offset + at] = next.charCodeAt(at);
  };
  walkComponent(new ByteReader(bytes, 0, bytes.length, onName), { modules: [], plainCalls: true });
  return copy;
}
