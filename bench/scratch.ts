import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { prepareFolder } from '../host/src/component/cache-folder.ts';

/** A folder for what workloads make; gone at the end. Nobody else can write to it: else nothing would be cached in it. */
export interface Scratch {
  readonly folder: string;
  /** A path in the folder that is not there yet. */
  path(name: string): string;
  remove(): void;
}

const inCheckout = join(import.meta.dirname, '../node_modules/.cache');
const inHome = join(homedir(), '.cache');

/** Makes one in the checkout, or below the user's home when others can write to the checkout. */
export function makeScratch(): Promise<Scratch> {
  return makeIn([inCheckout, inHome]);
}

/** Makes one below the user's home, for code: Node takes no types out of what is below a `node_modules`. */
export function makeCodeScratch(): Promise<Scratch> {
  return makeIn([inHome]);
}

async function makeIn(bases: readonly string[]): Promise<Scratch> {
  const problems: string[] = [];
  for (const base of bases) {
    await mkdir(base, { recursive: true });
    const folder = await mkdtemp(join(base, 'gadget-bench-'));
    const { problem } = prepareFolder(folder);
    if (problem === undefined) {
      return {
        folder,
        path: (name) => join(folder, `${randomBytes(4).toString('hex')}-${name}`),
        remove: () => rmSync(folder, { recursive: true, force: true }),
      };
    }
    problems.push(problem);
    await rm(folder, { recursive: true });
  }
  throw new Error(`no folder that is the user's alone, so nothing would be cached: ${problems.join('; ')}`);
}
