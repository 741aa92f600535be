import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ElementKind, fits, integerRange, kinds } from '../data/kind.ts';
import { DataSource } from './datasource.ts';
import { Field } from './field.ts';
import { expectTrap, newGuest, oneField, outcome, reason } from './guest.fixture.ts';
import { type ListAccessor, listAccessors, listCalls, listField } from './list-calls.fixture.ts';
import * as lists from './lists.ts';
import { Packet } from './packet.ts';

const elementKinds = kinds.filter((kind): kind is ElementKind => kind !== 'other');

/** Something that an accessor takes for an element, whatever the kind. */
const some: Readonly<Record<ListAccessor, unknown>> = {
  s32: 1,
  u32: 1,
  s64: 1n,
  u64: 1n,
  f64: 1,
  text: 'a',
  bytes: Uint8Array.of(97),
};

describe('kinds', () => {
  test.each(elementKinds)('of %s: every accessor fits as for single values', (kind) => {
    for (const accessor of listAccessors) {
      const { field, packet } = listField(kind);
      const expected = fits(accessor, kind) ? 'ok' : 'wrong-kind';
      const call = listCalls[accessor];
      const element = some[accessor];
      expect(
        outcome(() => call.get(field, packet, 0)),
        accessor,
      ).toBe(expected);
      expect(
        outcome(() => call.column(field, packet)),
        accessor,
      ).toBe(expected);
      expect(
        outcome(() => call.set(field, packet, 0, [element, element])),
        accessor,
      ).toBe(expected);
      const column = [[element], [], [element, element]];
      expect(
        outcome(() => call.setColumn(field, packet, column)),
        accessor,
      ).toBe(expected);
      if (expected === 'ok') expect(call.column(field, packet), accessor).toEqual(column);
      else expect(field.columnIsSet(packet)).toEqual([false, false, false]);
    }
  });

  test('what does not fit is said with what does', () => {
    const { field, packet } = listField('uint64');
    expect(reason(() => lists.getS64(field, packet, 0))).toBe('v is uint64[]: s64 does not fit, u64 does');
    expect(reason(() => field.getU64(packet, 0))).toBe('v is uint64[]: u64 does not fit, nothing does');
  });

  test('a field of anything else has no lists', () => {
    for (const kind of kinds) {
      const { field, packet } = oneField(kind);
      expect(lists.elementKind(field)).toBeUndefined();
      for (const accessor of listAccessors) {
        const call = listCalls[accessor];
        expect(outcome(() => call.get(field, packet, 0))).toBe('wrong-kind');
        expect(outcome(() => call.setColumn(field, packet, [[], [], []]))).toBe('wrong-kind');
      }
    }
  });

  test('to the functions of field it is other', () => {
    const { field, packet } = listField('text');
    lists.setText(field, packet, 1, []);
    expect(field.kind()).toBe('other');
    expect(lists.elementKind(field)).toBe('text');
    expect(field.columnIsSet(packet)).toEqual([false, true, false]);
    expect(outcome(() => field.getText(packet, 1))).toBe('wrong-kind');
    expect(outcome(() => field.setBytes(packet, 1, new Uint8Array(1)))).toBe('wrong-kind');
    expect(outcome(() => field.columnPacked(packet))).toBe('wrong-kind');
    expect(outcome(() => field.unset(packet, 1))).toBe('wrong-kind');
    field.unsetMany(packet, [1]);
    expect(field.isSet(packet, 1)).toBe(false);
  });
});

