import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApiVersion } from './api-version.ts';
import { witFolder } from './package-files.ts';

/** The name of the world that a gadget is built against. */
export const worldName = 'built';

/** Interfaces that come along with others, as their functions speak of their resources. */
const companions: Readonly<Record<string, readonly string[]>> = {
  datasource: ['field', 'packet'],
  field: ['packet'],
  handler: ['packet'],
  lists: ['datasource', 'field', 'packet'],
};

/** The interfaces a component imports that calls and exports these. */
export function importsOf(called: readonly string[], exported: readonly string[]): string[] {
  const all = [...called, ...[...called, ...exported].flatMap((name) => companions[name] ?? [])];
  return [...new Set(all)].toSorted();
}

/**
 * Writes the WIT of a version of `gadget:api` with a world that has these imports and exports and nothing else; answers its
 * folder.
 */
export async function writeWorld(
  scratch: string,
  imports: readonly string[],
  exports: readonly string[],
  api: ApiVersion,
): Promise<string> {
  const folder = join(scratch, 'wit');
  await mkdir(folder);
  const from = witFolder(api);
  const files = (await readdir(from)).filter((name) => name.endsWith('.wit'));
  await Promise.all(files.map((name) => copyFile(join(from, name), join(folder, name))));
  const items = [...imports.map((name) => `import ${name};`), ...exports.map((name) => `export ${name};`)];
  await writeFile(join(folder, `${worldName}.wit`), `world ${worldName} { ${items.join(' ')} }\n`);
  return folder;
}
