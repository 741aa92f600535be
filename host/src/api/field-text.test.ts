import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BytesColumn } from '../data/bytes-column.ts';
import { oneField, outcome } from './guest.fixture.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

describe('text', () => {
  test.each([
    ['empty', ''],
    ['a NUL', 'a\0b'],
    ['a byte order mark', '\ufeffa'],
    ['four bytes a letter', '😀'.repeat(50)],
    ['long', 'ä'.repeat(100_000)],
  ])('%s comes back', (_, text) => {
    const { field, packet } = oneField('text');
    field.setText(packet, 1, text);
    expect(field.getText(packet, 1)).toBe(text);
    expect(field.columnText(packet)).toEqual(['', text, '']);
    expect(field.getBytes(packet, 1)).toEqual(new Uint8Array(Buffer.from(text)));
    field.setColumnText(packet, [text, text, '']);
    expect(field.columnText(packet)).toEqual([text, text, '']);
    const size = Buffer.byteLength(text);
    expect(field.columnPacked(packet)).toEqual({
      ends: new Uint32Array([size, 2 * size, 2 * size]),
      data: new Uint8Array(Buffer.from(text + text)),
    });
  });

  test('lone surrogates are stored as U+FFFD', () => {
    const { field, packet } = oneField('text');
    field.setText(packet, 0, 'x\ud800');
    field.setColumnText(packet, ['\udc00', 'x\ud800y', '\ud800\ud800']);
    expect(field.columnText(packet)).toEqual(['\ufffd', 'x\ufffdy', '\ufffd\ufffd']);
    field.setText(packet, 0, 'x\ud800');
    expect(field.getBytes(packet, 0)).toEqual(bytes(0x78, 0xef, 0xbf, 0xbd));
  });

  test('bytes that are not UTF-8 are kept, and read as the WHATWG decoder reads them', () => {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (raw) => {
        const { field, packet } = oneField('text');
        field.setBytes(packet, 0, raw);
        expect(field.getText(packet, 0)).toBe(decoder.decode(raw));
        expect(field.getBytes(packet, 0)).toEqual(raw);
        field.setColumnPacked(packet, { ends: new Uint32Array([0, raw.length, raw.length]), data: raw });
        expect(field.columnText(packet)).toEqual(['', decoder.decode(raw), '']);
        expect(field.columnPacked(packet).data).toEqual(raw);
      }),
    );
  });

  test('what a guest gets and gives is copied', () => {
    const { field, packet } = oneField('bytes');
    const given = Buffer.from([1, 2, 3]);
    field.setBytes(packet, 0, given);
    const block = { ends: new Uint32Array([1, 2, 3]), data: Buffer.from([7, 8, 9]) };
    given.fill(0);
    const got = field.getBytes(packet, 0);
    expect(got).toEqual(bytes(1, 2, 3));
    got.fill(0);
    expect(field.getBytes(packet, 0)).toEqual(bytes(1, 2, 3));
    field.setColumnPacked(packet, block);
    block.data.fill(0);
    block.ends.fill(0);
    field.columnPacked(packet).data.fill(0);
    field.getBytes(packet, 1).fill(0);
    expect(field.columnPacked(packet)).toEqual({ ends: new Uint32Array([1, 2, 3]), data: bytes(7, 8, 9) });
  });
});

describe.each(['text', 'bytes'] as const)('%s of fixed size', (kind) => {
  test('shorter values are filled up, longer ones refused', () => {
    const { field, packet } = oneField(kind, { fixedSize: 4 });
    expect(field.fixedSize()).toBe(4);
    field.setBytes(packet, 0, bytes(1, 2));
    field.setBytes(packet, 1, bytes());
    expect(field.getBytes(packet, 0)).toEqual(bytes(1, 2, 0, 0));
    expect(field.getBytes(packet, 1)).toEqual(bytes(0, 0, 0, 0));
    expect(field.getBytes(packet, 2)).toEqual(bytes());
    expect(field.columnPacked(packet)).toEqual({
      ends: new Uint32Array([4, 8, 8]),
      data: bytes(1, 2, 0, 0, 0, 0, 0, 0),
    });
    expect(outcome(() => field.setBytes(packet, 0, bytes(1, 2, 3, 4, 5)))).toBe('out-of-range');
    field.setColumnPacked(packet, { ends: new Uint32Array([1, 1, 5]), data: bytes(5, 6, 7, 8, 9) });
    const whole = {
      ends: new Uint32Array([4, 8, 12]),
      data: bytes(5, 0, 0, 0, 0, 0, 0, 0, 6, 7, 8, 9),
    };
    expect(field.columnPacked(packet)).toEqual(whole);
    const long = { ends: new Uint32Array([0, 0, 5]), data: bytes(5, 6, 7, 8, 9) };
    expect(outcome(() => field.setColumnPacked(packet, long))).toBe('out-of-range');
    expect(field.columnPacked(packet)).toEqual(whole);
  });
});

