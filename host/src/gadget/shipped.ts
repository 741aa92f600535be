import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Where the gadgets are that come with this host: in a published package beside its code, in a checkout at its top. */
const places = ['../../gadgets', '../../../gadgets'].map((place) => path.join(import.meta.dirname, place));

/** The folder that holds one folder for each gadget shipped with this host; undefined when there is none. */
export function shippedFolder(): string | undefined {
  return places.find((place) => existsSync(place));
}

/** The names of the gadgets shipped with this host, sorted. */
export function shippedNames(folder: string | undefined = shippedFolder()): string[] {
  if (folder === undefined) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'gadget.yaml')))
    .map((entry) => entry.name)
    .toSorted();
}
