import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunStats } from '../../host/src/run/stats.ts';
import { gadget, rows, startGadget } from './command.ts';

let folder: string;
let events: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gadget-e2e-'));
  events = join(folder, 'events.json');
  await writeFile(events, '{"pid":1,"filename":"/home/ann/a.txt"}\n{"pid":2,"filename":"/etc/hosts"}\n');
});
afterAll(() => rm(folder, { recursive: true }));

test('one row from standard input through a gadget', async () => {
  const ended = await gadget(['run', 'gadgets/redact', '--source', 'open=ndjson:-', '-o', 'json'], {
    input: '{"pid":1,"filename":"/home/ann/a.txt"}\n',
  });
  expect(ended.stdout).toBe('{"pid":1,"filename":"/home/***/a.txt"}\n');
  expect(ended.code).toBe(0);
});

test('a file through a chain, as a table', async () => {
  const ended = await gadget(['run', 'gadgets/redact', 'gadgets/hello', '--source', `open=ndjson:${events}`]);
  expect(ended.code).toBe(0);
  expect(ended.stdout.split('\n').map((line) => line.trim().split(/\s+/))).toEqual([
    ['PID', 'FILENAME'],
    ['1', '/home/***/a.txt'],
    ['2', '/etc/hosts'],
    [''],
  ]);
  expect(ended.stderr).toMatch(/^info hello: /m);
});

test('a parameter of gadget.yaml as a flag, and for one gadget of a chain', async () => {
  const run = ['run', 'gadgets/redact', '-s', `open=ndjson:${events}`, '-o', 'json', '--max-rows', '1'];
  const schema = ['--schema', 'pid=uint32,filename=text,other=text'];
  const flag = await gadget([...run, ...schema, '--field', 'other']);
  expect(rows(flag)).toEqual([{ pid: 1, filename: '/home/ann/a.txt' }]);
  const param = await gadget([...run, ...schema, '--param', 'redact.field=other']);
  expect(rows(param)).toEqual(rows(flag));
});

test('help lists the parameters of the gadgets that are named', async () => {
  const { stdout, code } = await gadget(['run', 'gadgets/redact', '--help']);
  expect(stdout).toContain('Parameters of redact:');
  expect(stdout).toMatch(/--field <text>\s+The text field to redact/);
  expect(code).toBe(0);
});

