import path from 'node:path';
import { GadgetError, messageOf } from '../errors.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import { readYamlFile } from './yaml-file.ts';

/**
 * The gadget.yaml of a folder, which errors call `called`; what is wrong in one that was shipped is told without a path.
 * Throws E_MANIFEST, also when there is none.
 */
export async function readManifest(folder: string, called: string, shipped: boolean): Promise<Manifest> {
  const text = await readText(path.join(folder, 'gadget.yaml'));
  if (text === undefined) throw noManifest(called);
  return parseManifest(text, shipped ? 'gadget.yaml' : path.join(called, 'gadget.yaml'));
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readYamlFile(file);
  } catch (error) {
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
