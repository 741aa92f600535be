import { join } from 'node:path';
import { type Gadget, isGadget } from '../../guest-js/src/define-gadget.ts';
import { nativeGadget } from '@gadget-api/guest/testing';
import { casesFolder, type Language } from './case.ts';
import type { Host } from './host.ts';

/** Gives the component of a language; built at the first call. */
export type Components = (language: Language) => Promise<Uint8Array>;

const all: readonly Language[] = ['js', 'rust', 'go'];

/** Every way to run the suite. */
export function hostsOf(components: Components): Host[] {
  const component = async (language: Language): Promise<{ component: Uint8Array }> => ({
    component: await components(language),
  });
  return [
    { name: 'direct', languages: all, gadget: component, options: { bindings: 'direct' }, costly: true },
    { name: 'reference', languages: all, gadget: component, options: { bindings: 'reference' } },
    { name: 'TypeScript as it is', languages: ['js'], gadget: async (_, name) => ({ instantiate: nativeGadget(await guestOf(name)) }) },
  ];
}

async function guestOf(caseName: string): Promise<Gadget> {
  const module = (await import(join(casesFolder, caseName, 'guest.ts'))) as { default: unknown };
  if (!isGadget(module.default)) throw new Error(`${caseName}/guest.ts exports no gadget`);
  return module.default;
}
