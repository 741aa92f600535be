import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstApiWit, quickJs, wat } from '../support/components.ts';
import { gadget, rows, startGadget } from './command.ts';
import { crashGadget } from './crash.ts';

let folder: string;
let events: string;
const file = (name: string): string => join(folder, name);

/** Writes a component and gives its path. */
async function save(name: string, bytes: Uint8Array | string): Promise<string> {
  await writeFile(file(name), bytes);
  return file(name);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gadget-e2e-'));
  events = await save('events.json', [1, 2, 3].map((pid) => `{"pid":${pid}}\n`).join(''));
});
afterAll(() => rm(folder, { recursive: true }));

/** One clean error with code and blame, and nothing on standard output. */
function refusal(code: string, blame: string): RegExp {
  return new RegExp(`^gadget: ${code} \\(${blame}\\): [^\\n]+\\n(  next: [^\\n]+\\n)?$`);
}

describe('not a component', () => {
  test.each([
    ['a core module', () => wat('(module)')],
    ['text', () => Buffer.from('hello')],
    ['nothing', () => Buffer.alloc(0)],
    ['a component cut short', async () => (await crashGadget({})).subarray(0, 500)],
  ])('%s', async (name, bytes) => {
    const path = await save(`${name.replaceAll(' ', '-')}.wasm`, await bytes());
    for (const command of ['run', 'inspect']) {
      const ended = await gadget([command, path]);
      expect(ended.stderr).toMatch(refusal('E_NOT_A_COMPONENT', 'user'));
      expect(ended).toMatchObject({ code: 3, stdout: '' });
    }
  });

  test('a gigabyte of zeros, which is not read', async () => {
    const handle = await open(file('zeros.wasm'), 'w');
    await handle.truncate(2 ** 30);
    await handle.close();
    for (const command of ['run', 'inspect']) {
      const ended = await gadget([command, file('zeros.wasm')]);
      expect(ended.stderr).toMatch(refusal('E_TOO_LARGE', 'guest'));
      expect(ended.code).toBe(3);
    }
  });
});

describe('a component that is refused before anything of it runs', () => {
  test.each([
    [
      'names that would be code, exported',
      `(component (core module (func (export "run'];globalThis.X=1;//"))))`,
      'E_HOSTILE_NAME',
      'guest',
    ],
    [
      'names that would be code, imported',
      `(component (core module (import "a\\n" "b" (func))))`,
      'E_HOSTILE_NAME',
      'guest',
    ],
    ['no lifecycle', '(component)', 'E_NO_LIFECYCLE', 'guest'],
    [
      'an API too new',
      '(component (import "gadget:api/logging@2.0.0" (instance)))',
      'E_API_TOO_NEW',
      'guest',
    ],
    [
      'an API too old',
      '(component (import "gadget:api/logging@0.9.0" (instance)))',
      'E_API_TOO_OLD',
      'guest',
    ],
    [
      'a pre-release of the API',
      '(component (import "gadget:api/logging@2.0.0-preview.1" (instance)))',
      'E_API_PRERELEASE',
      'guest',
    ],
  ])('%s', async (_, text, code, blame) => {
    const path = await save('refused.wasm', await wat(text));
    const ended = await gadget(['run', path]);
    expect(ended.stderr).toMatch(refusal(code, blame));
    expect(ended).toMatchObject({ code: 3, stdout: '' });
  });

  test('hostile names are not shown raw by inspect either', async () => {
    const name = `(component (core module (func (export "\\1b[2J\\0a\\e2\\80\\ae"))))`;
    const ended = await gadget(['inspect', await save('escape.wasm', await wat(name))]);
    expect(ended.stderr).toMatch(refusal('E_HOSTILE_NAME', 'guest'));
    expect(ended.stderr).not.toMatch(/[\x1b\u202e]/);
  });

  test('an import that nobody granted, with the flag that would, and that is granted but not there', async () => {
    const path = await save('network.wasm', await crashGadget({ network: true }));
    const denied = await gadget(['run', path]);
    expect(denied.stderr).toMatch(refusal('E_NOT_GRANTED', 'user'));
    expect(denied.stderr).toContain('--allow evil:network/sockets@1.0.0');
    expect(denied.code).toBe(3);
    const granted = await gadget(['run', path, '--allow', 'evil:network/*']);
    expect(granted.stderr).toMatch(refusal('E_IMPORT_MISSING', 'guest'));
    const inspected = await gadget(['inspect', path]);
    expect(inspected.stdout).toMatch(/^needs --allow +evil:network\/sockets@1.0.0$/m);
    expect(inspected.code).toBe(0);
  });
});

