import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** In a published package the gadgets lie beside `lib`, in a checkout at its top. */
const place = path.join(
  import.meta.dirname,
  import.meta.url.endsWith('.ts') ? '../../../gadgets' : '../../gadgets',
);

/** The folder that holds one folder for each gadget shipped with this host; undefined when there is none. */
export function shippedFolder(): string | undefined {
  return existsSync(place) ? place : undefined;
}

/** The names of the gadgets shipped with this host, sorted. */
export function shippedNames(folder: string | undefined = shippedFolder()): string[] {
  if (folder === undefined) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'gadget.yaml')))
    .map((entry) => entry.name)
    .toSorted();
}