test('text of fixed size ends at its first NUL, and takes none', () => {
  const { field, packet } = oneField('text', { fixedSize: 5 });
  field.setText(packet, 0, 'äb');
  expect([field.getText(packet, 0), field.getBytes(packet, 0)]).toEqual([
    'äb',
    bytes(0xc3, 0xa4, 0x62, 0, 0),
  ]);
  field.setText(packet, 0, 'fünf');
  expect(field.getText(packet, 0)).toBe('fünf');
  for (const text of ['fünfe', 'a\0', '\0', 'ä'.repeat(100_000)]) {
    expect(outcome(() => field.setText(packet, 0, text))).toBe('out-of-range');
    expect(outcome(() => field.setColumnText(packet, ['', '', text]))).toBe('out-of-range');
  }
  expect(field.columnText(packet)).toEqual(['fünf', '', '']);
  field.setBytes(packet, 1, bytes(0x61, 0xe2, 0, 0x62));
  expect(field.getText(packet, 1)).toBe('a\ufffd');
  field.setColumnText(packet, ['', 'x', 'fünf']);
  expect(field.columnText(packet)).toEqual(['', 'x', 'fünf']);
  expect(field.columnPacked(packet).ends).toEqual(new Uint32Array([5, 10, 15]));
});

describe('caps', () => {
  const limits = { maxValueBytes: 100, maxColumnBytes: 250 };

  test('one value', () => {
    const { field, packet } = oneField('text', { limits });
    field.setText(packet, 0, 'a'.repeat(100));
    field.setText(packet, 0, '€'.repeat(33));
    field.setBytes(packet, 1, new Uint8Array(100));
    for (const text of ['a'.repeat(101), '€'.repeat(34), '\ud800'.repeat(34)]) {
      expect(outcome(() => field.setText(packet, 0, text))).toBe('limit-exceeded');
      expect(outcome(() => field.setColumnText(packet, ['', text, '']))).toBe('limit-exceeded');
    }
    expect(outcome(() => field.setBytes(packet, 0, new Uint8Array(101)))).toBe('limit-exceeded');
    const block = { ends: new Uint32Array([0, 101, 101]), data: new Uint8Array(101) };
    expect(outcome(() => field.setColumnPacked(packet, block))).toBe('limit-exceeded');
    expect(field.getText(packet, 0)).toBe('€'.repeat(33));
    field.setColumnText(packet, ['a'.repeat(100), '', '€'.repeat(33)]);
  });

  test('one column, to the byte', () => {
    const { field, packet } = oneField('text', { limits });
    field.setText(packet, 0, 'a'.repeat(100));
    field.setText(packet, 1, 'b'.repeat(100));
    field.setText(packet, 2, 'c'.repeat(50));
    expect(outcome(() => field.setText(packet, 2, 'c'.repeat(51)))).toBe('limit-exceeded');
    expect(outcome(() => field.setBytes(packet, 2, new Uint8Array(51)))).toBe('limit-exceeded');
    expect(field.getText(packet, 2)).toBe('c'.repeat(50));
    // What is written over counts no more.
    for (let i = 0; i < 100; i++) field.setText(packet, 0, `${i}`.repeat(50).slice(0, 100));
    field.unset(packet, 1);
    field.setBytes(packet, 2, new Uint8Array(100));
    const full = 'd'.repeat(83);
    field.setColumnText(packet, [full, full, full]);
    expect(outcome(() => field.setColumnText(packet, [full, full, `${full}dd`]))).toBe('limit-exceeded');
    const ends = new Uint32Array([84, 168, 251]);
    expect(outcome(() => field.setColumnPacked(packet, { ends, data: new Uint8Array(251) }))).toBe(
      'limit-exceeded',
    );
    expect(field.columnText(packet)).toEqual([full, full, full]);
    field.setColumnPacked(packet, { ends: new Uint32Array([84, 168, 250]), data: new Uint8Array(250) });
  });

  test('a column of fixed size', () => {
    for (const [fixedSize, most] of [
      [101, 0],
      [100, 2],
    ] as const) {
      const { field, packet } = oneField('bytes', { limits, fixedSize });
      const done = [0, 1, 2].map((row) => outcome(() => field.setBytes(packet, row, bytes(1))));
      expect(done.filter((each) => each === 'ok').length).toBe(most);
      expect(new Set(done.slice(most))).toEqual(new Set(['limit-exceeded']));
      const block = { ends: new Uint32Array([0, 0, 0]), data: bytes() };
      expect(outcome(() => field.setColumnPacked(packet, block))).toBe('limit-exceeded');
    }
    const { field, packet } = oneField('text', { limits, fixedSize: 100 });
    expect(outcome(() => field.setColumnText(packet, ['', '', '']))).toBe('limit-exceeded');
    // The order of failing: a value out of range comes before a cap.
    expect(outcome(() => field.setColumnText(packet, ['', '', 'a\0']))).toBe('out-of-range');
  });

  test('out-of-range comes before limit-exceeded', () => {
    const { field, packet } = oneField('text', { limits });
    const data = new Uint8Array(300);
    expect(outcome(() => field.setColumnPacked(packet, { ends: new Uint32Array([1, 0, 300]), data }))).toBe(
      'out-of-range',
    );
    expect(outcome(() => field.setColumnText(packet, ['a'.repeat(999)]))).toBe('out-of-range');
    expect(outcome(() => field.setText(packet, 3, 'a'.repeat(999)))).toBe('out-of-range');
  });

  test('writing one row for ever stays within bounds', () => {
    const { field, packet, draft } = oneField('text');
    for (let i = 0; i < 5000; i++) field.setText(packet, 0, 'x'.repeat(1000 + (i % 100)));
    expect((draft.read(field.field) as BytesColumn).data.length).toBeLessThan(20_000);
  });
});
