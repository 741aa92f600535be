import { expect, test } from 'vitest';
import { DataSource, type Delivery } from './data-source.ts';
import { packetOfRows } from './packet-rows.ts';
import { type Packet, valueAt } from './packet.ts';

function numbered(count: number, delivery: Delivery = 'events'): Packet {
  const source = new DataSource('s', delivery);
  source.addField('i', 'uint16');
  source.addField('t', 'text');
  return packetOfRows(
    source,
    Array.from({ length: count }, (_, i) => (i % 2 === 0 ? { i, t: `${i}` } : { i })),
  );
}

test.each([
  [0, 4, [0]],
  [4, 4, [4]],
  [5, 4, [4, 1]],
  [9, 1, [1, 1, 1, 1, 1, 1, 1, 1, 1]],
])('%d rows cut at %d', (count, most, lengths) => {
  const packet = numbered(count);
  const pieces = [...packet.cut(most)];
  expect(pieces.map((piece) => piece.length)).toEqual(lengths);
  expect(pieces.flatMap((piece) => [...piece.rows()])).toEqual([...packet.rows()]);
});

test('snapshots are never cut', () => {
  const packet = numbered(9, 'snapshots');
  expect([...packet.cut(2)]).toEqual([packet]);
});

test('a window of a window', () => {
  const packet = numbered(9);
  expect([...packet.window(2, 8).window(1, 3).rows()]).toEqual([{ i: 3 }, { i: 4, t: '4' }]);
  expect(packet.window(0, 9)).toBe(packet);
});

test('fixed-size text ends at its first NUL, bytes do not, and what is read is a copy', () => {
  const source = new DataSource('s', 'events');
  const t = source.addField('t', 'text', { fixedSize: 8 });
  const b = source.addField('b', 'bytes', { fixedSize: 4 });
  const v = source.addField('v', 'text');
  const raw = new Uint8Array([0x61, 0xe2, 0, 0x62, 0, 0, 0, 0]);
  const packet = packetOfRows(source, [{ t: raw, b: new Uint8Array([1]), v: 'a\0b' }]);
  expect(valueAt(packet, t, 0)).toBe('a\ufffd');
  expect(valueAt(packet, b, 0)).toEqual(new Uint8Array([1, 0, 0, 0]));
  expect(valueAt(packet, v, 0)).toBe('a\0b');
  (valueAt(packet, b, 0) as Uint8Array).fill(9);
  expect(valueAt(packet, b, 0)).toEqual(new Uint8Array([1, 0, 0, 0]));
  expect(valueAt(packet, b, 1)).toBeUndefined();
});