describe('values', () => {
  const s64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  const elements: Readonly<Record<ElementKind, readonly [ListAccessor, fc.Arbitrary<unknown>]>> = {
    boolean: ['u32', fc.nat(1)],
    int8: ['s32', fc.integer({ min: -128, max: 127 })],
    int16: ['s64', fc.integer({ min: -32768, max: 32767 }).map(BigInt)],
    int32: ['s32', fc.integer()],
    int64: ['s64', s64],
    uint8: ['u64', fc.nat(255).map(BigInt)],
    uint16: ['u32', fc.nat(65535)],
    uint32: ['u32', fc.integer({ min: 0, max: 0xffff_ffff })],
    uint64: ['u64', u64],
    float32: ['f64', fc.float()],
    float64: ['f64', fc.double()],
    text: ['text', fc.string({ unit: 'grapheme' })],
    bytes: ['bytes', fc.uint8Array({ maxLength: 9 })],
  };

  test.each(elementKinds)('lists of %s come back as they were set, row by row and whole', (kind) => {
    const [accessor, element] = elements[kind];
    const { get, set, column, setColumn } = listCalls[accessor];
    const columns = fc.array(fc.array(element, { maxLength: 5 }), { minLength: 4, maxLength: 4 });
    const writes = fc.array(fc.tuple(fc.nat(3), fc.array(element, { maxLength: 40 })), { maxLength: 6 });
    fc.assert(
      fc.property(columns, writes, (values, later) => {
        const { field, packet, draft } = listField(kind, { rows: 4 });
        setColumn(field, packet, values);
        const model = [...values];
        for (const [row, list] of later) {
          set(field, packet, row, list);
          model[row] = list;
        }
        packet.append(1);
        expect(column(field, packet)).toEqual([...model, []]);
        draft.discard(0);
        expect(model.map((_, row) => get(field, packet, row))).toEqual(model);
        expect(field.columnIsSet(packet)).toEqual([true, true, true, true, false]);
      }),
    );
  });

  test('an empty list is a value; what is unset reads as one', () => {
    for (const kind of elementKinds) {
      const [accessor] = elements[kind];
      const { field, packet } = listField(kind);
      expect(listCalls[accessor].get(field, packet, 2)).toEqual([]);
      expect(listCalls[accessor].column(field, packet)).toEqual([[], [], []]);
      listCalls[accessor].set(field, packet, 0, []);
      expect(field.columnIsSet(packet)).toEqual([true, false, false]);
      expect(listCalls[accessor].column(field, packet)).toEqual([[], [], []]);
    }
  });

  test('reading gives copies, and writing makes some', () => {
    const { field, packet } = listField('int32');
    const given = Int32Array.of(1, 2);
    lists.setS32(field, packet, 0, given);
    lists.setColumnS32(field, packet, { ends: [2, 2, 2], values: given });
    given[0] = 9;
    lists.getS32(field, packet, 0)[0] = 8;
    lists.columnS32(field, packet).values[0] = 7;
    expect(lists.getS32(field, packet, 0)).toEqual(Int32Array.of(1, 2));
  });

  test('bytes that are no UTF-8 are kept in texts, and read as U+FFFD', () => {
    const { field, packet } = listField('text', { rows: 1 });
    const data = Uint8Array.of(0xff, 97, 0xe2, 0x82);
    lists.setPacked(field, packet, 0, { ends: Uint32Array.of(1, 2, 4), data });
    expect(lists.getText(field, packet, 0)).toEqual(['\ufffd', 'a', '\ufffd']);
    expect(lists.columnText(field, packet).values).toEqual(['\ufffd', 'a', '\ufffd']);
    expect(lists.getPacked(field, packet, 0).data).toEqual(data);
  });

  test('floats are rounded, and infinities and NaN pass', () => {
    const { field, packet } = listField('float32', { rows: 1 });
    lists.setF64(field, packet, 0, [0.1, Infinity, NaN, -0]);
    expect(lists.getF64(field, packet, 0)).toEqual(Float64Array.of(Math.fround(0.1), Infinity, NaN, -0));
    expect(outcome(() => lists.setF64(field, packet, 0, [1, 1e300]))).toBe('out-of-range');
    const whole = listField('uint8', { rows: 1 });
    lists.setF64(whole.field, whole.packet, 0, [-0, 255]);
    expect(lists.getF64(whole.field, whole.packet, 0)).toEqual(Float64Array.of(0, 255));
    for (const bad of [1.5, NaN, Infinity, 256, -1])
      expect(outcome(() => lists.setF64(whole.field, whole.packet, 0, [0, bad]))).toBe('out-of-range');
  });
});

