import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { GadgetError, isGadgetError, messageOf } from '../errors.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import { maxManifestBytes } from './manifest-yaml.ts';

/**
 * The gadget.yaml of a folder, which errors call `called`; what is wrong in one that was shipped is told without a path.
 * Throws E_MANIFEST, also when there is none.
 */
export async function readManifest(folder: string, called: string, shipped: boolean): Promise<Manifest> {
  const text = await readText(path.join(folder, 'gadget.yaml'), called);
  return parseManifest(text, shipped ? 'gadget.yaml' : path.join(called, 'gadget.yaml'));
}

/** Never more than it may have, and no pipe is opened. */
async function readText(file: string, called: string): Promise<string> {
  try {
    await using handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = await handle.stat();
    if (!found.isFile()) throw noManifest(called);
    const buffer = Buffer.alloc(Math.min(found.size, maxManifestBytes) + 1);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } catch (error) {
    if (isGadgetError(error)) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw noManifest(called);
    throw new GadgetError('E_MANIFEST', `${file} can't be read: ${messageOf(error)}`, {
      cause: error,
      blame: 'system',
    });
  }
}

function noManifest(folder: string): GadgetError {
  return new GadgetError('E_MANIFEST', `${folder} holds no gadget.yaml`, {
    hint: 'a gadget folder holds gadget.yaml with at least name, version and description, beside its source',
  });
}
