import { chmod, chown, copyFile, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { gadget, rows } from './command.ts';
import { crashGadget } from './crash.ts';

const source = (word: string): string => `
  import { defineGadget, log } from '@gadget-api/guest';
  export default defineGadget({ init() { log.info('${word}'); } });\n`;
const yaml = 'name: said\nversion: 1.0.0\ndescription: Says a word\n';
const input = { input: '{"a":1}\n' };

let home: string;
let folder: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'gadget-e2e-'));
  await chmod(home, 0o755);
});
afterAll(() => rm(home, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(home, 'said-'));
  await chmod(folder, 0o755);
  await writeFile(join(folder, 'gadget.yaml'), yaml);
  await writeFile(join(folder, 'gadget.ts'), source('one'));
});

const run = (env: Record<string, string> = {}, ...more: string[]): ReturnType<typeof gadget> =>
  gadget(['run', folder, '-s', 'ndjson:-', '-o', 'json', ...more], { ...input, env });

test('a folder is built when it has changed, and only then', async () => {
  expect((await run()).stderr).toContain('info said: one\n');
  const kept = join(folder, '.gadget/gadget.wasm');
  const first = await stat(kept);
  await writeFile(join(folder, 'README.md'), 'Said.\n');
  expect((await run()).stderr).toBe('info said: one\n');
  expect((await stat(kept)).mtimeMs).toBe(first.mtimeMs);
  await writeFile(join(folder, 'gadget.ts'), source('two'));
  expect((await run()).stderr).toContain('info said: two\n');
});

test('build writes a component beside the source, and says what it is', async () => {
  const ended = await gadget(['build', '.'], { cwd: folder });
  expect(ended.code).toBe(0);
  expect(ended.stdout).toMatch(
    /gadget\.wasm: said 1\.0\.0, \d+ bytes, sha256:[0-9a-f]{64}\nimports gadget:api\//,
  );
  expect(await readdir(folder)).toContain('gadget.wasm');
});

test('build of a folder with a component instead of source checks it, and leaves it as it is', async () => {
  await rm(join(folder, 'gadget.ts'));
  const none = await gadget(['build', folder]);
  expect(none).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('neither source to build nor gadget.wasm'),
  });
  await writeFile(join(folder, 'gadget.wasm'), await crashGadget({}));
  const before = await stat(join(folder, 'gadget.wasm'));
  const taken = await gadget(['build', folder]);
  expect(taken).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/: said 1\.0\.0, \d+ bytes, sha256:/),
  });
  expect(taken.stderr).toContain('is taken as it is');
  expect((await stat(join(folder, 'gadget.wasm'))).mtimeMs).toBe(before.mtimeMs);
  const copied = join(home, 'copied.wasm');
  expect((await gadget(['build', folder, '-o', copied])).code).toBe(0);
  expect((await stat(copied)).size).toBe(before.size);
  const engine = await gadget(['build', folder, '--engine', 'quickjs']);
  expect(engine).toMatchObject({ code: 2, stderr: expect.stringContaining('--engine is about building') });
  await writeFile(join(folder, 'gadget.wasm'), 'no component');
  expect(await gadget(['build', folder])).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('E_NOT_'),
  });
});

test('build of what is no gadget folder', async () => {
  const file = join(folder, 'x.wasm');
  await writeFile(file, await crashGadget({}));
  expect(await gadget(['build', file])).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('E_BUILD (user)'),
  });
  const nowhere = await gadget(['build', folder, '-o', join(home, 'no/such/folder.wasm')]);
  expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('E_OUTPUT_WRITE (system)') });
});

test('a published folder holds the component and no source', async () => {
  await rm(join(folder, 'gadget.ts'));
  await writeFile(join(folder, 'gadget.wasm'), await crashGadget({}));
  const ended = await run();
  expect(rows(ended)).toEqual([{ a: 1 }]);
  expect(ended.code).toBe(0);
});

// Who belongs to whom only root can arrange.
const asRoot = process.getuid?.() === 0 ? ['as root'] : [];
describe.each(asRoot)('%s', () => {
  const owner = 54321;
  beforeEach(async () => {
    for (const path of [folder, join(folder, 'gadget.yaml'), join(folder, 'gadget.ts')]) {
      await chown(path, owner, owner);
    }
  });
  const alone = { SUDO_UID: '', SUDO_GID: '' };

  test("another user's folder is not built, unless it is trusted", async () => {
    const ended = await run(alone);
    expect(ended.stderr).toMatch(/^gadget: E_BUILD_FOREIGN \(user\): .*uid 54321.*\n {2}next: .*--build/);
    expect(ended).toMatchObject({ code: 3, stdout: '' });
    expect(await readdir(folder)).not.toContain('.gadget');
    const trusted = await run(alone, '--build');
    expect(trusted.stderr).toContain('info said: one\n');
    // Nothing is written as root where somebody else could lead it elsewhere.
    expect(await readdir(folder)).not.toContain('.gadget');
  });

  test('what is built already runs', async () => {
    await copyFile(join(folder, 'gadget.ts'), join(folder, 'gadget.wasm'));
    await writeFile(join(folder, 'gadget.wasm'), await crashGadget({}));
    const ended = await run(alone);
    expect(rows(ended)).toEqual([{ a: 1 }]);
    expect(ended.stderr).toContain('not built, using the gadget.wasm that is there');
  });

  test('under sudo the build runs as the user who called it', async () => {
    const ended = await run({ SUDO_UID: `${owner}`, SUDO_GID: `${owner}` });
    expect(ended.stderr).toContain('info said: one\n');
    expect((await stat(join(folder, '.gadget/gadget.wasm'))).uid).toBe(owner);
  });
});
