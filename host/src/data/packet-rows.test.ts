import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DataSource } from './data-source.ts';
import type { Kind } from './kind.ts';
import { packetOfRows } from './packet-rows.ts';

function sourceOf(fields: Record<string, Kind>): DataSource {
  const source = new DataSource('s', 'events');
  for (const [name, kind] of Object.entries(fields)) source.addField(name, kind);
  return source;
}

test('keys that objects inherit are none of theirs', () => {
  const source = new DataSource('s', 'events');
  source.addField('constructor', 'text');
  for (const name of ['toString', '__proto__']) source.addField(name, 'uint8');
  expect([...packetOfRows(source, [{}]).rows()]).toEqual([{}]);
  const row = JSON.parse('{"constructor":"c","toString":1,"__proto__":2}') as Record<string, unknown>;
  const [back] = packetOfRows(source, [row]).rows();
  expect(Object.entries(back!)).toEqual([
    ['constructor', 'c'],
    ['toString', 1],
    ['__proto__', 2],
  ]);
});

test('kind other is any JSON', () => {
  const source = sourceOf({ o: 'other' });
  const rows = [{ o: [1, { a: null }] }, { o: 'text' }, { o: 0 }, { o: null }, {}];
  expect([...packetOfRows(source, rows).rows()]).toEqual([...rows.slice(0, 3), {}, {}]);
});

test('says which value does not fit, in few words', () => {
  const source = sourceOf({ n: 'uint8' });
  expect(() => packetOfRows(source, [{ n: 1 }, { n: 'x'.repeat(10_000) }])).toThrow(/^row 1: n is uint8/);
  expect(() => packetOfRows(source, [{ n: 'x'.repeat(10_000) }])).toThrow(/^.{0,200}$/);
});

test('says which key is no field, and of which row', () => {
  const source = sourceOf({ n: 'uint8', t: 'text' });
  expect(() => packetOfRows(source, [{ n: 1 }, { t: 'a', m: 2 }])).toThrow(
    'row 1: s has no field m; it has n, t',
  );
  expect(() => packetOfRows(source, [{ m: undefined }])).toThrow('row 0: s has no field m');
});

test('holds values and columns to their caps, to the byte', () => {
  const source = sourceOf({ t: 'text', b: 'bytes' });
  const limits = { maxValueBytes: 6, maxColumnBytes: 10 };
  const give =
    (...rows: Record<string, unknown>[]) =>
    () =>
      packetOfRows(source, rows, limits);
  expect(give({ t: 'äöü' }, { t: 'four' })).not.toThrow();
  expect(give({ t: 'äöüx' })).toThrow(/^row 0: t is text/);
  expect(give({ t: 'äöü' }, { t: 'fivee' })).toThrow(/^row 1: t is text/);
  expect(give({ b: new Uint8Array(6) }, { b: new Uint8Array(4) })).not.toThrow();
  expect(give({ b: new Uint8Array(7) })).toThrow(/^row 0: b is bytes/);
  expect(give({ b: new Uint8Array(6) }, { b: new Uint8Array(5) })).toThrow(/^row 1: b is bytes/);
});

test('rows come back as they were, wherever values are missing', () => {
  const source = sourceOf({
    n: 'int32',
    big: 'uint64',
    t: 'text',
    b: 'bytes',
    flag: 'boolean',
    any: 'other',
  });
  const row = fc.record(
    {
      n: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      big: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      t: fc.string({ unit: 'grapheme', maxLength: 80 }),
      b: fc.uint8Array({ maxLength: 80 }),
      flag: fc.boolean(),
      any: fc.constantFrom(1, 'x', { a: [1] }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const packet = packetOfRows(source, rows);
      expect([...packet.rows()]).toEqual(rows);
      for (const { name, index } of source.fields) {
        const all = rows.every((each) => Object.hasOwn(each, name));
        if (all && rows.length > 0) expect(packet.columns[index]?.valid).toBeNull();
      }
    }),
    { numRuns: 300 },
  );
});

test('lists are arrays or typed arrays, and come back as arrays', () => {
  const source = new DataSource('s', 'events');
  source.addField('n', 'other', { elements: 'uint16' });
  source.addField('t', 'other', { elements: 'text' });
  const rows = [{ n: Uint16Array.of(1, 2), t: ['a', 'ä'] }, { n: [], t: null }, { n: [3] }];
  expect([...packetOfRows(source, rows).rows()]).toEqual([
    { n: [1, 2], t: ['a', 'ä'] },
    { n: [] },
    { n: [3] },
  ]);
  expect(() => packetOfRows(source, [{ n: [1, 65_536] }])).toThrow(
    'row 0: n is uint16[], this value does not',
  );
  expect(() => packetOfRows(source, [{ t: 'a' }])).toThrow('row 0: t is text[]');
  const limits = { maxValueBytes: 6, maxColumnBytes: 10 };
  expect(packetOfRows(source, [{ n: [1, 2, 3] }, { n: [1, 2] }], limits).length).toBe(2);
  expect(() => packetOfRows(source, [{ n: [1, 2, 3, 4] }], limits)).toThrow(/^row 0/);
  expect(() => packetOfRows(source, [{ n: [1, 2, 3] }, { n: [1, 2, 3] }], limits)).toThrow(/^row 1/);
});
