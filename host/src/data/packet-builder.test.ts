import { describe, expect, test } from 'vitest';
import type { BytesColumn } from './bytes-column.ts';
import { DataSource } from './data-source.ts';
import type { Kind } from './kind.ts';
import type { NumberColumn } from './number-column.ts';
import { PacketBuilder } from './packet-builder.ts';
import { packetOfRows } from './packet-rows.ts';
import { valueAt } from './packet.ts';

function sourceOf(fields: Record<string, Kind>): DataSource {
  const source = new DataSource('s', 'events');
  for (const [name, kind] of Object.entries(fields)) source.addField(name, kind);
  return source;
}

test('rows become columns, and the builder begins anew', () => {
  const source = sourceOf({ n: 'uint8', t: 'text' });
  const [n, t] = source.fields;
  const builder = new PacketBuilder(source);
  for (let i = 0; i < 200; i++) {
    expect(builder.addRow()).toBe(i);
    if (i % 3 === 0) expect(builder.set(n!, i)).toBe(true);
    if (i % 50 === 0) expect(builder.set(t!, `t${i}`)).toBe(true);
  }
  const packet = builder.take();
  expect(packet.length).toBe(200);
  for (let i = 0; i < 200; i++) {
    expect(valueAt(packet, n!, i)).toBe(i % 3 === 0 ? i : undefined);
    expect(valueAt(packet, t!, i)).toBe(i % 50 === 0 ? `t${i}` : undefined);
  }
  expect(builder.length).toBe(0);
  builder.addRow();
  const next = builder.take();
  expect([...next.rows()]).toEqual([{}]);
  expect(builder.take().length).toBe(0);
});

test('a column in which all rows are set has no bitmap', () => {
  const source = sourceOf({ n: 'int16', t: 'text', m: 'int8' });
  const packet = packetOfRows(source, [
    { n: 1, t: 'a' },
    { n: 2, t: '', m: 1 },
    { n: 3, t: 'c' },
  ]);
  expect(packet.columns.map((column) => column?.valid === null)).toEqual([true, true, false]);
});

test('a row that is dropped leaves nothing behind', () => {
  const source = sourceOf({ n: 'float64', big: 'uint64', t: 'text' });
  const [n, big, t] = source.fields;
  const builder = new PacketBuilder(source);
  builder.dropRow();
  expect(builder.length).toBe(0);
  for (const round of [1, 2, 3]) {
    builder.addRow();
    builder.set(n!, round);
    builder.set(big!, BigInt(round));
    builder.set(t!, `round ${round}`);
    if (round === 2) {
      builder.dropRow();
      builder.addRow();
    }
  }
  expect([...builder.take().rows()]).toEqual([
    { n: 1, big: 1n, t: 'round 1' },
    {},
    { n: 3, big: 3n, t: 'round 3' },
  ]);
});

test('a row dropped at the end of a full column', () => {
  const source = sourceOf({ n: 'uint8' });
  const [n] = source.fields;
  const builder = new PacketBuilder(source);
  for (let i = 0; i < 65; i++) {
    builder.addRow();
    if (i < 64) builder.set(n!, 1);
  }
  builder.dropRow();
  builder.addRow();
  builder.set(n!, 2);
  const packet = builder.take();
  expect(valueAt(packet, n!, 63)).toBe(1);
  expect(valueAt(packet, n!, 64)).toBe(2);
});

