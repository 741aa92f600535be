import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Code of the command that is loaded by its file: where it begins, and its threads. */
const entries = ['main.js', 'run-thread.js', 'declare-thread.js'];

/**
 * Puts the modules that the command loads together into few files, in place of those in `<lib>/cli`: Node takes about half
 * a millisecond to find and load a module, and a run needs 280. What is loaded later or never stays apart, and so do
 * packages. The other folders stay as the compiler made them, for those who embed the host and for its child processes.
 */
export async function bundleCommand(lib: string): Promise<void> {
  const cli = join(lib, 'cli');
  for (const entry of entries) {
    await build({
      entryPoints: [join(cli, entry)],
      outdir: cli,
      allowOverwrite: true,
      bundle: true,
      splitting: true,
      chunkNames: 'part-[name]-[hash]',
      format: 'esm',
      platform: 'node',
      target: 'node22.12',
      packages: 'external',
      logLevel: 'warning',
      plugins: [ownPlaces(cli)],
    });
  }
  for (const name of await readdir(cli)) {
    if (!entries.includes(name) && !name.startsWith('part-')) await rm(join(cli, name), { recursive: true });
  }
}

/**
 * Puts all modules of the thread of a gadget into its file, `<lib>/run/gadget-thread.js`: each thread loads them anew, and 100 files
 * take more time and memory than one.
 */
export async function bundleGadgetThread(lib: string): Promise<void> {
  const folder = join(lib, 'run');
  await build({
    entryPoints: [join(folder, 'gadget-thread.js')],
    outdir: folder,
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    packages: 'external',
    logLevel: 'warning',
    plugins: [ownPlaces(folder)],
  });
}

/** Modules find files by where they lie: in a file of `folder` each still names the place where it lay itself. */
function ownPlaces(folder: string): Plugin {
  const from = (path: string): string => relative(folder, path).split(sep).join('/');
  return {
    name: 'own places',
    setup({ onLoad }) {
      onLoad({ filter: /\.js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const [url, own] = [`./${from(path)}`, `/${from(dirname(path))}`].map((part) => JSON.stringify(part));
        const contents = text
          .replaceAll('import.meta.url', `new URL(${url}, import.meta.url).href`)
          .replaceAll('import.meta.dirname', `(import.meta.dirname + ${own})`);
        return { contents };
      });
    },
  };
}
