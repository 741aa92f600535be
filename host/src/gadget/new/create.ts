import { mkdir, readdir, realpath, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GadgetError, messageOf } from '../../errors.ts';
import type { Language } from '../language.ts';
import type { Sdk } from '../sdk.ts';
import { fill } from './fill.ts';
import { nameOf } from './name.ts';
import { readTemplate, type TemplateFile } from './template.ts';

/** What to make. */
export interface NewGadget {
  /** The folder; the last part of its path becomes the gadget's name. */
  folder: string;
  language: Language;
  /** What it will be built and tested with. */
  sdk: Sdk;
  /** Whether the SDK was given with `--api`. */
  api: boolean;
}

/** The crate with this name is the SDK: a gadget that uses it can't have it. */
const sdkCrate = 'gadget-guest';

/**
 * Makes the folder of a new gadget, which builds and runs as it is. Gives the files, relative to the folder. Throws E_USAGE for
 * a name that is none, and for a folder with something in it; E_OUTPUT_WRITE when it can't be written, and then
 * takes back what it had written.
 */
export async function createGadget({ folder, language, sdk, api }: NewGadget): Promise<string[]> {
  const name = nameOf(folder);
  if (name === sdkCrate && language === 'rust') {
    throw new GadgetError('E_USAGE', `a gadget in Rust can't be called ${name}: that is the SDK's crate`, {
      hint: 'choose another name',
    });
  }
  const template = await readTemplate(language);
  const made = await emptyFolder(folder);
  const written: string[] = [];
  try {
    const files = fill(template, { name, folder: await realpath(folder), sdk, api });
    for (const file of files) await write(folder, file, written);
    return files.map((file) => file.name);
  } catch (error) {
    await takeBack(folder, made, written);
    throw error instanceof GadgetError ? error : cantWrite(folder, error);
  }
}

/** Makes the folder unless it is there and empty. Gives the first folder that had to be made. */
async function emptyFolder(folder: string): Promise<string | undefined> {
  let made: string | undefined;
  let entries: string[];
  try {
    made = await mkdir(folder, { recursive: true });
    entries = await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw taken(folder, 'is a file');
    throw cantWrite(folder, error);
  }
  if (entries.length > 0) throw taken(folder, 'is not empty');
  return made;
}

async function write(folder: string, { name, text }: TemplateFile, written: string[]): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  // Whatever came there in the meantime is not ours to lose.
  await writeFile(file, text, { flag: 'wx' });
  written.push(file);
}

/** Removes the files, and the folders that were made for them unless something else has come to lie there. */
async function takeBack(folder: string, made: string | undefined, files: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true });
  const stop = made === undefined ? path.resolve(folder) : path.dirname(path.resolve(made));
  for (const file of [...files, path.join(folder, 'none')].toReversed()) {
    for (let at = path.dirname(path.resolve(file)); at.length > stop.length; at = path.dirname(at))
      await rmdir(at).catch(() => {});
  }
}

function taken(folder: string, why: string): GadgetError {
  return new GadgetError('E_USAGE', `${folder} ${why}`, {
    hint: 'gadget new makes a folder of its own: name one that is not there yet',
  });
}

function cantWrite(folder: string, error: unknown): GadgetError {
  return new GadgetError('E_OUTPUT_WRITE', `${folder} can't be made: ${messageOf(error)}`, { cause: error });
}
