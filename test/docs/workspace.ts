import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'node_modules/.bin');
const notCopied: ReadonlySet<string> = new Set(['node_modules', 'dist', 'target', '.git', '.gadget']);

/** What a command printed, and how it ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A copy of the checkout, with its installed packages, where a reader of the documentation types and saves. */
export interface Workspace {
  folder: string;
  save(path: string, text: string): Promise<void>;
  /** Runs a script in a shell that stops at the first failure; kills it after so long, two minutes if not said. */
  run(script: string, timeoutMs?: number): Promise<Ended>;
  remove(): Promise<void>;
}

/** Makes a {@link Workspace}. */
export async function createWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'gadget-docs-'));
  const filter = (path: string): boolean => path === root || !notCopied.has(basename(path));
  await cp(root, folder, { recursive: true, filter });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    async save(path, text) {
      const target = join(folder, path);
      if (relative(folder, target).startsWith('..')) throw new Error(`${path} is outside of the workspace`);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    },
    run: (script, timeoutMs = 120_000) => runShell(folder, script, timeoutMs),
    remove: () => rm(folder, { recursive: true }),
  };
}

function runShell(cwd: string, script: string, timeoutMs: number): Promise<Ended> {
  const PATH = [bin, process.env.PATH].join(delimiter);
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
    cwd,
    // What `cargo test` compiles for a crate of the reader's is much the same as for our own.
    env: { ...process.env, PATH, NO_UPDATE_NOTIFIER: '1', CARGO_TARGET_DIR: join(root, 'guest-rust/target') },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => void (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => void (stderr += chunk));
  const timer = setTimeout(() => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, timeoutMs);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
}