describe('a gadget that fails', () => {
  const run = (path: string): string[] => ['run', path, '-s', `open=ndjson:${events}`, '-o', 'json'];

  test('in init, with its words cleaned', async () => {
    const source = `export const lifecycle = {
        init() { throw { tag: 'other', val: 'no \\x1b[2J\\nway' }; }, start() {}, stop() {} };
      export const handler = { onPacket() { return 'keep'; } };`;
    const path = await save('refuses.wasm', await quickJs(firstApiWit, source, 'gadget'));
    const ended = await gadget(run(path));
    expect(ended.stderr).toContain(
      'gadget: E_GADGET_ERROR (guest): refuses failed in init: other: no \\x1b[2J\\nway\n',
    );
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    const inspected = await gadget(['inspect', path, '--init', '-o', 'json']);
    expect(JSON.parse(inspected.stdout)).toMatchObject({ init: { incomplete: { code: 'E_GADGET_ERROR' } } });
    expect(inspected.code).toBe(1);
  });

  test('by a trap in init', async () => {
    const ended = await gadget(run(await save('traps.wasm', await crashGadget({ init: 'trap' }))));
    expect(ended.stderr).toMatch(refusal('E_GADGET_TRAP', 'guest'));
    expect(ended).toMatchObject({ code: 1, stdout: '' });
  });

  test('by a loop in init, in run and in inspect', async () => {
    const path = await save('loops.wasm', await crashGadget({ init: 'loop' }));
    const [ran, inspected] = await Promise.all([
      gadget(run(path)),
      gadget(['inspect', path, '--init', '-o', 'json']),
    ]);
    for (const ended of [ran, inspected]) {
      expect(ended.stderr).toMatch(refusal('E_DEADLINE', 'guest'));
      expect(ended.stderr).toContain('loops did not return from init within 10s');
      expect(ended.code).toBe(1);
    }
    expect(JSON.parse(inspected.stdout)).toMatchObject({ init: { incomplete: { code: 'E_DEADLINE' } } });
  });

  test.each([
    ['worker', 'spins stays down'],
    ['inline', 'the run has been ended'],
  ])('by a loop on a packet, %s: what was printed stays', async (isolation, next) => {
    const path = await save('spins.wasm', await crashGadget({ onPacket: 'loopLater' }));
    const flags = [
      ...['--batch-rows', '1', '--isolation', isolation, '--deadline', 'on-packet=1s'],
      ...['--max-restarts', '0'],
    ];
    const ended = await gadget([...run(path), ...flags]);
    expect(ended.stderr).toContain('spins did not return from on-packet within 1s');
    expect(ended.stderr).toContain(next);
    expect(rows(ended)).toEqual([{ pid: 1 }]);
    expect(ended.code).toBe(1);
  });

  test('by a loop on a packet, in a chain: rows that the gadget lets pass are complete', async () => {
    const spins = await save('spins-first.wasm', await crashGadget({ onPacket: 'loopLater' }));
    const passes = await save('passes-after.wasm', await crashGadget({}));
    const flags = ['--batch-rows', '1', '--deadline', '1s', '--on-failure', 'spins-first=bypass'];
    const ended = await gadget(['run', spins, passes, ...run(passes).slice(2), ...flags]);
    expect(ended.stderr).toContain('spins-first did not return from on-packet within 1s');
    expect(ended.stderr).toContain('spins-first has been started again');
    expect(rows(ended)).toEqual([{ pid: 1 }, { pid: 2 }, { pid: 3 }]);
    expect(ended.code).toBe(1);
  });

  test('by a loop while it is instantiated', async () => {
    const path = await save('loops-at-birth.wasm', await crashGadget({ instantiate: 'loop' }));
    const ended = await gadget(run(path));
    expect(ended.stderr).toMatch(refusal('E_DEADLINE', 'guest'));
    expect(ended.stderr).toContain('loops-at-birth');
    expect(ended.code).toBe(1);
  });

  test('while it loads: a signal ends it at once', async () => {
    const path = await save('hangs.wasm', await crashGadget({ instantiate: 'loop' }));
    const running = startGadget(run(path));
    const late = setTimeout(() => running.kill('SIGKILL'), 50_000);
    // Once it has been translated it hangs; the signal must do, whenever it comes.
    for (const _ of [1, 2, 3]) {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      running.kill('SIGTERM');
    }
    expect(await running.ended).toMatchObject({ stdout: '' });
    clearTimeout(late);
    const { code, signal } = await running.ended;
    expect(signal === 'SIGTERM' || code === 143).toBe(true);
  });

  test.each(['inline', 'worker'])(
    'by a trap, %s: it is started again, and the next rows pass',
    async (isolation) => {
      const path = await save('traps-later.wasm', await crashGadget({ onPacket: 'trapLater' }));
      const flags = ['--batch-rows', '1', '--isolation', isolation, '--stats'];
      const ended = await gadget([...run(path), ...flags]);
      expect(ended.stderr).toContain('gadget: E_GADGET_TRAP (guest): traps-later trapped in on-packet');
      expect(ended.stderr).toMatch(/^ {2}in: traps-later, sha256:[0-9a-f]{64}, packet 2, source open$/m);
      expect(ended.stderr).toMatch(/^ {4}at .*\bhandle \(function \d+, 0x[0-9a-f]+\)$/m);
      expect(ended.stderr).toContain('traps-later has been started again');
      expect(ended.stderr).toContain('gadget: traps-later: 1 call failed, 1 row did not pass, 1 restart\n');
      expect(rows(ended)).toEqual([{ pid: 1 }, { pid: 3 }]);
      const stats = JSON.parse(ended.stderr.split('\n').find((line) => line.startsWith('{'))!) as unknown;
      expect(stats).toMatchObject({
        stats: {
          gadgets: [{ rowsIn: 3, rowsOut: 2, rowsFailed: 1, restarts: 1, dead: false }],
          sources: [{ rows: 3, rowsOut: 2, rowsFailed: 1, lost: 0 }],
        },
      });
      expect(ended.code).toBe(1);
    },
  );

  test('by a trap in the middle of a chain: counted, told, and the next gadget is fine', async () => {
    const traps = await save('traps-on-row.wasm', await crashGadget({ onPacket: 'trap' }));
    const passes = await save('passes-on.wasm', await crashGadget({}));
    const chain = [
      'run',
      passes,
      traps,
      'gadgets/hello',
      '-s',
      `open=ndjson:${events}`,
      ...['-o', 'json', '--stats', '--max-restarts', '0'],
    ];
    const packets = [...chain, '--batch-rows', '1'];
    const discarded = await gadget(packets);
    expect(rows(discarded)).toEqual([]);
    expect(discarded.stderr).toContain('gadget: E_GADGET_TRAP (guest): traps-on-row trapped in on-packet');
    expect(discarded.stderr).toContain(
      'gadget: traps-on-row: 1 call failed, 3 rows did not pass, the gadget was down at the end\n',
    );
    expect(discarded.code).toBe(1);
    const stats = JSON.parse(discarded.stderr.split('\n').find((line) => line.startsWith('{'))!) as unknown;
    expect(stats).toMatchObject({
      stats: {
        gadgets: [{ rowsOut: 3 }, { rowsIn: 3, rowsFailed: 3, dead: true }, { name: 'hello', failures: 0 }],
      },
    });
    const bypassed = await gadget([...packets, '--on-failure', 'traps-on-row=bypass']);
    expect(rows(bypassed)).toHaveLength(3);
    expect(bypassed.code).toBe(1);
    const stopped = await gadget([...packets, '--on-failure', 'stop-run']);
    expect(stopped.code).toBe(1);
  });
});

