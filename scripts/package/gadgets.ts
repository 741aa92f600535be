import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildGadget } from '@gadget-api/guest/build';

/** Builds every gadget of a folder into another: its gadget.yaml and README, and the component as gadget.wasm. */
export async function shipGadgets(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    if (!entry.isDirectory() || !existsSync(join(source, 'gadget.yaml'))) continue;
    const out = join(to, entry.name);
    await mkdir(out, { recursive: true });
    await copyFile(join(source, 'gadget.yaml'), join(out, 'gadget.yaml'));
    await copyFile(join(source, 'README.md'), join(out, 'README.md'));
    await buildGadget(source, { outFile: join(out, 'gadget.wasm') });
  }
}
