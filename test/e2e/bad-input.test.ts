import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ended, gadget, rows, startGadget } from './command.ts';

let folder: string;
let events: string;
const redact = 'gadgets/redact';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gadget-e2e-'));
  events = join(folder, 'events.json');
  await writeFile(events, '{"pid":1,"filename":"/home/ann/a"}\n');
});
afterAll(() => rm(folder, { recursive: true }));

/** One clean error with code and blame, what to do next, and nothing on standard output. */
function expectRefusal(ended: Ended, code: string, blame: string, exitCode: number): void {
  expect(ended.stderr).toMatch(new RegExp(`^gadget: ${code} \\(${blame}\\): [^\\n]+\\n  next: [^\\n]+\\n$`));
  expect(ended).toMatchObject({ code: exitCode, stdout: '' });
}

const overEvents = (...more: string[]): string[] => ['run', redact, '-s', `open=ndjson:${events}`, ...more];

describe('arguments', () => {
  test.each([
    ['an unknown command', ['rnu'], 'E_USAGE', 'did you mean run?'],
    ['an unknown option', ['run', redact, '--timout', '5s'], 'E_USAGE', 'did you mean --timeout?'],
    ['an unknown flag of a parameter', ['run', redact, '--feild', 'x'], 'E_USAGE', 'did you mean --field?'],
    ['a name that nobody has', ['run', 'redcat'], 'E_GADGET_NOT_FOUND', 'did you mean redact?'],
    ['a folder as a name', ['run', 'gadgets'], 'E_GADGET_NOT_FOUND', 'write ./gadgets'],
    [
      'an unknown engine',
      ['build', redact, '--engine', 'starlingmonky'],
      'E_USAGE',
      'did you mean starlingmonkey?',
    ],
    ['no gadget', ['run'], 'E_USAGE', 'see gadget run --help'],
    ['a number for a time', ['run', redact, '--timeout', '5'], 'E_USAGE', 'did you mean 5s'],
    ['a number for an interval', ['run', redact, '--stats', '5'], 'E_USAGE', 'did you mean 5s'],
    ['no interval', ['run', redact, '--stats', '0s'], 'E_USAGE', 'write something above 0'],
    ['a gadget for an interval', ['run', '--stats', redact], 'E_USAGE', 'write it before --stats'],
    ['no number', ['run', redact, '--max-rows', 'all'], 'E_USAGE', 'whole number'],
    ['an unknown format', ['run', redact, '-o', 'jsno'], 'E_OUTPUT', 'Did you mean json?'],
    ['an unknown level', ['run', redact, '--log-level', 'warning'], 'E_USAGE', 'levels are'],
    [
      'a policy for nobody',
      ['run', redact, '--on-failure', 'redcat=keep'],
      'E_USAGE',
      'did you mean redact?',
    ],
    ['a flag that changes nothing', ['run', redact, '--interval', '1s'], 'E_USAGE', 'no source'],
    ['an unknown parameter', ['run', redact, '-p', 'feild=x'], 'E_PARAM_UNKNOWN', 'did you mean field?'],
    ['a parameter twice', ['run', redact, '-p', 'field=x', '--field=y'], 'E_PARAM_DUPLICATE', 'once'],
    ['a parameter without value', ['run', redact, '-p', 'field'], 'E_PARAM_INVALID', 'key=value'],
    [
      'a parameter of another type',
      ['run', 'processes', '-p', 'kernel-threads=x'],
      'E_PARAM_INVALID',
      'kernel',
    ],
    ['no source of this kind', ['run', redact, '-s', 'jndson:x'], 'E_SOURCE_SPEC', 'did you mean ndjson:x?'],
    [
      'a kind that nobody knows',
      ['run', redact, '-s', 'ndjson:x', '--schema', 'a=txt'],
      'E_SCHEMA',
      'did you mean text?',
    ],
    ['a format for inspect', ['inspect', redact, '-o', 'yaml'], 'E_OUTPUT', 'formats are text, json'],
  ])('%s', async (_, argv, code, hint) => {
    const ended = await gadget(argv);
    expectRefusal(ended, code, 'user', 2);
    expect(ended.stderr).toContain(hint);
  });

  test('without any, the help, and an exit code that tells', async () => {
    const ended = await gadget([]);
    expect(ended.stdout).toContain('Usage: gadget');
    expect(ended.code).toBe(2);
  });

  test('a source and a field that are not there, once the gadgets have declared theirs', async () => {
    const source = await gadget(overEvents('-o', 'json', '-o', 'opne:table'));
    expect(source.stderr).toContain('E_SOURCE_UNKNOWN (user)');
    expect(source.stderr).toContain('Did you mean open?');
    expect(source.code).toBe(2);
    const field = await gadget(overEvents('--fields', 'pdi'));
    expectRefusal(field, 'E_OUTPUT', 'user', 2);
    expect(field.stderr).toContain('Did you mean pid?');
  });
});

