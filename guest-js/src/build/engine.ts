import { GadgetError } from '@gadget-api/host';

/**
 * The JavaScript engines that a gadget can be built with, the default first.
 *
 * - `quickjs`: components of 2 MB, built in about a second
 * - `starlingmonkey`: components of 12 MB, built in tens of seconds, for packages that need more of the web platform
 */
export const engines = ['quickjs', 'starlingmonkey'] as const;

/** The name of an engine. */
export type Engine = (typeof engines)[number];

/** What an engine makes a component of. */
export interface ComponentSource {
  /** The gadget as one module. */
  source: string;
  /** The folder with the WIT, and the name of the world in it that the component has. */
  witPath: string;
  world: string;
  /** A folder to work in. */
  scratch: string;
}

/** The engine of this name. Throws `E_BUILD` when there is none. */
export function engineOf(name: string): Engine {
  const found = engines.find((engine) => engine === name);
  if (found !== undefined) return found;
  throw new GadgetError('E_BUILD', `there is no JavaScript engine ${name}`, {
    hint: `engines are ${engines.join(' and ')}`,
  });
}

/** Makes a component that runs the source in an engine. Throws what the engine says. */
export async function componentOf(engine: Engine, source: ComponentSource): Promise<Uint8Array> {
  if (engine === 'quickjs') return (await import('./quickjs.ts')).quickJsComponent(source);
  return (await import('./starlingmonkey.ts')).starlingMonkeyComponent(source);
}
