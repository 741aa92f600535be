import { randomInt } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunStats } from '@gadget-api/host';
import { Random } from '../fuzz/random.ts';
import { privateFolder } from '../support/private-folder.ts';
import { appearance, type Family, living, survivors } from '../support/process-tree.ts';
import { type Ended, gadget, root, type Running, startGadget } from './command.ts';

/** More runs find more: GADGET_SIGNAL_RUNS=1000. A seed repeats the moments, as far as a machine repeats anything. */
const runs = Number(process.env['GADGET_SIGNAL_RUNS'] ?? 20);
const firstSeed = Number(process.env['GADGET_SIGNAL_SEED'] ?? 1);

const redact = path.join(root, 'golden/1.1.0/redact-rust.wasm');
/** Of a process that was told to end, milliseconds. */
const patienceMs = 20_000;

let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'gadget-test-'));
});
afterAll(() => rm(temporary, { recursive: true }));

/** Rows as fast as they are taken, the same ones each time. */
const command = (rows: string, cache: string, isolation: string): string[] => [
  ...['run', redact, '--source', `exec=demo:exec,rate=0,seed=3${rows}`, '-p', 'from=exec'],
  ...['-o', 'json', '--stats', '--isolation', isolation, '--cache-dir', cache],
];

interface Started extends Family {
  running: Running;
}

function start(argv: readonly string[], env: Record<string, string> = {}): Started {
  const mark = env['GADGET_TEST'] ?? newMark();
  const running = startGadget(argv, {
    detached: true,
    env: { TMPDIR: temporary, GADGET_TEST: mark, ...env },
  });
  return { running, group: running.pid, mark };
}

/** Digits that nobody else has. */
const newMark = (): string => String(randomInt(2 ** 47, 2 ** 48 - 1));

async function inTime({ running }: Started): Promise<Ended> {
  const late = setTimeout(patienceMs, undefined, { ref: false }).then(() => {
    running.kill('SIGKILL');
    throw new Error(`it has not ended within ${patienceMs} ms`);
  });
  return Promise.race([running.ended, late]);
}

/** Nothing runs on, and nothing lies about. */
async function leavesNothing(started: Started): Promise<void> {
  expect(await survivors(started)).toEqual([]);
  expect(await readdir(temporary)).toEqual([]);
}

const statsOf = ({ stderr }: Ended): RunStats =>
  (JSON.parse(stderr.slice(stderr.indexOf('{'))) as { stats: RunStats }).stats;

/** What a run that was told to end has printed, and how it ended. */
function check(ended: Ended, signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGKILL'): void {
  // Before the command listens, and SIGKILL always: it is ended by the system.
  if (ended.signal !== null) {
    expect(ended.signal).toBe(signal);
    if (signal !== 'SIGKILL') expect(ended.stdout).toBe('');
    return;
  }
  expect(ended.code).toBe({ SIGHUP: 129, SIGINT: 130, SIGKILL: 137, SIGTERM: 143 }[signal]);
  // While it loads its gadgets there is nothing to count.
  if (!ended.stderr.includes('{')) return expect(ended.stdout).toBe('');
  expect(ended.stdout).toMatch(/^$|\n$/);
  const { gadgets, sources } = statsOf(ended);
  const printed = ended.stdout.split('\n').length - 1;
  expect(sources).toMatchObject(printed === 0 ? [] : [{ rows: printed, rowsOut: printed, lost: 0 }]);
  expect(gadgets).toMatchObject([{ rowsIn: printed, rowsOut: printed, rowsFailed: 0, failures: 0 }]);
}

describe.runIf(process.platform === 'linux')('a signal at any moment', () => {
  test.each(['inline', 'worker'])(
    'leaves whole rows behind it, and nothing else: %s',
    async (isolation) => {
      const folder = await privateFolder();
      const cache = (name: string): string => path.join(folder, name);
      await gadget(command(',rows=1', cache('warm'), isolation));
      const printed: string[] = [];
      for (let index = 0; index < runs / 2; index++) {
        const random = new Random(firstSeed, index);
        const signal = random.pick(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL', 'SIGKILL'] as const);
        const cold = random.once(3);
        // Half of them while it starts or later, the others while rows flow, on however slow a machine.
        const flows = index % 2 === 1;
        const afterMs = random.below(flows ? 500 : 1200);
        const started = start(command('', cache(cold ? `cold ${index}` : 'warm'), isolation));
        if (flows) await started.running.printed('{');
        await setTimeout(afterMs);
        started.running.kill(signal);
        const ended = await inTime(started);
        const told = `seed ${firstSeed}, run ${index}: ${signal} after ${afterMs} ms${flows ? ' of rows' : ''}\n${ended.stderr}`;
        printed.push(ended.stdout);
        expect(() => check(ended, signal), told).not.toThrow();
        await leavesNothing(started);
        // Whatever it was doing to the cache.
        if (cold) {
          const next = await gadget(command(',rows=1', cache(`cold ${index}`), isolation));
          expect(next, told).toMatchObject({
            code: 0,
            stdout: printed.find((text) => text !== '')?.split(/(?<=\n)/)[0] ?? expect.any(String),
          });
        }
      }
      const most = Math.max(...printed.map((text) => text.split('\n').length));
      const all = await gadget(command(`,rows=${most}`, cache('warm'), isolation));
      for (const text of printed) expect(all.stdout.startsWith(text)).toBe(true);
      expect(printed.some((text) => text !== '')).toBe(true);
    },
    runs * (patienceMs / 2),
  );

  test.each(['SIGKILL', 'SIGTERM'] as const)('%s ends the translator, too', async (signal) => {
    const cache = path.join(await privateFolder(), 'cache');
    const started = start(command('', cache, 'inline'));
    await appearance(started, 'transpile-child');
    started.running.kill(signal);
    await inTime(started);
    await leavesNothing(started);
    expect(await gadget(command(',rows=3', cache, 'inline'))).toMatchObject({ code: 0 });
  });

  test.each(['SIGKILL', 'SIGTERM'] as const)('%s ends a builder, and what it has started', async (signal) => {
    const folder = await privateFolder();
    const mark = newMark();
    const made = path.join(folder, 'made');
    expect(await gadget(['new', 'made', '--lang', 'go'], { cwd: folder })).toMatchObject({ code: 0 });
    // A compiler that does not end, and one that it has started.
    const compiler = `#!/bin/sh
case "$1" in
env) echo go1.99.0 ;;
list) echo ${path.join(root, 'guest-go')}; echo local ;;
build) sleep 1000.${mark} & sleep 1001.${mark} ;;
esac
`;
    await mkdir(path.join(folder, mark));
    await writeFile(path.join(folder, mark, 'go'), compiler, { mode: 0o755 });
    const PATH = [path.join(folder, mark), process.env['PATH']].join(path.delimiter);
    const started = start(['build', made], { PATH, GADGET_TEST: mark });
    await appearance(started, `sleep 1001.${mark}`);
    expect(living(started).size).toBeGreaterThan(3);
    started.running.kill(signal);
    await inTime(started);
    await leavesNothing(started);
  });
});
