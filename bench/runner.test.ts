import { expect, it } from 'vitest';
import { runWorkload } from './runner.ts';
import { type Bench, ProofError, type Variant, type Workload } from './workload.ts';

const bench = {} as Bench;

function example(variants: readonly Variant[], more: Partial<Workload> = {}): Workload {
  const metrics = [{ name: 'time', unit: 'ms', better: 'lower' }] as const;
  return { name: 'example', about: '', metrics, variants, ...more };
}

it('proves before it measures, in swapped order, and never more rounds than make sense', async () => {
  const done: string[] = [];
  const variant = (name: string): Variant => ({
    name,
    prove: async () => void done.push(`prove ${name}`),
    measure: async () => ({ time: done.push(name) }),
  });
  const workload = example([variant('a'), variant('b')], {
    maxRounds: 3,
    prepare: async () => void done.push('prepare'),
  });
  const { variants } = await runWorkload(workload, bench, { rounds: 9 });
  expect(done).toEqual(['prepare', 'prove a', 'prove b', 'a', 'b', 'b', 'a', 'a', 'b']);
  expect(variants.map(({ metrics }) => metrics['time']?.rounds)).toEqual([
    [4, 7, 8],
    [5, 6, 9],
  ]);
});

it('does not time what does its work wrongly, but the others', async () => {
  const timed: string[] = [];
  const measure = (name: string) => async () => ({ time: timed.push(name) });
  const workload = example([
    { name: 'dead', prove: () => Promise.reject(new ProofError('no rows')), measure: measure('dead') },
    { name: 'good', prove: () => Promise.resolve(), measure: measure('good') },
    { name: 'late', prove: () => Promise.resolve(), measure: () => Promise.reject(new ProofError('lost')) },
  ]);
  const { variants } = await runWorkload(workload, bench, { rounds: 2 });
  expect(timed).toEqual(['good', 'good']);
  expect(variants.map(({ name, failure }) => [name, failure])).toEqual([
    ['dead', 'no rows'],
    ['good', undefined],
    ['late', 'lost'],
  ]);
});

it('fails every variant when there is nothing to work on', async () => {
  const variant: Variant = {
    name: 'a',
    prove: () => Promise.resolve(),
    measure: () => Promise.resolve({ time: 1 }),
  };
  const prepare = (): Promise<void> => Promise.reject(new ProofError('no file'));
  const { variants } = await runWorkload(example([variant], { prepare }), bench, { rounds: 1 });
  expect(variants).toEqual([{ name: 'a', metrics: {}, goals: {}, failure: 'no file' }]);
});
