import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installedSdk } from '../sdk.ts';
import { createGadget } from './create.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'gadget-new-'));
});
afterEach(() => rm(home, { recursive: true }));

const create = (folder: string, language: 'js' | 'rust' | 'go' = 'go'): Promise<string[]> =>
  createGadget({ folder: path.join(home, folder), language, sdk: installedSdk(), api: false });

test('makes the folder, and those above it', async () => {
  const files = await create('a/b/mine');
  expect(files).toContain('rule_test.go');
  expect((await readdir(path.join(home, 'a/b/mine'))).toSorted()).toEqual(files.toSorted());
  expect(await readFile(path.join(home, 'a/b/mine/gadget.yaml'), 'utf8')).toContain('name: mine\n');
});

test('an empty folder will do', async () => {
  await mkdir(path.join(home, 'mine'));
  expect(await create('mine')).toContain('main.go');
});

test('what is there stays', async () => {
  await mkdir(path.join(home, 'mine'));
  await writeFile(path.join(home, 'mine/.kept'), 'kept');
  await writeFile(path.join(home, 'file'), 'kept');
  await expect(create('mine')).rejects.toMatchObject({
    code: 'E_USAGE',
    message: expect.stringMatching(/is not empty$/),
  });
  await expect(create('file')).rejects.toMatchObject({
    code: 'E_USAGE',
    message: expect.stringMatching(/is a file$/),
  });
  await expect(create('file/mine')).rejects.toMatchObject({ code: 'E_OUTPUT_WRITE', blame: 'system' });
  expect(await readdir(path.join(home, 'mine'))).toEqual(['.kept']);
  expect(await readFile(path.join(home, 'file'), 'utf8')).toBe('kept');
});

test('a name that is none makes nothing', async () => {
  await expect(create('a/Mine')).rejects.toMatchObject({ code: 'E_USAGE' });
  await expect(create('gadget-guest', 'rust')).rejects.toMatchObject({ code: 'E_USAGE' });
  expect(await readdir(home)).toEqual([]);
});

test('what could not be finished is taken back', async () => {
  // Asked for its place when the folders have been made.
  const broken = {
    ...installedSdk(),
    get rust(): string {
      throw new Error('broken');
    },
  };
  const folder = path.join(home, 'a/mine');
  await expect(createGadget({ folder, language: 'rust', sdk: broken, api: false })).rejects.toMatchObject({
    code: 'E_OUTPUT_WRITE',
  });
  expect(await readdir(home)).toEqual([]);
});
