import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheFolder, prepareFolder } from '../../component/cache-folder.ts';
import type { Crate } from './crate.ts';
import { holdName } from './hold-name.ts';

/** Where cargo puts what it compiles, and this process has for itself until disposed of. */
export interface TargetFolder extends AsyncDisposable {
  path: string;
  /** Links to the crates beside the gadget's: the same paths, wherever these lie, so that they become the same bytes. */
  overrides: readonly string[];
}

/**
 * A folder for what cargo compiles. All gadgets of a user share one in the user's cache: what they depend on, which is
 * nearly all there is to compile, is compiled once. One build at a time uses it; others wait. Where that is not safe, or
 * nobody can wait, it is a new folder that goes afterwards.
 */
export async function targetFolder(crate: Crate, onWarning: (text: string) => void): Promise<TargetFolder> {
  const { folder, problem } = prepareFolder(path.join(path.dirname(cacheFolder()), 'rust'));
  const lock = folder === undefined ? undefined : await holdName(folder);
  if (folder === undefined || lock === undefined) {
    onWarning(`what is compiled is not kept: ${problem ?? 'another build holds its place'}`);
    const scratch = await realpath(await mkdtemp(path.join(tmpdir(), 'gadget-rust-')));
    const dispose = (): Promise<void> => rm(scratch, { recursive: true, force: true });
    return { path: scratch, overrides: await link(scratch, crate), [Symbol.asyncDispose]: dispose };
  }
  try {
    await forgetNamesakes(folder, crate);
    const overrides = await link(folder, crate);
    return { path: folder, overrides, [Symbol.asyncDispose]: () => lock[Symbol.asyncDispose]() };
  } catch (error) {
    await lock[Symbol.asyncDispose]();
    throw error;
  }
}

async function link(folder: string, { local }: Crate): Promise<string[]> {
  const place = path.join(folder, 'local');
  await rm(place, { recursive: true, force: true });
  await mkdir(place);
  const links = new Map(local.filter(({ movable }) => movable).map((crate) => [crate.name, crate.folder]));
  const made = [];
  for (const [name, target] of links) {
    made.push(path.join(place, name));
    await symlink(target, path.join(place, name), 'junction');
  }
  return made;
}

/**
 * Makes cargo compile local crates again if those of the same names were compiled from other folders the last time: it
 * would take one for the other.
 */
async function forgetNamesakes(folder: string, { local }: Crate): Promise<void> {
  const owners = path.join(folder, 'owners');
  await mkdir(owners, { recursive: true });
  for (const { name, folder: from } of local) {
    const note = path.join(owners, name);
    if ((await readFile(note, 'utf8').catch(() => '')) === from) continue;
    for (const place of await fingerprintFolders(folder)) {
      const names = await readdir(place).catch(() => []);
      const stale = names.filter((each) => each.startsWith(`${name}-`));
      for (const each of stale) await rm(path.join(place, each), { recursive: true, force: true });
    }
    await writeFile(note, from);
  }
}

/** Those of the machine, for build scripts and macros, and those of each target. */
async function fingerprintFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const places = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return ['.', ...places].map((place) => path.join(folder, place, 'release/.fingerprint'));
}
