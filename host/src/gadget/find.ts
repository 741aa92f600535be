import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { GadgetError, messageOf } from '../errors.ts';
import { didYouMean } from '../suggest.ts';
import type { Manifest } from './manifest.ts';
import { shippedFolder, shippedNames } from './shipped.ts';

/** A gadget that was found, not yet built or read. */
export type FoundGadget = FoundFile | FoundFolder;

/** A component without a manifest. */
export interface FoundFile {
  kind: 'file';
  /** The file's name without `.wasm`. */
  name: string;
  file: string;
}

/** A folder with gadget.yaml. */
export interface FoundFolder {
  kind: 'folder';
  /** As gadget.yaml says. */
  name: string;
  folder: string;
  manifest: Manifest;
  /** Whether it came with this host. */
  shipped: boolean;
}

/**
 * Finds what an argument of the command names: a path (it holds `/`, ends in `.wasm`, or is `.` or `..`) of a component
 * or of a gadget's folder, else the bare name of a gadget shipped with this host. A bare name never means something in
 * the current folder, so nobody runs what happened to lie there. Throws E_GADGET_NOT_FOUND, E_MANIFEST.
 */
export async function findGadget(
  argument: string,
  shipped: string | undefined = shippedFolder(),
): Promise<FoundGadget> {
  if (!isPath(argument)) return findShipped(argument, shipped);
  const found = await stat(argument).catch((error: unknown) => {
    throw new GadgetError('E_GADGET_NOT_FOUND', `there is nothing at ${argument}`, {
      cause: error,
      hint: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is the path right?' : messageOf(error),
    });
  });
  if (found.isDirectory()) return readFolder(path.resolve(argument), argument, false);
  if (!found.isFile()) {
    throw new GadgetError('E_NOT_A_COMPONENT', `${argument} is neither a file nor a folder`);
  }
  return { kind: 'file', name: path.basename(argument).replace(/\.wasm$/, ''), file: path.resolve(argument) };
}

/** Whether an argument is a path, not a name. */
export function isPath(argument: string): boolean {
  return argument === '.' || argument === '..' || argument.endsWith('.wasm') || /[/\\]/.test(argument);
}

async function findShipped(name: string, shipped: string | undefined): Promise<FoundGadget> {
  const names = shippedNames(shipped);
  if (shipped !== undefined && names.includes(name)) {
    return readFolder(path.join(shipped, name), name, true);
  }
  const guess = didYouMean(name, names);
  const all = names.length === 0 ? 'none is shipped with this host' : `names are ${names.join(', ')}`;
  const hint =
    existsSync(name) && name !== ''
      ? `to run what is in this folder, write ./${name}`
      : `${guess ?? ''} ${all}`;
  throw new GadgetError('E_GADGET_NOT_FOUND', `there is no gadget called ${name === '' ? '""' : name}`, {
    hint: hint.trim(),
    details: { name, known: names },
  });
}

async function readFolder(folder: string, called: string, shipped: boolean): Promise<FoundFolder> {
  // Loading what reads gadget.yaml takes 30 ms, which a component that was named does not need.
  const { readManifest } = await import('./manifest-file.ts');
  const manifest = await readManifest(folder, called, shipped);
  return { kind: 'folder', name: manifest.name, folder, manifest, shipped };
}
