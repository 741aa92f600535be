import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { maxYamlBytes } from './yaml-text.ts';

/**
 * The text of a file, or of its beginning when it has more bytes than {@link maxYamlBytes}; undefined when there is none, or it
 * is no file. No pipe is opened. Throws the system's error for what can't be read.
 */
export async function readYamlFile(file: string): Promise<string | undefined> {
  try {
    await using handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = await handle.stat();
    if (!found.isFile()) return undefined;
    const buffer = Buffer.alloc(Math.min(found.size, maxYamlBytes) + 1);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
