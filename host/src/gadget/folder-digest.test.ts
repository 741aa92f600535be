import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderDigest } from './folder-digest.ts';

let folder: string;

const write = async (name: string, content: string): Promise<void> => {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), content);
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gadget-digest-'));
  await write('gadget.ts', 'a');
  await write('src/b.ts', 'b');
});
afterEach(() => rm(folder, { recursive: true }));

test('changes with content, names and files', async () => {
  const seen = new Set([await folderDigest(folder)]);
  await write('gadget.ts', 'A');
  seen.add(await folderDigest(folder));
  await write('new.json', '{}');
  seen.add(await folderDigest(folder));
  await rename(path.join(folder, 'new.json'), path.join(folder, 'old.json'));
  seen.add(await folderDigest(folder));
  await rm(path.join(folder, 'src'), { recursive: true });
  seen.add(await folderDigest(folder));
  expect(seen.size).toBe(5);
});

test('stays with what no build uses', async () => {
  const before = await folderDigest(folder);
  await write('.gadget/gadget.wasm', 'x');
  await write('.env', 'x');
  await write('node_modules/a/index.js', 'x');
  await write('gadget.wasm', 'x');
  await write('README.md', 'x');
  await write('target/CACHEDIR.TAG', 'x');
  await write('target/debug/big', 'x');
  await symlink('/nowhere', path.join(folder, 'dangling'));
  await symlink('/dev/zero', path.join(folder, 'endless'));
  expect(await folderDigest(folder)).toBe(before);
});

test('a folder that is no gadget is refused, not read', async () => {
  await mkdir(path.join(folder, Array(40).fill('d').join('/')), { recursive: true });
  await expect(folderDigest(folder)).rejects.toMatchObject({ code: 'E_BUILD' });
});

test('changes with what a link to a folder leads to, and ends where links lead in a circle', async () => {
  const elsewhere = await mkdtemp(path.join(tmpdir(), 'gadget-digest-'));
  try {
    await writeFile(path.join(elsewhere, 'api.wit'), 'one');
    await symlink(elsewhere, path.join(folder, 'wit'));
    await symlink(folder, path.join(folder, 'src/circle'));
    await symlink(folder, path.join(elsewhere, 'back'));
    const before = await folderDigest(folder);
    await writeFile(path.join(elsewhere, 'api.wit'), 'two');
    expect(await folderDigest(folder)).not.toBe(before);
  } finally {
    await rm(elsewhere, { recursive: true });
  }
});
