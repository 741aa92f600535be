import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadBuilt, storeBuilt } from './built.ts';

const key = { sources: 's1', builder: 'b1' };
const component = new Uint8Array([1, 2, 3]);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gadget-built-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('comes back for the same sources and builder, and for any builder when there is none', async () => {
  expect(await loadBuilt(folder, key)).toBeUndefined();
  await storeBuilt(folder, key, component);
  expect([...(await loadBuilt(folder, key))!]).toEqual([1, 2, 3]);
  expect(await loadBuilt(folder, { ...key, builder: undefined })).toBeDefined();
  expect(await loadBuilt(folder, { ...key, sources: 's2' })).toBeUndefined();
  expect(await loadBuilt(folder, { ...key, builder: 'b2' })).toBeUndefined();
  expect((await readdir(path.join(folder, '.gadget'))).toSorted()).toEqual(['build.json', 'gadget.wasm']);
});

test('a file that was cut short, or is none, does not count', async () => {
  await storeBuilt(folder, key, component);
  await writeFile(path.join(folder, '.gadget/gadget.wasm'), 'x');
  expect(await loadBuilt(folder, key)).toBeUndefined();
  await writeFile(path.join(folder, '.gadget/build.json'), '{');
  expect(await loadBuilt(folder, key)).toBeUndefined();
});

test('nothing is written through a link', async () => {
  const elsewhere = path.join(folder, 'elsewhere');
  await mkdir(elsewhere);
  await symlink(elsewhere, path.join(folder, '.gadget'));
  await storeBuilt(folder, key, component);
  expect(await readdir(elsewhere)).toEqual([]);
});
