import { createHash } from 'node:crypto';
import { buildFolder } from '../../../host/src/gadget/build.ts';
import { type Case, has, type Language } from '../case.ts';
import { madeFolder } from './folder.ts';
import { assembleGo } from './go.ts';
import { assembleJs } from './js.ts';
import { assembleRust } from './rust.ts';

const assemblers = { js: assembleJs, rust: assembleRust, go: assembleGo } as const;

/** A JavaScript engine other than the usual one. */
export type OtherEngine = 'starlingmonkey';

/** The folder of the gadget that plays the guests of these cases in a language. Other cases have another folder. */
function assemble(cases: readonly Case[], language: Language, engine?: OtherEngine): string {
  const played = cases.filter((each) => has(each, language));
  const digest = createHash('sha256').update(played.map(({ name }) => name).join('\n'));
  const folder = madeFolder(`${engine ?? language}-${digest.digest('hex').slice(0, 12)}`);
  assemblers[language](played, folder);
  return folder;
}

/** Its component; built only when something has changed. */
export function buildGuests(
  cases: readonly Case[],
  language: Language,
  engine?: OtherEngine,
): Promise<Uint8Array> {
  return buildFolder(assemble(cases, language, engine), { engine });
}
