import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DataSource } from './data-source.ts';
import type { ElementKind } from './kind.ts';
import { packetOfColumns } from './packet-columns.ts';

function sourceOf(elements: ElementKind): DataSource {
  const source = new DataSource('s', 'events');
  source.addField('v', 'other', { elements });
  return source;
}

/** The lists that come of a column. */
function lists(elements: ElementKind, v: unknown): unknown[] {
  return [...packetOfColumns(sourceOf(elements), { v: v as never }).rows()].map((row) => row['v']);
}

const ends = Uint32Array.of(1, 1, 3);

test('an array of lists, some of them unset', () => {
  expect(lists('uint16', [[1, 2], null, [], Uint16Array.of(3)])).toEqual([[1, 2], undefined, [], [3]]);
  expect(lists('text', [['a', ''], undefined])).toEqual([['a', ''], undefined]);
});

test('all elements in one array', () => {
  expect(lists('uint16', { ends, values: [1, 2, 3] })).toEqual([[1], [], [2, 3]]);
  expect(lists('uint64', { ends, values: [1, 2n, 3] })).toEqual([[1n], [], [2n, 3n]]);
  expect(lists('boolean', { ends, values: Uint8Array.of(1, 0, 1) })).toEqual([[true], [], [false, true]]);
  expect(lists('text', { ends, values: ['ä', '', 'b'] })).toEqual([['ä'], [], ['', 'b']]);
  expect(lists('bytes', { ends, values: [Uint8Array.of(1), Uint8Array.of(), Buffer.of(2)] })).toEqual([
    [Uint8Array.of(1)],
    [],
    [Uint8Array.of(), Uint8Array.of(2)],
  ]);
});

test('all elements in one block', () => {
  const values = { ends: Uint32Array.of(2, 2, 3), data: Buffer.from('äb') };
  expect(lists('text', { ends, values })).toEqual([['ä'], [], ['', 'b']]);
});

test('what is given is copied', () => {
  const values = Uint32Array.of(1, 2, 3);
  const given = { ends: ends.slice(), values };
  const packet = packetOfColumns(sourceOf('uint32'), { v: given });
  values.fill(9);
  given.ends.fill(0);
  expect([...packet.rows()]).toEqual([{ v: [1] }, { v: [] }, { v: [2, 3] }]);
});

test('lists come out of a column as they went into it', () => {
  const any = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(any, (rows) => {
      let end = 0;
      const block = { ends: Uint32Array.from(rows, (row) => (end += row.length)), values: rows.flat() };
      expect(lists('text', block)).toEqual(rows);
      expect(lists('text', rows)).toEqual(rows);
    }),
  );
});

const block = { ends: Uint32Array.of(1), data: Buffer.from('a') };
const one = Uint32Array.of(1);
test.each<[string, ElementKind, unknown, RegExp]>([
  ['an element that does not fit', 'uint8', [[1], [256]], /row 1: v is uint8\[\]/],
  ['no list', 'text', ['a'], /row 0: v is text\[\]/],
  ['an element of many that does not fit', 'uint8', { ends, values: [1, 2, 256] }, /row 2: v is uint8\[\]/],
  ['ends that fall', 'uint8', { ends: Uint32Array.of(1, 0), values: [1] }, /row 1: ends of v fall/],
  [
    'ends beyond the values',
    'uint8',
    { ends: Uint32Array.of(2), values: [1] },
    /row 0: ends of v fall or leave/,
  ],
  ['values beyond the ends', 'uint8', { ends: one, values: [1, 2] }, /end at 1, there are 2 values/],
  ['a block for numbers', 'uint8', { ends: one, values: block }, /v is uint8\[\]: its values/],
  ['a block alone', 'text', block, /give \{ ends, values \}/],
  [
    'ends of a block that leave it',
    'text',
    { ends: one, values: { ends: Uint32Array.of(2), data: block.data } },
    /leave the data/,
  ],
])('%s is refused', (_, elements, v, message) => {
  expect(() => lists(elements, v)).toThrow(message);
});

test('lists for a field of single values are refused', () => {
  const source = new DataSource('s', 'events');
  source.addField('n', 'uint8');
  source.addField('o', 'other');
  expect(() => packetOfColumns(source, { n: { ends: one, values: [1] } })).toThrow(/n is uint8, no lists/);
  expect(() => packetOfColumns(source, { o: { ends: one, values: [1] } })).toThrow(/o is other, no lists/);
});

test('lists and columns are held to their caps, to the byte', () => {
  const source = sourceOf('text');
  const limits = { maxValueBytes: 6, maxColumnBytes: 11 };
  const give =
    (...texts: string[]) =>
    () => {
      const counted = Uint32Array.from(texts, (_, row) => row + 1);
      let end = 0;
      const packed = {
        ends: Uint32Array.from(texts, (text) => (end += text.length)),
        data: Buffer.from(texts.join('')),
      };
      const inputs = [
        texts.map((text) => [text]),
        { ends: counted, values: texts },
        { ends: counted, values: packed },
      ];
      const errors = inputs.map((v) => {
        try {
          return packetOfColumns(source, { v }, limits).length;
        } catch (error) {
          return String(error);
        }
      });
      return [...new Set(errors)];
    };
  expect(give('ab', 'c')()).toEqual([2]);
  expect(give('abc')()).toEqual(['RangeError: row 0: 7 bytes for v, 6 are the most']);
  expect(give('ab', 'cd')()).toEqual(['RangeError: 12 bytes for all of v, 11 are the most']);
});