test('what a gadget logs and names neither steers the terminal nor makes lines', async () => {
  const source = `
    import { DataSource } from 'gadget:api/datasource@1.0.0';
    import { log } from 'gadget:api/logging@1.0.0';
    export const lifecycle = {
      init() {
        log('info', 'red \\x1b[31m\\ngadget: E_FAKE \\u202e');
        const source = DataSource.open('open');
        source.addField('x\\x1b[2J\\ny', 'text');
      },
      start() {}, stop() {},
    };
    export const handler = { onPacket() { return 'keep'; } };`;
  const path = await save('steers.wasm', await quickJs(firstApiWit, source, 'gadget'));
  for (const format of ['table', 'json', 'jsonpretty', 'yaml']) {
    const ended = await gadget(['run', path, '-s', `open=ndjson:${events}`, '-o', format]);
    expect(ended.code).toBe(0);
    expect(ended.stdout + ended.stderr).not.toMatch(/[\x1b\u202e]/);
    expect(ended.stderr).toBe('info steers: red \\x1b[31m\\ngadget: E_FAKE \\u202e\n');
  }
  const inspected = await gadget(['inspect', path, '--init']);
  expect(inspected.stdout).not.toMatch(/[\x1b\u202e]/);
});

test('a hostile folder name is shown clean', async () => {
  const ended = await gadget(['run', './a\x1b[2Jb/\u202e']);
  expect(ended.stderr).toMatch(refusal('E_GADGET_NOT_FOUND', 'user'));
  expect(ended.stderr).not.toMatch(/[\x1b\u202e]/);
});

test('nothing is left in the folder of the components', async () => {
  expect((await readdir(folder)).filter((name) => !/\.(wasm|json)$/.test(name))).toEqual([]);
});
