import { startGadget, fakeClock, type TestResult, type TestRow } from '@gadget-api/guest/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildFolder } from '../../../host/src/gadget/build.ts';
import { buildable } from '../../conformance/buildable.ts';
import { readPcap } from './read-pcap.fixture.ts';

const schema = { packets: { timestamp: 'uint64', length: 'uint32', data: 'bytes' } } as const;
const startMs = Date.UTC(2026, 4, 4);
const startNs = BigInt(startMs) * 1_000_000n;

describe.runIf(buildable.includes('go'))('pcap', () => {
  let component: Uint8Array;
  beforeAll(async () => {
    component = await buildFolder(import.meta.dirname);
  }, 600_000);

  async function run(
    packets: readonly TestRow[][],
    params: Record<string, string> = {},
  ): Promise<TestResult> {
    const running = await startGadget(component, { schema, params, clock: fakeClock({ start: startMs }) });
    for (const rows of packets) {
      await running.push(rows);
      await running.clock.advance(1000);
    }
    const result = await running.stop();
    expect(result.error).toBeUndefined();
    return result;
  }

  /** What its rows are together. */
  function file({ rows }: TestResult): Buffer {
    return Buffer.concat((rows['pcap'] ?? []).map((row) => row['part'] as Uint8Array));
  }

  test('its rows together are a capture file', async () => {
    const result = await run([
      [
        { timestamp: 5n, data: Uint8Array.of(1, 2, 3), length: 3 },
        { timestamp: 1_999_999_999n, data: new Uint8Array(), length: 60 },
      ],
      [{ timestamp: 2_000_000_000n, data: new Uint8Array(1500).fill(255), length: 9000 }],
    ]);
    expect(readPcap(file(result))).toEqual({
      version: '2.4',
      snapLength: 65535,
      linkType: 1,
      packets: [
        { nanoseconds: startNs + 5n, length: 3, data: '010203' },
        { nanoseconds: startNs + 1_999_999_999n, length: 60, data: '' },
        { nanoseconds: startNs + 2_000_000_000n, length: 9000, data: 'ff'.repeat(1500) },
      ],
    });
    expect(result.packets['pcap']?.map((rows) => rows.length)).toEqual([1, 2, 1]);
  });

  test('every byte is as it should be', async () => {
    const result = await run([[{ timestamp: 0n, data: Uint8Array.of(0xde, 0xad, 0xbe), length: 4 }]], {
      'snap-length': '2',
      'link-type': '101',
    });
    const seconds = Buffer.alloc(4);
    seconds.writeUInt32LE(startMs / 1000);
    expect(file(result).toString('hex')).toBe(
      '4d3cb2a1020004000000000000000000' +
        '0200000065000000' +
        `${seconds.toString('hex')}000000000200000004000000dead`,
    );
  });

  test('without packets the file is its header', async () => {
    const { rows, packets } = await run([]);
    expect(Object.keys(packets)).toEqual(['pcap']);
    expect(rows['pcap']).toHaveLength(1);
    expect(readPcap(file({ rows } as TestResult)).packets).toEqual([]);
  });

  test('rows without bytes are none of its packets; a length that cannot be is as long as the bytes', async () => {
    const result = await run([
      [{ timestamp: 1n, length: 9 }],
      [
        { data: Uint8Array.of(1, 2), timestamp: 2n, length: 1 },
        { timestamp: 3n },
        { data: Uint8Array.of(3) },
      ],
    ]);
    expect(readPcap(file(result)).packets).toEqual([
      { nanoseconds: startNs + 2n, length: 2, data: '0102' },
      { nanoseconds: startNs, length: 1, data: '03' },
    ]);
    // The rows pass as they came.
    expect(result.rows['packets']).toHaveLength(4);
  });

  test('says which field is missing', async () => {
    const without = await startGadget(component, { schema: { packets: { data: 'bytes' } } });
    const { error, packets } = await without.stop();
    expect(error?.message).toContain('not-found: packets has no field timestamp');
    expect(packets).toEqual({});
  });
});
