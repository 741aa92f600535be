import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { GadgetError, messageOf } from '../errors.ts';
import { folderDigest } from './folder-digest.ts';
import type { JsEngine } from './js-engine.ts';
import { type Sdk, sdkDigest } from './sdk.ts';

/** As far as the host uses it. The host does not depend on the package; it may not be there. */
export interface Builder {
  buildGadget(
    folder: string,
    options?: {
      engine?: JsEngine;
      onDiagnostic?: (diagnostic: { severity: string; text: string }) => void;
    },
  ): Promise<{ component: Uint8Array }>;
}

const builderPackage = '@gadget-api/guest';

/** What building needs and is missing. */
export function noBuilder(cause?: unknown): GadgetError {
  return new GadgetError(
    'E_BUILD_TOOL',
    `building needs the package ${builderPackage}, which is not installed`,
    {
      hint: `npm install -D ${builderPackage}, in the same place as this host`,
      cause,
    },
  );
}

/**
 * Loads the builder: of a checkout that the user names, else the installed one. It is looked for from this package alone: not
 * from the gadget's folder, which could bring a builder of its own that would then run with the rights of whoever runs
 * the gadget.
 */
export async function loadBuilder(api?: Sdk): Promise<Builder> {
  if (api !== undefined) return loadBuilderOf(api);
  const module = `${builderPackage}/build`;
  try {
    import.meta.resolve(module);
  } catch (error) {
    throw noBuilder(error);
  }
  return (await import(module)) as Builder;
}

async function loadBuilderOf(api: Sdk): Promise<Builder> {
  const module = path.join(api.js, 'src/build/index.ts');
  try {
    return (await import(pathToFileURL(module).href)) as Builder;
  } catch (cause) {
    throw new GadgetError('E_BUILD_TOOL', `the builder in ${api.js} can't be loaded: ${messageOf(cause)}`, {
      hint: `npm ci, in ${api.home}; its sources need Node 22.18 or newer, this is ${process.version}`,
      cause,
    });
  }
}

/**
 * What tells one builder from another: its version, and in a checkout also its sources. Undefined when there is none,
 * and then what was built before still counts.
 */
export async function builderVersion(api?: Sdk): Promise<string | undefined> {
  if (api !== undefined) return sdkDigest(api, 'js');
  let manifest: string;
  try {
    manifest = realpathSync(fileURLToPath(import.meta.resolve(`${builderPackage}/package.json`)));
  } catch {
    return undefined;
  }
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const folder = path.dirname(manifest);
  if (folder.split(path.sep).includes('node_modules')) return version;
  return `${version}+${await folderDigest(folder)}`;
}
