import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, parse, relative, resolve } from 'node:path';
import { type Diagnostic, fromFolder } from './diagnostic.ts';
import type { Engine } from './engine.ts';
import { packageRoot, sdkFolder, sdkTypes, typescriptCompiler } from './package-files.ts';

/** What says which globals a gadget has in an engine. */
const ambient: Readonly<Record<Engine, readonly string[]>> = {
  quickjs: ['globals.d.ts'],
  starlingmonkey: ['globals.d.ts', 'starlingmonkey.d.ts'],
};

/**
 * Type-checks a gadget and answers what the compiler says; nothing when all is well. With a tsconfig.json in the
 * folder, its settings count; without, strict ones of ours that know what a gadget has.
 */
export async function typeCheck(
  folder: string,
  entry: string,
  engine: Engine,
  scratch: string,
  signal: AbortSignal,
): Promise<Diagnostic[]> {
  if (!/\.[cm]?tsx?$/.test(entry)) return [];
  const config = join(scratch, 'tsconfig.json');
  const globals = join(scratch, 'types/@gadget-api/guest');
  await mkdir(globals, { recursive: true });
  for (const name of ambient.starlingmonkey) await copyFile(join(packageRoot, name), join(globals, name));
  await writeFile(config, JSON.stringify(settings(folder, entry, engine, join(scratch, 'types'))));
  const { code, output } = await run(
    [typescriptCompiler(), '-p', config, '--pretty', 'false'],
    folder,
    signal,
  );
  const found = parseOutput(output).filter(
    ({ file }) => file === undefined || !isInside(sdkFolder, resolve(folder, file)),
  );
  const diagnostics = found.map((one) =>
    one.file === undefined ? one : { ...one, file: fromFolder(folder, one.file) },
  );
  if (code !== 0 && diagnostics.length === 0 && !parseOutput(output).length)
    return [{ severity: 'error', text: `the TypeScript compiler ended with ${code}: ${output.trim()}` }];
  return diagnostics;
}

/** In the folder `globals` the types of what a gadget has besides the language are found first, whatever else is installed. */
function settings(folder: string, entry: string, engine: Engine, globals: string): unknown {
  const own = join(folder, 'tsconfig.json');
  const always = { noEmit: true, incremental: false, composite: false, allowImportingTsExtensions: true };
  const files = [join(folder, entry)];
  // The SDK that is bundled is this one, and no other path of the folder's means anything to the bundler.
  const paths = { '@gadget-api/guest': [sdkTypes()] };
  if (existsSync(own)) {
    const typeRoots = [globals, ...typeRootsOf(folder), ...typeRootsOf(packageRoot)];
    const compilerOptions = { ...always, typeRoots, rootDir: parse(folder).root, paths };
    return { extends: own, files, include: [], compilerOptions };
  }
  return {
    files: [...files, ...ambient[engine].map((name) => join(packageRoot, name))],
    compilerOptions: {
      ...always,
      target: 'es2024',
      lib: ['es2024', 'esnext.disposable'],
      module: 'esnext',
      moduleResolution: 'bundler',
      strict: true,
      noImplicitOverride: true,
      noFallthroughCasesInSwitch: true,
      isolatedModules: true,
      erasableSyntaxOnly: true,
      resolveJsonModule: true,
      skipLibCheck: true,
      types: [],
      paths,
    },
  };
}

/** Where `types` are looked for: what would be so for a tsconfig.json in this folder, which ours does not lie in. */
function typeRootsOf(folder: string): string[] {
  const modules = join(folder, 'node_modules');
  const above = dirname(folder);
  return [join(modules, '@types'), modules, ...(above === folder ? [] : typeRootsOf(above))];
}

function isInside(parent: string, path: string): boolean {
  const way = relative(parent, path);
  return !way.startsWith('..') && !isAbsolute(way);
}

function run(
  args: string[],
  cwd: string,
  signal: AbortSignal,
): Promise<{ code: number | null; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], signal });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', fail);
    child.on('close', (code) => done({ code, output }));
  });
}

/** `gadget.ts(3,7): error TS2322: words`, with further lines of the same remark indented. */
function parseOutput(output: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const line of output.split(/\r?\n/)) {
    const match = /^(?:(.+)\((\d+),(\d+)\): )?(error|warning) (TS\d+: .*)$/.exec(line);
    const last = diagnostics.at(-1);
    if (match !== null) {
      const [, file, at, column, severity, text] = match;
      diagnostics.push({
        severity: severity as Diagnostic['severity'],
        text: text as string,
        ...(file !== undefined && { file, line: Number(at), column: Number(column) }),
      });
    } else if (last !== undefined && line.startsWith('  ')) last.text += `\n${line}`;
  }
  return diagnostics;
}
