import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { killAfter } from '../child-deadline.ts';
import { GadgetError, messageOf } from '../errors.ts';

/** What jco made of a component. */
export interface TranspilerOutput {
  /** The ES module, as text. */
  source: string;
  coreModules: Map<string, Uint8Array>;
}

/** A component that takes longer than this is none that a person wrote. The largest known one takes 10 s. */
const timeoutMs = 120_000;
/** Of JavaScript objects, MiB; the translator's own memory is wasm's, capped by pages of 64 KiB. */
const heapLimits = ['--max-old-space-size=1024', '--wasm-max-mem-pages=49152'];
/** Of the child's words, characters. */
const maxReport = 8000;

/**
 * Runs jco in a process of its own: it reads hostile bytes, needs hundreds of megabytes for a moment, and would
 * block this thread for up to seconds. It gets no environment and no input but the files.
 */
export async function runTranspiler(
  bytes: Uint8Array,
  map: readonly [string, string][],
): Promise<TranspilerOutput> {
  let folder: string;
  try {
    folder = await mkdtemp(path.join(tmpdir(), 'gadget-'));
  } catch (error) {
    throw failed(`no temporary folder: ${messageOf(error)}`, 'Check TMPDIR and the free space.', 'system');
  }
  try {
    await writeFile(path.join(folder, 'component.wasm'), bytes, { mode: 0o600 });
    await writeFile(path.join(folder, 'map.json'), JSON.stringify(map), { mode: 0o600 });
    await runChild(folder);
    return await readOutput(path.join(folder, 'out'));
  } catch (error) {
    if (error instanceof GadgetError) throw error;
    throw failed(messageOf(error), 'Check TMPDIR and the free space.', 'system');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runChild(folder: string): Promise<void> {
  const entry = new URL(
    import.meta.url.endsWith('.ts') ? './transpile-child.ts' : './transpile-child.js',
    import.meta.url,
  );
  const child = spawn(process.execPath, [...heapLimits, '--no-warnings', fileURLToPath(entry), folder], {
    env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  });
  killAfter(child, timeoutMs);
  let report = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (report.length < maxReport) report += text.slice(0, maxReport - report.length);
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.on('error', (error) => reject(failed(messageOf(error), 'Could not start Node again.', 'system')));
  child.on('close', (code, signal) => {
    if (code === 0) return resolve();
    // Exit code 3: the child says in its own words what jco refused.
    if (code === 3)
      return reject(failed(report.trim(), 'The component may need something that jco does not know yet.'));
    const how =
      signal === 'SIGKILL'
        ? `was ended (limit ${timeoutMs / 1000} s, or out of memory)`
        : `ended with ${signal ?? code}`;
    reject(
      failed(
        `the translator ${how} ${lastLines(report)}`.trim(),
        'The component may be too large or damaged.',
      ),
    );
  });
  await promise;
}

async function readOutput(folder: string): Promise<TranspilerOutput> {
  const output: TranspilerOutput = { source: '', coreModules: new Map() };
  for (const name of (await readdir(folder)).toSorted()) {
    const content = await readFile(path.join(folder, name));
    if (name.endsWith('.js')) output.source = content.toString('utf8');
    else if (name.endsWith('.wasm')) output.coreModules.set(name, content);
  }
  return output;
}

function lastLines(report: string): string {
  const lines = report.trim().split('\n').slice(-3).join(' / ');
  return lines === '' ? '' : `(${lines})`;
}

function failed(why: string, hint: string, blame: 'guest' | 'system' = 'guest'): GadgetError {
  return new GadgetError('E_TRANSPILE', `the component could not be translated: ${why}`, { hint, blame });
}
