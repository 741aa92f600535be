/** For tests only: components around core modules in text form. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { componentEmbed, componentNew, parse } from '@bytecodealliance/jco-transpile/wasm-tools';
import { gadgetApiWit } from '../../../test/support/components.ts';
import { ownName } from '../versions/own-name.fixture.ts';

/** A component of world `gadget`, with more imports if `extra` (items of a world, and interfaces) has any. */
export async function watComponent(
  text: string,
  extra: { world?: string; interfaces?: string; encoding?: 'utf8' | 'utf16' } = {},
): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gadget-test-'));
  try {
    await cp(gadgetApiWit, path.join(folder, 'deps/gadget-api'), { recursive: true });
    const world = `package test:guest@1.0.0;
      ${extra.interfaces ?? ''}
      world guest { include ${ownName('gadget')}; ${extra.world ?? ''} }`;
    await writeFile(path.join(folder, 'guest.wit'), world);
    const embedded = await componentEmbed({
      binary: await parse(text),
      witPath: folder,
      world: 'guest',
      stringEncoding: extra.encoding ?? 'utf8',
    });
    return await componentNew(embedded, []);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
