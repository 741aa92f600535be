import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../docs');
const text = readFileSync(join(folder, 'versioning.md'), 'utf8');
const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link]) => link!);

test('every test that is said to hold a promise is there', () => {
  const tests = links.filter((link) => link.endsWith('.test.ts'));
  expect(tests.length).toBeGreaterThan(5);
  expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([]);
});
