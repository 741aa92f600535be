import { startGadget, type TestResult, type TestRow } from '@gadget-api/guest/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildFolder } from '../../../host/src/gadget/build.ts';
import { rustTests } from '../../support/rust.ts';

const schema = { latencies: { comm: 'text', 'latency-ns': 'uint64', pid: 'uint32' } } as const;

function latencies(comm: string | undefined, ...nanoseconds: readonly bigint[]): TestRow[] {
  return nanoseconds.map((value) => ({ ...(comm !== undefined && { comm }), 'latency-ns': value }));
}

describe.runIf(rustTests)('latency-histogram', () => {
  let component: Uint8Array;
  beforeAll(async () => {
    component = await buildFolder(import.meta.dirname);
  }, 900_000);

  async function run(rows: readonly TestRow[], params: Record<string, string> = {}): Promise<TestResult> {
    const running = await startGadget(component, { schema, params });
    if (rows.length > 0) await running.push(rows);
    return running.stop();
  }

  test('shows all counts so far at each interval and at the end, by key', async () => {
    const running = await startGadget(component, {
      schema,
      params: { interval: '2s', percentiles: '50,99.9' },
    });
    await running.push(latencies('cat', 0n, 1n, 3n, 2n));
    await running.clock.advance(2000);
    await running.push(latencies('bash', 1024n));
    const { packets, error } = await running.stop();
    expect(error).toBeUndefined();
    const cat = [
      { key: 'cat', count: 1n, low: 0n, high: 0n },
      { key: 'cat', count: 1n, low: 1n, high: 1n },
      { key: 'cat', count: 2n, low: 2n, high: 3n },
    ];
    expect(packets['histogram']).toEqual([
      cat,
      [{ key: 'bash', count: 1n, low: 1024n, high: 2047n }, ...cat],
    ]);
    const percentiles = [
      { key: 'cat', count: 4n, percentile: '50', 'at-most': 1n },
      { key: 'cat', count: 4n, percentile: '99.9', 'at-most': 3n },
    ];
    expect(packets['percentiles']).toEqual([
      percentiles,
      [
        { key: 'bash', count: 1n, percentile: '50', 'at-most': 2047n },
        { key: 'bash', count: 1n, percentile: '99.9', 'at-most': 2047n },
        ...percentiles,
      ],
    ]);
  });

  test('is exact at the ends of buckets, up to the largest number', async () => {
    const values = [2n ** 53n - 1n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n];
    const { rows } = await run(latencies('x', ...values));
    expect(rows['histogram']).toEqual(
      [
        { count: 1n, low: 2n ** 52n, high: 2n ** 53n - 1n },
        { count: 2n, low: 2n ** 53n, high: 2n ** 54n - 1n },
        { count: 1n, low: 2n ** 62n, high: 2n ** 63n - 1n },
        { count: 2n, low: 2n ** 63n, high: 2n ** 64n - 1n },
      ].map((bucket) => ({ key: 'x', ...bucket })),
    );
  });

  test('counts percentiles in whole numbers: 7 of 100 are 7 percent', async () => {
    expect(0.07 * 100).toBeGreaterThan(7);
    const values = Array.from({ length: 100 }, (_, index) => (index < 7 ? 1n : 1000n));
    const { rows } = await run(latencies('x', ...values), { percentiles: '7,7.001,100' });
    expect(rows['percentiles']?.map((row) => [row['percentile'], row['at-most']])).toEqual([
      ['7', 1n],
      ['7.001', 1023n],
      ['100', 1023n],
    ]);
  });

  test.each(['0', '100.001', '101', '-5', '', '50,', '1e1', '99.9999', '4294967296', '５'])(
    'refuses the percentiles %j',
    async (percentiles) => {
      const { error } = await run([], { percentiles });
      expect(error?.message).toMatch(/out-of-range: ".*" is no percentile/);
    },
  );

  test('takes any kind of key, keeps rows without one apart, and leaves out those without a latency', async () => {
    const rows = [
      { pid: 10, 'latency-ns': 1n },
      { pid: 9, 'latency-ns': 1n },
      { pid: 9 },
      ...latencies('x', 5n),
    ];
    const result = await run(rows, { key: 'pid', percentiles: '50' });
    expect(result.rows['histogram']).toEqual([
      { count: 1n, low: 4n, high: 7n },
      { key: '10', count: 1n, low: 1n, high: 1n },
      { key: '9', count: 1n, low: 1n, high: 1n },
    ]);
    expect(result.rows['latencies']).toEqual(rows);
  });

  test('more keys than it may have are left out, and counted', async () => {
    const rows = ['a', 'b', 'a', 'c', 'b'].flatMap((comm) => latencies(comm, 1n));
    const result = await run(rows, { 'most-keys': '1' });
    expect(result.rows['histogram']).toEqual([{ key: 'a', count: 2n, low: 1n, high: 1n }]);
    expect(result.logs).toEqual([{ level: 'warn', message: '3 latencies left out: more than 1 keys' }]);
  });

  test('shows that there is nothing', async () => {
    expect((await run([])).packets).toEqual({ histogram: [[]], percentiles: [[]] });
  });
});
