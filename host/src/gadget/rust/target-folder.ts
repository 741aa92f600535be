import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, realpath, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheFolder, prepareFolder } from '../../component/cache-folder.ts';

/** Compiled crates that no build has used for so long are thrown away. Milliseconds: 30 days. */
const keptMs = 30 * 24 * 3600 * 1000;

/** Where cargo puts what it compiles. */
export interface TargetFolder extends AsyncDisposable {
  path: string;
}

/**
 * A folder for what cargo compiles of a gadget: one for each gadget, as cargo takes two crates of one name for the same. It
 * lies in the user's cache, so a second build takes a second; where that is not safe, it is a new one that goes afterwards.
 */
export async function targetFolder(gadget: string, onWarning: (text: string) => void): Promise<TargetFolder> {
  const { folder, problem } = await prepareFolder(path.join(path.dirname(cacheFolder()), 'rust'));
  if (folder === undefined) {
    onWarning(`what is compiled is not kept: ${problem}`);
    const scratch = await mkdtemp(path.join(tmpdir(), 'gadget-rust-'));
    return { path: scratch, [Symbol.asyncDispose]: () => rm(scratch, { recursive: true, force: true }) };
  }
  const name = createHash('sha256')
    .update(await realpath(gadget))
    .digest('hex')
    .slice(0, 24);
  const kept = path.join(folder, name);
  await mkdir(kept, { recursive: true, mode: 0o700 });
  const now = new Date();
  await utimes(kept, now, now);
  await forgetOld(folder, now.getTime());
  return { path: kept, [Symbol.asyncDispose]: async () => {} };
}

async function forgetOld(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found !== undefined && now - found.mtimeMs > keptMs)
      await rm(file, { recursive: true, force: true }).catch(() => {});
  }
}
