import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Gate } from '../gates.ts';
import type { Picture } from '../picture/bars.ts';
import { ProofError, type Variant, type Workload } from '../workload.ts';
import { bench } from './command.ts';

let root: string;
let printed: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gadget-bench-command-'));
  mkdirSync(join(root, 'host'));
  writeFileSync(join(root, 'host/package.json'), '{ "version": "0.3.0" }');
  printed = '';
  const print = (...words: unknown[]): void => void (printed += `${words.join(' ')}\n`);
  vi.spyOn(console, 'log').mockImplementation(print);
  vi.spyOn(console, 'error').mockImplementation(print);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

const times: Record<string, number> = { quick: 4, slow: 10 };

function workload(name: string, variants: readonly string[] = ['quick', 'slow']): Workload {
  return {
    name,
    about: 'is an example',
    metrics: [{ name: 'time', unit: 'ms', better: 'lower' }],
    variants: variants.map((variant): Variant => ({
      name: variant,
      prove: () => (variant === 'dead' ? Promise.reject(new ProofError('no rows')) : Promise.resolve()),
      measure: () => Promise.resolve({ time: times[variant]! }),
    })),
  };
}

const workloads = [workload('tiny'), workload('other'), workload('broken', ['quick', 'dead'])];
const gate: Gate = {
  workload: 'tiny',
  variant: 'quick',
  metric: 'time',
  than: 'slow',
  atMost: 0.5,
  why: 'half',
};
const picture: Picture = {
  title: 'Example',
  about: '',
  legend: { ours: '', peers: '' },
  scale: 'linear',
  bars: [{ label: 'Quick', workload: 'tiny', variant: 'quick', metric: 'time' }],
};

function run(line: string, gates: readonly Gate[] = [gate]): Promise<number> {
  return bench(['--rounds', '1', ...line.split(' ')], { root, workloads, gates, picture });
}

it('measures what is named, and writes it', async () => {
  const file = join(root, 'out.json');
  expect(await run(`--only tiny --json ${file}`)).toBe(0);
  expect(printed).toMatch(/quick, time +4.00 ms +4.00 ms/);
  expect(printed).not.toContain('other');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ rounds: 1, workloads: [{ name: 'tiny' }] });
});

it('fails when a proof fails, and for what there is not', async () => {
  expect(await run('--only tiny,broken')).toBe(1);
  expect(printed).toContain('FAILED dead: no rows');
  expect(await run('--only ohter')).toBe(1);
  expect(printed).toContain('error: there is no workload ohter: did you mean other? (see --list)');
});

it('passes a gate, fails one, and fails one about what did not run', async () => {
  expect(await run('--only tiny --gate')).toBe(0);
  expect(printed).toContain('passed tiny');
  expect(await run('--only tiny --gate', [{ ...gate, atMost: 0.3 }])).toBe(1);
  expect(printed).toContain('FAILED tiny');
  expect(await run('--only tiny --gate', [gate, { ...gate, variant: 'another' }])).toBe(1);
  expect(printed).toContain('another did not run');
});

it('needs something to hold a gate against', async () => {
  expect(await run('--only other --gate')).toBe(1);
  expect(printed).toBe('error: no gate is about these workloads; there are gates about tiny\n');
});

it('draws what was measured, and refuses before it measures when that would not do', async () => {
  const file = join(root, 'out.svg');
  expect(await run(`--only other --picture ${file}`)).toBe(1);
  expect(printed).toBe('error: the picture shows tiny, which is not among these workloads\n');
  expect(existsSync(file)).toBe(false);
  expect(await run(`--only tiny --picture ${file}`)).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('>Quick</text>');
});

it('records a sound run of this version, and shows what was recorded', async () => {
  expect(await run('--history')).toBe(0);
  expect(printed).toContain('no version has been recorded');
  expect(await run('--only broken --record')).toBe(1);
  expect(printed).toContain('error: nothing was recorded');
  expect(await run('--only tiny,other --record')).toBe(0);
  expect(readdirSync(join(root, 'bench/history'))).toEqual(['0.3.0.json']);
  printed = '';
  expect(await run('--history --only other')).toBe(0);
  expect(printed).toMatch(
    /^other: medians\n +0\.3\.0\n {2}quick, time +4\.00 ms\n {2}slow, time +10\.0 ms\n/,
  );
  expect(await run('--history --only tinny')).toBe(1);
  expect(printed).toContain('did you mean tiny?');
});

it('lists workloads', async () => {
  expect(await run('--list')).toBe(0);
  expect(printed).toBe('  tiny    is an example\n  other   is an example\n  broken  is an example\n');
});
