import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gadget, root } from '../e2e/command.ts';
import { rustTests } from '../support/rust.ts';
import { redactionRows } from './rows.ts';

const example = path.join(root, 'guest-rust-example');
/** The first build compiles the standard library. */
const firstMs = 900_000;

let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'gadget-rust-test-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** Copies the example, and the SDK beside it, to another place; answers the folder of the example. */
async function copy(place: string): Promise<string> {
  const folder = path.join(scratch, place);
  await mkdir(folder, { recursive: true });
  const filter = (file: string): boolean => !/[\\/](target|\.gadget|gadget\.wasm)$/.test(file);
  for (const name of ['guest-rust', 'guest-rust-example'])
    await cp(path.join(root, name), path.join(folder, name), { recursive: true, dereference: true, filter });
  return path.join(folder, 'guest-rust-example');
}

async function built(folder: string): Promise<Uint8Array> {
  const file = path.join(scratch, 'built.wasm');
  const { code, stderr } = await gadget(['build', folder, '-o', file]);
  expect(stderr.replace(/^building .*$/m, '').trim()).toBe('');
  expect(code).toBe(0);
  return readFile(file);
}

describe.runIf(rustTests)('gadget build and gadget run, of the example in Rust', () => {
  let component: Uint8Array;

  beforeAll(async () => {
    component = await built(example);
  }, firstMs);

  test('names no path of this machine', () => {
    const text = Buffer.from(component).toString('latin1');
    expect(text).toContain('/target/local/gadget-guest/');
    for (const place of [root, path.dirname(root), process.env['HOME']!])
      expect(text).not.toContain(`${place}/`);
  });

  test.each([[[]], [['--param', 'field=other']], [['--batch-rows', '7']]])(
    'prints the same as its sister, with %j',
    async (flags) => {
      const rows = path.join(scratch, 'rows.json');
      await writeFile(rows, redactionRows(20_000));
      const outputs = [];
      for (const folder of [example, path.join(root, 'gadgets/redact')]) {
        const argv = ['run', folder, '--source', `open=ndjson:${rows}`, '-o', 'json', ...flags];
        outputs.push(await gadget(argv));
      }
      expect(outputs[0]).toMatchObject({ code: 0, stderr: '' });
      expect(outputs[0]!.stdout).toBe(outputs[1]!.stdout);
      expect(outputs[0]!.stdout.split('\n')).toHaveLength(20_001);
      expect(outputs[0]!.stdout).toContain('/home/***');
    },
  );

  test(
    'becomes the same bytes in two other folders',
    async () => {
      for (const place of ['one', 'another/and deeper'])
        expect(Buffer.compare(await built(await copy(place)), component), place).toBe(0);
    },
    firstMs,
  );

  test(
    'another folder with the same names, older and changed, is another gadget',
    async () => {
      const folder = await copy('changed');
      const file = path.join(folder, 'src/redact.rs');
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll('***', '+++'));
      for (const each of ['redact.rs', 'lib.rs']) await utimes(path.join(folder, 'src', each), 1e9, 1e9);
      await built(folder);
      const argv = ['run', folder, '--source', 'open=ndjson:-', '-o', 'json'];
      const { stdout } = await gadget(argv, { input: '{"filename":"/home/ann"}\n' });
      expect(stdout).toBe('{"filename":"/home/+++"}\n');
      expect(Buffer.compare(await built(example), component)).toBe(0);
    },
    firstMs,
  );

  test(
    'is built again when a crate beside it changes',
    async () => {
      const folder = await copy('beside');
      const argv = ['run', folder, '--source', 'open=ndjson:-', '-o', 'json'];
      const start = { input: '{"filename":"/home/ann"}\n' };
      expect((await gadget(argv, start)).stdout).toBe('{"filename":"/home/***"}\n');
      const file = path.join(folder, '../guest-rust/src/error.rs');
      await writeFile(file, `${await readFile(file, 'utf8')}\ncompile_error!("changed");\n`);
      const { code, stderr } = await gadget(argv, start);
      expect(code).not.toBe(0);
      expect(stderr).toContain('changed');
    },
    firstMs,
  );
});

describe.runIf(rustTests)('what the compiler says, and what it does not', () => {
  test('warnings are shown of what builds', async () => {
    const folder = await copy('warned');
    const file = path.join(folder, 'src/lib.rs');
    await writeFile(file, `${await readFile(file, 'utf8')}\nfn forgotten() {}\n`);
    const { code, stderr } = await gadget(['build', folder]);
    expect(code).toBe(0);
    expect(stderr).toContain('function `forgotten` is never used');
    expect(stderr).toContain('src/lib.rs');
  }, 300_000);

  test.each([
    [
      'a crate that makes no component',
      'crate-type = ["cdylib"]',
      '',
      'add to Cargo.toml: [lib] crate-type = ["cdylib"]',
    ],
    ['a crate that exports nothing', 'gadget_guest::export!(Redact: handler);', '', 'exports no gadget'],
    ['a dependency that there is not', 'path = "../guest-rust"', 'path = "../nowhere"', 'nowhere'],
  ])(
    '%s',
    async (_, text, instead, expected) => {
      const folder = await copy('odd');
      for (const name of ['Cargo.toml', 'src/lib.rs']) {
        const file = path.join(folder, name);
        await writeFile(file, (await readFile(file, 'utf8')).replace(text, instead));
      }
      const { code, stderr } = await gadget(['build', folder]);
      expect(stderr).toContain(expected);
      expect(stderr).toMatch(/^gadget: E_/m);
      expect(code).not.toBe(0);
    },
    300_000,
  );
});

test('without cargo it says how to get Rust', async () => {
  const env = { PATH: '/nowhere', CARGO_HOME: '/nowhere' };
  const { code, stderr } = await gadget(['build', example, '-o', path.join(scratch, 'never.wasm')], { env });
  expect(stderr).toContain('E_BUILD_TOOL');
  expect(stderr).toContain('rustup target add wasm32-unknown-unknown');
  expect(code).not.toBe(0);
});
