import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crashGadget } from './crash.ts';
import { root, rows, startGadget } from './command.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gadget-e2e-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a line in a shell that knows `gadget`; with `terminal` on a terminal of 80 columns and 24 lines. */
function shell(line: string, terminal = false): Promise<{ code: number | null; text: string }> {
  const script = `set -o pipefail; gadget() { '${process.execPath}' '${root}/host/bin/gadget.js' "$@"; }; ${line}`;
  const argv = terminal
    ? ['script', '-qec', `bash -c ${quoted(`stty cols 80 rows 24; ${script}`)}`, '/dev/null']
    : ['bash', '-c', script];
  const child = spawn(argv[0]!, argv.slice(1), { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, text }));
  });
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

describe('signals', () => {
  const run = ['run', 'gadgets/redact', '-s', 'open=ndjson:-', '-o', 'json'];

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends the run with what was gathered', async (signal, code) => {
    const running = startGadget(run);
    running.write('{"pid":1,"filename":"/home/ann/a"}\n');
    await running.printed('/home/***/a');
    running.kill(signal);
    const ended = await running.ended;
    expect(rows(ended)).toEqual([{ pid: 1, filename: '/home/***/a' }]);
    expect(ended.stderr).toBe('');
    expect(ended.code).toBe(code);
  });

  test('while it waits for the first row', async () => {
    const running = startGadget([...run.slice(0, -1), 'table']);
    await running.printed('waiting for the first row');
    running.kill('SIGINT');
    const ended = await running.ended;
    expect(ended.stderr).toContain('gadget: no rows\n');
    expect(ended.code).toBe(130);
  });

  test('gadgets stop, and what they then send is printed', async () => {
    const running = startGadget([
      'run',
      'gadgets/hello',
      '-s',
      'open=ndjson:-',
      '-o',
      'json',
      '--log-level',
      'debug',
    ]);
    running.write('{"pid":1}\n');
    await running.printed('"pid":1');
    running.kill('SIGINT');
    const ended = await running.ended;
    expect(ended.stderr).toMatch(/^info hello: .*(stop|bye)/im);
    expect(ended.code).toBe(130);
  });

  test('inspect --init ends with the first', async () => {
    const path = join(folder, 'init-loops.wasm');
    await writeFile(path, await crashGadget({ init: 'loop' }));
    const running = startGadget(['inspect', path, '--init']);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    running.kill('SIGINT');
    const ended = await running.ended;
    expect(ended.stderr).not.toContain('E_DEADLINE');
    expect(ended.code === 130 || ended.signal === 'SIGINT').toBe(true);
  });

  test('a second one ends at once what does not end by itself', async () => {
    const path = join(folder, 'spins.wasm');
    await writeFile(path, await crashGadget({ onPacket: 'loopLater' }));
    const running = startGadget(['run', path, '-s', 'open=ndjson:-', '-o', 'json', '--batch-rows', '1']);
    running.write('{"pid":1}\n{"pid":2}\n');
    await running.printed('"pid":1');
    running.kill('SIGINT');
    await running.printed('once more ends it at once');
    running.kill('SIGINT');
    expect(await running.ended).toMatchObject({ code: 130, stdout: '{"pid":1}\n' });
  });
});

describe('pipes', () => {
  test('a reader that leaves ends the run quietly', async () => {
    const endless = 'gadget run gadgets/hello -s open=demo:exec,rate=0 --log-level error';
    for (const format of ['json', 'table', 'yaml']) {
      const { code, text } = await shell(`${endless} -o ${format} | head -n 1`);
      expect(text.trimEnd().split('\n')).toHaveLength(1);
      expect(code).toBe(0);
    }
  });

  test('help and inspect, too', async () => {
    for (const line of ['gadget --help', 'gadget inspect gadgets/redact -o json']) {
      const { code, text } = await shell(`${line} | head -n 1`);
      expect(text.trimEnd().split('\n')).toHaveLength(1);
      expect(code).toBe(0);
    }
  });

  test('a full disk is an error', async () => {
    const { code, text } = await shell(
      'gadget run gadgets/hello -s open=demo:exec,rows=5 -o json > /dev/full',
    );
    expect(text).toMatch(/^gadget: E_OUTPUT_WRITE \(system\): /m);
    expect(code).toBe(1);
    const inspected = await shell('gadget inspect gadgets/hello > /dev/full');
    expect(inspected.text).toMatch(/^gadget: E_OUTPUT_WRITE \(system\): /);
    expect(inspected.code).toBe(1);
  });
});

describe('on a terminal', () => {
  test('snapshots are drawn over one another', async () => {
    const { code, text } = await shell(
      'gadget run processes --interval 100ms --timeout 2s --fields pid,user',
      true,
    );
    expect(text).toContain('\x1b[1m');
    // More than one snapshot, each of which begins by going up.
    expect(text.match(/\x1b\[\d+A/g)!.length).toBeGreaterThan(1);
    expect(code).toBe(0);
  });

  test('no line is wider than the terminal', async () => {
    const long = join(folder, 'long.json');
    await writeFile(long, `{"pid":1,"filename":"${'x'.repeat(300)}"}\n`);
    const { text } = await shell(`gadget run gadgets/redact -s open=ndjson:${long}`, true);
    const plain = text.replaceAll(/\x1b\[[0-9;]*m/g, '').split(/\r?\n/);
    expect(Math.max(...plain.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text).toContain('…');
  });

  test('what rows hold does not steer it', async () => {
    const hostile = join(folder, 'hostile.json');
    await writeFile(hostile, '{"filename":"\\u001b]0;x\\u0007\\u009b2J\\u202e","a\\u001b[2J":1}\n');
    const { text } = await shell(`gadget run gadgets/hello -s open=ndjson:${hostile}`, true);
    expect(text.replaceAll(/\x1b\[[01]m/g, '')).not.toMatch(/[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e]/);
  });

  test('Ctrl-C leaves what was printed and a new line', async () => {
    const line = `timeout -s INT 6 '${process.execPath}' host/bin/gadget.js run processes --interval 50ms --fields pid`;
    const { text } = await shell(`${line}; echo "ended with $?"`, true);
    expect(text).toMatch(/PID/);
    const plain = text.replaceAll(/\x1b\[[0-9;]*[A-Za-z]/g, '').trimEnd();
    expect(plain.split('\n').at(-1)).toMatch(/^ended with (130|124)$/);
  });
});
