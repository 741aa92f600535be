import { expect } from 'vitest';
import { bothWays } from '../both-ways.fixture.ts';
import heartbeat from './gadget.ts';

bothWays('beats on its timer', import.meta.dirname, heartbeat, async (run) => {
  const { rows } = await run([], { params: { every: '500ms' }, advance: 1600 });
  expect(rows['heartbeat']?.map(({ beat }) => beat)).toEqual([1, 2, 3]);
  const [first, second] = (rows['heartbeat'] ?? []).map(({ uptime }) => uptime as bigint);
  expect(second! - first!).toBe(500_000_000n);
});
