import { describe, expect, test } from 'vitest';
import { waysOf } from '../ways.fixture.ts';
import { commandLine } from './command-line.ts';
import processes from './gadget.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['ls\0-l\0', 'ls', 'ls -l'],
  ['', 'kthreadd', '[kthreadd]'],
  ['sh\0-c\0echo hi\0', 'sh', "sh -c 'echo hi'"],
  ["echo\0it's\0", 'echo', "echo 'it'\\''s'"],
  ['a\0\0b\0', 'a', "a '' b"],
])('%j of %s reads %s', (cmdline, name, line) => {
  expect(commandLine(bytes(cmdline), name)).toBe(line);
});

const schema = {
  processes: {
    pid: 'uint32',
    ppid: 'uint32',
    comm: 'text',
    uid: 'uint32',
    vsize: 'uint64',
    'cpu.user': 'uint64',
    'cpu.system': 'uint64',
    start_time: 'uint64',
    kernel: 'boolean',
    exe: 'text',
    cgroup: 'text',
    cmdline: 'bytes',
    rss: 'uint64',
    memory_total: 'uint64',
  },
} as const;

const rows = [
  {
    pid: 1,
    ppid: 0,
    comm: 'init',
    kernel: false,
    cmdline: bytes('/sbin/init\0'),
    rss: 25n,
    memory_total: 100n,
    start_time: 0n,
  },
  { pid: 2, ppid: 0, comm: 'kthreadd', kernel: true, rss: 0n, memory_total: 100n, start_time: 0n },
  {
    pid: 7,
    ppid: 1,
    comm: 'sh',
    kernel: false,
    cmdline: bytes('sh\0-c\0a b\0'),
    rss: 50n,
    memory_total: 100n,
    start_time: 0n,
  },
];

describe.each(waysOf(import.meta.dirname, processes))('as $way', ({ run }) => {
  test('joins the command line, adds age, share and parent, drops kernel threads', async () => {
    const result = await run(rows, { schema, delivery: 'snapshots' });
    expect(result.error).toBeUndefined();
    const seen = result.rows['processes']!;
    expect(seen.map(({ pid, command, memory, parent }) => ({ pid, command, memory, parent }))).toEqual([
      { pid: 1, command: '/sbin/init', memory: 25, parent: undefined },
      { pid: 7, command: "sh -c 'a b'", memory: 50, parent: 'init' },
    ]);
    expect(seen.every(({ age }) => typeof age === 'bigint' && age >= 0n)).toBe(true);
  });

  test('shows kernel threads when asked', async () => {
    const result = await run(rows, { schema, delivery: 'snapshots', params: { 'kernel-threads': 'true' } });
    expect(result.rows['processes']?.map(({ command }) => command)).toContain('[kthreadd]');
  });
});
