import path from 'node:path';
import { clean } from '../clean.ts';
import type { Language } from '../gadget/language.ts';
import { createGadget } from '../gadget/new/create.ts';
import { lacking } from '../gadget/new/lacking.ts';
import { languageNamed } from '../gadget/new/language.ts';
import { checkoutSdk, installedSdk } from '../gadget/sdk.ts';
import { shellWord } from '../shell-word.ts';
import { writeStdout } from './print.ts';

const testCommands: Readonly<Record<Language, string>> = {
  js: 'node --test',
  rust: 'cargo test',
  go: 'go test',
};

/** Makes the folder of a new gadget; says what is in it, how to go on, and what is missing here to build it. Gives the exit code. */
export async function makeNew(
  folder: string,
  options: { lang: string; api?: string | undefined },
): Promise<number> {
  const language = languageNamed(options.lang);
  const api = options.api === undefined ? undefined : checkoutSdk(options.api);
  const sdk = api ?? installedSdk();
  const files = await createGadget({ folder, language, sdk, api: api !== undefined });
  const missing = await lacking(folder, language, sdk);
  const lines = [
    ...files.map((file) => path.join(folder, file)),
    'next:',
    ...nextCommands(folder, language, options.api).map((command) => `  ${command}`),
    ...missing.flatMap(({ message, hint }) => [message, `  next: ${hint}`]),
  ];
  writeStdout(`${lines.map(clean).join('\n')}\n`);
  return 0;
}

function nextCommands(folder: string, language: Language, api: string | undefined): string[] {
  // Who calls it by npx has no `gadget` on PATH.
  const gadget = process.env['npm_lifecycle_event'] === 'npx' ? 'npx gadget' : 'gadget';
  const place = /[/\\]/.test(folder) || folder === '.' ? folder : `./${folder}`;
  const checkout = api === undefined ? '' : ` --api ${shellWord(api)}`;
  const row = String.raw`{"pid":1,"filename":"/home/ann/a.txt"}\n`;
  return [
    `printf '${row}' | ${gadget} run ${shellWord(place)} --source open=ndjson:- -o json${checkout}`,
    `(cd ${shellWord(place)} && ${testCommands[language]})`,
  ];
}
