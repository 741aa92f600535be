import type { Instantiate } from '@gadget-api/host';
import { inspectComponent } from '../../../host/src/component/inspect.ts';
import { instantiate } from '../../../host/src/component/instance.ts';
import { transpileComponent } from '../../../host/src/component/transpile.ts';
import { type Case, has, type Language } from '../case.ts';
import { runCase } from '../run-case.ts';
import { Recorder } from './recorder.ts';

/** Which functions the guests of a language call, and how these end: seen between jco's glue and the host. */
export async function reachedBy(
  cases: readonly Case[],
  language: Language,
  component: Uint8Array,
): Promise<ReadonlySet<string>> {
  const recorder = new Recorder();
  const transpiled = await transpileComponent(component, inspectComponent(component));
  const recorded: Instantiate = recorder.around((imports) => instantiate(transpiled, imports));
  const host = { name: 'recorder', languages: [language], gadget: async () => ({ instantiate: recorded }) };
  for (const each of cases)
    if (has(each, language) && each.costly === undefined) await runCase(each, language, host);
  return new Set(recorder.outcomes);
}
