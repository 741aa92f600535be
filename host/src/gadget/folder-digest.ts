import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { GadgetError } from '../errors.ts';

/** Most files, and most bytes, of a gadget's folder. More is no gadget but somebody's home. */
const maxFiles = 5000;
const maxBytes = 64 * 1024 * 1024;

/**
 * A digest of everything in a folder that a build could use: paths and contents of all files, but for names that begin
 * with a dot, node_modules, READMEs, `*.wasm` and folders with a CACHEDIR.TAG (cargo's target). Links are followed, to folders, too.
 * Hexadecimal. Throws E_BUILD for what is too large to be a gadget.
 */
export async function folderDigest(folder: string): Promise<string> {
  const files: string[] = [];
  await collect(folder, '', files, []);
  const whole = createHash('sha256');
  let bytes = 0;
  for (const name of files.toSorted()) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    // A dangling link, a socket or a pipe: nothing that a build reads.
    if (found === undefined || !found.isFile()) continue;
    bytes += found.size;
    if (bytes > maxBytes) throw tooLarge(folder, `more than ${maxBytes} bytes`);
    const content = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    whole.update(`${name}\0${content}\n`);
  }
  return whole.digest('hex');
}

/** `around`: the folders that this one is in, by their real paths; a link back to one of them leads to nothing new. */
async function collect(
  folder: string,
  below: string,
  files: string[],
  around: readonly string[],
): Promise<void> {
  if (around.length > 32) throw tooLarge(folder, 'folders within folders, more than 32 deep');
  const here = await realpath(path.join(folder, below));
  if (around.includes(here)) return;
  const entries = await readdir(here, { withFileTypes: true });
  // How tools such as cargo mark a folder of what can be made again.
  if (below !== '' && entries.some(({ name }) => name === 'CACHEDIR.TAG')) return;
  for (const entry of entries) {
    if (isLeftOut(entry.name)) continue;
    const name = path.posix.join(below, entry.name);
    const isFolder = entry.isSymbolicLink()
      ? await leadsToFolder(path.join(folder, name))
      : entry.isDirectory();
    if (isFolder) await collect(folder, name, files, [...around, here]);
    else files.push(name);
    if (files.length > maxFiles) throw tooLarge(folder, `more than ${maxFiles} files`);
  }
}

async function leadsToFolder(link: string): Promise<boolean> {
  return (await stat(link).catch(() => undefined))?.isDirectory() ?? false;
}

function isLeftOut(name: string): boolean {
  return (
    name.startsWith('.') || name === 'node_modules' || name.endsWith('.wasm') || /^readme(\.|$)/i.test(name)
  );
}

function tooLarge(folder: string, what: string): GadgetError {
  return new GadgetError('E_BUILD', `${folder} holds ${what}`, {
    hint: 'a gadget has a folder of its own, with gadget.yaml and its source; is this the right one?',
  });
}
