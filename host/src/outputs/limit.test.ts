import { expect, test } from 'vitest';
import { packetOfRows } from '../data/packet-rows.ts';
import type { Packet } from '../data/packet.ts';
import { jsonOutput } from './json.ts';
import { limitRows } from './limit.ts';
import { memorySink } from './sink.ts';
import { sourceOf } from './rows.fixture.ts';

const source = sourceOf('s', { n: 'uint8' });
const packet = (...numbers: number[]): Packet =>
  packetOfRows(
    source,
    numbers.map((n) => ({ n })),
  );

test('cuts the packet in which the last row stands and drops the rest', async () => {
  const sink = memorySink();
  let reached = 0;
  const output = limitRows(jsonOutput(sink), 3, () => reached++);
  output.fields(source);
  await output.write(packet(1, 2));
  expect(reached).toBe(0);
  await output.write(packet(3, 4));
  expect(reached).toBe(1);
  await output.write(packet(5));
  await output.close();
  expect(reached).toBe(1);
  expect(sink.text).toBe('{"n":1}\n{"n":2}\n{"n":3}\n');
});

test('is reached when a slow output has taken the rows', async () => {
  let release = (): void => {};
  let reached = false;
  const slow = {
    fields: () => source.fields,
    write: () => new Promise<void>((resolve) => (release = resolve)),
    close() {},
  };
  const output = limitRows(slow, 1, () => (reached = true));
  const written = output.write(packet(1));
  await Promise.resolve();
  expect(reached).toBe(false);
  release();
  await written;
  expect(reached).toBe(true);
});

test.each([0, -1, 1.5, NaN, Infinity])('%d rows are refused', (max) => {
  expect(() => limitRows(jsonOutput(memorySink()), max, () => {})).toThrow(RangeError);
});
