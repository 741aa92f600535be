import { describe, expect, test } from 'vitest';
import { packetOfRows } from '../data/packet-rows.ts';
import { type Packet, valueAt } from '../data/packet.ts';
import { type IterableOptions, iterableOutput, type PacketOutput } from './iterable.ts';
import { sourceOf } from './rows.fixture.ts';

const source = sourceOf('s', { n: 'uint8' });
const packet = (n: number): Packet => packetOfRows(source, [{ n }]);
const numberOf = (each: Packet): unknown => valueAt(each, source.fields[0]!, 0);

function open(options: IterableOptions = {}): PacketOutput {
  const output = iterableOutput(options);
  expect(output.fields(source)).toEqual(source.fields);
  return output;
}

/** Whether a promise is open after everything that is due has run. */
async function isOpen(promise: void | Promise<void>): Promise<boolean> {
  let settled = false;
  void Promise.resolve(promise).then(() => (settled = true));
  await new Promise((resolve) => setImmediate(resolve));
  return !settled;
}

describe('iterableOutput', () => {
  test('gives the packets in order and ends after them', async () => {
    const output = open();
    const seen: unknown[] = [];
    const consumer = (async () => {
      for await (const each of output) seen.push(numberOf(each));
    })();
    for (let n = 0; n < 20; n++) await output.write(packet(n));
    output.close();
    await consumer;
    expect(seen).toEqual([...Array(20).keys()]);
  });

  test('what was queued is given after the end', async () => {
    const output = open();
    await output.write(packet(1));
    await output.write(packet(2));
    output.close();
    const seen: unknown[] = [];
    for await (const each of output) seen.push(numberOf(each));
    expect(seen).toEqual([1, 2]);
  });

  test('write waits while the queue is full', async () => {
    const output = open({ capacity: 2 });
    const iterator = output[Symbol.asyncIterator]();
    expect(await isOpen(output.write(packet(1)))).toBe(false);
    const second = output.write(packet(2));
    expect(await isOpen(second)).toBe(true);
    await iterator.next();
    expect(await isOpen(second)).toBe(false);
  });

  test('close lets a waiting write go, and loses nothing', async () => {
    const output = open({ capacity: 1 });
    const written = output.write(packet(1));
    output.close();
    expect(await isOpen(written)).toBe(false);
    const seen: unknown[] = [];
    for await (const each of output) seen.push(numberOf(each));
    expect(seen).toEqual([1]);
  });

  test('a consumer that leaves lets the run go on', async () => {
    const output = open({ capacity: 1 });
    const first = output.write(packet(1));
    for await (const each of output) {
      expect(numberOf(each)).toBe(1);
      break;
    }
    expect(await isOpen(first)).toBe(false);
    for (let n = 0; n < 5; n++) expect(await isOpen(output.write(packet(n)))).toBe(false);
    output.close();
  });

  test('a consumer that waits is told of the end', async () => {
    const output = open();
    const next = output[Symbol.asyncIterator]().next();
    output.close();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  test('after release nobody waits, and nothing is lost', async () => {
    const output = open({ capacity: 1 });
    const first = output.write(packet(1));
    expect(await isOpen(first)).toBe(true);
    output.release();
    expect(await isOpen(first)).toBe(false);
    expect(await isOpen(output.write(packet(2)))).toBe(false);
    output.close();
    const seen: unknown[] = [];
    for await (const each of output) seen.push(numberOf(each));
    expect(seen).toEqual([1, 2]);
  });

  test('takes only the source it was asked for', () => {
    const output = iterableOutput({ source: 's' });
    expect(output.fields(source)).toEqual(source.fields);
    expect(output.fields(sourceOf('other', { n: 'uint8' }))).toBeUndefined();
  });

  test.each([0, -1, 1.5, NaN])('capacity %d is refused', (capacity) => {
    expect(() => iterableOutput({ capacity })).toThrow(RangeError);
  });
});
