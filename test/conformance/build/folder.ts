import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const root: string = join(import.meta.dirname, '../../..');
export const suite: string = join(import.meta.dirname, '..');

/** A folder for a gadget that is put together from the suite's files. Beside what npm installed: nothing of it is kept. */
export function madeFolder(name: string): string {
  const folder = join(root, 'node_modules/.cache/gadget-conformance', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Writes a file, with the folders above it. One that has this content already is left alone. */
export function write(folder: string, name: string, content: string): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  try {
    if (readFileSync(file, 'utf8') === content) return;
  } catch {
    // There is none.
  }
  writeFileSync(file, content);
}

/** Replaces a folder by a copy of another. */
export function replace(folder: string, name: string, from: string): void {
  rmSync(join(folder, name), { recursive: true, force: true });
  cpSync(from, join(folder, name), { recursive: true });
}

/** A digest of files, for what is compiled from outside of its folder. */
export function digestOf(files: readonly string[]): string {
  const digest = createHash('sha256');
  for (const file of files.toSorted()) digest.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return digest.digest('hex');
}

/** The manifest that all components of the suite have. */
export const manifest: string = `name: conformance
version: 0.1.0
description: Every behaviour of the suite, one at a time
params:
  case:
    type: text
    description: Which
`;
