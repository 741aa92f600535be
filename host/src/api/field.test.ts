import { describe, expect, test } from 'vitest';
import { type Accessor, accessorsOf, type Kind, kinds } from '../data/kind.ts';
import { packetOfRows } from '../data/packet-rows.ts';
import { DataSource } from '../data/data-source.ts';
import { Field } from './field.ts';
import { expectTrap, newGuest, oneField, outcome, reason, receive } from './guest.fixture.ts';
import type { Packet } from './packet.ts';

/** Every accessor as calls, so that a table can walk over them. */
interface Calls {
  get(field: Field, packet: Packet, row: number): unknown;
  set(field: Field, packet: Packet, row: number, value: never): void;
  column(field: Field, packet: Packet): unknown;
  setColumn(field: Field, packet: Packet, values: never): void;
}

const calls: Record<Exclude<Accessor, 'bool'>, Calls> & { bool: Pick<Calls, 'get' | 'set'> } = {
  bool: { get: (f, p, r) => f.getBool(p, r), set: (f, p, r, v) => f.setBool(p, r, v) },
  s32: {
    get: (f, p, r) => f.getS32(p, r),
    set: (f, p, r, v) => f.setS32(p, r, v),
    column: (f, p) => f.columnS32(p),
    setColumn: (f, p, v) => f.setColumnS32(p, v),
  },
  u32: {
    get: (f, p, r) => f.getU32(p, r),
    set: (f, p, r, v) => f.setU32(p, r, v),
    column: (f, p) => f.columnU32(p),
    setColumn: (f, p, v) => f.setColumnU32(p, v),
  },
  s64: {
    get: (f, p, r) => f.getS64(p, r),
    set: (f, p, r, v) => f.setS64(p, r, v),
    column: (f, p) => f.columnS64(p),
    setColumn: (f, p, v) => f.setColumnS64(p, v),
  },
  u64: {
    get: (f, p, r) => f.getU64(p, r),
    set: (f, p, r, v) => f.setU64(p, r, v),
    column: (f, p) => f.columnU64(p),
    setColumn: (f, p, v) => f.setColumnU64(p, v),
  },
  f64: {
    get: (f, p, r) => f.getF64(p, r),
    set: (f, p, r, v) => f.setF64(p, r, v),
    column: (f, p) => f.columnF64(p),
    setColumn: (f, p, v) => f.setColumnF64(p, v),
  },
  text: {
    get: (f, p, r) => f.getText(p, r),
    set: (f, p, r, v) => f.setText(p, r, v),
    column: (f, p) => f.columnText(p),
    setColumn: (f, p, v) => f.setColumnText(p, v),
  },
  bytes: {
    get: (f, p, r) => f.getBytes(p, r),
    set: (f, p, r, v) => f.setBytes(p, r, v),
    column: (f, p) => f.columnPacked(p),
    setColumn: (f, p, v) => f.setColumnPacked(p, v),
  },
};
const accessors = Object.keys(calls) as Accessor[];

/** Something that an accessor takes for a value, whatever the kind. */
const some: Record<Accessor, unknown> = {
  bool: true,
  s32: 1,
  u32: 1,
  s64: 1n,
  u64: 1n,
  f64: 1,
  text: 'a',
  bytes: new Uint8Array([97]),
};

function columnOf(accessor: Accessor, values: unknown[]): never {
  const list = {
    bool: () => values,
    s32: () => Int32Array.from(values as number[]),
    u32: () => Uint32Array.from(values as number[]),
    s64: () => BigInt64Array.from(values as bigint[]),
    u64: () => BigUint64Array.from(values as bigint[]),
    f64: () => Float64Array.from(values as number[]),
    text: () => values,
    bytes: () => {
      let end = 0;
      const all = values as Uint8Array[];
      return {
        ends: Uint32Array.from(all, (value) => (end += value.length)),
        data: new Uint8Array(Buffer.concat(all)),
      };
    },
  };
  return list[accessor]() as never;
}

