import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { headingsOf } from './docs/markdown.ts';
import { anchorOf } from './docs/reference.ts';
import { generateDocs, readReference, sdkNameProblems } from './generate-docs.ts';
import { stale } from './generated-folder.ts';

const folder = join(import.meta.dirname, '../docs/api');
let pages: Map<string, string>;
beforeAll(async () => void (pages = await generateDocs()));

test('docs/api is what wit/ and the SDKs give, each time', async () => {
  expect(stale(folder, pages)).toEqual([]);
  expect(await generateDocs()).toEqual(pages);
});

test('every function has its names in the SDKs, and they are names', () => {
  expect(sdkNameProblems()).toEqual([]);
});

test('every heading of a page has an anchor of its own', () => {
  for (const [name, text] of pages) {
    const anchors = headingsOf(text).map(anchorOf);
    expect(new Set(anchors).size, name).toBe(anchors.length);
  }
});

test('every link leads to a page, a heading or a file', () => {
  const broken: string[] = [];
  let links = 0;
  for (const [name, text] of pages) {
    for (const [, target = ''] of text.matchAll(/\]\((?!https:)([^)\s]+)\)/g)) {
      links++;
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? name : path;
      const there =
        pages.get(file) ?? (existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '');
      const good = there !== '' && (anchor === undefined || headingsOf(there).map(anchorOf).includes(anchor));
      if (!good) broken.push(`${name}: ${target}`);
    }
  }
  expect(broken).toEqual([]);
  expect(links).toBeGreaterThan(400);
});

test('every type, resource and function has its heading', () => {
  for (const { name, types, resources, functions } of readReference().interfaces) {
    const headings = headingsOf(pages.get(`${name}.md`) ?? '');
    expect(headings).toEqual(expect.arrayContaining(types.map((item) => `\`${item.name}\``)));
    expect(headings).toEqual(expect.arrayContaining(resources.map((item) => `Resource \`${item.name}\``)));
    expect(headings).toEqual(expect.arrayContaining(functions.map(({ title }) => `\`${title}\``)));
  }
});
