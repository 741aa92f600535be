import { cp } from 'node:fs/promises';
import { basename } from 'node:path';

/** What building and testing a template in its place leaves behind. */
const leftOut = /^(?:target|node_modules|\.gadget|.*\.wasm)$/;

/** Copies what `gadget new` starts from. */
export async function shipTemplates(from: string, out: string): Promise<void> {
  await cp(from, out, { recursive: true, filter: (path) => !leftOut.test(basename(path)) });
}
