import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { bundleCommand, bundleGadgetThread } from './bundle.ts';

async function lib(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'gadget-bundle-')));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return folder;
}

it('leaves of the command what is loaded by its file, and modules know where they lay', async () => {
  const folder = await lib({
    'package.json': '{"type":"module"}',
    'cli/main.js':
      "export { place } from '../gadget/place.js'; export const late = () => import('./late.js');",
    'cli/late.js':
      "export { place } from '../gadget/place.js'; import 'node:fs'; export const own = import.meta.url;",
    'cli/run-thread.js': "export { place } from '../gadget/place.js';",
    'cli/declare-thread.js': 'export {};',
    'cli/old.js': 'export {};',
    'gadget/place.js': 'export const place = [import.meta.url, import.meta.dirname + "/.."];',
  });
  await bundleCommand(folder);
  const left = await readdir(join(folder, 'cli'));
  expect(left.filter((name) => !name.startsWith('part-')).toSorted()).toEqual([
    'declare-thread.js',
    'main.js',
    'run-thread.js',
  ]);
  expect(await readdir(join(folder, 'gadget'))).toEqual(['place.js']);
  const url = (name: string): string => pathToFileURL(join(folder, name)).href;
  const load = (name: string): Promise<Record<string, unknown>> => import(url(name));
  const main = await load('cli/main.js');
  for (const { place } of [main, await load('cli/run-thread.js')]) {
    const [file, above] = place as [string, string];
    expect([file, join(above)]).toEqual([url('gadget/place.js'), folder]);
  }
  const late = await (main['late'] as () => Promise<Record<string, unknown>>)();
  expect(late['own']).toBe(url('cli/late.js'));
  expect(late['place'], 'one module, however it is reached').toBe(main['place']);
});

it('puts the thread of a gadget into one file, with all that it is made of', async () => {
  const folder = await lib({
    'package.json': '{"type":"module"}',
    'run/gadget-thread.js': "export { name, place } from '../api/name.js';",
    'api/name.js': "export const name = 'api'; export const place = import.meta.url;",
  });
  await bundleGadgetThread(folder);
  const place = pathToFileURL(join(folder, 'api/name.js')).href;
  await rm(join(folder, 'api'), { recursive: true });
  const thread = (await import(pathToFileURL(join(folder, 'run/gadget-thread.js')).href)) as object;
  expect({ ...thread }).toEqual({ name: 'api', place });
});
