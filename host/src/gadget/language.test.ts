import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { languageOf, requireLanguage } from './language.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gadget-language-'));
  await mkdir(path.join(folder, 'src'));
});
afterEach(() => rm(folder, { recursive: true }));

const put = (name: string): Promise<void> => writeFile(path.join(folder, name), '');

test.each([
  ['gadget.ts', 'js'],
  ['gadget.js', 'js'],
  ['src/gadget.ts', 'js'],
  ['Cargo.toml', 'rust'],
  ['go.mod', 'go'],
])('%s is %s', async (file, language) => {
  await put(file);
  await put('package.json');
  expect(languageOf(folder)).toBe(language);
  expect(requireLanguage(folder)).toBe(language);
});

test('a folder without source has no language, and says where source would be', async () => {
  await put('gadget.wasm');
  expect(languageOf(folder)).toBeUndefined();
  expect(() => requireLanguage(folder)).toThrow(
    expect.objectContaining({
      code: 'E_BUILD',
      message: expect.stringContaining('holds no source'),
      hint: expect.stringMatching(/gadget\.ts.*Cargo\.toml/),
    }),
  );
});

test('two languages are one too many', async () => {
  await put('Cargo.toml');
  await put('src/gadget.ts');
  expect(() => languageOf(folder)).toThrow(
    expect.objectContaining({ code: 'E_BUILD', message: expect.stringContaining('js and rust') }),
  );
});