/** Smallest and largest value of whole-number kinds. */
const bounds: Partial<Record<Kind, [bigint, bigint]>> = {
  boolean: [0n, 1n],
  int8: [-128n, 127n],
  int16: [-32_768n, 32_767n],
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint8: [0n, 255n],
  uint16: [0n, 65_535n],
  uint32: [0n, 2n ** 32n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
};
/** What an accessor's own type can say. */
const range: Partial<Record<Accessor, [bigint, bigint]>> = {
  s32: bounds.int32!,
  u32: bounds.uint32!,
  s64: bounds.int64!,
  u64: bounds.uint64!,
  f64: [-(2n ** 53n), 2n ** 53n],
};
const as = (accessor: Accessor, value: bigint): unknown =>
  accessor === 's64' || accessor === 'u64' ? value : Number(value);

describe.each(kinds)('%s', (kind) => {
  const fitting = accessorsOf(kind);

  test.each(accessors)('%s', (accessor) => {
    const { field, packet } = oneField(kind);
    const { get, set } = calls[accessor];
    const whole = calls[accessor] as Partial<Calls>;
    const value = some[accessor] as never;
    const three = columnOf(accessor, [value, value, value]);
    if (!fitting.includes(accessor)) {
      expect(outcome(() => get(field, packet, 0))).toBe('wrong-kind');
      expect(outcome(() => set(field, packet, 0, value))).toBe('wrong-kind');
      if (whole.column === undefined) return;
      expect(outcome(() => whole.column!(field, packet))).toBe('wrong-kind');
      expect(outcome(() => whole.setColumn!(field, packet, three))).toBe('wrong-kind');
      expect(field.isSet(packet, 0)).toBe(false);
      return;
    }
    set(field, packet, 1, value);
    expect(get(field, packet, 1)).toEqual(value);
    expect([0, 1, 2].map((row) => field.isSet(packet, row))).toEqual([false, true, false]);
    if (whole.column === undefined) return;
    whole.setColumn!(field, packet, three);
    expect(whole.column(field, packet)).toEqual(three);
    expect([0, 1, 2].map((row) => field.isSet(packet, row))).toEqual([true, true, true]);
  });

  test('unset reads as false, 0 or empty', () => {
    const zero = {
      bool: false,
      s32: 0,
      u32: 0,
      s64: 0n,
      u64: 0n,
      f64: 0,
      text: '',
      bytes: new Uint8Array(0),
    };
    for (const accessor of fitting) {
      const { field, packet } = oneField(kind);
      expect(calls[accessor].get(field, packet, 2)).toEqual(zero[accessor]);
      const whole = calls[accessor] as Partial<Calls>;
      if (whole.column === undefined) continue;
      const none = columnOf(accessor, [zero[accessor], zero[accessor], zero[accessor]]);
      expect(whole.column(field, packet)).toEqual(none);
      // The same once the column exists, and for rows that were appended after.
      calls[accessor].set(field, packet, 0, some[accessor] as never);
      if (kind !== 'other') field.unset(packet, 0);
      packet.append(1);
      expect(whole.column(field, packet)).toEqual(
        columnOf(accessor, [zero[accessor], zero[accessor], zero[accessor], zero[accessor]]),
      );
      expect(calls[accessor].get(field, packet, 3)).toEqual(zero[accessor]);
      expect(field.isSet(packet, 3)).toBe(false);
    }
  });

  test('a value of 0 or empty is set', () => {
    for (const accessor of fitting) {
      const { field, packet } = oneField(kind);
      const zero = { bool: false, s64: 0n, u64: 0n, text: '', bytes: new Uint8Array(0) };
      calls[accessor].set(field, packet, 0, ((zero as Record<string, unknown>)[accessor] ?? 0) as never);
      expect(field.isSet(packet, 0)).toBe(true);
      field.unset(packet, 0);
      field.unset(packet, 0);
      expect(field.isSet(packet, 0)).toBe(false);
    }
  });
});

describe.each(kinds.filter((kind) => bounds[kind] !== undefined))('whole numbers: %s', (kind) => {
  const [min, max] = bounds[kind]!;
  const numeric = accessorsOf(kind).filter((accessor) => accessor !== 'bool' && accessor !== 'text');

  test.each(numeric)('%s at the bounds, and one beyond', (accessor) => {
    const { field, packet } = oneField(kind);
    const { get, set, column, setColumn } = calls[accessor];
    for (const value of [min, max]) {
      set(field, packet, 0, as(accessor, value) as never);
      expect(get(field, packet, 0)).toBe(as(accessor, value));
    }
    const both = columnOf(accessor, [as(accessor, min), as(accessor, max), as(accessor, min)]);
    setColumn(field, packet, both);
    expect(column(field, packet)).toEqual(both);
    const [low, high] = range[accessor]!;
    for (const value of [min - 1n, max + 1n]) {
      // What the parameter's type can't say never arrives.
      if (value < low || value > high) continue;
      expect(outcome(() => set(field, packet, 0, as(accessor, value) as never))).toBe('out-of-range');
      const bad = columnOf(accessor, [as(accessor, max), as(accessor, max), as(accessor, value)]);
      expect(outcome(() => setColumn(field, packet, bad))).toBe('out-of-range');
    }
    // Nothing of it was written.
    expect(column(field, packet)).toEqual(both);
  });

  test('what one accessor wrote, every other reads', () => {
    for (const writer of numeric) {
      for (const value of [min, max]) {
        const { field, packet } = oneField(kind);
        calls[writer].set(field, packet, 0, as(writer, value) as never);
        for (const reader of numeric) {
          expect(calls[reader].get(field, packet, 0)).toBe(as(reader, value));
          expect(calls[reader].column(field, packet)).toEqual(
            columnOf(reader, [as(reader, value), as(reader, 0n), as(reader, 0n)]),
          );
        }
      }
    }
  });
});

describe('floats', () => {
  test.each([NaN, Infinity, -Infinity, -0, 5e-324, Number.MAX_VALUE, 2 ** 53 + 2])('float64 %d', (value) => {
    const { field, packet } = oneField('float64');
    field.setF64(packet, 0, value);
    expect(field.getF64(packet, 0)).toBe(value);
    field.setColumnF64(packet, new Float64Array([1, value, 2]));
    expect(field.columnF64(packet)).toEqual(new Float64Array([1, value, 2]));
  });

  test('float32 rounds; what then is infinite is refused', () => {
    const { field, packet } = oneField('float32');
    for (const value of [0.1, NaN, Infinity, -Infinity, -0, 1e-60, 3.4028234663852886e38]) {
      field.setF64(packet, 0, value);
      expect(field.getF64(packet, 0)).toBe(Math.fround(value));
    }
    for (const value of [3.5e38, -3.5e38, Number.MAX_VALUE]) {
      expect(outcome(() => field.setF64(packet, 0, value))).toBe('out-of-range');
      expect(outcome(() => field.setColumnF64(packet, new Float64Array([0, 0, value])))).toBe('out-of-range');
    }
    field.setColumnF64(packet, new Float64Array([0.1, NaN, -0]));
    expect(field.columnF64(packet)).toEqual(new Float64Array([Math.fround(0.1), NaN, -0]));
  });

  test.each(['int8', 'int32', 'uint8', 'uint32'] as const)('%s takes whole numbers, and -0 as 0', (kind) => {
    const { field, packet } = oneField(kind);
    field.setF64(packet, 0, -0);
    expect(field.getF64(packet, 0)).toBe(0);
    field.setColumnF64(packet, new Float64Array([1, -0, 7]));
    expect(field.columnF64(packet)).toEqual(new Float64Array([1, 0, 7]));
    for (const value of [0.5, NaN, Infinity, -Infinity, 2 ** 53]) {
      expect(outcome(() => field.setF64(packet, 0, value))).toBe('out-of-range');
      expect(outcome(() => field.setColumnF64(packet, new Float64Array([0, value, 0])))).toBe('out-of-range');
    }
    expect(field.columnF64(packet)).toEqual(new Float64Array([1, 0, 7]));
  });

  test('64-bit numbers keep every digit', () => {
    for (const value of [2n ** 53n - 1n, 2n ** 53n, 2n ** 53n + 1n]) {
      for (const kind of ['int64', 'uint64'] as const) {
        const { field, packet } = oneField(kind);
        const set = kind === 'int64' ? field.setS64.bind(field) : field.setU64.bind(field);
        const get = kind === 'int64' ? field.getS64.bind(field) : field.getU64.bind(field);
        set(packet, 0, value);
        expect(get(packet, 0)).toBe(value);
      }
    }
  });
});

describe('what fails first', () => {
  /** A field and a packet of another source. */
  function stranger(): Packet {
    const source = new DataSource('other', 'events');
    source.addField('v', 'uint8');
    return receive(newGuest().guest, packetOfRows(source, [{}])).packet;
  }

  test.each(accessors)('%s: expired, wrong-source, wrong-kind, out-of-range', (accessor) => {
    const { get, set } = calls[accessor];
    const whole = calls[accessor] as Partial<Calls>;
    const value = some[accessor] as never;
    const wrongKind = accessorsOf('uint8').includes(accessor) ? 'text' : 'uint8';
    const rightKind = kinds.find((kind) => accessorsOf(kind).includes(accessor))!;

    const over = oneField(wrongKind);
    const elsewhere = stranger();
    over.packet.expire();
    const calledWith = (packet: Packet, field: Field, row: number): string[] => [
      outcome(() => get(field, packet, row)),
      outcome(() => set(field, packet, row, value)),
      ...(whole.column === undefined
        ? []
        : [
            outcome(() => whole.column!(field, packet)),
            outcome(() => whole.setColumn!(field, packet, columnOf(accessor, []))),
          ]),
    ];
    const all = new Set(calledWith(over.packet, over.field, 99));
    expect([...all]).toEqual(['expired']);
    const strange = stranger();
    strange.expire();
    expect([...new Set(calledWith(strange, over.field, 99))]).toEqual(['expired']);
    expect([...new Set(calledWith(elsewhere, over.field, 99))]).toEqual(['wrong-source']);
    const wrong = oneField(wrongKind);
    expect([...new Set(calledWith(wrong.packet, wrong.field, 99))]).toEqual(['wrong-kind']);
    const right = oneField(rightKind);
    for (const row of [3, 2 ** 32 - 1, -1, 0.5, NaN, 2 ** 32]) {
      expect(calledWith(right.packet, right.field, row).slice(0, 2)).toEqual([
        'out-of-range',
        'out-of-range',
      ]);
    }
  });

  test('is-set and unset', () => {
    const { field, packet } = oneField('other');
    expect(outcome(() => field.isSet(packet, 3))).toBe('out-of-range');
    expect(outcome(() => field.unset(packet, 99))).toBe('wrong-kind');
    const elsewhere = stranger();
    expect(outcome(() => field.isSet(elsewhere, 99))).toBe('wrong-source');
    expect(outcome(() => field.unset(elsewhere, 99))).toBe('wrong-source');
    packet.expire();
    expect(outcome(() => field.isSet(packet, 99))).toBe('expired');
    expect(outcome(() => field.unset(packet, 99))).toBe('expired');
    const plain = oneField('uint8');
    expect(outcome(() => plain.field.unset(plain.packet, 3))).toBe('out-of-range');
  });

  test('the text names both', () => {
    const wrong = oneField('text');
    expect(reason(() => wrong.field.getU32(wrong.packet, 0))).toBe(
      'v is text: u32 does not fit, text, bytes does',
    );
    const other = oneField('other');
    expect(reason(() => other.field.unset(other.packet, 0))).toBe('v is other: unset does not fit');
    expect(reason(() => wrong.field.getText(stranger(), 0))).toBe(
      'field v is of src, the packet is of other',
    );
    const small = oneField('int8');
    expect(reason(() => small.field.setS32(small.packet, 0, 128))).toContain('-128 to 127');
  });
});

test('a field of kind other is described and can be asked whether it is set', () => {
  const { field, packet } = oneField('other', { values: [{ a: 1 }, undefined] });
  expect([field.kind(), field.name(), field.fixedSize()]).toEqual(['other', 'v', undefined]);
  expect([field.isSet(packet, 0), field.isSet(packet, 1)]).toEqual([true, false]);
});

test('discarded rows stay readable and writable', () => {
  const { field, packet } = oneField('uint8', { values: [1, 2] });
  packet.discard(0);
  expect(field.getU32(packet, 0)).toBe(1);
  field.setU32(packet, 0, 9);
  expect(field.columnU32(packet)).toEqual(new Uint32Array([9, 2]));
});

test('a handle that does not exist traps', () => {
  const { field, packet } = oneField('uint8');
  // So does jco make an object for a handle that it does not know.
  const ghost = Object.create(Field.prototype) as Field;
  const everything: ((field: Field) => unknown)[] = [
    (f) => f.name(),
    (f) => f.kind(),
    (f) => f.fixedSize(),
    (f) => f.requested(),
    (f) => f.tags(),
    (f) => f.annotations(),
    (f) => f.addTag('x'),
    (f) => f.annotate('k', 'v'),
    (f) => f.setHidden(true),
    (f) => f.isSet(packet, 0),
    (f) => f.unset(packet, 0),
    (f) => f.getU32(packet, 0),
    (f) => f.columnU32(packet),
    (f) => f.setU32(packet, 0, 1),
    (f) => f.setColumnU32(packet, new Uint32Array(3)),
  ];
  for (const call of everything) expectTrap(() => call(ghost));
  expect(field.live).toBe(true);
  field[Symbol.dispose]();
  field[Symbol.dispose]();
  for (const call of everything.filter((_, i) => ![3, 6, 7, 8].includes(i))) expectTrap(() => call(field));
});

describe('unset-many', () => {
  test.each(kinds.filter((kind) => kind !== 'other'))('takes values of %s away', (kind) => {
    const [accessor] = accessorsOf(kind);
    const { field, packet } = oneField(kind);
    const { set } = calls[accessor!];
    for (const row of [0, 1, 2]) set(field, packet, row, some[accessor!] as never);
    field.unsetMany(packet, Uint32Array.of(2, 0, 2));
    expect(field.columnIsSet(packet)).toEqual([false, true, false]);
    field.unsetMany(packet, [1, 0]);
    expect(field.columnIsSet(packet)).toEqual([false, false, false]);
  });

  test('all or none', () => {
    const { field, packet } = oneField('uint8', { values: [1, 2, 3] });
    for (const bad of [3, -1, 0.5, 2 ** 32])
      expect(outcome(() => field.unsetMany(packet, [0, bad]))).toBe('out-of-range');
    expect(field.columnIsSet(packet)).toEqual([true, true, true]);
  });

  test('an array that answers differently each time is asked once', () => {
    const { field, packet } = oneField('uint8', { values: [1, 2, 3] });
    let asked = 0;
    const rows = {
      length: 1,
      get 0() {
        return asked++ === 0 ? 1 : 4_000_000;
      },
    };
    field.unsetMany(packet, rows);
    expect(field.columnIsSet(packet)).toEqual([true, false, true]);
  });

  test('nothing is copied when there is nothing to take away', () => {
    const { field, packet, draft } = oneField('text', { values: [undefined, 'a'] });
    const before = draft.finish();
    field.unsetMany(packet, []);
    field.unsetMany(packet, [0]);
    expect(draft.finish()).toBe(before);
    packet.append(1);
    field.unsetMany(packet, [2, 1]);
    expect(field.columnIsSet(packet)).toEqual([false, false, false]);
  });

  test('fails in the order that is stated', () => {
    const { guest, registry, field, packet } = oneField('other');
    const stranger = new Field(guest, registry.create('two', 'events').addField('v', 'text'));
    expect(outcome(() => stranger.unsetMany(packet, [99]))).toBe('wrong-source');
    expect(outcome(() => field.unsetMany(packet, [99]))).toBe('wrong-kind');
    packet.expire();
    expect(outcome(() => stranger.unsetMany(packet, []))).toBe('expired');
  });
});
