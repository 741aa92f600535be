import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../docs');
const text = readFileSync(join(folder, 'security.md'), 'utf8');
const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link]) => link!);
const [, promised = ''] = /^## What is promised\n([^]*?)^## /m.exec(text) ?? [];
/** Each point of a list, with the lines that go on with it. */
const promises = promised.split(/^- /m).slice(1);

test('every file that is linked is there', () => {
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([]);
});

describe('a promise has a test that holds it', () => {
  test.each(promises.map((each) => [each.slice(0, 60).replaceAll('\n', ' '), each] as const))(
    '%s',
    (_, promise) => {
      expect(promise).toMatch(/\]\([^)]+\.test\.ts\)/);
    },
  );
});
