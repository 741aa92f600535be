import { expect, test } from 'vitest';
import { demoExecFields, demoExecSource } from './demo-exec.ts';
import { collect } from './feed.fixture.ts';

test('the same seed gives the same rows, however they are batched', async () => {
  const first = await collect(demoExecSource({ seed: 7, rows: 100, batchRows: 33 }));
  const second = await collect(demoExecSource({ seed: 7, rows: 100 }));
  const other = await collect(demoExecSource({ seed: 8, rows: 100 }));
  expect(first.packets.map(({ length }) => length)).toEqual([33, 33, 33, 1]);
  expect(second.rows).toEqual(first.rows);
  expect(other.rows).not.toEqual(first.rows);
});

test('every value is set, times never fall, many paths are in somebody’s home', async () => {
  const { rows } = await collect(demoExecSource({ rows: 1000 }));
  for (const row of rows) expect(Object.keys(row)).toEqual(demoExecFields.map(({ name }) => name));
  const times = rows.map((row) => row['timestamp'] as bigint);
  expect(times.every((time, i) => i === 0 || time > times[i - 1]!)).toBe(true);
  const homes = rows.filter(({ filename }) => /^\/home\/\w*/.test(filename as string));
  expect(homes.length).toBeGreaterThan(500);
});

test('all fields say that they are made up', () => {
  for (const field of demoExecFields) {
    expect(field.tags).toEqual(['demo']);
    expect(field.annotations!['description']).toContain('Made up.');
  }
});

test('a rate spreads the rows and still gives all', async () => {
  const { packets, rows } = await collect(demoExecSource({ rows: 4, ratePerSecond: 200 }));
  expect(rows.length).toBe(4);
  expect(packets[0]!.length).toBe(1);
});

test('it ends with the run', async () => {
  const stop = new AbortController();
  const { packets } = await collect(demoExecSource(), {
    signal: stop.signal,
    onPacket: () => stop.abort(),
  });
  expect(packets.length).toBe(1);
});

test.each([{ seed: -1 }, { seed: 2 ** 32 }, { rows: -1 }, { batchRows: 0 }, { ratePerSecond: 0 }])(
  '%o is refused',
  (options) => {
    expect(() => demoExecSource(options)).toThrow(expect.objectContaining({ code: 'E_SOURCE_SPEC' }));
  },
);
