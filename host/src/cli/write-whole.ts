import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GadgetError, messageOf } from '../errors.ts';

/**
 * Writes a file beside its place and renames it: nobody sees half of it, and a link of this name is replaced, not followed.
 * `mode`: who may read it, as far as the umask allows. Default: everybody. Rejects with E_OUTPUT_WRITE.
 */
export async function writeWhole(file: string, content: string | Uint8Array, mode?: number): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx', mode });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new GadgetError('E_OUTPUT_WRITE', `${file} can't be written: ${messageOf(error)}`, {
      cause: error,
    });
  }
}
