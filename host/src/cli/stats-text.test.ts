import { expect, test } from 'vitest';
import {
  type GadgetStats,
  newGadgetStats,
  newSourceStats,
  newStageStats,
  type RunStats,
  type StageStats,
} from '../run/stats.ts';
import { hasLosses, losses, statsJson, statsTable } from './stats-text.ts';

const stats: RunStats = {
  gadgets: [
    { ...newGadgetStats('re\x1bdact'), packets: 3, rowsIn: 30, rowsFailed: 1, failures: 1, dead: true },
  ],
  sources: [{ ...newSourceStats('open'), rows: 31, malformed: 1, wrongType: 2, unknownField: 1 }],
};

test('tables, cleaned', () => {
  const lines = statsTable(stats).split('\n');
  expect(lines[0]).toMatch(/^SOURCE +PACKETS +ROWS /);
  expect(lines[1]).toMatch(/^open +0 +31 +0 +0 +0 +0 +0 +1 +2 +1$/);
  expect(lines[4]).toMatch(/^re\\x1bdact +3 +30 /);
});

test('what each gadget did to each source, where that is not the same', () => {
  const stage = { ...newStageStats('open'), packets: 1, rowsIn: 5, rowsOut: 4, rowsDiscarded: 1 };
  const gadgets = (stages: StageStats[]): GadgetStats[] => [{ ...newGadgetStats('a'), stages }];
  const lines = (stages: StageStats[]): string[] =>
    statsTable({ sources: [], gadgets: gadgets(stages) }).split('\n');
  expect(lines([stage]).some((line) => line.includes('SOURCE  PACKETS  ROWS IN'))).toBe(false);
  expect(lines([stage, newStageStats('ex\x1bec')]).slice(-4, -1)).toEqual([
    'GADGET    SOURCE  PACKETS  ROWS IN  MADE  ROWS OUT  DISCARDED  FAILED',
    'a           open        1        5     0         4          1       0',
    'a       ex\\x1bec        0        0     0         0          0       0',
  ]);
});

test('restarts, where there were any', () => {
  const gadgets = [
    { ...newGadgetStats('a'), restarts: 2 },
    { ...newGadgetStats('b'), dead: true },
  ];
  const lines = statsTable({ sources: [], gadgets }).split('\n');
  expect(lines.slice(2, 5).map((line) => line.split(/ {2,}/).at(-1))).toEqual(['RESTARTS', '2', '0 (down)']);
  expect(losses({ sources: [], gadgets })).toEqual(['a: 2 restarts', 'b: the gadget was down at the end']);
});

test('memory for people, and fuel only where it is counted', () => {
  const gadgets = [
    { ...newGadgetStats('a'), memoryBytes: 1_572_864 },
    { ...newGadgetStats('b'), memoryBytes: 65_536, fuel: 314 },
    newGadgetStats('c'),
  ];
  const lines = (count: number): string[] =>
    statsTable({ sources: [], gadgets: gadgets.slice(0, count) })
      .split('\n')
      .slice(2);
  expect(lines(1)[0]).toMatch(/ MEMORY$/);
  expect(lines(1)[1]).toMatch(/ 1\.5 MiB$/);
  expect(lines(3)[0]).toMatch(/ MEMORY +FUEL$/);
  expect(
    lines(3)
      .slice(1, 4)
      .map((line) =>
        line
          .slice(line.indexOf('0/0/0') + 5)
          .trim()
          .split(/ {2,}/),
      ),
  ).toEqual([
    ['1.5 MiB', '-'],
    ['64 KiB', '314'],
    ['-', '-'],
  ]);
});

test('one line of JSON', () => {
  expect(JSON.parse(statsJson(stats))).toEqual({ stats });
  expect(statsJson(stats).trimEnd()).not.toContain('\n');
  const hostile = { gadgets: [newGadgetStats('\x9b\u202e\u{e0041}')], sources: [] };
  expect(statsJson(hostile)).toContain('"\\u009b\\u202e\\udb40\\udc41"');
  expect(JSON.parse(statsJson(hostile))).toEqual({ stats: hostile });
});

test('what was held back of logs, only where something was', () => {
  const gadgets = [{ ...newGadgetStats('a'), logsHeldBack: 7 }, newGadgetStats('b')];
  const lines = statsTable({ sources: [], gadgets }).split('\n');
  expect(lines[2]).toMatch(/ MEMORY +LOGS HELD BACK$/);
  expect(lines.slice(3, 5).map((line) => line.split(/ +/).at(-1))).toEqual(['7', '0']);
  expect(statsTable(stats)).not.toContain('HELD BACK');
});

test('the time, where they are printed more than once', () => {
  const time = new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 6));
  expect(statsTable(stats, time)).toBe(`2026-01-02T03:04:05.006Z\n${statsTable(stats)}`);
  expect(JSON.parse(statsJson(stats, time))).toEqual({ time: '2026-01-02T03:04:05.006Z', stats });
});

test('losses are told in words', () => {
  expect(losses(stats)).toEqual([
    'open: 1 row that could not be read, 2 values of the wrong type left unset, 1 value of an unknown field left out',
    're\x1bdact: 1 call failed, 1 row did not pass, the gadget was down at the end',
  ]);
  expect(hasLosses(stats)).toBe(true);
  const fine = { gadgets: [newGadgetStats('a')], sources: [{ ...newSourceStats('b'), wrongType: 1 }] };
  expect(hasLosses(fine)).toBe(false);
  expect(losses({ gadgets: [newGadgetStats('a')], sources: [newSourceStats('b')] })).toEqual([]);
});
