import { describe, expect, test } from 'vitest';
import { waysOf } from '../ways.fixture.ts';
import heartbeat from './gadget.ts';

describe.each(waysOf(import.meta.dirname, heartbeat))('as $way', ({ run }) => {
  test('beats on its timer', async () => {
    const { rows } = await run([], { params: { every: '500ms' }, advance: 1600 });
    expect(rows['heartbeat']?.map(({ beat }) => beat)).toEqual([1, 2, 3]);
    const [first, second] = (rows['heartbeat'] ?? []).map(({ uptime }) => uptime as bigint);
    expect(second! - first!).toBe(500_000_000n);
  });
});
