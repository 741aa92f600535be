import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freezeWit } from './freeze-wit.ts';
import { witCompat } from './wit-compat.ts';

const text = (version: string, cases = '', functions = ''): string => `/// Words.
package a:b@${version};
/// Words.
@since(version = 1.0.0)
interface i {
  /// Words.
  @since(version = 1.0.0)
  enum e {
    /// Words.
    a,
    ${cases}
  }
  /// Words.
  @since(version = 1.0.0)
  f: func(x: e);
  ${functions}
}
/// Words.
@since(version = 1.0.0)
world w {
  /// Words.
  @since(version = 1.0.0)
  import i;
}
`;
const newCase = '/// Words.\n    b,';
const newFunction = '/// Words.\n  @since(version = 1.1.0)\n  g: func();';

let folder: string;
let printed: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wit-compat-'));
  mkdirSync(join(folder, 'gadget-api'));
  write(text('1.0.0'));
  printed = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (wit: string): void => writeFileSync(join(folder, 'gadget-api/x.wit'), wit);
const frozen = (name: string): string => join(folder, 'frozen/1.0.0', name);
const print = (line: string): void => void printed.push(line);
const check = (program = join(folder, 'no-such-program')): Promise<boolean> =>
  witCompat(folder, print, program);
const freezeIt = (): Promise<string> => freezeWit(folder, print);

/** A program that answers every question but that for its version like this. */
function answering(words: string, status: number): string {
  const program = join(folder, 'wasm-tools');
  writeFileSync(program, `#!/bin/sh\n[ "$1" = --version ] && exit 0\necho '${words}' >&2\nexit ${status}\n`);
  chmodSync(program, 0o755);
  return program;
}

test('before anything is frozen everything may change', async () => {
  expect(await check()).toBe(true);
  expect(printed).toEqual([
    expect.stringMatching(/^no version is frozen yet: .*gadget-api may change freely/),
  ]);
});

describe('freezing', () => {
  test('keeps the text, with hashes', async () => {
    expect(await freezeIt()).toBe(join(folder, 'frozen/1.0.0'));
    expect(readFileSync(frozen('x.wit'), 'utf8')).toBe(text('1.0.0'));
    expect(readFileSync(frozen('SHA256SUMS'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}x\.wit\n$/);
    expect(await check()).toBe(true);
  });

  test('never happens twice', async () => {
    await freezeIt();
    write(text('1.0.0').replace('Words', 'Other words'));
    await expect(freezeIt()).rejects.toThrow('never changes');
    expect(readFileSync(frozen('x.wit'), 'utf8')).toBe(text('1.0.0'));
  });

  test('refuses what breaks a rule, or what was frozen before', async () => {
    write(text('1.0.0').replace('@since(version = 1.0.0)\n  f', 'f'));
    await expect(freezeIt()).rejects.toThrow('breaks the rules of wit/README.md');
    expect(printed).toEqual([expect.stringContaining('function f has no gate')]);
    write(text('1.0.0'));
    await freezeIt();
    write(text('1.1.0', newCase));
    await expect(freezeIt()).rejects.toThrow('does not fit what is frozen');
    write(text('1.1.0', '', newFunction));
    expect(await freezeIt()).toBe(join(folder, 'frozen/1.1.0'));
  });
});

describe('what comes after a frozen version', () => {
  beforeEach(freezeIt);

  test.each([
    ['other comments', text('1.0.0').replaceAll('Words', 'Other words'), true, 'compatible'],
    ['other comments with a patch', text('1.0.1').replaceAll('Words', 'Other words'), true, 'compatible'],
    [
      'a function with a minor',
      text('1.1.0', '', newFunction),
      true,
      'least version that fits what changed is 1.1.0',
    ],
    ['a function with the same version', text('1.0.0', '', newFunction), false, 'version-not-raised'],
    ['a function with a patch', text('1.0.1', '', newFunction), false, 'version-too-low'],
    [
      'a function of another version',
      text('1.2.0', '', newFunction.replace('1.1.0', '1.0.0')),
      false,
      'gate-wrong-version',
    ],
    ['a case', text('1.1.0', newCase), false, 'case-added'],
    ['a case in another major', text('2.0.0', newCase), true, 'the version says so'],
    ['a lower version', text('0.9.0'), false, 'version-lowered'],
  ])('%s', async (_, wit, fits, words) => {
    printed = [];
    write(wit);
    expect(await check()).toBe(fits);
    expect(printed.join('\n')).toContain(words);
    expect(printed.at(-1)).toBe('no second opinion: wasm-tools is not installed');
  });
});

describe('a frozen version never changes', () => {
  beforeEach(freezeIt);

  test.each([
    [
      'x.wit',
      (path: string) => writeFileSync(path, text('1.0.0').replace('Words', 'Other words')),
      'it was changed',
    ],
    ['y.wit', (path: string) => writeFileSync(path, 'interface j {}'), 'it came later'],
    ['SHA256SUMS', (path: string) => rmSync(path), 'it is missing'],
    ['SHA256SUMS', (path: string) => writeFileSync(path, 'nonsense\n'), 'no hash and name: nonsense'],
    [
      'SHA256SUMS',
      (path: string) => writeFileSync(path, `${readFileSync(path, 'utf8')}${'0'.repeat(64)}  z.wit\n`),
      'it is gone',
    ],
  ])('%s', async (name, change, words) => {
    change(frozen(name));
    expect(await check()).toBe(false);
    expect(printed.join('\n')).toContain(words);
  });

  test('nor does another folder lie among them', async () => {
    mkdirSync(join(folder, 'frozen/draft'));
    expect(await check()).toBe(false);
    expect(printed.join('\n')).toContain('only versions belong here');
  });
});

describe('a second opinion', () => {
  beforeEach(freezeIt);

  test('that agrees', async () => {
    expect(await check(answering('', 0))).toBe(true);
    expect(printed.at(-1)).toBe('wasm-tools agrees, over 1 worlds');
    write(text('1.1.0', newCase));
    expect(await check(answering('not semver-compatible', 1))).toBe(false);
    expect(printed.at(-1)).toBe('wasm-tools agrees, over 1 worlds');
  });

  test('that sees what we do not', async () => {
    expect(await check(answering('not semver-compatible: why', 1))).toBe(false);
    expect(printed).toContain('wasm-tools on the world w: not semver-compatible: why');
  });

  test('that does not see what we do', async () => {
    write(text('2.0.0', newCase));
    expect(await check(answering('', 0))).toBe(false);
    expect(printed).toContain('wasm-tools does not mind: a:b/i.e: case `b` is new (case-added)');
  });

  test('that need not see versions', async () => {
    write(text('1.0.0', '', newFunction));
    await check(answering('', 0));
    expect(printed.at(-1)).toBe('wasm-tools agrees, over 1 worlds');
  });

  test('that fails otherwise is no opinion', async () => {
    await expect(check(answering('no such command', 1))).rejects.toThrow('no such command');
  });
});
