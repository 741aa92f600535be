import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GadgetError } from '@gadget-api/host';

const here = fileURLToPath(import.meta.url);

/** The folder of this package. */
export const packageRoot: string = dirname(dirname(dirname(here)));

/** The folder of this package's modules: sources in the checkout, what was built of them in npm. */
export const sdkFolder: string = dirname(dirname(here));

/** A module of this package by its path under the sources, without extension: TypeScript in the checkout, JavaScript in npm. */
export function sdkModule(path: string): string {
  const extension = here.endsWith('.ts') ? '.ts' : '.js';
  return join(sdkFolder, `${path}${extension}`);
}

/** What the compiler reads the SDK's types from. */
export function sdkTypes(): string {
  return join(sdkFolder, here.endsWith('.ts') ? 'index.ts' : 'index.d.ts');
}

/**
 * The folder with the WIT of a version of `gadget:api`: the text that was frozen, else the newest. They come with the package, and
 * lie beside it in the checkout.
 */
export function witFolder(version: string): string {
  const places = [packageRoot, dirname(packageRoot)].flatMap((place) => [
    join(place, 'wit/frozen', version),
    join(place, 'wit/gadget-api'),
  ]);
  const found = places.find((place) => versionOf(place) === version);
  if (found === undefined)
    throw new GadgetError(
      'E_BUILD_TOOL',
      `the WIT files of gadget:api ${version} are missing from @gadget-api/guest`,
      {
        hint: 'Install the package again.',
      },
    );
  return found;
}

/** Of which version the WIT in a folder is; undefined when there is none. */
function versionOf(folder: string): string | undefined {
  const world = join(folder, 'world.wit');
  if (!existsSync(world)) return undefined;
  return /^package gadget:api@([^;\s]+);/m.exec(readFileSync(world, 'utf8'))?.[1];
}

/** The TypeScript compiler's start script. */
export function typescriptCompiler(): string {
  return join(dirname(createRequire(here).resolve('typescript/package.json')), 'bin', 'tsc');
}
