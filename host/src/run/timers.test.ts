import { describe, expect, test } from 'vitest';
import { createRun } from './create-run.ts';
import { fakePlatform } from './fake-platform.fixture.ts';
import { nativeGadget, type NativeHooks, refusal } from './native-gadget.fixture.ts';
import type { GadgetSpec, RunOptions } from './options.ts';

async function started(hooks: NativeHooks, more: Partial<RunOptions> = {}, spec: Partial<GadgetSpec> = {}) {
  const platform = fakePlatform();
  const run = await createRun({ platform, gadgets: [nativeGadget('t', hooks, spec)], ...more });
  await run.start();
  return { run, platform };
}

/** Keeps a run going. */
const open = { sources: { open: { schema: { pid: 'uint32' } } } } as const;

describe('a timer that fires once', () => {
  test('ticks at its time and never again', async () => {
    const ticks: number[] = [];
    const { run, platform } = await started(
      {
        init: ({ timer }) => void [timer.once(100), timer.once(30)],
        onTick: (_, timer) => void ticks.push(timer),
      },
      open,
    );
    await platform.advance(29);
    expect(ticks).toEqual([]);
    await platform.advance(1);
    await platform.advance(500);
    await platform.advance(500);
    expect(ticks).toEqual([1, 0]);
    const { stats } = await run.close();
    expect(stats.gadgets[0]).toMatchObject({ ticks: 2, failures: 0 });
  });

  test('is gone when its tick comes, also when that fails: there is room for another', async () => {
    const made: unknown[] = [];
    const { run, platform } = await started(
      {
        init: ({ timer }) => void timer.once(10),
        onTick: ({ timer }, id) => {
          if (id === 2) return;
          timer.cancel(id);
          made.push(timer.once(10));
          try {
            timer.every(10);
          } catch (failure) {
            made.push((failure as ReturnType<typeof refusal>).payload.tag);
          }
          throw refusal('no');
        },
      },
      { ...open, limits: { maxTimers: 1 } },
    );
    for (let turn = 0; turn < 5; turn++) await platform.advance(10);
    expect(made).toEqual([1, 'limit-exceeded', 2, 'limit-exceeded']);
    const { stats } = await run.close();
    expect(stats.gadgets[0]).toMatchObject({ ticks: 3, failures: 2 });
  });

  test('does not tick once it is cancelled, even when it is due', async () => {
    const ticks: number[] = [];
    const { run, platform } = await started(
      {
        init: ({ timer }) => void [timer.once(10), timer.once(10)],
        onTick: ({ timer }, id) => {
          ticks.push(id);
          timer.cancel(1 - id);
        },
      },
      open,
    );
    await platform.advance(50);
    await platform.advance(50);
    expect(ticks).toEqual([0]);
    await run.close();
  });

  test('does not tick after the run has ended', async () => {
    const ticks: number[] = [];
    const { run, platform } = await started(
      { init: ({ timer }) => void timer.once(10), onTick: (_, id) => void ticks.push(id) },
      open,
    );
    await run.close();
    await platform.advance(50);
    expect(ticks).toEqual([]);
  });
});

describe('a run without sources', () => {
  test('ends when its last timer is gone', async () => {
    const ticks: number[] = [];
    const { run, platform } = await started({
      init: ({ timer }) => void timer.once(10),
      onTick: ({ timer }, id) => {
        ticks.push(id);
        if (id === 0) timer.every(10);
        else if (ticks.length === 3) timer.cancel(id);
      },
    });
    for (let turn = 0; turn < 5; turn++) await platform.advance(10);
    expect(ticks).toEqual([0, 1, 1]);
    expect((await run.done).failure).toBeUndefined();
  });

  test('goes on when a packet that its last tick emitted brings another timer', async () => {
    const ticks: number[] = [];
    const { run, platform } = await started({
      init: ({ datasource, timer }) => {
        datasource.DataSource.create('own', 'snapshots').subscribe();
        timer.once(10);
      },
      onTick: ({ datasource, packet }, id) => {
        ticks.push(id);
        if (id === 0) packet.Packet.emit(datasource.DataSource.open('own').newPacket(0));
      },
      onPacket: ({ timer }) => void timer.once(10),
    });
    await platform.advance(10);
    await platform.advance(10);
    expect(ticks).toEqual([0, 1]);
    expect((await run.done).failure).toBeUndefined();
  });
});
