import { expect, test } from 'vitest';
import { DataSource } from './data-source.ts';
import { type Kind, kinds } from './kind.ts';
import { packetOfColumns } from './packet-columns.ts';

function sourceOf(fields: Record<string, Kind>): DataSource {
  const source = new DataSource('s', 'events');
  for (const [name, kind] of Object.entries(fields)) source.addField(name, kind);
  return source;
}

const values: Record<Kind, unknown[]> = {
  boolean: [true, false, undefined],
  int8: [-128, 127, undefined],
  int16: [-32_768, 32_767, undefined],
  int32: [-(2 ** 31), 2 ** 31 - 1, undefined],
  int64: [-(2n ** 63n), 2n ** 63n - 1n, undefined],
  uint8: [0, 255, undefined],
  uint16: [0, 65_535, undefined],
  uint32: [0, 2 ** 32 - 1, undefined],
  uint64: [0n, 2n ** 64n - 1n, undefined],
  float32: [0.5, NaN, undefined],
  float64: [Number.MAX_VALUE, -Infinity, undefined],
  text: ['', 'ä\0', undefined],
  bytes: [new Uint8Array([0, 255]), new Uint8Array(0), undefined],
  other: ['[1,2]', '"x"', undefined],
};

test.each(kinds)('%s: an array of values', (kind) => {
  const packet = packetOfColumns(sourceOf({ v: kind }), { v: values[kind] as never });
  const expected = values[kind].map((v) =>
    v === undefined ? {} : { v: kind === 'other' ? (JSON.parse(v as string) as unknown) : v },
  );
  expect([...packet.rows()]).toEqual(expected);
});

test('typed arrays are copied', () => {
  const n = new Uint32Array([1, 2]);
  const on = new Uint8Array([1, 0]);
  const data = Buffer.from('abc');
  const ends = new Uint32Array([1, 3]);
  const source = sourceOf({ n: 'uint32', f: 'float64', on: 'boolean', t: 'text' });
  const packet = packetOfColumns(source, { n, f: n, on, t: { ends, data } });
  n.fill(9);
  on.fill(0);
  data.fill(0);
  ends.fill(0);
  expect([...packet.rows()]).toEqual([
    { n: 1, f: 1, on: true, t: 'a' },
    { n: 2, f: 2, on: false, t: 'bc' },
  ]);
  expect(packet.columns.map((column) => column?.valid)).toEqual([null, null, null, null]);
});

test.each<[string, Kind, unknown, RegExp]>([
  ['a value that does not fit', 'uint8', [1, 256], /row 1: v is uint8, 256/],
  ['a typed array of values that do not fit', 'uint8', new Uint16Array([256]), /row 0/],
  ['a boolean that is 2', 'boolean', new Uint8Array([2]), /row 0/],
  ['text for bytes', 'bytes', ['x'], /row 0/],
  ['bytes for other', 'other', [new Uint8Array(1)], /row 0/],
  ['ends that fall', 'text', { ends: new Uint32Array([2, 1]), data: new Uint8Array(2) }, /row 1/],
  ['ends beyond the data', 'text', { ends: new Uint32Array([3]), data: new Uint8Array(2) }, /row 0/],
  ['a block of numbers', 'uint8', { ends: new Uint32Array([1]), data: new Uint8Array(1) }, /not text/],
])('%s is refused', (_, kind, v, message) => {
  expect(() => packetOfColumns(sourceOf({ v: kind }), { v: v as never })).toThrow(message);
});

test('columns are of one length and of known fields', () => {
  const source = sourceOf({ a: 'uint8', b: 'uint8' });
  expect(() => packetOfColumns(source, { a: [1], b: [1, 2] })).toThrow(/1, 2/);
  expect(() => packetOfColumns(source, { c: [1] })).toThrow(/no field c/);
  expect(packetOfColumns(source, {}).length).toBe(0);
  expect([...packetOfColumns(source, { b: [5] }).rows()]).toEqual([{ b: 5 }]);
});

test('values of fixed size and caps', () => {
  const source = new DataSource('s', 'events');
  source.addField('t', 'text', { fixedSize: 2 });
  expect([...packetOfColumns(source, { t: ['a'] }).rows()]).toEqual([{ t: 'a' }]);
  for (const t of ['abc', 'a\0']) expect(() => packetOfColumns(source, { t: [t] })).toThrow(/2 bytes/);
  const small = { maxValueBytes: 2, maxColumnBytes: 3 };
  const plain = sourceOf({ t: 'text' });
  expect(packetOfColumns(plain, { t: ['ab', 'c'] }, small).length).toBe(2);
  for (const t of [['abc'], ['ab', 'cd']]) {
    const data = Buffer.from(t.join(''));
    const ends = new Uint32Array(t.length === 1 ? [3] : [2, 4]);
    expect(() => packetOfColumns(plain, { t }, small)).toThrow(/the most/);
    expect(() => packetOfColumns(plain, { t: { ends, data } }, small)).toThrow(/the most/);
  }
});
