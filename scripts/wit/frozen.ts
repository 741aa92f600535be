import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import semver from 'semver';
import { isSameTrack } from '../../host/src/versions/track.ts';

/** The file beside the texts of a frozen version; `sha256sum -c SHA256SUMS` checks it, too. */
export const sumsFile = 'SHA256SUMS';

/** The versions in a folder of frozen ones, newest first; none when there is no such folder. */
export function frozenVersions(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => semver.valid(name) === name)
    .toSorted(semver.rcompare);
}

/**
 * The version that a text must go on with: the newest of the same major, else the newest before it, else the newest. Undefined
 * when none is frozen.
 */
export function predecessor(versions: readonly string[], version: string): string | undefined {
  return (
    versions.find((each) => isSameTrack(each, version)) ??
    versions.find((each) => semver.lt(each, version)) ??
    versions[0]
  );
}

/** What is not as it was frozen: `path: what`. */
export function frozenProblems(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (semver.valid(name) !== name) return [`${path}: only versions belong here`];
    const sums = join(path, sumsFile);
    if (!existsSync(sums)) return [`${sums}: it is missing, so nobody knows what was frozen`];
    const listed = new Map<string, string>();
    for (const line of readFileSync(sums, 'utf8').split('\n').filter(Boolean)) {
      const [, sum, file] = /^([0-9a-f]{64}) {2}([A-Za-z0-9.-]+)$/.exec(line) ?? [];
      if (sum === undefined || file === undefined)
        return [`${sums}: a line that is no hash and name: ${line}`];
      listed.set(file, sum);
    }
    const there = filesIn(path);
    const missing = [...listed.keys()].filter((file) => !there.includes(file));
    const more = there.filter((file) => !listed.has(file));
    const changed = there.filter((file) => listed.has(file) && sumOf(join(path, file)) !== listed.get(file));
    return [
      ...missing.map((file) => `${join(path, file)}: it is gone; a frozen version never changes`),
      ...more.map((file) => `${join(path, file)}: it came later; a frozen version never changes`),
      ...changed.map((file) => `${join(path, file)}: it was changed; a frozen version never changes`),
    ];
  });
}

/** Copies the `.wit` files of a folder to `frozen/<version>`, with their hashes. Throws when that is there already. */
export function freeze(from: string, frozen: string, version: string): string {
  const to = join(frozen, version);
  if (existsSync(to)) throw new Error(`${to} is there already, and a frozen version never changes`);
  const files = readdirSync(from)
    .filter((name) => name.endsWith('.wit'))
    .toSorted();
  const making = join(dirname(to), `.${version}`);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  for (const file of files) writeFileSync(join(making, file), readFileSync(join(from, file)));
  const sums = files.map((file) => `${sumOf(join(making, file))}  ${file}\n`);
  writeFileSync(join(making, sumsFile), sums.join(''));
  renameSync(making, to);
  return to;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name !== sumsFile)
    .toSorted();
}

function sumOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
