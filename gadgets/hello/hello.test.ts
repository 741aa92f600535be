import { describe, expect, test } from 'vitest';
import hello from './gadget.ts';
import { waysOf } from '../ways.fixture.ts';

describe.each(waysOf(import.meta.dirname, hello))('as $way', ({ run }) => {
  test('logs its phases and packets, and changes nothing', async () => {
    const { rows, logs } = await run([{ pid: 1 }, { pid: 2 }], { schema: { open: { pid: 'uint32' } } });
    expect(rows['open']).toEqual([{ pid: 1 }, { pid: 2 }]);
    expect(logs.map(({ message }) => message)).toEqual(['init (run)', 'start', '2 rows of open', 'stop']);
  });
});
