import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Names of files in a folder, not in those below it, that differ from the wanted ones, are missing, or should not be there. In order. */
export function stale(folder: string, wanted: ReadonlyMap<string, string>): string[] {
  const present = new Map(names(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const all = new Set([...wanted.keys(), ...present.keys()]);
  return [...all].filter((name) => wanted.get(name) !== present.get(name)).toSorted();
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Makes a folder hold these files and no others, and says which it wrote. With `--check` among the arguments it writes
 * none, names those that differ, and lets this process fail if there are any.
 */
export function settle(folder: string, wanted: ReadonlyMap<string, string>): void {
  const different = stale(folder, wanted);
  const shown = (name: string): string => relative(process.cwd(), join(folder, name));
  if (process.argv.includes('--check')) {
    for (const name of different) console.error(`${shown(name)} is stale: run npm run gen`);
    process.exitCode = different.length > 0 ? 1 : 0;
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const name of different) {
    const text = wanted.get(name);
    if (text === undefined) rmSync(join(folder, name));
    else writeFileSync(join(folder, name), text);
    console.log(shown(name));
  }
}
