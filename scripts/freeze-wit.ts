/** Keeps wit/gadget-api as it is, as the released text of its version. */
import { join } from 'node:path';
import { messageOf } from '../host/src/errors.ts';
import { readPackage } from '../host/src/wit/read-package.ts';
import { readWit } from '../host/src/wit/read.ts';
import { checkWit } from './check-wit.ts';
import { witCompat } from './wit-compat.ts';
import { freeze } from './wit/frozen.ts';

/**
 * Copies `<folder>/gadget-api` to `<folder>/frozen/<its version>`, with hashes, and gives the new folder. Rejects, with nothing
 * written, when that version is frozen already, or when the text breaks a rule or what was frozen before.
 */
export async function freezeWit(folder: string, print: (line: string) => void): Promise<string> {
  const api = join(folder, 'gadget-api');
  const { version } = await readPackage(api);
  const problems = checkWit(readWit(api));
  for (const { file, line, message } of problems) print(`${file}:${line}: ${message}`);
  if (version === undefined || problems.length > 0)
    throw new Error(`${api} breaks the rules of wit/README.md`);
  if (!(await witCompat(folder, print))) throw new Error(`${api} does not fit what is frozen`);
  return freeze(api, join(folder, 'frozen'), version);
}

if (import.meta.main) {
  try {
    console.log(await freezeWit('wit', (line) => console.log(line)));
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
