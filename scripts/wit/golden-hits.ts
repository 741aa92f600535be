import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ComponentInfo, inspectComponent, type InterfaceUse } from '../../host/src/component/inspect.ts';
import type { Place } from '../../host/src/wit/findings.ts';
import type { OfferedInterface } from './offer.ts';

/** What a golden gadget uses of the interfaces. */
export type Uses = Pick<ComponentInfo, 'imports' | 'exports'>;

/** The gadgets in a folder such as golden/, by their path in it. */
export function readGolden(folder: string): Map<string, Uses> {
  const paths = globSync('*/*.wasm', { cwd: folder }).toSorted();
  return new Map(paths.map((path) => [path, inspectComponent(readFileSync(join(folder, path)))]));
}

/**
 * Which gadgets use what a finding is about: a function those that name it, a type or anything else those that name its
 * interface. `offer`: the interfaces before the change.
 */
export function goldenHits(
  { item }: Place,
  offer: readonly OfferedInterface[],
  golden: ReadonlyMap<string, Uses>,
): string[] {
  const [, name, interfaceName, within] = /^([^/]+)\/([^.]+)(?:\.(.+))?$/.exec(item) ?? [];
  const isIt = (each: { package: string; interface: string }): boolean =>
    each.package === name && each.interface === interfaceName;
  const written = ['', '[method]', '[static]', '[constructor]'].map((prefix) => `${prefix}${within}`);
  const isFunction = offer
    .filter(isIt)
    .some(({ functions }) => functions.some((each) => written.includes(each.name)));
  const uses = (each: InterfaceUse): boolean =>
    isIt(each) && (!isFunction || each.functions.some((func) => written.includes(func)));
  return [...golden]
    .filter(([, { imports, exports }]) => [...imports, ...exports].some(uses))
    .map(([path]) => path);
}