describe('a failed write has written nothing:', () => {
  test.each(['boolean', 'int8', 'int16', 'uint8', 'uint16', 'int32', 'uint32'] as const)(
    'an element that %s can not hold',
    (kind) => {
      const [least, most] = integerRange[kind]!;
      const { field, packet } = listField(kind);
      const set = (values: bigint[]): void => lists.setS64(field, packet, 1, BigInt64Array.from(values));
      const setColumn = (values: bigint[]): void =>
        lists.setColumnS64(field, packet, { ends: [0, values.length, values.length], values });
      const kept = [BigInt(least), BigInt(most)];
      set(kept);
      for (const bad of [BigInt(least) - 1n, BigInt(most) + 1n]) {
        expect(outcome(() => set([0n, bad]))).toBe('out-of-range');
        expect(outcome(() => setColumn([0n, bad]))).toBe('out-of-range');
        expect(reason(() => setColumn([0n, bad]))).toMatch(`element 1: ${bad} for v (${kind})`);
      }
      expect(lists.getS64(field, packet, 1)).toEqual(BigInt64Array.from(kept));
      expect(field.columnIsSet(packet)).toEqual([false, true, false]);
    },
  );

  test.each([
    ['fall', [2, 1, 3]],
    ['leave the elements', [1, 4, 4]],
    ['leave them far', [0, 0, 2 ** 32 - 1]],
    ['end early', [1, 2, 2]],
    ['are too few', [1, 3]],
    ['are too many', [1, 2, 3, 3]],
  ])('ends that %s', (_, ends) => {
    const numbers = listField('uint16');
    const call = (): void => lists.setColumnU32(numbers.field, numbers.packet, { ends, values: [1, 2, 3] });
    expect(outcome(call)).toBe('out-of-range');
    expect(numbers.field.columnIsSet(numbers.packet)).toEqual([false, false, false]);
    const { field, packet } = listField('text');
    const texts = { ends: Uint32Array.from(ends), values: ['a', 'b', 'c'] };
    expect(outcome(() => lists.setColumnText(field, packet, texts))).toBe('out-of-range');
    const block = { ends: Uint32Array.of(1, 2, 3), data: new Uint8Array(3) };
    const packed = { ends: Uint32Array.from(ends), values: block };
    expect(outcome(() => lists.setColumnPacked(field, packet, packed))).toBe('out-of-range');
    expect(field.columnIsSet(packet)).toEqual([false, false, false]);
  });

  test.each([
    ['fall', [2, 1, 3]],
    ['leave the data', [1, 4, 4]],
    ['end early', [1, 2, 2]],
    ['are missing', []],
  ])('ends of elements that %s', (_, ends) => {
    const { field, packet } = listField('bytes');
    const block = { ends: Uint32Array.from(ends), data: new Uint8Array(3) };
    expect(outcome(() => lists.setPacked(field, packet, 0, block))).toBe('out-of-range');
    const rows = Uint32Array.from([0, 0, ends.length]);
    expect(outcome(() => lists.setColumnPacked(field, packet, { ends: rows, values: block }))).toBe(
      'out-of-range',
    );
    expect(field.columnIsSet(packet)).toEqual([false, false, false]);
  });

  test('a packet without rows has no lists, and takes none', () => {
    const { field, packet } = listField('int64', { rows: 0 });
    expect(lists.columnS64(field, packet)).toEqual({
      ends: new Uint32Array(0),
      values: new BigInt64Array(0),
    });
    lists.setColumnS64(field, packet, { ends: [], values: [] });
    expect(outcome(() => lists.setColumnS64(field, packet, { ends: [], values: [1n] }))).toBe('out-of-range');
  });
});

describe('caps', () => {
  const limits = { maxValueBytes: 32, maxColumnBytes: 72 };

  /** Elements that take this many bytes. */
  const filling: readonly (readonly [ElementKind, ListAccessor, (bytes: number) => unknown[]])[] = [
    ['boolean', 'u32', (bytes) => Array<number>(bytes).fill(1)],
    ['uint16', 'u32', (bytes) => Array<number>(bytes / 2).fill(1)],
    ['int64', 's64', (bytes) => Array<bigint>(bytes / 8).fill(1n)],
    ['float64', 'f64', (bytes) => Array<number>(bytes / 8).fill(1)],
    ['text', 'text', (bytes) => ['x'.repeat(bytes - 8), '']],
    ['bytes', 'bytes', (bytes) => [new Uint8Array(bytes - 12), new Uint8Array(0), new Uint8Array(0)]],
  ];

  test.each(filling)('of bytes as stored: lists of %s', (kind, accessor, list) => {
    const { set, setColumn, get } = listCalls[accessor];
    const { field, packet } = listField(kind, { limits });
    set(field, packet, 0, list(32));
    expect(outcome(() => set(field, packet, 0, list(40)))).toBe('limit-exceeded');
    set(field, packet, 1, list(32));
    expect(outcome(() => set(field, packet, 2, list(16)))).toBe('limit-exceeded');
    expect(get(field, packet, 0)).toEqual(list(32));
    expect(field.isSet(packet, 2)).toBe(false);
    expect(outcome(() => setColumn(field, packet, [list(40), [], []]))).toBe('limit-exceeded');
    expect(outcome(() => setColumn(field, packet, [list(32), list(24), list(24)]))).toBe('limit-exceeded');
    setColumn(field, packet, [list(32), list(16), list(24)]);
  });

  test('come after elements that do not fit', () => {
    const { field, packet } = listField('uint8', { limits });
    const many = Array<number>(100).fill(1);
    expect(outcome(() => lists.setU32(field, packet, 0, many))).toBe('limit-exceeded');
    expect(outcome(() => lists.setU32(field, packet, 0, [...many, 256]))).toBe('out-of-range');
    const column = (values: number[]) => ({ ends: [0, 0, values.length], values });
    expect(outcome(() => lists.setColumnU32(field, packet, column(many)))).toBe('limit-exceeded');
    expect(outcome(() => lists.setColumnU32(field, packet, column([...many, 256])))).toBe('out-of-range');
  });

  test('memory is not taken for lists that are refused', () => {
    const { field, packet } = listField('uint64', { limits });
    // There are no arrays of this size: asking for one would throw.
    const values = { length: 2 ** 40, 0: -1n } as ArrayLike<bigint>;
    expect(outcome(() => lists.setU64(field, packet, 0, values))).toBe('out-of-range');
  });
});

