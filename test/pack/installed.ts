import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPackage, type PackageFolder } from '../../scripts/build-packages.ts';
import { run } from '../../scripts/package/compile.ts';

/** A packed package. */
export interface Tarball {
  path: string;
  /** Paths of the files in it. */
  files: string[];
  /** Bytes of all files. */
  unpackedSize: number;
}

interface PackReport {
  filename: string;
  unpackedSize: number;
  files: { path: string }[];
}

/** Builds a package in `folder` and packs it, as publishing would. */
export async function pack(source: PackageFolder, folder: string): Promise<Tarball> {
  const built = join(folder, source);
  await buildPackage(source, built);
  const argv = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const reports = JSON.parse(await run('npm', argv, built)) as PackReport[] | Record<string, PackReport>;
  const report = Object.values(reports)[0];
  if (report === undefined) throw new Error(`npm packed nothing of ${source}`);
  const { filename, files, unpackedSize } = report;
  return { path: join(folder, filename), files: files.map((file) => file.path).toSorted(), unpackedSize };
}

/** An empty folder for a project of somebody else. */
export async function emptyProject(folder: string): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
}

/** Installs packages into a project, from the cache of npm where possible. */
export async function install(project: string, ...what: readonly string[]): Promise<void> {
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  await run('npm', ['install', ...quiet, ...what], project);
}

/** A folder for the length of a test file. */
export async function scratch(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'gadget-pack-'));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
