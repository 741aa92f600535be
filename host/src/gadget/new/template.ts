import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { GadgetError } from '../../errors.ts';
import type { Language } from '../language.ts';

/** A file of a template: its path in the gadget's folder, with `/`, and its text. */
export interface TemplateFile {
  name: string;
  text: string;
}

/** In a published package templates lie beside `lib`, in a checkout beside `src`. */
const place = path.join(import.meta.dirname, '../../../templates');

/** What building and testing a template in its place leaves behind. */
const leftOut: ReadonlySet<string> = new Set(['target', 'node_modules', '.gadget', 'gadget.wasm']);

/** The files of the template for a language, those at the top first. Throws E_INTERNAL when it is missing from this package. */
export async function readTemplate(language: Language): Promise<TemplateFile[]> {
  try {
    return await filesIn(path.join(place, language), '');
  } catch (cause) {
    throw new GadgetError('E_INTERNAL', `the template for ${language} is missing from this host`, {
      hint: 'install @gadget-api/host again',
      cause,
    });
  }
}

async function filesIn(folder: string, below: string): Promise<TemplateFile[]> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  const kept = entries.filter(({ name }) => !leftOut.has(name));
  const files = kept
    .filter((entry) => entry.isFile())
    .map(async (entry) => ({
      // npm packs no file called .gitignore.
      name: path.posix.join(below, entry.name === 'gitignore' ? '.gitignore' : entry.name),
      text: await readFile(path.join(folder, below, entry.name), 'utf8'),
    }));
  const folders = kept
    .filter((entry) => entry.isDirectory())
    .map((entry) => filesIn(folder, path.posix.join(below, entry.name)));
  return [...(await Promise.all(files)), ...(await Promise.all(folders)).flat()];
}
