import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GadgetError } from '../errors.ts';
import { findGadget, isPath } from './find.ts';

const yaml = 'name: redact\nversion: 1.0.0\ndescription: x\n';
let home: string;
let shipped: string;
const before = process.cwd();

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'gadget-find-'));
  shipped = path.join(home, 'shipped');
  await mkdir(path.join(shipped, 'redact'), { recursive: true });
  await writeFile(path.join(shipped, 'redact/gadget.yaml'), yaml);
  await mkdir(path.join(shipped, 'no-gadget'));
  await mkdir(path.join(home, 'mine'));
  await writeFile(path.join(home, 'mine/gadget.yaml'), yaml.replace('redact', 'mine'));
  await mkdir(path.join(home, 'empty'));
  await mkdir(path.join(home, 'broken'));
  await writeFile(path.join(home, 'broken/gadget.yaml'), 'name: [');
  await writeFile(path.join(home, 'some.wasm'), '');
  process.chdir(home);
});

afterAll(async () => {
  process.chdir(before);
  await rm(home, { recursive: true });
});

const refused = (argument: string): Promise<GadgetError> =>
  findGadget(argument, shipped).then(
    () => {
      throw new Error('it was found');
    },
    (error: GadgetError) => error,
  );

test('paths and names', () => {
  for (const word of ['./a', 'a/b', '/a', 'a.wasm', '.', '..', 'a/', 'a\\b']) expect(isPath(word)).toBe(true);
  for (const word of ['a', 'a-b', '', '.a', 'wasm']) expect(isPath(word)).toBe(false);
});

test('a shipped gadget by its name', async () => {
  expect(await findGadget('redact', shipped)).toMatchObject({
    kind: 'folder',
    name: 'redact',
    folder: path.join(shipped, 'redact'),
    shipped: true,
  });
});

test('a folder and a file by their path', async () => {
  expect(await findGadget('./mine', shipped)).toMatchObject({ kind: 'folder', name: 'mine', shipped: false });
  expect(await findGadget('some.wasm', shipped)).toEqual({
    kind: 'file',
    name: 'some',
    file: path.resolve('some.wasm'),
  });
});

test('a name never means the current folder', async () => {
  const error = await refused('mine');
  expect(error.code).toBe('E_GADGET_NOT_FOUND');
  expect(error.hint).toBe('to run what is in this folder, write ./mine');
});

test('a name that is nearly one', async () => {
  const error = await refused('redcat');
  expect(error).toMatchObject({ code: 'E_GADGET_NOT_FOUND', blame: 'user' });
  expect(error.hint).toBe('did you mean redact? names are redact');
});

test.each(['no-gadget', '', '..x', 'redact\0', '__proto__'])('%j is no name', async (name) => {
  expect((await refused(name)).code).toBe('E_GADGET_NOT_FOUND');
});

test('nothing there', async () => {
  expect((await refused('./nothing')).code).toBe('E_GADGET_NOT_FOUND');
  expect((await refused('./some.wasm/x')).code).toBe('E_GADGET_NOT_FOUND');
  expect((await refused('./a\0b')).code).toBe('E_GADGET_NOT_FOUND');
  expect((await refused('/dev/null')).code).toBe('E_NOT_A_COMPONENT');
});

test('a folder without, or with a broken, gadget.yaml', async () => {
  expect((await refused('./empty')).message).toBe('./empty holds no gadget.yaml');
  const error = await refused('./broken');
  expect(error.code).toBe('E_MANIFEST');
  expect(error.message).toContain('broken/gadget.yaml:1:8: ');
});
