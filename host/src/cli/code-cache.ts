import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { cacheFolder, prepareFolder } from '../component/cache-folder.ts';

/**
 * Lets Node keep this program's own compiled code, for this thread and those it starts: compiling it is half of the time
 * that a short command takes. What is kept will be executed, so only in a folder that nobody else can write.
 */
export function keepCompiledCode(): void {
  const { folder } = prepareFolder(path.join(path.dirname(cacheFolder()), 'code'));
  if (folder === undefined) return;
  enableCompileCache(folder);
  // Threads and the builder's process read it from here.
  process.env['NODE_COMPILE_CACHE'] = folder;
}
