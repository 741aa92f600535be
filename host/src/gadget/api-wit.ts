import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { GadgetError } from '../errors.ts';

/** The WIT of `gadget:api` in one text: of a folder, else the one that comes with the package. */
export async function apiWit(folder: string = ownWit()): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.wit')).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return joinWit(texts);
}

/** It lies in the package, and beside it in the checkout. */
function ownWit(): string {
  const places = ['../../wit/gadget-api', '../../../wit/gadget-api'];
  const folder = places
    .map((place) => path.join(import.meta.dirname, place))
    .find((place) => existsSync(path.join(place, 'world.wit')));
  if (folder !== undefined) return folder;
  throw new GadgetError('E_BUILD_TOOL', 'the WIT files of gadget:api are missing from @gadget-api/host', {
    hint: 'install the package again',
  });
}

/** Files of one package as one text: the line that names the package can be there once, and is the first. */
export function joinWit(texts: readonly string[]): string {
  const line = /^package [^;]+;$/m;
  const packageLine = texts.map((text) => line.exec(text)?.[0]).find((found) => found !== undefined);
  return [packageLine, ...texts.map((text) => text.replace(line, ''))].join('\n');
}
