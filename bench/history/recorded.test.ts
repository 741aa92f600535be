import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import prettier from 'prettier';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import type { Report } from '../report.ts';
import { readRecorded, record, recordOf } from './recorded.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gadget-history-'));
});
afterEach(() => rm(folder, { recursive: true }));

function report(more: { names?: readonly string[]; commit?: string; failure?: string } = {}): Report {
  const { names = ['rows', 'empty'], commit = 'abc1234', failure } = more;
  const machine = { cpu: 'c', cores: 2, memoryGB: 24, system: 'Linux 6', node: 'v24.0.0', commit, load: 1 };
  const time = { best: 1.234567, median: 12_345.6, rounds: [1.234567, 24_689.9] };
  const metrics = [{ name: 'time', unit: 'ms', better: 'lower' }] as const;
  const workloads = names.map((name): Report['workloads'][number] => ({
    name,
    about: '',
    baselines: [],
    metrics,
    variants: [
      {
        name: 'a',
        metrics: name === 'empty' ? {} : { time },
        goals: {},
        ...(failure !== undefined && { failure }),
      },
    ],
  }));
  return { date: '2026-11-24T20:00:00.000Z', seconds: 9, machine, rounds: 2, workloads };
}

it('keeps best and median, with four digits, and no rounds', () => {
  const { workloads, commit } = recordOf('0.1.0', report());
  expect(commit).toBe('abc1234');
  expect(workloads).toEqual({
    rows: { a: { time: { best: 1.235, median: 12350, unit: 'ms' } } },
    empty: { a: {} },
  });
});

it('keeps nothing of a run in which something failed', () => {
  expect(() => recordOf('0.1.0', report({ failure: 'no rows' }))).toThrow(Refusal);
});

it('writes what it reads again, as prettier would', async () => {
  const recorded = recordOf('0.1.0', report());
  await record(join(folder, 'new'), recorded);
  expect(await readRecorded(join(folder, 'new'))).toEqual([recorded]);
  const text = await readFile(join(folder, 'new/0.1.0.json'), 'utf8');
  await expect(prettier.check(text, { parser: 'json' })).resolves.toBe(true);
});

it('says what it took the place of', async () => {
  expect(await record(folder, recordOf('0.1.0', report()))).toBe(`recorded in ${join(folder, '0.1.0.json')}`);
  const second = recordOf('0.1.0', report({ names: ['rows'], commit: 'def5678' }));
  expect(await record(folder, second)).toBe(
    `recorded in ${join(folder, '0.1.0.json')}, in place of commit abc1234 of 2026-11-24; no longer in it: empty`,
  );
  expect(await readdir(folder)).toEqual(['0.1.0.json']);
});

it('reads versions in their order, and no folder as nothing', async () => {
  for (const version of ['0.10.0', '0.9.0', '0.10.0-rc.1']) await record(folder, recordOf(version, report()));
  const versions = (await readRecorded(folder)).map(({ version }) => version);
  expect(versions).toEqual(['0.9.0', '0.10.0-rc.1', '0.10.0']);
  expect(await readRecorded(join(folder, 'missing'))).toEqual([]);
});

it.each([
  ['{', 'is not JSON'],
  ['{"version":"0.1.0"}', 'is not what --record writes: date'],
  [JSON.stringify(recordOf('one', report())), 'is of one, which is no version'],
])('refuses %s', async (text, message) => {
  await writeFile(join(folder, '0.1.0.json'), text);
  await expect(readRecorded(folder)).rejects.toThrow(Refusal);
  await expect(readRecorded(folder)).rejects.toThrow(message);
});
