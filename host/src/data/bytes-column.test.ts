import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BytesColumn, decodeUtf8 } from './bytes-column.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

function textsOf(column: BytesColumn): (string | undefined)[] {
  return Array.from({ length: column.length }, (_, row) =>
    column.isSet(row) ? column.text(row) : undefined,
  );
}

test('values are kept beside each other', () => {
  const column = BytesColumn.unset('text', 3);
  column.setText(2, 'zwei');
  column.set(0, bytes(0, 0xff));
  expect([...column.bytes(0)]).toEqual([0, 0xff]);
  expect(textsOf(column)).toEqual(['\0\ufffd', undefined, 'zwei']);
  expect([...column.bytes(1), ...column.bytes(99)]).toEqual([]);
  expect(column.text(99)).toBe('');
  expect(column.isSet(99)).toBe(false);
  column.unset(2);
  expect(column.isSet(2)).toBe(false);
  expect(column.text(2)).toBe('');
});

test('an empty value is set', () => {
  const column = BytesColumn.unset('text', 2);
  column.setText(0, '');
  column.set(1, bytes());
  expect(textsOf(column)).toEqual(['', '']);
});

test('packed values come back as they were', () => {
  const column = BytesColumn.packed('bytes', new Uint32Array([1, 1, 3]), bytes(1, 2, 3));
  expect([0, 1, 2].map((row) => [...column.bytes(row)])).toEqual([[1], [], [2, 3]]);
  expect(column.toPacked()).toEqual({ ends: new Uint32Array([1, 1, 3]), data: bytes(1, 2, 3) });
  expect(column.toPacked(5)).toEqual({ ends: new Uint32Array([1, 1, 3, 3, 3]), data: bytes(1, 2, 3) });
  expect(BytesColumn.packed('bytes', new Uint32Array(0), bytes()).toPacked()).toEqual({
    ends: new Uint32Array(0),
    data: bytes(),
  });
  expect(BytesColumn.unset('text', 2).toPacked(3).ends).toEqual(new Uint32Array(3));
});

test('what packing answers is a copy', () => {
  const column = BytesColumn.packed('bytes', new Uint32Array([3]), bytes(1, 2, 3));
  column.toPacked().data.fill(9);
  column.copy(1).data.fill(9);
  expect([...column.bytes(0)]).toEqual([1, 2, 3]);
  const ofBuffer = BytesColumn.packed('bytes', new Uint32Array([3]), Buffer.from([1, 2, 3]));
  ofBuffer.bytes(0).slice().fill(9);
  ofBuffer.toPacked().data.fill(9);
  expect([...ofBuffer.bytes(0)]).toEqual([1, 2, 3]);
});

test('windows, copies and picks', () => {
  const column = BytesColumn.unset('text', 4);
  column.setText(3, 'd');
  column.setText(1, 'bb');
  column.setText(0, 'a');
  const window = column.window(1, 4);
  expect(textsOf(window)).toEqual(['bb', undefined, 'd']);
  expect(window.data).toBe(column.data);
  expect(textsOf(window.copy(4))).toEqual(['bb', undefined, 'd', undefined]);
  expect(window.copy(3).data.length).toBe(3);
  expect(textsOf(column.pick(new Uint32Array([3, 9, 0, 3])))).toEqual(['d', undefined, 'a', 'd']);
  expect(window.toPacked()).toEqual({ ends: new Uint32Array([2, 2, 3]), data: bytes(98, 98, 100) });
  const all = BytesColumn.packed('text', new Uint32Array([1, 2]), Buffer.from('xy'));
  expect(all.pick(new Uint32Array([1])).valid).toBeNull();
  expect(textsOf(all.pick(new Uint32Array([2, 1])))).toEqual([undefined, 'y']);
});

describe('memory', () => {
  test('a value that fits takes the place of the old one', () => {
    const column = BytesColumn.unset('text', 1);
    column.setText(0, 'x'.repeat(100));
    for (let i = 0; i < 1000; i++) column.setText(0, `${i}`.padStart(100 - (i % 7), '.'));
    expect(column.text(0)).toBe('999'.padStart(95, '.'));
    expect(column.data.length).toBeLessThan(1000);
  });

  test.each([
    ['growing', (i: number) => 'y'.repeat(i % 500)],
    ['alternating', (i: number) => (i % 2 === 0 ? '' : 'z'.repeat(300))],
  ])('writing one row for ever (%s) does not grow without bound', (_, text) => {
    const column = BytesColumn.unset('text', 3);
    column.setText(2, 'kept');
    for (let i = 0; i < 20_000; i++) {
      column.setText(0, text(i));
      if (i % 3 === 0) column.unset(0);
      if (i % 5 === 0) column.set(1, bytes(i & 0xff));
    }
    expect(column.data.length).toBeLessThan(8192);
    expect(textsOf(column)[2]).toBe('kept');
  });

  test('long texts take what they need, not three times as much', () => {
    const column = BytesColumn.unset('text', 1);
    column.setText(0, 'a'.repeat(1_000_000));
    expect(column.data.length).toBe(1_000_000);
  });

  test('growing one row at a time moves the offsets seldom', () => {
    const column = BytesColumn.unset('text', 1);
    const arrays = new Set([column.starts]);
    for (let length = 2; length <= 4096; length++) {
      column.grow(length);
      column.setText(length - 1, 'v');
      arrays.add(column.starts);
    }
    expect(arrays.size).toBe(13);
    expect(column.isSet(0)).toBe(false);
    expect(column.text(4095)).toBe('v');
    column.grow(4097);
    expect(column.exactly(4097).starts.length).toBe(4097);
    expect(column.isSet(4097)).toBe(false);
  });

  test('more than offsets can count is refused before it is allocated', () => {
    const column = BytesColumn.unset('bytes', 1);
    expect(() => column.reserve(2 ** 32)).toThrow(RangeError);
  });
});

