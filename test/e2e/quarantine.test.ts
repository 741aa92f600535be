/** Packets that gadgets fail on: `gadget run --quarantine`, and `--replay`. */
import { spawnSync } from 'node:child_process';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Ended, gadget, rows, startGadget } from './command.ts';
import { crashGadget } from './crash.ts';

/** Falls over this pid, and says when. */
const source = (pid: number): string => `
  import { clock, defineGadget, log, openSource, param, subscribe } from '@gadget-api/guest';
  export default defineGadget({
    init() {
      log.info('ready');
      const open = openSource('open');
      const pid = open.field('pid', 'number');
      const note = open.addField('note', 'text');
      subscribe(open, (packet) => {
        log.info([param('word'), clock.wall(), clock.monotonic()].join(' '));
        note.setColumn(packet, Array.from(pid.column(packet), (each) => 'pid ' + each));
        if (pid.column(packet).includes(${pid})) throw new Error('unlucky');
      });
    },
  });\n`;
const yaml = `name: unlucky
version: 1.2.3
description: Falls over a process
params:
  word: { type: text, default: x, description: A word }\n`;
const input = '{"pid":1}\n{"pid":13,"path":"/a"}\n';
const from = ['-s', 'open=ndjson:-', '--schema', 'open:pid=uint32,path=text'];

let home: string;
let looping: string;
let trapping: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'gadget-e2e-'));
  await chmod(home, 0o755);
  looping = join(home, 'looping.wasm');
  trapping = join(home, 'trapping.wasm');
  await writeFile(looping, await crashGadget({ onPacket: 'loop' }));
  await writeFile(trapping, await crashGadget({ onPacket: 'trap' }));
  await mkdir(join(home, 'unlucky'));
  await writeFile(join(home, 'unlucky/gadget.yaml'), yaml);
  await writeFile(join(home, 'unlucky/gadget.ts'), source(13));
});
afterAll(() => rm(home, { recursive: true }));

/** The lines of a gadget's failure, without what is said at the end. */
const failures = ({ stderr }: Ended): string[] =>
  stderr.split('\n').filter((line) => /^(gadget: E_|info )/.test(line));

/** Runs until it fails; gives the file that was kept. */
async function keep(component: string, ...flags: string[]): Promise<{ ended: Ended; file: string }> {
  const folder = await mkdtemp(join(home, 'kept-'));
  const ended = await gadget(['run', component, ...from, '-o', 'json', '--quarantine', folder, ...flags], {
    input,
    cwd: home,
  });
  const [name] = await readdir(folder);
  return { ended, file: join(folder, name ?? 'none') };
}

const replay = (file: string, ...more: string[]): Promise<Ended> =>
  gadget(['run', '--replay', file, ...more], { cwd: home });

test('what a gadget fails on is kept, fails again, and no longer once the gadget is mended', async () => {
  const { ended, file } = await keep('./unlucky', '-p', 'word=y');
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain('1 failed packet kept in');
  expect(ended.stderr).toContain(`gadget run --replay ${file}\n`);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).toContain('{"row":{"pid":13,"path":"/a"}}\n');

  const again = await replay(file);
  expect(again.code).toBe(1);
  expect(again.stdout).toBe('');
  // The clocks, the word and the error.
  expect(failures(ended)).toHaveLength(3);
  expect(failures(again)).toEqual(failures(ended));
  expect(again.stderr).toContain('gadget: the gadget is ./unlucky\n');

  await writeFile(join(home, 'unlucky/gadget.ts'), source(14));
  const mended = await replay(file, '-o', 'json', '--stats');
  expect(mended.code).toBe(0);
  expect(rows(mended)).toEqual([
    { pid: 1, note: 'pid 1' },
    { pid: 13, path: '/a', note: 'pid 13' },
  ]);
  expect(mended.stderr).toContain('warn gadget: unlucky is another component than the one that failed');
  expect(mended.stderr).toContain(
    'gadget: unlucky does not fail on this packet any more; then it was E_GADGET_',
  );
  expect(mended.stderr).toContain(failures(ended)[1]);
});

