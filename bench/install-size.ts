import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What an installation takes on disk. */
export interface InstallSize {
  /** Sum of the lengths of all files. */
  bytes: number;
  files: number;
  /** Names of the packages, those inside of others included, sorted and without repetition. */
  packages: string[];
}

/** Measures a `node_modules` folder, or any other. Links are not followed. */
export async function measureInstall(folder: string): Promise<InstallSize> {
  let bytes = 0;
  let files = 0;
  const packages = new Set<string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) {
      bytes += (await lstat(path)).size;
      files++;
    }
    const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/@.][^/]*)\/package\.json$/.exec(path)?.[1];
    if (name !== undefined) packages.add(name);
  }
  return { bytes, files, packages: [...packages].toSorted() };
}
