import { readFile } from 'node:fs/promises';
import { extname, isAbsolute } from 'node:path';
import { type Loader, type Plugin, transform } from 'esbuild';
import { type Diagnostic, fromFolder } from './diagnostic.ts';
import type { Engine } from './engine.ts';
import { lacks, missingGlobals } from './missing-globals.ts';
import { sdkFolder } from './package-files.ts';

/** Before the names of the modules that stand for globals which gadgets lack. */
export const missingPrefix = 'gadget-missing:';

const names = Object.keys(missingGlobals);

/** A module for each global that an engine lacks, to be injected: used by the gadget, it is in the output, and we know. */
export function missingInjects(engine: Engine): readonly string[] {
  return names.filter((name) => lacks(engine, name)).map((name) => missingPrefix + name);
}

/** Makes these modules. */
export function missingPlugin(): Plugin {
  return {
    name: 'gadget-missing',
    setup(build) {
      build.onResolve({ filter: /^gadget-missing:/ }, ({ path }) => ({
        path: path.slice(missingPrefix.length),
        namespace: 'gadget-missing',
        sideEffects: false,
      }));
      build.onLoad({ filter: /.*/, namespace: 'gadget-missing' }, ({ path }) => ({
        contents: `export let ${path};`,
        loader: 'js',
      }));
    },
  };
}

const loaders: Readonly<Record<string, Loader>> = {
  '.ts': 'ts',
  '.mts': 'ts',
  '.cts': 'ts',
  '.tsx': 'tsx',
  '.jsx': 'jsx',
};
const marker = 'gadgetMissing$';

/**
 * Where the files in use name globals that gadgets lack: an error in the gadget's own files, a warning in packages, which
 * often ask first.
 */
export async function findMissing(folder: string, used: ReadonlySet<string>): Promise<Diagnostic[]> {
  const suspects = names.filter((name) => used.has(missingPrefix + name));
  if (suspects.length === 0) return [];
  const found: Diagnostic[] = [];
  for (const file of used) {
    if (!isAbsolute(file) || file.startsWith(sdkFolder) || !/\.[cm]?[jt]sx?$/.test(file)) continue;
    found.push(...(await findIn(folder, file, suspects)));
  }
  return found;
}

async function findIn(folder: string, file: string, suspects: readonly string[]): Promise<Diagnostic[]> {
  const source = await readFile(file, 'utf8').catch(() => '');
  // Only what is neither declared in the file nor in a text or comment is replaced.
  const { code } = await transform(source, {
    loader: loaders[extname(file)] ?? 'js',
    define: Object.fromEntries(suspects.map((name) => [name, marker + name])),
    logLevel: 'silent',
  });
  const path = fromFolder(folder, file);
  const lines = source.split('\n');
  return suspects
    .filter((name) => code.includes(marker + name))
    .map((name) => {
      const line = lines.findIndex((text) =>
        new RegExp(`(?<![.\\w$'"])${name}\\b`).test(text.replace(/\/\/.*/, '')),
      );
      return {
        severity: path.includes('node_modules') ? 'warning' : 'error',
        text: `gadgets have no ${name}. ${missingGlobals[name]}`,
        file: path,
        ...(line >= 0 && { line: line + 1, column: (lines[line] as string).indexOf(name) + 1 }),
      };
    });
}
