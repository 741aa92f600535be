import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ended, gadget, startGadget } from '../e2e/command.ts';
import { rustTests } from '../support/rust.ts';
import { shownAttacks } from './attacks/shown.ts';
import { attacker, buildMs, redact } from './components.ts';
import { type Hook, hooks } from './stage.ts';

let folder: string;
let component: string;
let redacting: string;

const schema = ['boolean', 'int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64']
  .concat('float32', 'float64', 'text', 'bytes')
  .map((kind) => `${kind}=${kind}`)
  .join(',');

/** The command line of an attack; rows come from standard input. */
function run(attack: string, hook: Hook, ...flags: string[]): string[] {
  const params = ['-p', `attack=${attack}`, '-p', `in=${hook}`];
  return ['run', component, ...params, '-s', 'prey=ndjson:-', '--schema', `prey:${schema}`, ...flags];
}

const input = '{"text":"one","uint32":1}\n{"text":"two","uint32":2}\n';

/** Everything that steers: C0 and C1 without line feed, marks of direction, separators of lines. */
const steering = /[\0-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gadget-hostile-'));
  component = join(folder, 'attacker.wasm');
  redacting = join(folder, 'redact.wasm');
  if (!rustTests) return;
  await writeFile(component, await attacker());
  await writeFile(redacting, await redact());
}, buildMs);
afterAll(() => rm(folder, { recursive: true }));

describe.runIf(rustTests)('a hostile gadget, in the command', () => {
  test.each(shownAttacks)('does not steer a terminal: $attack in $hook', async (shown) => {
    for (const format of shown.formats) {
      const ended = await gadget(run(shown.attack, shown.hook, '-o', format, '--stats'), { input });
      const text = ended.stdout + ended.stderr;
      expect(text).toContain(shown.words);
      expect(text).not.toMatch(steering);
      // A line of its own would look like the host's.
      expect(text).not.toMatch(/^gadget: E_FAKE/m);
      expect(ended.code).toBe(shown.code);
    }
  });

  test('does not steer a terminal by what inspecting shows', async () => {
    for (const format of ['text', 'json']) {
      // Inspected, it declares all it has.
      const ended = await gadget(['inspect', component, '--init', '-o', format]);
      expect(ended.stdout).toContain('E_FAKE');
      expect(ended.stdout + ended.stderr).not.toMatch(steering);
      expect(ended.code).toBe(0);
    }
  });

  test.each(hooks)('that loops in %s is ended by a signal, and by another at once', async (hook) => {
    const running = startGadget(run('loop', hook, '-o', 'json', '--log-level', 'info'));
    running.write(input);
    // Stop comes when the rows have ended.
    if (hook === 'stop') running.endInput();
    await running.printed(`enter ${hook}`);
    running.kill('SIGINT');
    await running.printed('once more ends it at once');
    running.kill('SIGINT');
    expect(await running.ended).toMatchObject({ code: 130 });
  });

  test('that loops is ended when its time is up, and named with its hook; the run goes on', async () => {
    const running = startGadget(
      run('loop', 'on-tick', '-o', 'json', '--deadline', 'on-tick=1s', '--max-restarts', '0'),
    );
    await running.printed('E_DEADLINE (guest): attacker did not return from on-tick within 1s');
    running.write(input);
    running.endInput();
    const ended: Ended = await running.ended;
    expect(ended.stderr).toContain('2 rows did not pass');
    expect(ended.code).toBe(1);
  });

  test('that loops in the thread of the run ends the run', async () => {
    const running = startGadget(
      run('loop', 'on-tick', '-o', 'json', '--isolation', 'inline', '--deadline', '1s'),
    );
    const ended: Ended = await running.ended;
    expect(ended.stderr).toContain('E_DEADLINE (guest): attacker did not return from on-tick within 1s');
    expect(ended.code).toBe(1);
  });

  test.each([
    [
      'loops',
      'loop',
      ['--fuel', '1000000'],
      'E_FUEL (guest): attacker used up its fuel in on-packet: 1000000 steps',
    ],
    [
      'allocates without end',
      'allocate without end',
      ['--max-memory', '32MiB'],
      'E_MEMORY (guest): attacker trapped in on-packet after it was refused memory beyond its cap of 32 MiB',
    ],
  ])('that %s dies within its bounds, and rows of others pass', async (_, attack, flags, words) => {
    const calm = join(folder, 'calm.json');
    await writeFile(calm, '{"filename":"/home/ann/a"}\n{"filename":"/home/bob/b"}\n');
    const behind = [
      redacting,
      '-p',
      'redact.from=calm',
      '-p',
      'redact.field=filename',
      '-s',
      `calm=ndjson:${calm}`,
    ];
    const ended = await gadget(
      [...run(attack, 'on-packet', ...flags), ...behind, '-o', 'json', '--max-restarts', '0'],
      { input },
    );
    expect(ended.stderr).toContain(words);
    expect(ended.stderr).toContain('attacker: 1 call failed, 2 rows did not pass');
    expect(ended.stdout).toBe('{"calm":{"filename":"/home/***/a"}}\n{"calm":{"filename":"/home/***/b"}}\n');
    expect(ended.code).toBe(1);
  });

  test.each([
    ['trap after changes', []],
    ['trap recursion', []],
    ['loop', ['--fuel', '1000000']],
    ['allocate without end', ['--max-memory', '32MiB']],
    ['loop', ['--isolation', 'worker', '--deadline', 'on-packet=1s']],
  ])('is given again what it fell over: %s %j', async (attack, flags) => {
    const kept = await mkdtemp(join(folder, 'kept-'));
    const words = ({ stderr }: Ended): string[] => stderr.split('\n').filter((line) => / E_/.test(line));
    const ended = await gadget(run(attack, 'on-packet', ...flags, '-o', 'json', '--quarantine', kept), {
      input,
    });
    const [file] = await readdir(kept);
    // As it got them, whatever it has done to them since.
    expect(await readFile(join(kept, file!), 'utf8')).toContain('{"row":{"uint32":2,"text":"two"}}\n');
    const again = await gadget(['run', '--replay', join(kept, file!), '-o', 'json']);
    expect(words(ended)).toHaveLength(1);
    expect(words(again)).toEqual(words(ended));
    expect(again).toMatchObject({ code: 1, stdout: '' });
  });

  test('that writes 20,000 lines is heard so often a second, the others are counted, and its rows pass', async () => {
    const ended = await gadget(run('20,000 lines', 'on-packet', '-o', 'json'), { input });
    expect(ended.code).toBe(0);
    const shown = ended.stderr.match(/^error attacker: again and again$/gm)!.length;
    const held = ended.stderr.matchAll(/^warn attacker: (\d+) more lines held back$/gm);
    expect(shown).toBeLessThan(20_000);
    expect([...held].reduce((sum, [, lines]) => sum + Number(lines), shown)).toBeGreaterThanOrEqual(20_000);
    expect(ended.stdout.trim().split('\n')).toHaveLength(2);
  });
});
