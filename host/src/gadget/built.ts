import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What a kept build was made from. */
export interface BuildKey {
  /** The digest of the folder. */
  sources: string;
  /** The builder; undefined when none is installed, and then any build of these sources will do. */
  builder: string | undefined;
}

interface Note {
  sources: string;
  builder: string;
  /** Of the component, to tell a file that was cut short. */
  component: string;
}

const maxComponentBytes = 256 * 1024 * 1024;

/** The component that was built from these sources and kept in the folder's `.gadget/`; undefined when there is none. */
export async function loadBuilt(folder: string, key: BuildKey): Promise<Uint8Array | undefined> {
  try {
    const note = JSON.parse((await read(folder, 'build.json', 4096)).toString('utf8')) as Note;
    if (note.sources !== key.sources || (key.builder !== undefined && note.builder !== key.builder))
      return undefined;
    const component = await read(folder, 'gadget.wasm', maxComponentBytes);
    return digest(component) === note.component ? component : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a build in the folder's `.gadget/`. Losing it costs time, nothing else: a folder that can't be written is fine. */
export async function storeBuilt(folder: string, key: BuildKey, component: Uint8Array): Promise<void> {
  if (key.builder === undefined) return;
  const note: Note = { sources: key.sources, builder: key.builder, component: digest(component) };
  try {
    const kept = path.join(folder, '.gadget');
    await mkdir(kept).catch(() => {});
    const found = await lstat(kept);
    // A link, or a folder of another user, could lead what is written elsewhere.
    if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== process.getuid())) return;
    await write(kept, 'gadget.wasm', component);
    await write(kept, 'build.json', JSON.stringify(note));
  } catch {
    // Built again the next time.
  }
}

async function read(folder: string, name: string, maxBytes: number): Promise<Buffer> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  await using file = await open(path.join(folder, '.gadget', name), flags);
  const found = await file.stat();
  if (!found.isFile() || found.size > maxBytes) throw new Error(`${name} is not what was kept`);
  return await file.readFile();
}

async function write(folder: string, name: string, content: Uint8Array | string): Promise<void> {
  const temporary = path.join(folder, `${randomBytes(8).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    await rename(temporary, path.join(folder, name));
  } finally {
    await rm(temporary, { force: true });
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
