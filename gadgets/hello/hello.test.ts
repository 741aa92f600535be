import { expect } from 'vitest';
import hello from './gadget.ts';
import { bothWays } from '../both-ways.fixture.ts';

bothWays('logs its phases and packets, and changes nothing', import.meta.dirname, hello, async (run) => {
  const { rows, logs } = await run([{ pid: 1 }, { pid: 2 }], { schema: { open: { pid: 'uint32' } } });
  expect(rows['open']).toEqual([{ pid: 1 }, { pid: 2 }]);
  expect(logs.map(({ message }) => message)).toEqual(['init (run)', 'start', '2 rows of open', 'stop']);
});
