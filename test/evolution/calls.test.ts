/** When and why a gadget of the preview is called, and what it gets back, through a real component. */
import { beforeAll, describe, expect, test } from 'vitest';
import { fakePlatform } from '../../host/src/run/fake-platform.fixture.ts';
import type { GadgetSpec } from '../../host/src/run/options.ts';
import { rustTests } from '../support/rust.ts';
import { build, buildMs, type Outcome, play, playBoth, type Scene } from './scene.ts';

const sources = { open: { schema: { pid: 'uint32', filename: 'text' } } } as const;
const rows = [{ pid: 1, filename: 'a' }, { pid: 2 }];

describe.runIf(rustTests)('a gadget of the preview, called', () => {
  let component: Uint8Array;

  beforeAll(async () => {
    component = await build('next');
  }, buildMs);

  const next = (scene: string, params: Record<string, string> = {}, name = 'next'): GadgetSpec => ({
    name,
    component,
    params: { do: scene, ...params },
  });
  const said = ({ logs }: Outcome, name = 'next'): string[] =>
    logs.filter((line) => line.startsWith(`${name} `)).map((line) => line.replace(/^\S+ \S+ /, ''));

  describe('hears why the run stops', () => {
    const stopped = async (end: Scene['end'], more: GadgetSpec[] = []): Promise<string[]> => {
      const outcome = await playBoth(() => ({
        gadgets: [next(''), ...more],
        sources,
        packets: [['open', rows]],
        end,
      }));
      return said(outcome);
    };

    test('all sources have ended', async () => {
      expect(await stopped((run) => run.source('open').end())).toEqual(['stop: StopReason::Finished']);
    });

    test('somebody closed it', async () => {
      expect(await stopped((run) => run.close())).toEqual(['stop: StopReason::Interrupted']);
    });

    test('another gadget failed, and the operator wanted it to stop then', async () => {
      const failing: GadgetSpec = { ...next('fail', {}, 'failing'), onFailure: 'stop-run' };
      expect(await stopped(() => {}, [failing])).toEqual(['stop: StopReason::Failed']);
    });

    test('another gadget did not start', async () => {
      const gadgets = [next(''), next('no-start', {}, 'failing')];
      for (const bindings of ['direct', 'reference'] as const) {
        const logs: string[] = [];
        const onLog: NonNullable<Scene['options']>['onLog'] = ({ gadget, message }) =>
          void logs.push(`${gadget} ${message}`);
        const failed = play({ gadgets, sources, options: { onLog } }, bindings);
        await expect(failed).rejects.toMatchObject({ code: 'E_GADGET_ERROR', gadget: 'failing' });
        expect(logs).toEqual(['next stop: StopReason::Failed']);
      }
    });

    test('another gadget failed, and the run went on: that is no reason', async () => {
      const end: Scene['end'] = (run) => run.source('open').end();
      expect(await stopped(end, [next('fail', {}, 'failing')])).toEqual(['stop: StopReason::Finished']);
    });
  });

  test('hears when a tick was due, and how many were merged', async () => {
    const outcome = await playBoth(() => {
      const platform = fakePlatform();
      return {
        gadgets: [next('tick')],
        sources,
        options: { platform },
        end: async (run) => {
          for (const milliseconds of [10, 4, 41]) await platform.advance(milliseconds);
          await run.close();
        },
      };
    });
    expect(said(outcome)).toEqual([
      'every 0: ErrorCode::OutOfRange',
      'tick 0 due 10000000 merged 0',
      // At 55 ms: those due at 20, 30, 40 and 50, and the one that fires once, at 15.
      'tick 1 due 15000000 merged 0',
      'tick 0 due 20000000 merged 3',
      'stop: StopReason::Interrupted',
    ]);
  });

  test('gets a packet back that is not emitted, and emits it later', async () => {
    const outcome = await playBoth(() => ({
      gadgets: [next('emit')],
      sources,
      packets: [['open', rows]],
      printed: ['open', 'own'],
      options: { limits: { maxQueuedPackets: 2 } },
    }));
    expect(said(outcome)).toEqual([
      '2: ErrorCode::Busy 2 emitted packets (maxQueuedPackets) wait until this call is over',
      'ErrorCode::Denied, 0 handles more',
      'stop: StopReason::Finished',
    ]);
    expect(outcome.rows).toEqual({
      own: [{ n: 0 }, { n: 1 }, { n: 2 }],
      open: [{ pid: 7, filename: 'a' }, { pid: 2 }],
    });
  });

  test('ends a subscription; one whose handle it dropped goes on', async () => {
    const more = [['more', [{ pid: 3 }, { pid: 4 }]] as const, ['more', [{ pid: 5 }]] as const];
    const outcome = await playBoth(() => ({
      gadgets: [next('cancel')],
      sources: { ...sources, more: { schema: { pid: 'uint32' } } },
      packets: [['more', [{ pid: 1 }, { pid: 2 }]], ...more, ['open', rows], ['open', rows]],
      printed: ['open', 'more'],
    }));
    expect(said(outcome)).toEqual([
      "another's field: ErrorCode::WrongSource",
      'id 1, 4 handles',
      'again: ErrorCode::AlreadyExists',
      'packet of 1',
      'packet of 0',
      'packet of 0',
      'stop: StopReason::Finished',
    ]);
    // Of each packet that it gets it discards the first row.
    expect(outcome.rows['more']).toEqual([{ pid: 2 }, { pid: 3 }, { pid: 4 }, { pid: 5 }]);
    expect(outcome.rows['open']).toEqual([{ pid: 2 }, { pid: 2 }]);
  });

  test('asks for the fields that it names when it subscribes, and by looking for none', async () => {
    const outcome = await playBoth(() => ({
      gadgets: [next('asks'), next('asks', { asks: 'filename' }, 'behind')],
      sources,
    }));
    expect(said(outcome)).toEqual(['pid false', 'filename true', 'stop: StopReason::Finished']);
    expect(said(outcome, 'behind').slice(0, 2)).toEqual(['pid false', 'filename false']);
  });
});
