import { resolve } from 'node:path';
import { sdkFolder } from './package-files.ts';

/** How the bundler starts the function that holds one module: with the module's path from the folder as its name. */
const wrapper = /(__(?:commonJS|esm)\d*\(\{)"((?:[^"\\]|\\[\\"])+)"\(/g;

const packages = /^(?:.*\/)?node_modules\//;

/**
 * The bundle with no word of where the folder, its packages and the SDK lie, so that it is the same for the same
 * sources. The names are what a stack shows: those of packages begin with the package.
 */
export function placelessNames(source: string, folder: string): string {
  return source.replace(wrapper, (whole, start: string, quoted: string) => {
    const path = JSON.parse(`"${quoted}"`) as string;
    const name = placelessName(path, folder);
    return name === path ? whole : `${start}${JSON.stringify(name)}(`;
  });
}

function placelessName(path: string, folder: string): string {
  const file = resolve(folder, path).replaceAll('\\', '/');
  const sdk = `${sdkFolder.replaceAll('\\', '/')}/`;
  if (file.startsWith(sdk)) return `@gadget-api/guest/${file.slice(sdk.length)}`;
  return path.replace(packages, '');
}
