import { appendFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canBuild as goTests } from '../go/go.fixture.ts';
import { rustTests } from '../support/rust.ts';
import { gadget, root } from './command.ts';

/** Where each SDK reads a parameter, and what makes it answer `changed`. */
const languages = [
  {
    lang: 'js',
    runs: true,
    file: 'guest-js/src/params.ts',
    line: /^export function param\(.*\{$/m,
    answer: "if (name !== '') return 'changed';",
  },
  {
    lang: 'rust',
    runs: rustTests,
    file: 'guest-rust/src/params.rs',
    line: /^pub fn param\(.*\{$/m,
    answer: 'if name != "" { return Some("changed".into()); }',
  },
  {
    lang: 'go',
    runs: goTests,
    file: 'guest-go/params.go',
    line: /^func ParamOr\(.*\{$/m,
    answer: 'if name != "" { return "changed" }',
  },
];

let home: string;
let checkout: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'gadget-api-'));
  checkout = join(home, 'checkout');
  await mkdir(checkout);
  const filter = (path: string): boolean => !/^(?:target|dist|node_modules|\.gadget)$/.test(basename(path));
  for (const name of ['wit', 'guest-js', 'guest-rust', 'guest-go'])
    await cp(join(root, name), join(checkout, name), { recursive: true, filter, verbatimSymlinks: true });
  await symlink(join(root, 'node_modules'), join(checkout, 'node_modules'));
  for (const { file, line, answer } of languages) {
    const before = await readFile(join(checkout, file), 'utf8');
    const after = before.replace(line, (found) => `${found}\n${answer}`);
    expect(after, file).not.toBe(before);
    await writeFile(join(checkout, file), after);
  }
});
afterAll(() => rm(home, { recursive: true }));

const run = async (folder: string, ...more: string[]): Promise<string> => {
  const argv = ['run', folder, '--source', 'open=ndjson:-', '-o', 'json', ...more];
  const { code, stdout, stderr } = await gadget(argv, { input: '{"filename":"/home/ann"}\n' });
  expect(stderr.replace(/^building .*\n/, '')).toBe('');
  expect(code).toBe(0);
  return stdout;
};

describe.each(languages.filter(({ runs }) => runs))('in $lang, --api', ({ lang }) => {
  test('builds with the SDK of a checkout, whatever the folder names', async () => {
    const folder = join(home, `${lang}-mine`);
    await gadget(['new', folder, '--lang', lang]);
    expect(await run(folder, '--api', checkout)).toBe('{"filename":"/home/changed"}\n');
    expect(await run(folder)).toBe('{"filename":"/home/***"}\n');
  }, 900_000);

  test('makes a new gadget that uses it', async () => {
    const folder = join(home, `${lang}-new`);
    const { stdout } = await gadget(['new', folder, '--lang', lang, '--api', checkout]);
    expect(stdout).toContain(`-o json --api ${checkout}\n`);
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toContain(`gadget build . --api ${checkout}\n`);
    // The builder for TypeScript is the command's: a folder never names one, only the types for its editor.
    if (lang === 'js') {
      expect(await readFile(join(folder, 'tsconfig.json'), 'utf8')).toContain(
        `["${checkout}/guest-js/src/index.ts"]`,
      );
    } else expect(await run(folder)).toBe('{"filename":"/home/changed"}\n');
  }, 900_000);
});

test.each(['run', 'inspect'])('gadget %s of what is not built refuses it', async (command) => {
  const file = join(home, 'built.wasm');
  await writeFile(file, '');
  const { code, stderr } = await gadget([command, file, '--api', checkout]);
  expect(stderr).toContain('E_USAGE (user): --api is about building, and there is no source of built');
  expect(code).toBe(2);
});

describe('the interface', () => {
  // TypeScript is built against the oldest version that has what a gadget uses.
  beforeAll(async () => {
    for (const version of ['gadget-api', 'frozen/1.0.0'])
      await appendFile(join(checkout, 'wit', version, 'params.wit'), 'interface broken { nonsense }\n');
  });

  test.each(languages.filter(({ runs }) => runs))(
    'is that of the checkout, in $lang',
    async ({ lang }) => {
      const folder = join(home, `${lang}-mine`);
      const { code, stderr } = await gadget(['build', folder, '--api', checkout]);
      expect(stderr).toContain('E_BUILD');
      expect(stderr).toMatch(/expected [`']:[`'], found [`']}[`']/);
      expect(code).toBe(3);
    },
    900_000,
  );
});
