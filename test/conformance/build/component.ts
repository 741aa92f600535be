import { buildFolder } from '../../../host/src/gadget/build.ts';
import { type Case, has, type Language } from '../case.ts';
import { assembleGo } from './go.ts';
import { assembleJs } from './js.ts';
import { assembleRust } from './rust.ts';

const assemblers = { js: assembleJs, rust: assembleRust, go: assembleGo } as const;

/** The folder of the gadget that plays the guests of all cases in a language. */
export function assemble(cases: readonly Case[], language: Language): string {
  return assemblers[language](cases.filter((each) => has(each, language)));
}

/** Its component; built only when something has changed. */
export function buildGuests(cases: readonly Case[], language: Language): Promise<Uint8Array> {
  return buildFolder(assemble(cases, language));
}
