import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { previewProblems } from './preview.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'wit-preview-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const now = { name: 'a:b', version: '1.2.0' };

/** What is said of a preview, behind its path. */
async function saidOf(name: string, text: string): Promise<string[]> {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'x.wit'), `/// Words.\npackage ${text};\n`);
  const problems = await previewProblems(folder, now);
  return problems.map((problem) => problem.replace(`${join(folder, name)}: `, ''));
}

test('without previews nothing is wrong', async () => {
  expect(await previewProblems(join(folder, 'nothing'), now)).toEqual([]);
  expect(await previewProblems(folder, now)).toEqual([]);
});

test.each([
  ['2.0.0-preview.1', 'a:b@2.0.0-preview.1', []],
  ['1.3.0-rc.1', 'a:b@1.3.0-rc.1', []],
  ['2.0.0', 'a:b@2.0.0', ['only pre-releases belong here']],
  ['draft', 'a:b@2.0.0-preview.1', ['only pre-releases belong here']],
  ['2.0.0-preview.1', 'a:b@2.0.0-preview.2', ['its text says a:b@2.0.0-preview.2']],
  ['2.0.0-preview.1', 'a:c@2.0.0-preview.1', ['its text says a:c@2.0.0-preview.1']],
  ['1.2.0-preview.1', 'a:b@1.2.0-preview.1', ['it is no preview of anything, as 1.2.0 is there']],
])('%s with %s', async (name, text, problems) => {
  expect(await saidOf(name, text)).toEqual(problems);
});
