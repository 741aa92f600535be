import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { Checkout } from './checkout.fixture.ts';
import type { ComparisonReport } from './compare.ts';

let checkout: Checkout;
beforeAll(() => {
  checkout = new Checkout();
  checkout.commit('before-the-bench');
  checkout.write('bench/main.ts', "console.log('--only <names> --rounds <number>');\n");
  checkout.commit('without-json');
  checkout.writeBench(['tiny', 'old'], 10);
  checkout.write('package-lock.json', '{ "packages": {} }');
  checkout.commit('first');
  checkout.writeBench(['tiny', 'new'], 20);
});
afterAll(() => checkout.remove());

let seen: string;
let json: string;
beforeEach(() => {
  seen = join(checkout.root, '.git/seen');
  json = join(checkout.root, '.git/comparison.json');
});
afterEach(() => {
  for (const file of [seen, json]) rmSync(file, { force: true });
});

function start(argv: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ['bench/main.ts', ...argv], {
    cwd: checkout.root,
    env: { ...process.env, BENCH_SEEN: seen, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function ended(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => void (output += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

/** The folders that rounds ran in, in their order, as `here` or `there`; with proof that the other is gone. */
function turns(): string[] {
  const folders = readFileSync(seen, 'utf8').trim().split('\n');
  const here = join(checkout.root, 'bench/workloads');
  for (const folder of folders) {
    if (folder !== here) expect(existsSync(folder)).toBe(false);
  }
  expect(checkout.git('worktree', 'list').trim().split('\n')).toHaveLength(1);
  return folders.map((folder) => (folder === here ? 'here' : 'there'));
}

it('runs both commits in turns, each with its own packages, and leaves nothing behind', async () => {
  checkout.write('package-lock.json', '{ "packages": { "": {} } }');
  const { code, output } = await ended(start(['--compare', 'first', '--rounds', '2', '--json', json]));
  expect(output).toMatch(/^there: first, commit [0-9a-f]{7,}; here: this checkout/m);
  expect(output).toContain('package-lock.json is another there');
  expect(output).toMatch(/^ {2}a, time +10.0 ms +20.0 ms +\+100 % +worse +10.0 10.0 +20.0 20.0$/m);
  expect(output).toContain('only there: old');
  expect(output).toContain('only here: new');
  expect(code).toBe(0);
  expect(turns()).toEqual(['there', 'here', 'here', 'there']);
  const report = JSON.parse(readFileSync(json, 'utf8')) as ComparisonReport;
  expect(report.there).toMatchObject({ ref: 'first', sameLock: false });
  expect([report.onlyThere, report.onlyHere]).toEqual([['old'], ['new']]);
  expect(report.workloads[0]!.numbers[0]).toMatchObject({ variant: 'a', metric: 'time', change: 100 });
});

it.each([
  ['nowhere', [], 'error: git knows no commit nowhere'],
  ['--all', [], 'error: git knows no commit --all'],
  ['before-the-bench', [], 'error: before-the-bench has no bench/main.ts'],
  ['without-json', [], "error: the bench of without-json can't be compared with: it has no --json"],
  ['first', ['--only', 'tinny'], 'error: there is no workload tinny: did you mean tiny?'],
  ['first', ['--only', 'new'], 'error: first and this checkout have none of these workloads in common'],
])('refuses %s %j', async (ref, argv, message) => {
  const { code, output } = await ended(start(['--compare', ref, ...argv]));
  expect(output).toContain(message);
  expect(code).toBe(1);
  expect(existsSync(seen)).toBe(false);
  expect(checkout.git('worktree', 'list').trim().split('\n')).toHaveLength(1);
});

it('leaves nothing behind when interrupted', async () => {
  const began = new Promise<void>((resolve) => {
    const watcher = watch(join(checkout.root, '.git'), () => {
      if (!existsSync(seen)) return;
      watcher.close();
      resolve();
    });
  });
  // Longer than anybody waits: it must be ended, too.
  const child = start(['--compare', 'first'], { BENCH_WAIT_MS: '1000000' });
  const end = ended(child);
  await began;
  child.kill('SIGINT');
  const { code, output } = await end;
  expect(output).toContain('error: interrupted');
  expect(code).toBe(1);
  expect(turns()).toEqual(['there']);
});