describe('gadget.yaml', () => {
  async function folderWith(yaml: string): Promise<string> {
    const path = await mkdtemp(join(folder, 'bad-'));
    await writeFile(join(path, 'gadget.yaml'), yaml);
    return path;
  }
  const head = 'name: bad\nversion: 1.0.0\ndescription: x\n';

  test('broken, with line and column', async () => {
    const path = await folderWith(`${head}parms: {}\n`);
    const ended = await gadget(['run', path]);
    expectRefusal(ended, 'E_MANIFEST', 'user', 3);
    expect(ended.stderr).toContain('gadget.yaml:4:1: there is no key parms');
  });

  test('a parameter without a default that is not given; a source that is expected', async () => {
    const path = await folderWith(`${head}params: { field: { description: The field } }\n`);
    expectRefusal(await gadget(['run', path]), 'E_PARAM_MISSING', 'user', 2);
    const source = await folderWith(`${head}sources: { open: { fields: { pid: uint32 } } }\n`);
    const ended = await gadget(['run', source]);
    expectRefusal(ended, 'E_SOURCE_UNKNOWN', 'user', 2);
    expect(ended.stderr).toContain('--source open=ndjson:FILE');
  });

  test('without source or component', async () => {
    expectRefusal(await gadget(['run', await folderWith(head)]), 'E_GADGET_NOT_FOUND', 'user', 2);
  });

  test('source that does not compile: the words of the compiler, and nothing runs', async () => {
    const path = await folderWith(head);
    await writeFile(
      join(path, 'gadget.ts'),
      "import { defineGadget } from '@gadget-api/guest';\nexport default defineGadget({ init() { const a: number = 'b'; void a; } });\n",
    );
    const ended = await gadget(['run', path]);
    expect(ended.stderr).toMatch(/^gadget: E_BUILD \(user\): /m);
    expect(ended.stderr).toMatch(/^ {2}gadget\.ts:2:\d+: /m);
    expect(ended).toMatchObject({ code: 3, stdout: '' });
  });
});

describe('input', () => {
  const input = (text: string | Uint8Array, ...more: string[]): Promise<Ended> =>
    gadget(['run', redact, '-s', 'open=ndjson:-', '-o', 'json', ...more], { input: text });
  const good = '{"pid":1,"filename":"/home/ann/a"}\n';

  test('a file that is not there, or is a folder', async () => {
    const missing = await gadget(['run', redact, '-s', `open=ndjson:${events}n`]);
    expectRefusal(missing, 'E_SOURCE_READ', 'user', 1);
    expect(missing.stderr).toContain(`did you mean ${events}?`);
    expectRefusal(await gadget(['run', redact, '-s', `open=ndjson:${folder}`]), 'E_SOURCE_READ', 'user', 1);
  });

  test('a broken line: counted, with its number; with --strict the end', async () => {
    const counted = await input(`${good}{broken\n${good}`);
    expect(rows(counted)).toHaveLength(2);
    expect(counted.stderr).toMatch(/line 2/);
    expect(counted.stderr).toContain('gadget: open: 1 row that could not be read\n');
    expect(counted.code).toBe(1);
    const strict = await input(`${good}{broken\n${good}`, '--strict');
    expect(rows(strict)).toHaveLength(1);
    expect(strict.stderr).toMatch(/^gadget: E_SOURCE_ROW \(user\): .*line 2/m);
    expect(strict.code).toBe(1);
  });

  test('NUL, bytes that are not UTF-8, and numbers beyond 2^53', async () => {
    const text = Buffer.concat([
      Buffer.from(
        '{"pid":9007199254740993,"filename":"/home/ann/\\u0000"}\n{"pid":18446744073709551615,"filename":"/home/a',
      ),
      Buffer.from([0xff, 0x22, 0x7d, 0x0a]),
    ]);
    const ended = await input(text);
    expect(ended.stdout.split('\n')[0]).toBe('{"pid":9007199254740993,"filename":"/home/***/\\u0000"}');
    expect(ended.stdout + ended.stderr).not.toMatch(/[\0]/);
    expect(ended.stderr).toMatch(/line 2|not UTF-8/);
  });

  test('a line of 100 MB', async () => {
    const long = Buffer.alloc(100 * 1024 * 1024, 'x');
    const ended = await input(Buffer.concat([Buffer.from(good), long, Buffer.from(`\n${good}`)]));
    expect(rows(ended)).toHaveLength(2);
    expect(ended.stderr).toContain('1 row that could not be read');
    expect(ended.code).toBe(1);
  });

  test('a stream that never sends a row: it says that it waits, and the time counts', async () => {
    const running = startGadget(['run', redact, '-s', 'open=ndjson:-', '--timeout', '3s']);
    await running.printed('waiting for the first row from standard input');
    const { code, stderr } = await running.ended;
    expect(stderr).toContain('gadget: no rows\n');
    expect(code).toBe(0);
  });

  test('nothing at all', async () => {
    const ended = await gadget(['run', 'gadgets/hello', '-s', 'open=ndjson:-']);
    expect(ended.stderr).toContain('gadget: no rows\n');
    expect(ended).toMatchObject({ code: 0, stdout: '' });
  });
});

describe('circumstances', () => {
  test('a Node that is too old', async () => {
    const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.0.0"}})';
    const ended = await gadget(['--version'], { execArgv: ['--import', older] });
    expectRefusal(ended, 'E_NODE_TOO_OLD', 'system', 4);
  });

  test('a cache folder that others can write is not used, and that is said', async () => {
    const cache = join(folder, 'cache');
    await mkdir(cache);
    await chmod(cache, 0o777);
    const ended = await gadget(overEvents('-o', 'json', '--cache-dir', cache));
    expect(rows(ended)).toHaveLength(1);
    expect(ended.stderr).toMatch(/^warn gadget: .*not kept.*$/m);
    expect(ended.code).toBe(0);
  });
});