describe('what does not fit is not set', () => {
  const huge = 10n ** 400n;
  test.each<[Kind, good: unknown[], bad: unknown[]]>([
    ['boolean', [true, false], [1, 0, 'true']],
    ['uint8', [0, 255, 3n], [256, -1, 0.5, '1', true, NaN]],
    ['uint64', [2 ** 53 - 1, 2n ** 64n - 1n], [2 ** 53, 2n ** 64n, -1, -1n, '1', huge]],
    ['int64', [-(2n ** 63n), 2n ** 63n - 1n], [2n ** 63n, 1.5]],
    ['float32', [0.5, Infinity, NaN], [1e39, huge, '1']],
    ['float64', [1e308, -0, 2n ** 53n], [2n ** 53n + 1n, huge, true]],
    ['text', ['', 'a\0b', new Uint8Array([0xff])], [1, true, {}, []]],
    ['bytes', [new Uint8Array(0), Buffer.from([1])], ['text', 1]],
    ['other', ['[1]'], [new Uint8Array(1), 1]],
  ])('%s', (kind, good, bad) => {
    const source = sourceOf({ v: kind });
    const [field] = source.fields;
    const builder = new PacketBuilder(source);
    for (const value of good) {
      builder.addRow();
      expect(builder.set(field!, value as never)).toBe(true);
    }
    for (const value of [...bad, undefined, null]) {
      builder.addRow();
      expect(builder.set(field!, value as never)).toBe(value === undefined || value === null);
    }
    const column = builder.take().column(field!)!;
    const set = Array.from({ length: column.length }, (_, row) => column.isSet(row));
    expect(set).toEqual([...good.map(() => true), ...bad.map(() => false), false, false]);
  });
});

test('values of fixed size are filled up, and longer ones refused', () => {
  const source = new DataSource('s', 'events');
  const t = source.addField('t', 'text', { fixedSize: 4 });
  const b = source.addField('b', 'bytes', { fixedSize: 2 });
  const builder = new PacketBuilder(source);
  builder.addRow();
  expect(builder.set(t, 'äb')).toBe(true);
  expect(builder.set(b, new Uint8Array([1]))).toBe(true);
  builder.addRow();
  expect(builder.set(t, 'äbcd')).toBe(false);
  expect(builder.set(t, 'a\0b')).toBe(false);
  expect(builder.set(b, new Uint8Array(3))).toBe(false);
  const packet = builder.take();
  expect([...(packet.column(t) as BytesColumn).bytes(0)]).toEqual([0xc3, 0xa4, 0x62, 0]);
  expect(valueAt(packet, t, 0)).toBe('äb');
  expect(valueAt(packet, b, 0)).toEqual(new Uint8Array([1, 0]));
  expect(valueAt(packet, t, 1)).toBeUndefined();
});

test('caps on a value and on a column', () => {
  const source = sourceOf({ t: 'text' });
  const [t] = source.fields;
  const builder = new PacketBuilder(source, { maxValueBytes: 6, maxColumnBytes: 10 });
  const fits = ['€€x', '€€', '1234', 'x', ''].map((text) => {
    builder.addRow();
    return builder.set(t!, text);
  });
  expect(fits).toEqual([false, true, true, false, true]);
});

test('numbers move to a column of their own when they move', () => {
  const source = sourceOf({ n: 'uint64' });
  const [n] = source.fields;
  const builder = new PacketBuilder(source);
  builder.addRow();
  const first = builder.column(n!) as NumberColumn;
  const { values } = first;
  for (let i = 0; i < 64; i++) builder.addRow();
  expect(builder.column(n!)).not.toBe(first);
  expect(first.values).toBe(values);
});

test('lists, and their caps', () => {
  const source = new DataSource('s', 'events');
  const field = source.addField('v', 'other', { elements: 'text' });
  const builder = new PacketBuilder(source, { maxValueBytes: 6, maxColumnBytes: 11 });
  const set = (value: readonly string[] | string | null): boolean => {
    builder.addRow();
    return builder.set(field, value);
  };
  expect(set(['ab'])).toBe(true);
  expect(set(['a', ''])).toBe(false);
  expect(set('[]')).toBe(false);
  expect(set(null)).toBe(true);
  expect(set([])).toBe(true);
  expect(set(['ab'])).toBe(false);
  expect(set(['c'])).toBe(true);
  expect([...builder.take().rows()]).toEqual([{ v: ['ab'] }, {}, {}, {}, { v: [] }, {}, { v: ['c'] }]);
});
