import { expect, it } from 'vitest';
import type { Recorded } from './recorded.ts';
import { historyTable } from './table.ts';

function recorded(version: string, workloads: Recorded['workloads']): Recorded {
  const machine = { cpu: 'Example', cores: 2, memoryGB: 24, system: 'Linux 6', node: 'v24.0.0' };
  return { version, date: '2026-11-24T20:00:00.000Z', commit: 'abc1234', machine, rounds: 5, workloads };
}
const value = (median: number, unit = 'ms'): { best: number; median: number; unit: string } => ({
  best: median / 2,
  median,
  unit,
});
const versions = [
  recorded('0.1.0', { rows: { a: { time: value(12) }, gone: { time: value(1) } } }),
  recorded('0.2.0', {
    rows: { a: { time: value(6), files: value(17, 'count') } },
    start: { b: { time: value(3) } },
  }),
];

it('has a column for each version, blank where it measured nothing', () => {
  expect(historyTable(versions)).toMatchInlineSnapshot(`
    "rows: medians
                    0.1.0    0.2.0
      a, time     12.0 ms  6.00 ms
      a, files                  17
      gone, time  1.00 ms

    start: medians
               0.1.0    0.2.0
      b, time         3.00 ms

    measured on
      0.1.0  2026-11-24  commit abc1234  5 rounds  Example, 2 cores, 24 GB, Linux 6, Node v24.0.0
      0.2.0  2026-11-24  commit abc1234  5 rounds  Example, 2 cores, 24 GB, Linux 6, Node v24.0.0"
  `);
});

it('shows only what is named, and refuses what no version has', () => {
  const text = historyTable(versions, ['start']);
  expect(text).toContain('start: medians');
  expect(text).not.toContain('rows: medians');
  expect(() => historyTable(versions, ['strat'])).toThrow('did you mean start?');
});

it('says when there is nothing', () => {
  expect(historyTable([])).toBe('no version has been recorded: --record does that');
});
