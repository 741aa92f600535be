/** What a gadget does is counted alike on every machine: these numbers were counted once. */
import { expect, test } from 'vitest';
import { createRun } from '../../host/src/index.ts';
import type { HookProfile } from '../../host/src/profile.ts';
import { goldenFiles, goldenReleases } from './release.ts';

const row = { filename: '/home/ann/notes.txt' };

/** A packet of one row and one of four through the gadget; what was counted of each hook. */
async function counted(
  component: string,
  fuel: number | undefined,
  isolation: 'inline' | 'worker',
): Promise<Record<string, Pick<HookProfile, 'calls' | 'rows' | 'steps'>>> {
  const run = await createRun({
    gadgets: [{ name: 'redact', component, ...(fuel !== undefined && { fuel }) }],
    sources: { open: { schema: { filename: 'text' } } },
    profile: true,
    isolation,
    maxRestarts: 0,
  });
  await run.start();
  await run.source('open').push([row]);
  await run.source('open').push([row, row, row, row]);
  run.source('open').end();
  await run.done;
  const { hooks } = run.profile!.gadgets[0]!;
  return Object.fromEntries(hooks.map(({ name, calls, rows, steps }) => [name, { calls, rows, steps }]));
}

const redact = goldenReleases()
  .find(({ version }) => version === '1.0.0')!
  .path(goldenFiles.redact('rust'));

test.each(['inline', 'worker'] as const)('the profile of a gadget in Rust, %s', async (isolation) => {
  expect(await counted(redact, 1_000_000, isolation)).toEqual({
    init: { calls: 1, rows: undefined, steps: 16 },
    start: { calls: 1, rows: undefined, steps: 2 },
    'on-packet': { calls: 2, rows: 5, steps: 410 },
    stop: { calls: 1, rows: undefined, steps: 2 },
  });
});

test('without fuel nothing is counted but rows', async () => {
  const hooks = await counted(redact, undefined, 'inline');
  expect(hooks['on-packet']).toEqual({ calls: 2, rows: 5, steps: undefined });
  expect(hooks['init']).toEqual({ calls: 1, rows: undefined, steps: undefined });
});

test('a call that ran out has used all that it had', async () => {
  const hooks = await counted(redact, 60, 'inline');
  expect(hooks['init']).toMatchObject({ calls: 1, steps: 16 });
  expect(hooks['on-packet']).toEqual({ calls: 1, rows: 1, steps: 60 });
});
