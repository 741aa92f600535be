import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { prepareFolder } from '../../host/src/component/cache-folder.ts';

/**
 * A new folder that nobody else can write to, nor to any above it: so not in /tmp. Removed after the
 * test.
 */
export async function privateFolder(): Promise<string> {
  for (const base of [
    path.join(import.meta.dirname, '../../node_modules/.cache'),
    path.join(os.homedir(), '.cache'),
  ]) {
    mkdirSync(base, { recursive: true });
    const folder = mkdtempSync(path.join(base, 'gadget-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    if (prepareFolder(folder).problem === undefined) return folder;
  }
  throw new Error('neither the checkout nor the home folder is private: these tests need one that is');
}
