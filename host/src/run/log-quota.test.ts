import { expect, test } from 'vitest';
import { createRun } from './create-run.ts';
import { fakePlatform } from './fake-platform.fixture.ts';
import { createLog } from './log.ts';
import { LogQuota } from './log-quota.ts';
import { nativeGadget, type NativeApi } from './native-gadget.fixture.ts';
import type { LogLevel, LogRecord } from './options.ts';

/** A quota of 3 lines a second, and what it had told. */
function quota(logLevel: LogLevel = 'info') {
  const told: LogRecord[] = [];
  const platform = fakePlatform();
  const log = createLog({ onLog: (record) => told.push(record), logLevel }, () => {});
  return { quota: new LogQuota({ name: 'a', limits: { maxLogLines: 3 }, platform, log }), platform, told };
}

function admitted(each: LogQuota, lines: number): number {
  let count = 0;
  for (let line = 0; line < lines; line++) if (each.admits()) count++;
  return count;
}

test('so many lines a second; of the others the number is told once the second is over', async () => {
  const { quota: each, platform, told } = quota();
  expect([admitted(each, 2), admitted(each, 5)]).toEqual([2, 1]);
  await platform.advance(999);
  expect([admitted(each, 1), told]).toEqual([0, []]);
  await platform.advance(1);
  expect(told).toEqual([{ gadget: 'a', level: 'warn', message: '5 more lines held back' }]);
  expect([admitted(each, 4), each.heldBack]).toEqual([3, 6]);
  each.end();
  each.end();
  expect(told.slice(1)).toEqual([{ gadget: 'a', level: 'warn', message: '1 more line held back' }]);
  await platform.advance(5000);
  expect(told).toHaveLength(2);
});

test('a line that comes before the timer, but after the second, is told behind the number', async () => {
  const { quota: each, platform, told } = quota();
  admitted(each, 4);
  const late = { ...platform, monotonicNs: () => 1_000_000_000n };
  Object.assign(platform, late);
  expect(admitted(each, 1)).toBe(1);
  expect(told.map(({ message }) => message)).toEqual(['1 more line held back']);
});

test('lines with seconds between them are never too many', async () => {
  const { quota: each, platform, told } = quota();
  for (let second = 0; second < 10; second++) {
    expect(admitted(each, 1)).toBe(1);
    await platform.advance(500);
  }
  expect([each.heldBack, told]).toEqual([0, []]);
});

test('where only errors are shown it is one', () => {
  const { quota: each, told } = quota('error');
  admitted(each, 4);
  each.end();
  expect(told).toEqual([{ gadget: 'a', level: 'error', message: '1 more line held back' }]);
});

test('in a run each gadget has its own, lines of levels that are not shown count nothing, and all is told at the end', async () => {
  const logs = (lines: number, level: LogLevel) => (api: NativeApi) => {
    for (let line = 0; line < lines; line++) api.logging.log(level, `line ${line}`);
  };
  const told: string[] = [];
  const platform = fakePlatform();
  const run = await createRun({
    gadgets: [
      nativeGadget('loud', { init: logs(5, 'info'), stop: logs(3, 'info') }),
      nativeGadget('quiet', { init: logs(9, 'debug'), start: logs(1, 'info') }),
    ],
    sources: { open: { schema: { pid: 'uint32' } } },
    limits: { maxLogLines: 2 },
    platform,
    onLog: ({ gadget, level, message }) => told.push(`${level} ${gadget}: ${message}`),
  });
  await run.start();
  expect(run.stats.gadgets.map(({ logsHeldBack }) => logsHeldBack)).toEqual([3, 0]);
  await platform.advance(1000);
  const { stats } = await run.close();
  expect(told).toEqual([
    'info loud: line 0',
    'info loud: line 1',
    'info quiet: line 0',
    'warn loud: 3 more lines held back',
    'info loud: line 0',
    'info loud: line 1',
    'warn loud: 1 more line held back',
  ]);
  expect(stats.gadgets.map(({ logsHeldBack }) => logsHeldBack)).toEqual([4, 0]);
});
