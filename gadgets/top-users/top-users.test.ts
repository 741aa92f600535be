import { describe, expect, test } from 'vitest';
import { waysOf } from '../ways.fixture.ts';
import { top } from './count.ts';
import topUsers from './gadget.ts';

test('the most frequent first, equal ones in order', () => {
  const counts = new Map([
    [3, 1],
    [1, 5],
    [2, 1],
  ]);
  expect(top(counts, 2)).toEqual([
    { key: 1, count: 5 },
    { key: 2, count: 1 },
  ]);
});

describe.each(waysOf(import.meta.dirname, topUsers))('as $way', ({ run }) => {
  test('counts each window, skips rows without a user', async () => {
    const rows = [{ uid: 0 }, { uid: 1000 }, { uid: 1000 }, {}];
    const { packets } = await run(rows, {
      schema: { exec: { uid: 'uint32' } },
      params: { window: '1s', limit: '5' },
      advance: 2000,
    });
    expect(packets['top-users']).toEqual([
      [
        { uid: 1000, events: 2n },
        { uid: 0, events: 1n },
      ],
      [],
      [],
    ]);
  });

  test('keeps only the busiest', async () => {
    const { packets } = await run([{ uid: 1 }, { uid: 2 }, { uid: 2 }], {
      schema: { exec: { uid: 'uint32' } },
      params: { limit: '1' },
    });
    expect(packets['top-users']).toEqual([[{ uid: 2, events: 2n }]]);
  });
});
