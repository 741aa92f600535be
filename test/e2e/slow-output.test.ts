import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { RunStats } from '@gadget-api/host';
import { bin, root } from './command.ts';

const redact = path.join(root, 'golden/1.1.0/redact-rust.wasm');

/** How long nobody reads, once the pipe is full. Milliseconds. */
const pauseMs = 2500;
/** What may come together in that time for other reasons; without waiting it would be some hundred megabytes. KiB. */
const growthKib = 64 * 1024;
/** Of the whole process. KiB. */
const mostKib = 600 * 1024;

interface Slow {
  child: ChildProcessWithoutNullStreams;
  /** Standard error so far. */
  words: () => string;
}

function start(source: string, isolation: string): Slow {
  const argv = ['run', redact, '-s', source, '-p', 'from=exec', '-o', 'json', '--stats'];
  const child = spawn(process.execPath, [bin, ...argv, '--isolation', isolation], {
    cwd: root,
    stdio: 'pipe',
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text));
  return { child, words: () => words };
}

function rssKib(pid: number): number {
  return Number(/^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);
}

/** Resolves when the first bytes are there to be read; nobody has read them. */
const begun = (child: ChildProcessWithoutNullStreams): Promise<unknown> => once(child.stdout, 'readable');

/** Looks at the memory while nobody reads. */
async function staysSmall(pid: number): Promise<void> {
  // What is read ahead and translated, and V8 takes its time.
  await setTimeout(500);
  const before = rssKib(pid);
  await setTimeout(pauseMs);
  const after = rssKib(pid);
  expect(after - before).toBeLessThan(growthKib);
  expect(after).toBeLessThan(mostKib);
}

/** Reads to the end; counts lines, and what is in none. */
async function readAll({ child }: Slow): Promise<{ lines: number; rest: string; code: number | null }> {
  const closed = once(child, 'close') as Promise<[number | null]>;
  let lines = 0;
  let rest = '';
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
    rest = chunk.subarray(chunk.lastIndexOf(10) + 1).toString();
  }
  const [code] = await closed;
  return { lines, rest, code };
}

const statsOf = ({ words }: Slow): RunStats =>
  (JSON.parse(words().slice(words().indexOf('{'))) as { stats: RunStats }).stats;

describe.runIf(process.platform === 'linux')('a reader that does not read for a while', () => {
  test.each(['inline', 'worker'])('holds up what can wait, and gets all of it: %s', async (isolation) => {
    const slow = start('exec=demo:exec,rate=0,rows=600000', isolation);
    await begun(slow.child);
    await staysSmall(slow.child.pid!);
    expect(slow.child.exitCode).toBeNull();
    expect(await readAll(slow)).toEqual({ lines: 600_000, rest: '', code: 0 });
    expect(statsOf(slow).sources).toMatchObject([{ rows: 600_000, lost: 0, rowsOut: 600_000 }]);
  });

  test('holds up who writes into a pipe that the command reads', async () => {
    const slow = start('exec=ndjson:-', 'inline');
    const { stdin, pid } = slow.child;
    const line = `${JSON.stringify({ filename: '/home/ann/a', filler: 'x'.repeat(80) })}\n`;
    const count = 400_000;
    stdin.end(line.repeat(count));
    await begun(slow.child);
    await staysSmall(pid!);
    // Most of it is still on this side.
    expect(stdin.writableLength).toBeGreaterThan((count * line.length) / 2);
    expect(await readAll(slow)).toEqual({ lines: count, rest: '', code: 0 });
    expect(statsOf(slow).sources).toMatchObject([{ rows: count, lost: 0, rowsOut: count }]);
  });

  test('and then leaves, ends the run quietly', async () => {
    const slow = start('exec=demo:exec,rate=0', 'inline');
    await begun(slow.child);
    await setTimeout(200);
    slow.child.stdout.destroy();
    expect(await once(slow.child, 'close')).toEqual([0, null]);
    expect(slow.words()).not.toContain('E_');
  });
});

describe.runIf(process.platform === 'linux')('an output that fails', () => {
  test.each(['inline', 'worker'])('ends the run, and every row is counted: %s', async (isolation) => {
    const argv = ['run', redact, '-s', 'exec=demo:exec,rate=0', '-p', 'from=exec', '-o', 'json', '--stats'];
    const stdout = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [bin, ...argv, '--isolation', isolation], {
      cwd: root,
      stdio: ['ignore', stdout, 'pipe'],
    });
    let words = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (words += text));
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(words).toContain('E_OUTPUT_WRITE');
    const { gadgets, sources } = (JSON.parse(words.slice(words.indexOf('{'))) as { stats: RunStats }).stats;
    const [{ rowsIn, rowsOut }] = gadgets as [RunStats['gadgets'][number]];
    expect(rowsIn).toBeGreaterThan(0);
    expect(rowsOut).toBe(rowsIn);
    expect(sources).toMatchObject([{ rows: rowsIn, rowsOut: rowsIn }]);
  });
});
