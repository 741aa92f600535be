import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transpile } from '@bytecodealliance/jco-transpile';
import { webAssembly } from '../../../host/src/component/webassembly.ts';

/** What `jco transpile --instantiation` writes. */
interface Emitted {
  instantiate(
    getCoreModule: (name: string) => Promise<object>,
    imports: Readonly<Record<string, object>>,
  ): Promise<Readonly<Record<string, unknown>>>;
}

/**
 * An instance of a component, by the code that jco makes of it, as it makes it when told nothing else. The code is kept in a
 * folder beside the component. Gives the exports by name of their interface.
 */
export async function instantiateByJco(
  component: string,
  imports: Readonly<Record<string, object>>,
): Promise<Readonly<Record<string, unknown>>> {
  const folder = await transpiled(component);
  const { instantiate } = (await import(pathToFileURL(join(folder, 'component.js')).href)) as Emitted;
  return instantiate(async (name) => webAssembly.compile(await readFile(join(folder, name))), imports);
}

async function transpiled(component: string): Promise<string> {
  const digest = createHash('sha256')
    .update(await readFile(component))
    .digest('hex');
  const folder = `${component}.jco-${digest.slice(0, 16)}`;
  if (existsSync(folder)) return folder;
  const { files } = await transpile(component, {
    name: 'component',
    instantiation: 'async',
    emitTypescriptDeclarations: false,
  });
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished);
  for (const [name, content] of Object.entries(files)) await writeFile(join(unfinished, name), content);
  await writeFile(join(unfinished, 'package.json'), '{ "type": "module" }');
  await rename(unfinished, folder);
  return folder;
}
