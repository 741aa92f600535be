import { describe, expect, test } from 'vitest';
import { oneField, outcome } from './guest.fixture.ts';

describe('a column has as many values as the packet has rows', () => {
  test.each([0, 2, 4, 1_000_000])('%d values for 3 rows', (count) => {
    const numbers = oneField('int64', { values: [1n, 2n, 3n] });
    expect(outcome(() => numbers.field.setColumnS64(numbers.packet, new BigInt64Array(count)))).toBe(
      'out-of-range',
    );
    expect(numbers.field.columnS64(numbers.packet)).toEqual(new BigInt64Array([1n, 2n, 3n]));
    const floats = oneField('float64');
    expect(outcome(() => floats.field.setColumnF64(floats.packet, new Float64Array(count)))).toBe(
      'out-of-range',
    );
    const texts = oneField('text', { values: ['a', 'b', 'c'] });
    const { field, packet } = texts;
    expect(outcome(() => field.setColumnText(packet, new Array<string>(count).fill('x')))).toBe(
      'out-of-range',
    );
    const block = { ends: new Uint32Array(count), data: new Uint8Array(0) };
    expect(outcome(() => field.setColumnPacked(packet, block))).toBe('out-of-range');
    expect(field.columnText(packet)).toEqual(['a', 'b', 'c']);
  });

  test('appended rows count', () => {
    const { field, packet } = oneField('uint8', { values: [1, 2] });
    expect(packet.append(2)).toBe(2);
    expect(field.columnU32(packet)).toEqual(new Uint32Array([1, 2, 0, 0]));
    expect(outcome(() => field.setColumnU32(packet, new Uint32Array(2)))).toBe('out-of-range');
    field.setColumnU32(packet, new Uint32Array([5, 6, 7, 8]));
    packet.append(1);
    expect(field.columnS32(packet)).toEqual(new Int32Array([5, 6, 7, 8, 0]));
    field.setU32(packet, 4, 9);
    expect(field.columnU64(packet)).toEqual(new BigUint64Array([5n, 6n, 7n, 8n, 9n]));
    expect([0, 1, 2, 3, 4].map((row) => field.isSet(packet, row))).toEqual(Array(5).fill(true));
  });

  test('packed columns of appended rows never fall', () => {
    const { field, packet } = oneField('text', { values: ['ab', undefined, 'c'] });
    packet.append(2);
    expect(field.columnPacked(packet).ends).toEqual(new Uint32Array([2, 2, 3, 3, 3]));
    expect(field.columnText(packet)).toEqual(['ab', '', 'c', '', '']);
    field.setText(packet, 4, 'e');
    expect(field.columnPacked(packet).ends).toEqual(new Uint32Array([2, 2, 3, 3, 4]));
  });

  test('a packet without rows', () => {
    const numbers = oneField('uint64', { values: [] });
    expect(numbers.field.columnU64(numbers.packet)).toEqual(new BigUint64Array(0));
    numbers.field.setColumnU64(numbers.packet, new BigUint64Array(0));
    const { field, packet } = oneField('text', { values: [] });
    expect(field.columnPacked(packet)).toEqual({ ends: new Uint32Array(0), data: new Uint8Array(0) });
    field.setColumnPacked(packet, { ends: new Uint32Array(0), data: new Uint8Array(0) });
    field.setColumnText(packet, []);
    const stray = { ends: new Uint32Array(0), data: new Uint8Array(1) };
    expect(outcome(() => field.setColumnPacked(packet, stray))).toBe('out-of-range');
  });
});

test.each([
  ['fall', [2, 1, 3]],
  ['leave the data', [1, 4, 4]],
  ['leave it far', [0, 0, 2 ** 32 - 1]],
  ['end early', [1, 2, 2]],
])('ends that %s are refused, and nothing is written', (_, ends) => {
  const { field, packet } = oneField('bytes', { values: [new Uint8Array([7]), undefined, undefined] });
  const block = { ends: new Uint32Array(ends), data: new Uint8Array([1, 2, 3]) };
  expect(outcome(() => field.setColumnPacked(packet, block))).toBe('out-of-range');
  expect(field.getBytes(packet, 0)).toEqual(new Uint8Array([7]));
  expect(field.isSet(packet, 1)).toBe(false);
});

