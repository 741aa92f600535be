import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { readPackage } from '../../host/src/wit/read-package.ts';

/**
 * What is wrong with the previews in a folder, beside the package `now`: `path: what`. A preview is a pre-release of a later
 * version, in a folder with its name. It promises nothing, so it is compared with nothing. Throws GadgetError E_WIT for what
 * is not WIT.
 */
export async function previewProblems(
  folder: string,
  now: { name: string; version?: string | undefined },
): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const problems: string[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (semver.prerelease(name) === null || semver.valid(name) !== name) {
      problems.push(`${path}: only pre-releases belong here`);
      continue;
    }
    const preview = await readPackage(path);
    if (preview.name !== now.name || preview.version !== name) {
      problems.push(`${path}: its text says ${preview.name}@${preview.version}`);
    } else if (semver.lte(name, now.version ?? '0.0.0')) {
      problems.push(`${path}: it is no preview of anything, as ${now.version} is there`);
    }
  }
  return problems;
}
