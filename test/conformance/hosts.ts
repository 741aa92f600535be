import { join } from 'node:path';
import { nativeGadget } from '@gadget-api/guest/testing';
import { type Gadget, isGadget } from '../../guest-js/src/define-gadget.ts';
import { casesFolder, type Language } from './case.ts';
import type { Components } from './components.ts';
import type { Host } from './host.ts';

const all: readonly Language[] = ['js', 'rust', 'go'];

/** The hosts that {@link hostsOf} gives. */
export const hostNames: readonly string[] = ['direct', 'reference', 'source'];

/**
 * Every way to run the suite: our host with direct calls, the same with jco's glue, and gadgets in TypeScript as they are,
 * without a component.
 */
export async function hostsOf(components: Components): Promise<Host[]> {
  const component = async (language: Language): Promise<{ component: Uint8Array }> => ({
    component: await components(language),
  });
  return [
    { name: 'direct', languages: all, gadget: component, options: { bindings: 'direct' }, costly: true },
    { name: 'reference', languages: all, gadget: component, options: { bindings: 'reference' } },
    {
      name: 'source',
      languages: ['js'],
      gadget: async (_, name) => ({ instantiate: nativeGadget(await guestOf(name)) }),
    },
  ];
}

async function guestOf(caseName: string): Promise<Gadget> {
  const module = (await import(join(casesFolder, caseName, 'guest.ts'))) as { default: unknown };
  if (!isGadget(module.default)) throw new Error(`${caseName}/guest.ts exports no gadget`);
  return module.default;
}
