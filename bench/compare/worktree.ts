import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { linkModules } from './modules.ts';

/** Another commit of a checkout, in a folder of its own. */
export interface Worktree {
  readonly folder: string;
  /** Short. */
  readonly commit: string;
  /** Whether it wants the packages that the checkout has: its package-lock.json is the same. */
  readonly sameLock: boolean;
  /** Takes the folder and git's entry of it away. May be called twice. */
  remove(): void;
}

/**
 * Puts a commit into a folder that is not there yet, with links to the checkout's installed packages. Throws a
 * {@link Refusal} when there is no such commit, or nothing is installed.
 */
export function makeWorktree(root: string, ref: string, folder: string): Worktree {
  const commit = resolve(root, ref);
  if (!existsSync(join(root, 'node_modules')))
    throw new Refusal('nothing is installed here: run npm ci first');
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    git(root, 'worktree', 'prune');
  };
  try {
    git(root, 'worktree', 'add', '--detach', '--quiet', folder, commit);
    linkModules(root, folder);
    const sameLock = lockOf(root) === lockOf(folder);
    return { folder, commit: git(root, 'rev-parse', '--short', commit), sameLock, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

function resolve(root: string, ref: string): string {
  try {
    git(root, 'rev-parse', '--git-dir');
  } catch (error) {
    throw new Refusal('this is no git checkout, or there is no git: there are no commits to compare with', {
      cause: error,
    });
  }
  try {
    // What begins with a dash would be an option.
    if (!ref.startsWith('-')) return git(root, 'rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
  } catch {
    // Said below.
  }
  throw new Refusal(`git knows no commit ${ref}`);
}

function lockOf(folder: string): string | undefined {
  const file = join(folder, 'package-lock.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Hooks are left out: what they do is not meant for this. */
function git(cwd: string, ...argv: readonly string[]): string {
  return execFileSync('git', ['-c', 'core.hooksPath=/dev/null', ...argv], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}
