import { describe, expect, test } from 'vitest';
import { createRun } from './create-run.ts';
import { fakePlatform } from './fake-platform.fixture.ts';
import { nativeGadget, type NativeApi, type NativeHooks } from './native-gadget.fixture.ts';

const sources = { open: { schema: { pid: 'uint32' } } } as const;

/** A gadget with one subscription, which it can end. */
function leaver(seen: string[], also: NativeHooks): ReturnType<typeof nativeGadget> {
  return nativeGadget('leaver', {
    ...also,
    init: (api) => {
      api.datasource.DataSource.open('open').subscribe();
      also.init?.(api);
    },
    onPacket: (api, packet, subscription) => {
      seen.push(`leaver ${subscription}: ${packet.len()}`);
      return also.onPacket?.(api, packet, subscription);
    },
  });
}

function witness(seen: string[]): ReturnType<typeof nativeGadget> {
  return nativeGadget('witness', {
    init: ({ datasource }) => void datasource.DataSource.open('open').subscribe(),
    onPacket: (_, packet) => void seen.push(`witness: ${packet.len()}`),
  });
}

const leave = ({ datasource }: NativeApi): void => datasource.unsubscribe(0);

describe('after unsubscribing packets pass a gadget by', () => {
  test('within on-packet, whose packet stays as it is', async () => {
    const seen: string[] = [];
    const run = await createRun({
      sources,
      gadgets: [
        leaver(seen, {
          onPacket: (api, packet) => {
            leave(api);
            packet.append(2);
            packet.discard(0);
            leave(api);
          },
        }),
        witness(seen),
      ],
    });
    await run.start();
    for (const pid of [1, 2]) await run.source('open').push([{ pid }]);
    const { stats } = await run.close();
    expect(seen).toEqual(['leaver 0: 1', 'witness: 2', 'witness: 1']);
    expect(stats.gadgets[0]).toMatchObject({ rowsIn: 1, rowsAppended: 2, rowsDiscarded: 1, rowsOut: 2 });
    expect(stats.gadgets[1]).toMatchObject({ rowsIn: 3, rowsOut: 3 });
    expect(stats.sources).toMatchObject([{ packets: 2, rows: 2, rowsOut: 3 }]);
  });

  test('in init: the source can not be subscribed to again, and the number is gone', async () => {
    const seen: string[] = [];
    const run = await createRun({
      sources,
      gadgets: [
        leaver(seen, {
          init: (api) => {
            leave(api);
            expect(() => api.datasource.DataSource.open('open').subscribe()).toThrow(
              expect.objectContaining({ payload: expect.objectContaining({ tag: 'already-exists' }) }),
            );
            expect(api.datasource.DataSource.create('own', 'events').subscribe()).toBe(1);
          },
        }),
      ],
    });
    await run.start();
    await run.source('open').push([{ pid: 1 }]);
    const { stats } = await run.close();
    expect(seen).toEqual([]);
    expect(stats.sources).toMatchObject([{ rows: 1, rowsOut: 1 }]);
    expect(stats.gadgets[0]).toMatchObject({ packets: 0, rowsIn: 0, rowsOut: 0 });
  });

  test('while packets wait: those that were cut, and those that were emitted', async () => {
    const seen: string[] = [];
    const run = await createRun({
      sources,
      limits: { maxPacketRows: 2 },
      gadgets: [leaver(seen, { onPacket: leave }), witness(seen)],
    });
    await run.start();
    await run.source('open').push([1, 2, 3, 4, 5].map((pid) => ({ pid })));
    await run.close();
    expect(seen).toEqual(['leaver 0: 2', 'witness: 2', 'witness: 2', 'witness: 1']);

    const emitted: string[] = [];
    const own = await createRun({
      gadgets: [
        nativeGadget('maker', {
          init: ({ datasource }) => void datasource.DataSource.create('open', 'events'),
          start: ({ datasource, packet }) => {
            for (let rows = 1; rows <= 3; rows++)
              packet.Packet.emit(datasource.DataSource.open('open').newPacket(rows));
          },
        }),
        leaver(emitted, { onPacket: leave }),
      ],
    });
    await own.start();
    const { stats } = await own.done;
    expect(emitted).toEqual(['leaver 0: 1']);
    expect(stats.sources).toMatchObject([{ packets: 3, rows: 6 }]);
  });

  test('from a tick, and from start', async () => {
    const seen: string[] = [];
    const platform = fakePlatform();
    const run = await createRun({
      sources,
      platform,
      gadgets: [
        leaver(seen, { init: ({ timer }) => void timer.once(10), onTick: leave }),
        { ...leaver(seen, { start: leave }), name: 'early' },
        witness(seen),
      ],
    });
    await run.start();
    await run.source('open').push([{ pid: 1 }]);
    await platform.advance(10);
    await run.source('open').push([{ pid: 2 }]);
    await run.close();
    expect(seen).toEqual(['leaver 0: 1', 'witness: 1', 'witness: 1']);
  });

  test('from on-loss, before the very packet, and no more losses are told', async () => {
    const seen: string[] = [];
    const run = await createRun({
      sources,
      gadgets: [
        leaver(seen, {
          onLoss: (api, subscription, rows, cause) => {
            seen.push(`loss ${subscription}: ${rows} ${cause}`);
            leave(api);
          },
        }),
        witness(seen),
      ],
    });
    await run.start();
    const input = run.source('open');
    input.lost(1);
    await input.push([{ pid: 1 }]);
    input.lost(2);
    await input.push([{ pid: 2 }]);
    const { stats } = await run.close();
    expect(seen).toEqual(['loss 0: 1 overflow', 'witness: 1', 'witness: 1']);
    expect(stats.gadgets[0]).toMatchObject({ packets: 0, rowsIn: 0, rowsOut: 0, failures: 0 });
  });

  test('with losses that were counted before: they are not told', async () => {
    const seen: string[] = [];
    const platform = fakePlatform();
    const run = await createRun({
      sources,
      platform,
      gadgets: [
        leaver(seen, {
          init: ({ timer }) => void timer.once(10),
          onTick: leave,
          onLoss: () => void seen.push('loss'),
          stop: () => void seen.push('stop'),
        }),
      ],
    });
    await run.start();
    run.source('open').lost(1);
    await platform.advance(10);
    await run.close();
    expect(seen).toEqual(['stop']);
  });

  test('also when the call then fails, and when the gadget is dead', async () => {
    const seen: string[] = [];
    const run = await createRun({
      sources,
      maxRestarts: 0,
      gadgets: [
        leaver(seen, {
          onPacket: (api) => {
            leave(api);
            throw new Error('unreachable');
          },
        }),
        witness(seen),
      ],
    });
    await run.start();
    for (const pid of [1, 2]) await run.source('open').push([{ pid }]);
    const { stats } = await run.close();
    expect(seen).toEqual(['leaver 0: 1', 'witness: 1']);
    expect(stats.gadgets[0]).toMatchObject({ rowsIn: 1, rowsFailed: 1, dead: true });
  });
});

test('of rows that were cut, those behind a failing output are lost', async () => {
  const run = await createRun({
    sources,
    gadgets: [witness([])],
    outputs: [
      {
        fields: ({ fields }) => fields,
        write: () => {
          throw new Error('the disk is full');
        },
        close() {},
      },
    ],
    limits: { maxPacketRows: 2 },
  });
  await run.start();
  const pushed = run.source('open').push([1, 2, 3, 4, 5].map((pid) => ({ pid })));
  await expect(pushed).rejects.toMatchObject({ code: 'E_OUTPUT_WRITE' });
  const { stats } = await run.close();
  expect(stats.gadgets[0]).toMatchObject({ rowsIn: 2, rowsOut: 2 });
  expect(stats.sources).toMatchObject([{ rows: 5, rowsOut: 2, lost: 3 }]);
});
