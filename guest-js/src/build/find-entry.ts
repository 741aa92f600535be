import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { GadgetError } from '@gadget-api/host';

const candidates = ['gadget.ts', 'gadget.js', 'src/gadget.ts', 'src/gadget.js'];

/** The module of a gadget's folder that is the gadget, relative to the folder; undefined when it is not JavaScript. */
export function findEntry(folder: string): string | undefined {
  return candidates.find((candidate) => existsSync(join(folder, candidate)));
}

/** The same; fails with `E_BUILD` when there is none. */
export function requireEntry(folder: string): string {
  const entry = findEntry(folder);
  if (entry !== undefined) return entry;
  throw new GadgetError('E_BUILD', `${folder} holds no gadget in TypeScript or JavaScript`, {
    hint: `Its module is the first there is of ${candidates.join(', ')}.`,
  });
}
