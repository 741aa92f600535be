import { createRun, type RunStats } from '@gadget-api/host';
import { expect, test } from 'vitest';
import { excesses, imbalances, losses } from './checks.ts';

async function stats(): Promise<RunStats> {
  const gadgets = ['calm', 'wild'].map((name) => ({
    name,
    instantiate: () => ({ lifecycle: { init() {}, start() {}, stop() {} } }),
  }));
  const run = await createRun({ gadgets, sources: { prey: { schema: { pid: 'uint32' } } } });
  await run.start();
  await run.source('prey').push([{ pid: 1 }, { pid: 2 }]);
  return (await run.close()).stats;
}

test('counts that are right are right', async () => {
  const right = await stats();
  expect(imbalances(right, ['calm'])).toEqual([]);
  expect(losses(right, 2, 2)).toEqual([]);
});

test('a row too many or too few anywhere is seen', async () => {
  for (const key of [
    'rowsIn',
    'rowsAppended',
    'rowsEmitted',
    'rowsOut',
    'rowsDiscarded',
    'rowsFailed',
  ] as const) {
    const wrong = await stats();
    wrong.gadgets[1]![key]++;
    expect(imbalances(wrong, ['calm']), key).toHaveLength(1);
  }
  for (const key of ['rows', 'lost', 'rowsOut', 'rowsFailed'] as const) {
    const wrong = await stats();
    wrong.sources[0]![key]++;
    expect(losses(wrong, 2, 2), key).not.toEqual([]);
  }
  expect(losses(await stats(), 1, 2)).toEqual(['2 rows went out, and 1 have come']);
  expect(losses(await stats(), 2, 3)).toEqual(['3 rows were pushed, and 2 are counted']);
});

test('a calm gadget that fails or keeps handles is seen, and a wild one may', async () => {
  for (const change of [{ failures: 1 }, { dead: true }, { handlesOpen: 33 }, { handlesLeaked: 1 }]) {
    const wrong = await stats();
    for (const gadget of wrong.gadgets) Object.assign(gadget, change);
    expect(imbalances(wrong, ['calm'])).toHaveLength(1);
  }
});

test('what grows, or is too much, is seen', () => {
  const half = { rssMib: 200, threads: 20, files: 30 };
  expect(excesses(half, { rssMib: 328, threads: 22, files: 38 })).toEqual([]);
  expect(excesses(half, { rssMib: 329, threads: 23, files: 39 })).toHaveLength(3);
  expect(excesses(undefined, { rssMib: 1024, threads: 32, files: 64 })).toEqual([]);
  expect(excesses(undefined, { rssMib: 1025, threads: 33, files: 65 })).toHaveLength(3);
});
