import { realpath, readFile } from 'node:fs/promises';
import path from 'node:path';
import { folderDigest } from '../folder-digest.ts';

/** More than any gadget has. */
const maxCrates = 64;

/**
 * A digest of the crates beside a gadget's that it is built from: those that Cargo.toml names by `path`, and theirs. Crates
 * within the folder count, too, and cost only time. Empty when there is none.
 */
export async function pathDependencyDigest(folder: string): Promise<string> {
  const found = new Set<string>();
  await collect(await realpath(folder), found);
  const digests = [];
  for (const crate of [...found].toSorted()) digests.push(await folderDigest(crate));
  return digests.join('+');
}

async function collect(folder: string, found: Set<string>): Promise<void> {
  const manifest = await readFile(path.join(folder, 'Cargo.toml'), 'utf8');
  // A file such as `path = "src/lib.rs"` is no folder with a Cargo.toml.
  for (const [, named] of manifest.matchAll(/\bpath\s*=\s*["']([^"'\n]+)["']/g)) {
    const crate = await realpath(path.resolve(folder, named!)).catch(() => undefined);
    if (crate === undefined || crate === folder || found.has(crate) || found.size >= maxCrates) continue;
    const isCrate = await collectFrom(crate, found);
    if (!isCrate) found.delete(crate);
  }
}

async function collectFrom(crate: string, found: Set<string>): Promise<boolean> {
  found.add(crate);
  return collect(crate, found).then(
    () => true,
    () => false,
  );
}
