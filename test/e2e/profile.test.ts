import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunProfile } from '../../host/src/profile.ts';
import { gadget, startGadget } from './command.ts';

const run = ['run', 'gadgets/redact', '-s', 'open=ndjson:-'];
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gadget-e2e-'));
  // What building takes its time to tell is not looked at here.
  await gadget([...run, '-o', 'none'], { input: '' });
});
afterAll(() => rm(folder, { recursive: true }));
/** Texts of 15 and of 10 bytes; 15 stay 15 when redacted. */
const filenames = ['/home/ann/a.txt', '/etc/hosts'];
const rowCount = 4096;
const lines = Array.from({ length: rowCount }, (_, i) => JSON.stringify({ filename: filenames[i % 2] }));
const input = `${lines.join('\n')}\n`;
const bytes = (rowCount / 2) * (15 + 10);

test('--profile tells what each function was called for, as the gadget calls it', async () => {
  const file = join(folder, 'a.cpuprofile');
  const ended = await gadget([...run, '-o', 'json', '--profile', file, '--batch-rows', '1024'], { input });
  expect(ended.code).toBe(0);
  const [first, ...rest] = ended.stderr.split('\n');
  const { profile } = JSON.parse(first!) as { profile: RunProfile };
  const [redact] = profile.gadgets;
  const packets = redact!.hooks.find(({ name }) => name === 'on-packet')!.calls;
  expect(packets).toBeGreaterThanOrEqual(rowCount / 1024);
  const found = redact!.functions.map(({ name, calls, bytesIn, bytesOut }) => [
    name,
    [calls, bytesIn, bytesOut],
  ]);
  expect(Object.fromEntries(found)).toMatchObject({
    // `from` is empty, `field` is `filename`.
    'params.get': [2, 'filename'.length, 'from'.length + 'field'.length],
    'data-source.open': [1, 0, 'open'.length],
    'data-source.get-field': [1, 0, 'filename'.length],
    'data-source.subscribe': [1, 0, 0],
    // What update() is made of, when no text is empty.
    'field.column-text': [packets, bytes, 0],
    'field.set-column-text': [packets, 0, bytes],
    'packet.drop': [packets, 0, 0],
  });
  const { nodes, samples } = JSON.parse(await readFile(file, 'utf8')) as {
    nodes: { callFrame: { url: string } }[];
    samples: number[];
  };
  expect(samples.length).toBeGreaterThan(0);
  expect(nodes.some(({ callFrame }) => callFrame.url.includes('host/src/run/'))).toBe(true);
  expect(rest).toEqual([`gadget: CPU profile: ${file}`, '']);
});

test('as tables when Ctrl-C ends the run; shares make a whole', async () => {
  const running = startGadget([...run, '-o', 'yaml', '--profile']);
  running.write('{"filename":"/home/ann/a.txt"}\n');
  await running.printed('/home/***/a.txt');
  running.kill('SIGINT');
  const { code, stderr } = await running.ended;
  expect(code).toBe(130);
  const [hooks, functions] = stderr.split('\n\n');
  expect(hooks).toMatch(/^GADGET +HOOK +CALLS +MS +NS\/CALL +IN THE API +SHARE$/m);
  expect(hooks).toMatch(/^redact +stop +1 /m);
  expect(functions).toMatch(/^redact +field\.set-text +1 .* 0 +15 /m);
  for (const table of [hooks!, functions!]) {
    const shares = [...table.matchAll(/([\d.]+)%$/gm)].map(([, share]) => Number(share));
    const whole = shares.reduce((sum, share) => sum + share, 0);
    // Each is rounded to a tenth.
    expect(Math.abs(whole - 100)).toBeLessThanOrEqual(0.05 * shares.length + 1e-9);
  }
});

test('a gadget behind --profile is not taken for its file, and no other file is written over', async () => {
  const swapped = await gadget(['run', '--profile', 'gadgets/redact']);
  expect(swapped.stderr).toContain('write it before --profile');
  expect(swapped.code).toBe(2);
  const away = await gadget([...run, '--profile', join(folder, 'no', 'a.cpuprofile')]);
  expect(away.stderr).toContain('E_USAGE');
  expect(away.code).toBe(2);
});
