import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inspectComponent } from '../component/inspect.ts';
import { GadgetError } from '../errors.ts';
import { previewHost } from '../versions/api-offer.ts';
import { negotiate } from '../versions/negotiate.ts';
import { componentFile } from './component.ts';
import { sourceHint } from './language.ts';

/**
 * The component in a folder without source, checked: it is one, and a gadget for this host. Throws E_BUILD when there is none,
 * and what inspecting and negotiating throw.
 */
export async function readPrebuilt(folder: string): Promise<Uint8Array> {
  const component = await readFile(path.join(folder, componentFile)).catch((cause: unknown) => {
    throw new GadgetError('E_BUILD', `${folder} holds neither source to build nor ${componentFile}`, {
      hint: sourceHint(),
      cause,
    });
  });
  const { imports, exports } = inspectComponent(component);
  // Whether the preview is used is decided where it is run.
  negotiate(imports, exports, previewHost);
  return component;
}
