import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '../errors.ts';
import { decodeEntry, encodeEntry } from './cache-entry.ts';
import type { CacheContent } from './cache-entry.ts';
import { cacheFolder, prepareFolder } from './cache-folder.ts';

/** Entries and bytes that are kept; the least recently used go first. */
const maxEntries = 64;
const maxBytes = 512 * 1024 * 1024;
/** A temporary file this old was left by a process that died. Milliseconds. */
const staleAfterMs = 60 * 60 * 1000;

/** Transpiled components on disk. Losing it costs time, nothing else: it never throws. */
export interface TranspileCache {
  readonly folder: string;
  /** What was stored under this key; undefined when there is nothing, or it is damaged. */
  load(key: string): Promise<CacheContent | undefined>;
  /** Keeps it, in place of what was there. */
  store(key: string, content: CacheContent): Promise<void>;
}

/**
 * Opens the cache. What is in it will be executed, so its folder and all folders above must belong to this user or
 * root and must not be writable by anyone else; if they are not, there is no cache and one warning.
 *
 * Default folder: `$XDG_CACHE_HOME/gadget/components`, `~/.cache/gadget/components` without it; for root always
 * root's own home if sudo was used. Created with mode 0700.
 */
export async function openCache(
  asked?: string | false,
  onWarning?: (message: string) => void,
): Promise<TranspileCache | undefined> {
  if (asked === false) return undefined;
  const wanted = asked ?? cacheFolder();
  const opened = prepareFolder(wanted);
  if (opened.problem !== undefined) {
    warnOnce(`transpiled components are not kept: ${opened.problem}`, onWarning);
    return undefined;
  }
  const folder = opened.folder;
  return {
    folder,
    load: (key) => load(folder, key),
    store: async (key, content) => {
      try {
        await store(folder, key, content);
        await prune(folder);
      } catch (error) {
        warnOnce(`transpiled components are not kept: ${messageOf(error)}`, onWarning);
      }
    },
  };
}

const warned = new WeakMap<object, Set<string>>();

/** A run with ten gadgets says it once. */
function warnOnce(message: string, onWarning: ((message: string) => void) | undefined): void {
  if (onWarning === undefined) return;
  const said = warned.get(onWarning) ?? new Set();
  warned.set(onWarning, said);
  if (!said.has(message)) onWarning(message);
  said.add(message);
}

function fileOf(folder: string, key: string): string {
  return path.join(folder, `${key}.component`);
}

async function load(folder: string, key: string): Promise<CacheContent | undefined> {
  try {
    await using file = await open(fileOf(folder, key), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    const content = decodeEntry(key, await file.readFile());
    const now = new Date();
    // The time of last use, which pruning goes by.
    if (content !== undefined) await file.utimes(now, now).catch(() => {});
    return content;
  } catch {
    return undefined;
  }
}

async function store(folder: string, key: string, content: CacheContent): Promise<void> {
  const temporary = path.join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, encodeEntry(key, content), { mode: 0o600, flag: 'wx' });
    await rename(temporary, fileOf(folder, key));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Removes what is over the bounds, oldest use first, and what dead processes left. */
async function prune(folder: string): Promise<void> {
  const entries: { file: string; size: number; used: number }[] = [];
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found === undefined || !found.isFile()) continue;
    if (name.endsWith('.component')) entries.push({ file, size: found.size, used: found.mtimeMs });
    else if (name.endsWith('.tmp') && Date.now() - found.mtimeMs > staleAfterMs)
      await rm(file, { force: true });
  }
  entries.sort((a, b) => b.used - a.used);
  let bytes = 0;
  for (const [index, entry] of entries.entries()) {
    bytes += entry.size;
    if (index >= maxEntries || (bytes > maxBytes && index > 0)) await rm(entry.file, { force: true });
  }
}