test('a column is a copy, also where the types are the same', () => {
  for (const kind of ['uint32', 'int32', 'float64', 'uint64', 'int64'] as const) {
    const { field, packet } = oneField(kind);
    const big = kind === 'uint64' || kind === 'int64';
    const set = {
      uint32: field.setColumnU32,
      int32: field.setColumnS32,
      float64: field.setColumnF64,
      uint64: field.setColumnU64,
      int64: field.setColumnS64,
    }[kind].bind(field) as (p: unknown, v: unknown) => void;
    const get = {
      uint32: field.columnU32,
      int32: field.columnS32,
      float64: field.columnF64,
      uint64: field.columnU64,
      int64: field.columnS64,
    }[kind].bind(field) as (p: unknown) => Uint32Array;
    const List = {
      uint32: Uint32Array,
      int32: Int32Array,
      float64: Float64Array,
      uint64: BigUint64Array,
      int64: BigInt64Array,
    }[kind] as unknown as Uint32ArrayConstructor;
    const one = (big ? 1n : 1) as never;
    const given = new List(3).fill(one);
    set(packet, given);
    given.fill((big ? 0n : 0) as never);
    get(packet).fill((big ? 0n : 0) as never);
    expect(get(packet)).toEqual(new List(3).fill(one));
  }
});

test('booleans are 0 and 1', () => {
  const { field, packet } = oneField('boolean', { values: [true, false, undefined] });
  expect(field.columnU32(packet)).toEqual(new Uint32Array([1, 0, 0]));
  expect(outcome(() => field.setColumnU32(packet, new Uint32Array([0, 1, 2])))).toBe('out-of-range');
  expect(outcome(() => field.setColumnU32(packet, new Uint8Array([0, 1, 2])))).toBe('out-of-range');
  field.setColumnS64(packet, new BigInt64Array([1n, 1n, 0n]));
  expect([0, 1, 2].map((row) => field.getBool(packet, row))).toEqual([true, true, false]);
});

describe('lists of gadgets that run in this thread', () => {
  test('plain arrays are checked value by value', () => {
    const { field, packet } = oneField('uint8');
    expect(outcome(() => field.setColumnU32(packet, [1, 2, 256]))).toBe('out-of-range');
    expect(outcome(() => field.setColumnU32(packet, [1, 2, -1]))).toBe('out-of-range');
    expect(outcome(() => field.setColumnU32(packet, [1, 2, NaN]))).toBe('out-of-range');
    field.setColumnU32(packet, [1, 2, 3]);
    expect(field.columnU32(packet)).toEqual(new Uint32Array([1, 2, 3]));
  });

  test('a list that calls back while it is read leaves a whole packet', () => {
    const { field, packet, draft } = oneField('uint8', { values: [1, 2] });
    const list = {
      length: 2,
      0: 3,
      get 1(): number {
        packet.append(1);
        return 4;
      },
    };
    expect(() => field.setColumnU32(packet, list)).toThrow(RangeError);
    expect(field.columnU32(packet)).toEqual(new Uint32Array([1, 2, 0]));
    expect([...draft.finish().rows()]).toEqual([{ v: 1 }, { v: 2 }, {}]);
  });

  test('a list that answers differently each time is read once', () => {
    const { field, packet } = oneField('uint8', { values: [1] });
    let reads = 0;
    const list = {
      length: 1,
      get 0(): number {
        return reads++ === 0 ? 5 : 999;
      },
    };
    field.setColumnF64(packet, list);
    expect(field.getF64(packet, 0)).toBe(5);
    expect(reads).toBe(1);
  });
});
