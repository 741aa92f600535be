import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtDeclarations } from './manifest.ts';

/** What stands beside the sources but is no part of the package. */
const leftOut = ['**/*.test.ts', '**/*.fixture.ts'];

/**
 * Makes JavaScript and declarations from `<folder>/src` in `out`. `root` is the checkout, with the compiler and its
 * settings. Rejects with the compiler's words.
 */
export async function compile(root: string, folder: string, out: string): Promise<void> {
  const source = join(folder, 'src');
  const project = await mkdtemp(join(tmpdir(), 'gadget-compile-'));
  try {
    const config = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        rootDir: source,
        outDir: out,
        noEmitOnError: true,
        typeRoots: [join(root, 'node_modules/@types')],
      },
      include: [source],
      exclude: leftOut.map((pattern) => join(source, pattern)),
    };
    const file = join(project, 'tsconfig.json');
    await writeFile(file, JSON.stringify(config));
    await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', file]);
  } finally {
    await rm(project, { recursive: true });
  }
  for (const name of await readdir(out, { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue;
    const path = join(out, name);
    await writeFile(path, builtDeclarations(await readFile(path, 'utf8')));
  }
}

/** Runs a program; rejects with what it printed when it fails. */
export function run(program: string, argv: readonly string[], cwd?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, argv, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => void (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => void (stderr += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`${program} ${argv.join(' ')} ended with ${code}\n${stdout}${stderr}`));
    });
  });
}