test.each([
  ['in a thread', () => looping, ['--isolation', 'worker', '--deadline', 'on-packet=700ms'], 'E_DEADLINE'],
  ['by its fuel', () => looping, ['--fuel', '5000'], 'E_FUEL'],
  ['by a trap', () => trapping, [], 'E_GADGET_TRAP'],
])('a call that was ended %s is ended so again, without the flags', async (_, component, flags, code) => {
  const { ended, file } = await keep(component(), ...flags);
  expect(failures(ended)).toEqual([expect.stringContaining(code)]);
  const again = await replay(file);
  expect(again.code).toBe(1);
  expect(failures(again)).toEqual(failures(ended));
});

test('flags go before what is in the file', async () => {
  const { file } = await keep(looping, '--fuel', '5000');
  expect((await replay(file, '--fuel', '7000')).stderr).toContain('7000 steps a call');
  const other = await replay(file, trapping);
  expect(other.stderr).toContain('E_GADGET_TRAP (guest): looping trapped in on-packet');
  expect(other.stderr).toContain('gadget: then it was E_FUEL: looping used up its fuel');
  expect(other.code).toBe(1);
});

test('a thread that is ended with its packet says that this is not kept', async () => {
  const { ended } = await keep(looping, '--isolation', 'inline', '--deadline', '700ms');
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain('is not kept; with --isolation worker it is');
});

test('without a failure there is a folder, and nothing in it', async () => {
  const folder = join(home, 'calm');
  const calm = await gadget([
    'run',
    'hello',
    '-s',
    'open=demo:exec,rows=2',
    '-o',
    'json',
    '--quarantine',
    folder,
  ]);
  expect(calm).toMatchObject({ code: 0, stderr: expect.not.stringContaining('kept') });
  expect(await readdir(folder)).toEqual([]);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

describe('a folder', () => {
  test.each([
    ['that is a file', 'file', (path: string) => writeFile(path, '')],
    ['that is a link to itself', 'link', (path: string) => symlink(path, path)],
    ['without a name', '', async () => {}],
  ])('%s is refused before anything runs', async (_, name, make) => {
    const path = name && join(home, name);
    await make(path);
    const ended = await gadget(['run', trapping, ...from, '--quarantine', path], { input });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('gadget: E_USAGE (user): no packets can be kept in');
    expect(ended.stderr).not.toContain('E_GADGET_TRAP');
  });

  test('that is full while the run goes on: a warning, a count, and no half of a file', async () => {
    const folder = await mkdtemp(join(home, 'full-'));
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder], {
      encoding: 'utf8',
    });
    if (mounted.status !== 0) {
      console.warn(`no small disk can be mounted here, not tried: ${mounted.stderr ?? mounted.error}`);
      return;
    }
    onTestFinished(() => void spawnSync('umount', [folder]));
    await writeFile(join(home, 'unlucky/gadget.ts'), source(13));
    const word = 'w'.repeat(3000);
    const ended = await gadget(
      [
        'run',
        join(home, 'unlucky'),
        ...from,
        '-o',
        'json',
        '--batch-rows',
        '1',
        '--quarantine',
        folder,
        '-p',
        `word=${word}`,
      ],
      { input: '{"pid":13}\n'.repeat(9) + '{"pid":7}\n' },
    );
    expect(rows(ended)).toEqual([{ pid: 7, note: 'pid 7' }]);
    expect(ended.stderr.match(/was not kept/g)).toHaveLength(1);
    expect(ended.stderr).toMatch(/gadget: a packet of unlucky was not kept: ENOSPC/);
    const [, kept, lost] = /(\d) failed packets? kept in .*\ngadget: (\d) failed packets? not kept\n/.exec(
      ended.stderr,
    )!;
    expect(Number(kept) + Number(lost)).toBe(9);
    const files = await readdir(folder);
    expect(files).toHaveLength(Number(kept));
    for (const file of files)
      expect((await readFile(join(folder, file), 'utf8')).endsWith('{"end":{"rows":1}}\n')).toBe(true);
  });

  test('that goes away while the run goes on is told', async () => {
    const folder = join(home, 'gone');
    await writeFile(join(home, 'unlucky/gadget.ts'), source(13));
    const unlucky = join(home, 'unlucky');
    const running = startGadget(['run', unlucky, ...from, '-o', 'json', '--quarantine', folder]);
    running.write(input.slice(0, 1));
    await running.printed('ready');
    await rm(folder, { recursive: true });
    running.write(input.slice(1));
    running.endInput();
    const ended = await running.ended;
    expect(ended.stderr).toContain('gadget: a packet of unlucky was not kept: ENOENT');
    expect(ended.stderr).toContain('gadget: 1 failed packet not kept\n');
    expect(ended.stderr).toContain('E_GADGET_ERROR');
  });
});