test('any order of writing leaves the last values, and counts their bytes', () => {
  const write = fc.record({
    row: fc.nat(3),
    value: fc.option(fc.uint8Array({ maxLength: 80 }), { nil: undefined }),
    asText: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(write, { maxLength: 60 }), (writes) => {
      const column = BytesColumn.unset('text', 4);
      const model: (Uint8Array | undefined)[] = [undefined, undefined, undefined, undefined];
      for (const { row, value, asText } of writes) {
        if (value === undefined) column.unset(row);
        else if (asText) column.setText(row, Buffer.from(value).toString('latin1'));
        else column.set(row, value);
        model[row] =
          value !== undefined && asText
            ? new Uint8Array(Buffer.from(Buffer.from(value).toString('latin1')))
            : value;
      }
      const held = model.reduce((sum, value) => sum + (value?.length ?? 0), 0);
      for (const each of [column, column.copy(4)]) {
        expect(each.byteLength()).toBe(held);
        expect(each.bytesWith(1, 10)).toBe(held - (model[1]?.length ?? 0) + 10);
        model.forEach((value, row) => {
          expect(each.isSet(row)).toBe(value !== undefined);
          expect([...each.bytes(row)]).toEqual([...(value ?? [])]);
        });
      }
    }),
  );
});

describe('UTF-8', () => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  test.each([
    [bytes(0xef, 0xbb, 0xbf, 0x61), '\ufeffa'],
    [bytes(0xed, 0xa0, 0x80), '\ufffd\ufffd\ufffd'],
    [bytes(0xf0, 0x9f, 0x98), '\ufffd'],
    [bytes(0xf0, 0x9f, 0x41), '\ufffdA'],
    [bytes(0xc0, 0x80), '\ufffd\ufffd'],
    [bytes(0xf5, 0x80, 0x80, 0x80), '\ufffd\ufffd\ufffd\ufffd'],
    [bytes(0xe2, 0x82, 0xe2, 0x82, 0xac), '\ufffd€'],
  ])('%s', (data, text) => {
    expect(decodeUtf8(data, 0, data.length)).toBe(text);
    expect(decoder.decode(data)).toBe(text);
  });

  test('any bytes read as the WHATWG decoder reads them', () => {
    const part = fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.string({ unit: 'binary' }).map((text) => new Uint8Array(Buffer.from(text))),
      fc
        .constantFrom(0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf8, 0x80, 0xbf)
        .map((byte) => new Uint8Array([byte])),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const data = new Uint8Array(Buffer.concat(parts));
        expect(decodeUtf8(data, 0, data.length)).toBe(decoder.decode(data));
      }),
      { numRuns: 500 },
    );
  });

  test('lone surrogates are stored as U+FFFD', () => {
    const column = BytesColumn.unset('text', 2);
    column.setText(0, 'a\ud800b\udc00');
    column.setText(1, '\ud83d'.repeat(3000));
    expect(column.text(0)).toBe('a\ufffdb\ufffd');
    expect(column.bytes(1).length).toBe(9000);
  });
});

test('copies of one row are independent, whatever is written to them', () => {
  const text = (column: BytesColumn): string => column.text(0);
  const original = BytesColumn.packed('text', new Uint32Array([5]), new TextEncoder().encode('short'));
  const [a, b] = [original.copy(1), original.copy(1)];
  a.setText(0, 'a text that is longer than the one before');
  b.unset(0);
  const c = a.copy(1);
  const d = c.copy(1);
  c.setText(0, 'c');
  c.setText(0, 'and now longer than anything that was there before');
  c.grow(2);
  c.setText(1, 'second');
  expect([original, a, b, d].map(text)).toEqual([
    'short',
    'a text that is longer than the one before',
    '',
    'a text that is longer than the one before',
  ]);
  expect([c.text(0), c.text(1)]).toEqual(['and now longer than anything that was there before', 'second']);
  expect([b.isSet(0), b.copy(1).isSet(0), original.copy(1).isSet(0)]).toEqual([false, false, true]);
});
