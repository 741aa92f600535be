import { existsSync } from 'node:fs';
import path from 'node:path';
import { GadgetError, isGadgetError } from '../errors.ts';
import type { FolderBuildOptions } from './build.ts';
import type { FoundGadget } from './find.ts';
import { languageOf, sourceHint } from './language.ts';

/** What the component of a folder is called. */
export const componentFile = 'gadget.wasm';

/**
 * The component of a gadget that was found: its bytes when it was built, the path of a file otherwise. A folder with
 * source is built if it has changed; one without, as published, holds `gadget.wasm`. What may not be built because it
 * belongs to another user still runs when it is there as `gadget.wasm`. Throws E_BUILD, E_BUILD_FOREIGN, E_BUILD_TOOL,
 * E_GADGET_NOT_FOUND.
 */
export async function componentOf(
  found: FoundGadget,
  options: FolderBuildOptions = {},
): Promise<Uint8Array | string> {
  if (found.kind === 'file') return found.file;
  const prebuilt = path.join(found.folder, componentFile);
  const hasPrebuilt = existsSync(prebuilt);
  if (languageOf(found.folder) !== undefined) {
    const { buildFolder } = await import('./build.ts');
    try {
      return await buildFolder(found.folder, {
        ...options,
        engine: options.engine ?? found.manifest.build.engine,
      });
    } catch (error) {
      const mayRun = hasPrebuilt && isGadgetError(error) && error.code === 'E_BUILD_FOREIGN';
      if (!mayRun) throw error;
      options.onWarning?.(`${error.message}: not built, using the gadget.wasm that is there`);
    }
  }
  if (hasPrebuilt) return prebuilt;
  throw new GadgetError('E_GADGET_NOT_FOUND', `${found.folder} holds neither source nor gadget.wasm`, {
    hint: `${sourceHint()}; a component goes beside gadget.yaml as gadget.wasm`,
  });
}