test('without a file there must be a gadget', async () => {
  const ended = await gadget(['run', '-o', 'json']);
  expect(ended).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("missing required argument 'gadgets'"),
  });
});

describe('a file that is replayed', () => {
  let file: string;
  let text: string;
  beforeAll(async () => {
    ({ file } = await keep('./trapping.wasm'));
    text = await readFile(file, 'utf8');
  });

  const changed = async (to: string | Uint8Array): Promise<string> => {
    const path = join(await mkdtemp(join(home, 'changed-')), 'x.ndjson');
    await writeFile(path, to);
    return path;
  };

  test.each<[string, (text: string) => string | Uint8Array, string]>([
    ['is cut short', (text) => text.slice(0, -5), 'line 14: it is cut short or damaged'],
    ['is of another form', (text) => text.replace('"quarantine":1', '"quarantine":9'), 'its form is 9'],
    [
      'goes on with empty lines',
      (text) => text + '\n'.repeat(20_000_000),
      'line 15: something follows the end',
    ],
    ['is something else', () => '{"pid":13}\n', 'this is no packet of a quarantine'],
    ['is no text', () => Uint8Array.of(0xff, 0xfe), 'it is not UTF-8'],
    [
      'has a value that does not fit',
      (text) => text.replace('"pid":13', '"pid":"\\u001b[31m"'),
      'does not fit',
    ],
  ])('and %s is refused', async (_, change, words) => {
    const path = await changed(change(text));
    const ended = await replay(path);
    expect(ended.stderr).toContain(`gadget: E_QUARANTINE (user): ${path}: `);
    expect(ended.stderr).toContain(words);
    expect(ended.stderr).toContain('\n  next: ');
    expect(ended).toMatchObject({ code: 2, stdout: '' });
  });

  test('and is not there, no file, or a pipe nobody writes to is refused', async () => {
    const pipe = join(home, 'pipe');
    spawnSync('mkfifo', [pipe]);
    for (const path of [join(home, 'nowhere'), home, pipe]) {
      expect(await replay(path)).toMatchObject({ code: 2, stderr: expect.stringContaining('E_QUARANTINE') });
    }
  });

  test('does not choose what is run when it is of another user', async () => {
    if (process.getuid?.() !== 0) {
      console.warn('only root can give a file to another user: not tried');
      return;
    }
    const path = await changed(text);
    await chown(path, 65534, 65534);
    const refused = await replay(path);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('belongs to another user') });
    expect((await replay(path, trapping)).stderr).toContain('E_GADGET_TRAP');
  });

  test('names a gadget that is not where it was', async () => {
    const ended = await gadget(['run', '--replay', file], { cwd: tmpdir() });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('E_GADGET_NOT_FOUND (user): there is nothing at ./trapping.wasm');
    expect(ended.stderr).toContain(`gadget run --replay ${file} GADGET`);
  });

  test.each([
    [['-s', 'open=ndjson:-'], '--replay and --source'],
    [['-p', 'word=y'], '--replay and --param'],
    [['--word', 'y', './unlucky'], '--replay and --word'],
    [['--timeout', '5s'], '--replay and --timeout'],
    [['--on-failure', 'keep'], '--replay and --on-failure'],
    [['--max-restarts', '1'], '--replay and --max-restarts'],
    [['--quarantine', 'x'], '--replay and --quarantine'],
    [['--interval', '5s'], '--replay and --interval'],
    [['--schema', 'a=text'], '--replay and --schema'],
    [['--strict'], '--replay and --strict'],
    [['--batch-rows', '5'], '--replay and --batch-rows'],
    [['--batch-ms', '5'], '--replay and --batch-ms'],
    [['./trapping.wasm', './looping.wasm'], '--replay is for one gadget'],
  ])('with %j is refused', async (flags, words) => {
    const ended = await replay(file, ...flags);
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(words) });
  });
});
