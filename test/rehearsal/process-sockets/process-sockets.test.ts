import { createRun } from '@gadget-api/host';
import { buildGadget } from '@gadget-api/guest/build';
import {
  type GadgetUnderTest,
  nativeGadget,
  startGadget,
  type TestResult,
  type TestRow,
} from '@gadget-api/guest/testing';
import { describe, expect, test } from 'vitest';
import processSockets from './gadget.ts';

const schema = {
  processes: { pid: 'uint32', comm: 'text', uid: 'uint32' },
  sockets: { pid: 'uint32', protocol: 'text', local: 'text', cookie: 'uint64' },
} as const;
let built: Promise<Uint8Array> | undefined;
const component = (): Promise<Uint8Array> =>
  (built ??= buildGadget(import.meta.dirname).then((made) => made.component));

const processes = [
  { pid: 1, comm: 'init', uid: 0 },
  { pid: 7, comm: 'sshd' },
];
const sockets = [
  { pid: 7, protocol: 'tcp', local: '0.0.0.0:22', cookie: 2n ** 64n - 1n },
  { pid: 8, protocol: 'udp', local: '' },
  { protocol: 'tcp' },
  { pid: 1, local: '/run/init' },
];
const joined = [
  { ...sockets[0], 'process.comm': 'sshd' },
  sockets[1],
  sockets[2],
  { ...sockets[3], 'process.comm': 'init', 'process.uid': 0 },
];

type Step = ['processes' | 'sockets', readonly TestRow[]];

describe.each<[string, () => GadgetUnderTest | Promise<GadgetUnderTest>]>([
  ['TypeScript', () => processSockets],
  ['a component', component],
])('process-sockets as %s', (_, gadget) => {
  async function run(...steps: readonly Step[]): Promise<TestResult> {
    const running = await startGadget(await gadget(), { schema, delivery: 'snapshots' });
    for (const [source, rows] of steps) await running.push(rows, source);
    return running.stop();
  }

  test.each<[string, Step[]]>([
    [
      'processes',
      [
        ['processes', processes],
        ['sockets', sockets],
      ],
    ],
    [
      'sockets',
      [
        ['sockets', sockets],
        ['processes', processes],
      ],
    ],
  ])('joins what came, the %s first', async (_, steps) => {
    const result = await run(...steps);
    expect(result.error).toBeUndefined();
    // The inputs go no further.
    expect(result.packets).toEqual({ 'process-sockets': [joined] });
  });

  test('sends one state for each pair, of the latest there is', async () => {
    const { packets } = await run(
      ['sockets', [{ pid: 9 }]],
      ['sockets', sockets],
      ['processes', processes],
      ['processes', [{ pid: 8, comm: 'dhcp' }]],
      ['sockets', [{ pid: 8 }]],
      ['sockets', [{ pid: 1 }]],
    );
    expect(packets).toEqual({ 'process-sockets': [joined, [{ pid: 8, 'process.comm': 'dhcp' }]] });
  });

  test('an empty state is a state', async () => {
    const { packets } = await run(
      ['sockets', sockets],
      ['processes', []],
      ['sockets', []],
      ['processes', []],
    );
    expect(packets).toEqual({ 'process-sockets': [sockets, []] });
  });

  test('the last of two processes with one number wins, and nothing comes of nothing', async () => {
    const twice = [{ pid: 7, comm: 'old' }, { pid: 7, comm: 'new' }, { comm: 'none' }];
    const { rows } = await run(['processes', twice], ['sockets', [{ pid: 7 }, {}]]);
    expect(rows).toEqual({ 'process-sockets': [{ pid: 7, 'process.comm': 'new' }, {}] });
    expect((await run()).packets).toEqual({});
  });

  test('refuses inputs that are no states, or have no pid', async () => {
    const events = await startGadget(await gadget(), { schema, delivery: 'events' });
    expect((await events.stop()).error?.message).toContain('sockets come as events');
    const without = await startGadget(await gadget(), {
      schema: { ...schema, sockets: { local: 'text' } },
      delivery: 'snapshots',
    });
    expect((await without.stop()).error?.message).toContain('not-found: sockets has no field pid');
  });

  test('hides its inputs, and carries the notes and tags of their fields over', async () => {
    const what = await gadget();
    const run = await createRun({
      gadgets: [
        typeof what === 'object' && !(what instanceof Uint8Array)
          ? { name: 'join', instantiate: nativeGadget(what) }
          : { name: 'join', component: what },
      ],
      sources: {
        processes: {
          delivery: 'snapshots',
          schema: [
            { name: 'pid', kind: 'uint32' },
            { name: 'rss', kind: 'uint64', tags: ['unit:bytes'], annotations: { 'value.unit': 'bytes' } },
          ],
        },
        sockets: { delivery: 'snapshots', schema: schema.sockets },
      },
    });
    await run.start();
    expect(run.dataSources.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['processes', true],
      ['sockets', true],
      ['process-sockets', false],
    ]);
    const rss = run.dataSources[2]?.fields.find(({ name }) => name === 'process.rss');
    expect(rss).toMatchObject({ kind: 'uint64', tags: ['unit:bytes'] });
    expect([...(rss?.annotations ?? [])]).toEqual([['value.unit', 'bytes']]);
    await run.close();
  });
});
