import { expect, test } from 'vitest';
import { defaultDeadlines } from '../deadlines.ts';
import { boundsOf, boundsText } from './bounds.ts';

const silent = { maxMemoryBytes: undefined, fuel: undefined, deadlines: {} };
const manifest = { maxMemoryBytes: 1_048_576, deadlines: { init: 100, stop: 100, start: 100 } };
const decided = { maxMemoryBytes: 2_097_152, fuel: 20, deadlines: { stop: 60_000, start: 200 } };

test('a flag goes before the policy, that before gadget.yaml, and deadlines are decided hook by hook', () => {
  expect(boundsOf(silent, {}, undefined)).toEqual({
    maxMemoryBytes: 67_108_864,
    fuel: undefined,
    deadlines: defaultDeadlines,
  });
  expect(boundsOf(silent, {}, manifest)).toEqual({
    maxMemoryBytes: 1_048_576,
    fuel: undefined,
    deadlines: { ...defaultDeadlines, ...manifest.deadlines },
  });
  expect(boundsOf(silent, decided, manifest)).toEqual({
    maxMemoryBytes: 2_097_152,
    fuel: 20,
    deadlines: { ...defaultDeadlines, init: 100, stop: 60_000, start: 200 },
  });
  const flags = { maxMemoryBytes: 3_145_728, fuel: 30, deadlines: { start: 300 } };
  expect(boundsOf(flags, decided, manifest)).toEqual({
    maxMemoryBytes: 3_145_728,
    fuel: 30,
    deadlines: { ...defaultDeadlines, init: 100, stop: 60_000, start: 300 },
  });
});

test('what is not usual is told', () => {
  expect(boundsText(boundsOf(silent, {}, undefined))).toBe('');
  expect(boundsText(boundsOf(silent, decided, manifest))).toBe(
    '2 MiB of memory, 20 steps a call, 100ms for init, 200ms for start, 1m for stop',
  );
});