test('failures come in the order that is stated', () => {
  const { guest, registry, field, packet } = listField('uint8');
  const stranger = new Field(guest, registry.create('other', 'events').addField('v', 'text'));
  for (const accessor of listAccessors) {
    const { get, setColumn } = listCalls[accessor];
    expect(outcome(() => get(stranger, packet, 99))).toBe('wrong-source');
    expect(outcome(() => setColumn(stranger, packet, []))).toBe('wrong-source');
  }
  expect(outcome(() => lists.getText(field, packet, 99))).toBe('wrong-kind');
  expect(outcome(() => lists.setText(field, packet, 99, ['a']))).toBe('wrong-kind');
  expect(outcome(() => lists.getU32(field, packet, 3))).toBe('out-of-range');
  for (const row of [3, -1, 0.5, NaN, 2 ** 32])
    expect(outcome(() => lists.setU32(field, packet, row, []))).toBe('out-of-range');
  packet.expire();
  for (const accessor of listAccessors) {
    const { set, column } = listCalls[accessor];
    expect(outcome(() => set(stranger, packet, 99, []))).toBe('expired');
    expect(outcome(() => column(field, packet))).toBe('expired');
  }
});

describe('add-list-field', () => {
  function setUp(limits = {}) {
    const made = newGuest({ phase: 'init', limits });
    const source = made.registry.create('src', 'events');
    return { ...made, source, handle: new DataSource(made.guest, source) };
  }

  test('declares a field of lists', () => {
    const { guest, handle, source } = setUp();
    const field = lists.addListField(handle, 'a.b', 'text');
    expect([field.name(), field.kind(), lists.elementKind(field)]).toEqual(['a.b', 'other', 'text']);
    expect(field.fixedSize()).toBeUndefined();
    expect(source.field('A.B')).toBe(field.field);
    expect(guest.ledger.open).toBe(1);
  });

  test('fails as add-field does, and adds nothing', () => {
    const { guest, handle, source } = setUp({ maxFields: 2, maxNameBytes: 5, maxHandles: 1 });
    source.addField('a.b', 'text');
    expect(outcome(() => lists.addListField(handle, '', 'text'))).toBe('out-of-range');
    expect(outcome(() => lists.addListField(handle, 'a..b', 'text'))).toBe('out-of-range');
    expect(outcome(() => lists.addListField(handle, 'longer', 'text'))).toBe('limit-exceeded');
    expect(outcome(() => lists.addListField(handle, 'x', 'other'))).toBe('wrong-kind');
    expect(outcome(() => lists.addListField(handle, 'x', 'text[]' as 'text'))).toBe('wrong-kind');
    expect(outcome(() => lists.addListField(handle, 'a', 'text'))).toBe('already-exists');
    lists.addListField(handle, 'x', 'int8');
    expect(outcome(() => lists.addListField(handle, 'y', 'int8'))).toBe('limit-exceeded');
    expect(source.fields).toHaveLength(2);
    guest.phase = 'running';
    expect(outcome(() => lists.addListField(handle, 'z', 'int8'))).toBe('not-now');
  });
});

test('a handle that the bindings made up traps in every function', () => {
  const { guest, field, packet } = listField('text');
  guest.phase = 'init';
  const ghost = Object.create(Field.prototype) as Field;
  const noPacket = Object.create(Packet.prototype) as Packet;
  const noSource = Object.create(DataSource.prototype) as DataSource;
  expectTrap(() => lists.elementKind(ghost));
  expectTrap(() => lists.addListField(noSource, 'a', 'text'));
  for (const accessor of listAccessors) {
    const { get, set, column, setColumn } = listCalls[accessor];
    for (const [some, what] of [
      [ghost, packet],
      [field, noPacket],
    ] as const) {
      expectTrap(() => get(some, what, 0));
      expectTrap(() => set(some, what, 0, []));
      expectTrap(() => column(some, what));
      expectTrap(() => setColumn(some, what, []));
    }
  }
});
