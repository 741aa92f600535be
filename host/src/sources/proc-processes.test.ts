import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { processesSource } from './proc-processes.ts';
import { collect } from './feed.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'proc-'));
afterAll(() => rmSync(folder, { recursive: true }));

const procPath = join(folder, 'proc');
const passwdPath = join(folder, 'passwd');
mkdirSync(procPath);
writeFileSync(join(procPath, 'meminfo'), 'MemTotal:        2048 kB\nMemFree: 1 kB\n');
writeFileSync(
  passwdPath,
  `root:x:${process.getuid!()}:0::/root:/bin/sh\nlater:x:${process.getuid!()}:0\nbad\n`,
);

interface Made {
  comm?: Uint8Array;
  flags?: number;
  cmdline?: Uint8Array;
  cgroup?: string;
  exe?: string;
}

function makeProcess(pid: number, made: Made = {}): void {
  const path = join(procPath, String(pid));
  mkdirSync(path);
  const rest = `) S 7 1 1 0 -1 ${made.flags ?? 0} 0 0 0 0 150 25 0 0 20 0 3 0 12345 8192000 200 18446744073709551615 1\n`;
  const comm = made.comm ?? Buffer.from('sh');
  writeFileSync(join(path, 'stat'), Buffer.concat([Buffer.from(`${pid} (`), comm, Buffer.from(rest)]));
  if (made.cmdline !== undefined) writeFileSync(join(path, 'cmdline'), made.cmdline);
  if (made.cgroup !== undefined) writeFileSync(join(path, 'cgroup'), made.cgroup);
  if (made.exe !== undefined) symlinkSync(made.exe, join(path, 'exe'));
}

makeProcess(1, {
  comm: Buffer.from('a) (b\n\xff', 'latin1'),
  cmdline: Buffer.from('/bin/sh\0-c\0x y\xfe\0', 'latin1'),
  cgroup: '5:cpu:/old\n0::/init.scope\n',
  exe: '/bin/sh (deleted)',
});
makeProcess(42, { flags: 0x0020_0040, cmdline: new Uint8Array(0), cgroup: '5:cpu:/a:b\n4:memory:/c\n' });
makeProcess(43, { cmdline: Buffer.alloc(200_000, 'x') });
// One that ended while it was read, one that is no process, one without a number.
mkdirSync(join(procPath, '44'));
mkdirSync(join(procPath, '45'));
writeFileSync(join(procPath, '45', 'stat'), '45 (half');
mkdirSync(join(procPath, '46x'));

test('a snapshot of made-up processes', async () => {
  const { packets } = await collect(processesSource({ procPath, passwdPath }));
  const rows = packets[0]!.toSorted((a, b) => Number(a['pid']) - Number(b['pid']));
  expect(packets.length).toBe(1);
  expect(rows.map(({ pid }) => pid)).toEqual([1, 42, 43]);
  expect(rows[0]).toEqual({
    pid: 1,
    ppid: 7,
    comm: 'a) (b\n\uFFFD',
    state: 'S',
    uid: process.getuid!(),
    user: 'root',
    threads: 3,
    rss: 200n * 4096n,
    vsize: 8_192_000n,
    'cpu.user': 1_500_000_000n,
    'cpu.system': 250_000_000n,
    start_time: 123_450_000_000n,
    kernel: false,
    exe: '/bin/sh (deleted)',
    cmdline: new Uint8Array(Buffer.from('/bin/sh\0-c\0x y\xfe\0', 'latin1')),
    cgroup: '/init.scope',
    memory_total: 2_097_152n,
  });
  expect(rows[1]).toMatchObject({ kernel: true, cmdline: new Uint8Array(0), cgroup: '/a:b' });
  expect(rows[1]).not.toHaveProperty('exe');
  expect((rows[2]!['cmdline'] as Uint8Array).length).toBe(65_536);
  expect(rows[2]).not.toHaveProperty('cgroup');
});

test('snapshots come again until the run ends', async () => {
  const stop = new AbortController();
  const { packets } = await collect(processesSource({ procPath, passwdPath, intervalMs: 5 }), {
    signal: stop.signal,
    onPacket: (collected) => {
      if (collected.packets.length === 3) stop.abort();
    },
  });
  expect(packets.map(({ length }) => length)).toEqual([3, 3, 3]);
});

test('more processes than a snapshot may hold fail visibly', async () => {
  await expect(collect(processesSource({ procPath, passwdPath }), { maxRows: 2 })).rejects.toMatchObject({
    code: 'E_LIMIT',
    blame: 'user',
  });
});

test('a place without processes, and an interval that is none', async () => {
  await expect(collect(processesSource({ procPath: join(folder, 'no') }))).rejects.toMatchObject({
    code: 'E_SOURCE_READ',
    hint: 'proc:processes needs Linux with /proc mounted',
  });
  for (const intervalMs of [0, -1, Number.NaN, Infinity])
    expect(() => processesSource({ intervalMs })).toThrow(expect.objectContaining({ code: 'E_SOURCE_SPEC' }));
});

test.runIf(process.platform === 'linux')('this process is among the real ones', async () => {
  const { rows } = await collect(processesSource());
  const own = rows.find(({ pid }) => pid === process.pid);
  expect(own).toMatchObject({
    ppid: process.ppid,
    kernel: false,
    cmdline: new Uint8Array(readFileSync('/proc/self/cmdline')),
  });
  expect(own!['rss']).toBeGreaterThan(1_000_000n);
  expect(own!['memory_total']).toBeGreaterThan(own!['rss'] as bigint);
});
