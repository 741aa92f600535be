import { GadgetError } from '../errors.ts';
import { didYouMean } from '../suggest.ts';

/** The JavaScript engines that gadgets in TypeScript and JavaScript can be built with, the default first. */
export const jsEngines = ['quickjs', 'starlingmonkey'] as const;

/** The name of one. */
export type JsEngine = (typeof jsEngines)[number];

/** The engine that `--engine` names. Throws E_USAGE. */
export function jsEngineOf(name: string): JsEngine {
  const found = jsEngines.find((engine) => engine === name);
  if (found !== undefined) return found;
  throw new GadgetError('E_USAGE', `--engine: there is no engine ${name === '' ? '""' : name}`, {
    hint: didYouMean(name, jsEngines) ?? `engines are ${jsEngines.join(' and ')}`,
  });
}
