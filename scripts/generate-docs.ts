import { join } from 'node:path';
import * as prettier from 'prettier';
import { indexPage } from './docs/index-page.ts';
import { interfacePage } from './docs/interface-page.ts';
import { kindsPage } from './docs/kinds-page.ts';
import { Links, pageOf } from './docs/links.ts';
import { type Reference, referenceOf } from './docs/reference.ts';
import { checkSdkNames, readSdks } from './docs/sdk-check.ts';
import { sdkNames } from './docs/sdk-names.ts';
import { settle } from './generated-folder.ts';
import { parseWit } from '../host/src/wit/parse.ts';
import { readWit } from '../host/src/wit/read.ts';

const root = join(import.meta.dirname, '..');
const outFolder = join(root, 'docs/api');

/** The package in wit/gadget-api. */
export function readReference(): Reference {
  return referenceOf(readWit(join(root, 'wit/gadget-api')).map(({ path, text }) => parseWit(text, path)));
}

/** What the table of names in the SDKs says and is not so; see scripts/docs/sdk-names.ts. */
export function sdkNameProblems(): string[] {
  const functions = readReference()
    .interfaces.flatMap((each) => each.functions)
    .map(({ key, item, resource }) => ({
      key,
      name: item.name,
      staticOf: item.kind === 'static' ? resource : undefined,
    }));
  return checkSdkNames(sdkNames, functions, readSdks(root));
}

/** The files of docs/api as they should be, by file name. */
export async function generateDocs(): Promise<Map<string, string>> {
  const reference = readReference();
  const source = { reference, links: new Links(reference), sdkNames };
  const pages = new Map([['README.md', indexPage(source)]]);
  for (const each of reference.interfaces) pages.set(pageOf(each.name), interfacePage(each, source));
  pages.set('kinds.md', kindsPage(reference));
  for (const [name, text] of pages) pages.set(name, await format(name, text));
  return pages;
}

async function format(name: string, text: string): Promise<string> {
  const path = join(outFolder, name);
  return prettier.format(text, { ...(await prettier.resolveConfig(path)), filepath: path });
}

if (import.meta.main) {
  const problems = sdkNameProblems();
  for (const problem of problems) console.error(`scripts/docs/sdk-names.ts: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else settle(outFolder, await generateDocs());
}
