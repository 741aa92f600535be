import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gadget } from './command.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gadget-e2e-'));
  save('old.wit', 'package a:b@1.0.0;\ninterface i {\n  enum e { a }\n  f: func(x: e);\n}\n');
  save('more.wit', 'package a:b@1.1.0;\ninterface i {\n  enum e { a }\n  f: func(x: e);\n  g: func();\n}\n');
  save('other.wit', 'package a:b@1.1.0;\ninterface i {\n  enum e { a, b }\n  g: func(x: e);\n}\n');
  save('bad.wit', 'package a:b@1.1.0;\ninterface i {\n  f: func(x e);\n}\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const save = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const compat = (...argv: string[]): ReturnType<typeof gadget> =>
  gadget(['wit', 'compat', ...argv], { cwd: folder });

describe('wit compat', () => {
  test('tells what was added, and exits with 0', async () => {
    expect(await compat('old.wit', 'more.wit')).toMatchObject({
      code: 0,
      stderr: '',
      stdout:
        'added  function a:b/i.g\n\na:b 1.0.0 → 1.1.0: compatible; the least version that fits what changed is 1.1.0\n',
    });
  });

  test('tells everything that breaks, and exits with 1', async () => {
    const { code, stdout, stderr } = await compat('old.wit', 'other.wit');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout.split('\n\n')).toEqual([
      expect.stringMatching(
        /^a:b\/i\.e, case `b` {2}other\.wit:3\n {2}case `b` is new \(case-added\)\n {2}hits {5}guests and hosts .*\n {2}why {6}\S.*\n {2}instead {2}\S.*$/,
      ),
      expect.stringMatching(/^a:b\/i\.f {2}old\.wit:4\n {2}function `f` is gone; `g` has its shape/),
      'added  function a:b/i.g',
      'a:b 1.0.0 → 1.1.0: 2 findings; the least version that fits what changed is 2.0.0\n',
    ]);
  });

  test('tells the same to scripts', async () => {
    const { code, stdout } = await compat('old.wit', 'other.wit', '-o', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      package: 'a:b',
      oldVersion: '1.0.0',
      newVersion: '1.1.0',
      compatible: false,
      findings: [
        { rule: 'case-added', item: 'a:b/i.e', part: 'case `b`', hits: 'both', file: 'other.wit', line: 3 },
        { rule: 'function-removed', item: 'a:b/i.f', hits: 'guests', file: 'old.wit', line: 4 },
      ],
      allowed: [],
      added: [{ kind: 'function', item: 'a:b/i.g' }],
      deprecated: [],
      leastVersion: '2.0.0',
    });
  });

  test.each([
    [['old.wit', 'bad.wit'], 'E_WIT', 'bad.wit:3: f: expected :, not e'],
    [['bad.wit', 'old.wit'], 'E_WIT', 'bad.wit:3'],
    [['old.wit', 'none.wit'], 'E_WIT', 'none.wit can not be read'],
    [['old.wit', '.'], 'E_WIT', 'stands beside'],
    [['old.wit', 'old.wit', '-o', 'jsn'], 'E_OUTPUT', 'next: did you mean json?'],
    [['old.wit'], 'E_USAGE', "missing required argument 'new'"],
  ])('refuses %s, and exits with 2', async (argv, error, words) => {
    const { code, stdout, stderr } = await compat(...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^gadget: ${error} \\(user\\): `));
    expect(stderr).toContain(words);
  });
});

describe('wit', () => {
  test.each([[['wit', '--help']], [['wit', 'compat', '--help']]])('%s has examples', async (argv) => {
    const { code, stdout } = await gadget(argv);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Examples:\n {2}gadget wit compat .* # \S/);
  });

  test('alone prints its help, and is wrong', async () => {
    expect(await gadget(['wit'])).toMatchObject({
      code: 2,
      stderr: '',
      stdout: expect.stringContaining('compat') as string,
    });
  });

  test('has no other commands', async () => {
    expect(await gadget(['wit', 'compta'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'gadget: E_USAGE (user): wit has no command compta\n  next: did you mean compat?\n',
    });
  });
});
