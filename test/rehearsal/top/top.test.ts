import { buildGadget } from '@gadget-api/guest/build';
import { type GadgetUnderTest, startGadget, type TestRun } from '@gadget-api/guest/testing';
import { describe, expect, test } from 'vitest';
import top from './gadget.ts';

const schema = { events: { pid: 'uint32', comm: 'text' } } as const;
let built: Promise<Uint8Array> | undefined;
const component = (): Promise<Uint8Array> =>
  (built ??= buildGadget(import.meta.dirname).then((made) => made.component));

describe.each<[string, () => GadgetUnderTest | Promise<GadgetUnderTest>]>([
  ['TypeScript', () => top],
  ['a component', component],
])('top as %s', (_, gadget) => {
  const start = async (params: Record<string, string>): Promise<TestRun> =>
    startGadget(await gadget(), { schema, params });

  test('shows the busiest of each window, of the last one at the end, and forgets', async () => {
    const run = await start({ interval: '2s', limit: '3' });
    await run.push([
      { pid: 4, comm: 'sh' },
      { pid: 2, comm: 'cat' },
      { pid: 2, comm: 'bash' },
      { pid: 3, comm: 'ls' },
      { pid: 3, comm: 'ls' },
    ]);
    await run.clock.advance(2000);
    await run.push([{ pid: 4_294_967_295, comm: 'sh' }]);
    await run.clock.advance(4000);
    await run.push([{ pid: 1, comm: 'init' }]);
    const { packets, error } = await run.stop();
    expect(error).toBeUndefined();
    expect(packets['top']).toEqual([
      [
        { pid: 3, comm: 'ls', events: 2n },
        { pid: 2, comm: 'bash', events: 1n },
        { pid: 2, comm: 'cat', events: 1n },
      ],
      [{ pid: 4_294_967_295, comm: 'sh', events: 1n }],
      [],
      [{ pid: 1, comm: 'init', events: 1n }],
    ]);
  });

  test('leaves out rows without a process, not those of process 0 or without a name', async () => {
    const run = await start({});
    await run.push([{ comm: 'x' }, { pid: 1 }, {}, { pid: 0, comm: '' }]);
    await run.clock.advance(1000);
    expect((await run.stop()).packets['top']).toEqual([[{ pid: 0, comm: '', events: 1n }]]);
  });

  test('shows empty windows when nothing happens', async () => {
    const run = await start({ limit: '1' });
    await run.clock.advance(2999);
    expect((await run.stop()).packets).toEqual({ top: [[], []] });
  });

  test('says which field is missing', async () => {
    const run = await startGadget(await gadget(), { schema: { events: { pid: 'uint32' } } });
    expect((await run.stop()).error?.message).toContain('not-found: events has no field comm');
  });
});
