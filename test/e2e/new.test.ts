import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gadget, root } from './command.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gadget-new-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('says what it made and how to go on; the second time it refuses', async () => {
  const made = await gadget(['new', 'mine'], { cwd: folder, env: { npm_lifecycle_event: '' } });
  const row = String.raw`{"pid":1,"filename":"/home/ann/a.txt"}\n`;
  expect(made.stdout.split('\n').slice(-4)).toEqual([
    'next:',
    `  printf '${row}' | gadget run ./mine --source open=ndjson:- -o json`,
    '  (cd ./mine && node --test)',
    '',
  ]);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const again = await gadget(['new', 'mine', '--lang', 'go'], { cwd: folder });
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toMatch(/^gadget: E_USAGE \(user\): mine is not empty\n {2}next: /);
  expect(await readdir(join(folder, 'mine'))).toContain('gadget.ts');
});

test.each([
  ['rust', 'cargo', 'https://rustup.rs'],
  ['go', 'Go 1.26', 'https://go.dev/dl/'],
])('in %s without the tools it makes the folder, and says what is missing', async (lang, tool, where) => {
  const env = { PATH: '/nowhere', CARGO_HOME: '/nowhere' };
  const { code, stdout } = await gadget(['new', 'mine', '--lang', lang], { cwd: folder, env });
  expect(code).toBe(0);
  const [missing, next] = stdout.trimEnd().split('\n').slice(-2);
  expect(missing).toContain(tool);
  expect(missing).toContain('not installed');
  expect(next).toContain(`next: install`);
  expect(next).toContain(where);
  const built = await gadget(['build', './mine'], { cwd: folder, env });
  expect(built).toMatchObject({
    code: 4,
    stderr: expect.stringContaining(`E_BUILD_TOOL (system): ${missing}`),
  });
});

test('by npx, the next commands are npx, too', async () => {
  const { stdout } = await gadget(['new', 'mine'], { cwd: folder, env: { npm_lifecycle_event: 'npx' } });
  expect(stdout).toContain('| npx gadget run ./mine ');
});

test.each([
  [['new', 'Mine'], "a gadget can't be called Mine", 'gadget new mine'],
  [['new', 'mine', '--lang', 'rsut'], '--lang: there is no language rsut', 'did you mean rust?'],
  [['new', 'mine', '--lang', 'c'], '--lang: there is no language c', 'js (TypeScript), rust and go'],
  [['new', 'mine', '--api', '.'], '--api . is no checkout of gadget:api', 'name the top folder'],
  [
    ['build', join(root, 'gadgets/hello'), '--api', '/nowhere'],
    'there is no such folder',
    'name the top folder',
  ],
  [['run', join(root, 'gadgets/hello'), '--api', ''], '--api "" is no checkout', 'name the top folder'],
  [['new'], "missing required argument 'folder'", 'gadget --help'],
])('%j is refused', async (argv, message, hint) => {
  const { code, stderr } = await gadget(argv, { cwd: folder });
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toContain(hint);
  expect(await readdir(folder)).toEqual([]);
});

test('ts is TypeScript', async () => {
  expect((await gadget(['new', 'mine', '-l', 'ts'], { cwd: folder })).stdout).toContain('mine/gadget.ts\n');
});

test('it helps, with examples', async () => {
  const { stdout } = await gadget(['new', '--help']);
  expect(stdout).toContain('Examples:\n  gadget new my-gadget ');
});