test('what a gadget is, for programs', async () => {
  const { stdout, code } = await gadget(['inspect', 'gadgets/redact', '-o', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({
    name: 'redact',
    apiVersions: ['1.0.0'],
    digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    exports: expect.arrayContaining(['gadget:api/lifecycle@1.0.0']),
    imports: expect.arrayContaining([
      expect.objectContaining({ interface: 'gadget:api/field@1.0.0', granted: true }),
    ]),
    interfaces: expect.arrayContaining([
      {
        side: 'import',
        interface: 'gadget:api/packet@1.0.0',
        version: '1.0.0',
        functions: expect.arrayContaining(['[method]packet.len', '[static]packet.emit']),
        resources: ['packet'],
      },
      {
        side: 'export',
        interface: 'gadget:api/handler@1.0.0',
        version: '1.0.0',
        functions: ['on-packet'],
        resources: [],
      },
    ]),
  });
  expect(code).toBe(0);
});

test('what a gadget needs of each interface', async () => {
  const { stdout, code } = await gadget(['inspect', 'gadgets/redact']);
  expect(stdout).toMatch(/^import gadget:api\/types@1\.0\.0 \(no functions\)$/m);
  expect(stdout).toMatch(
    /^import gadget:api\/packet@1\.0\.0 \(resource packet\)\n {2}packet\.len, packet\.append/m,
  );
  expect(stdout).toMatch(/^export gadget:api\/handler@1\.0\.0\n {2}handler\.on-packet$/m);
  expect(code).toBe(0);
});

test('what a gadget declares, with --init', async () => {
  const { stdout, code } = await gadget(['inspect', 'processes', '--init']);
  expect(stdout).toMatch(/^source processes \(snapshots, subscribed\)$/m);
  expect(stdout).toMatch(/^ {2}command +text, added/m);
  expect(code).toBe(0);
});

test("this machine's processes", async () => {
  const ended = await gadget(['run', 'processes', '-o', 'json', '--fields', 'pid,command,ppid']);
  const found = rows(ended) as { pid: number; ppid: number; command: string }[];
  expect(found.find(({ ppid }) => ppid === process.pid)?.command).toContain('gadget.js run processes');
  expect(ended.code).toBe(0);
});

test('a producer until the time is over', async () => {
  const ended = await gadget(['run', 'heartbeat', '--timeout', '3s', '-o', 'json']);
  expect(rows(ended).length).toBeGreaterThan(0);
  expect(ended.code).toBe(0);
});

test('a snapshot so often, until so many rows', async () => {
  const ended = await gadget(['run', 'processes', '--interval', '20ms', '--max-rows', '500', '-o', 'json']);
  expect(rows(ended)).toHaveLength(500);
  expect(ended.code).toBe(0);
});

test('counts at the end', async () => {
  const run = ['run', 'gadgets/redact', '-s', `open=ndjson:${events}`, '--stats'];
  const table = await gadget([...run]);
  expect(table.stderr).toMatch(/^redact +1 +2 +0 +2 /m);
  const json = await gadget([...run, '-o', 'json']);
  expect(JSON.parse(json.stderr)).toMatchObject({
    stats: { sources: [{ name: 'open', rows: 2, rowsOut: 2 }] },
  });
});

test('counts so often while it runs', async () => {
  const running = startGadget([
    'run',
    'gadgets/redact',
    '-s',
    'open=ndjson:-',
    '-o',
    'json',
    '--stats',
    '20ms',
  ]);
  running.write('{"pid":1,"filename":"/etc/hosts"}\n');
  await running.printed('"rowsOut":1');
  running.endInput();
  const { stderr, code } = await running.ended;
  const told = stderr
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { time: string; stats: RunStats });
  expect(told.length).toBeGreaterThan(1);
  const times = told.map(({ time }) => Date.parse(time));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(told.at(-1)).toMatchObject({ stats: { sources: [{ name: 'open', rows: 1, rowsOut: 1 }] } });
  expect(code).toBe(0);
});

test('a folder to a component that runs', async () => {
  const out = join(folder, 'hello.wasm');
  const built = await gadget(['build', 'gadgets/hello', '-o', out]);
  expect(built).toMatchObject({ code: 0, stdout: expect.stringContaining(`${out}: hello `) });
  const ran = await gadget(['run', out, '-s', `open=ndjson:${events}`, '-o', 'json']);
  expect(rows(ran)).toHaveLength(2);
});

test('a gadget that loops is ended in time and reported, and rows of others are complete', async () => {
  const chain = ['run', './test/hostile/loop', 'gadgets/redact', '--from', 'open'];
  const bounds = ['--deadline', '1s'];
  const sources = ['--source', `bait=ndjson:${events}`, '--source', `open=ndjson:${events}`];
  const ended = await gadget([
    ...chain,
    ...bounds,
    ...sources,
    '-o',
    'open:json',
    '-o',
    'bait:none',
    '--stats',
  ]);
  expect(rows(ended)).toEqual([
    { pid: 1, filename: '/home/***/a.txt' },
    { pid: 2, filename: '/etc/hosts' },
  ]);
  expect(ended.stderr).toContain('E_DEADLINE (guest): loop did not return from on-packet within 1s');
  expect(ended.stderr).toMatch(/^ {2}in: loop 0\.1\.0, sha256:[0-9a-f]{64}, packet 1, source bait$/m);
  expect(ended.code).toBe(1);
  const line = ended.stderr.split('\n').find((text) => text.startsWith('{'))!;
  const { stats } = JSON.parse(line) as { stats: RunStats };
  for (const { rows, rowsAppended, rowsOut, rowsDiscarded, rowsFailed, lost } of stats.sources) {
    expect(rows + rowsAppended).toBe(rowsOut + rowsDiscarded + rowsFailed + lost);
  }
  expect(stats.sources.map(({ name, rowsOut, rowsFailed }) => [name, rowsOut, rowsFailed])).toEqual(
    expect.arrayContaining([
      ['open', 2, 0],
      ['bait', 0, 2],
    ]),
  );
});
