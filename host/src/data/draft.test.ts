import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BytesColumn } from './bytes-column.ts';
import { DataSource } from './data-source.ts';
import { Draft } from './draft.ts';
import type { Field } from './field.ts';
import { NumberColumn } from './number-column.ts';
import { packetOfRows } from './packet-rows.ts';
import { type Packet, valueAt } from './packet.ts';

type Row = Record<string, unknown>;

function schema(): DataSource {
  const source = new DataSource('s', 'events');
  source.addField('n', 'uint32');
  source.addField('big', 'int64');
  source.addField('t', 'text');
  return source;
}

function rowsOf(packet: Packet): Row[] {
  return [...packet.rows()];
}

function store(draft: Draft, field: Field, row: number, value: unknown): void {
  const column = draft.write(field);
  if (value === undefined) column.unset(row);
  else if (field.kind === 'text') (column as BytesColumn).setText(row, value as string);
  else (column as NumberColumn).set(row, value as number | bigint);
}

describe('against an array of objects', () => {
  const n = fc.option(fc.integer({ min: 0, max: 0xffff_ffff }), { nil: undefined });
  const big = fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), { nil: undefined });
  const t = fc.option(fc.string({ maxLength: 12 }), { nil: undefined });
  const row = fc.record({ n, big, t }, { requiredKeys: [] });
  const at = fc.nat(30);
  const step = fc.oneof(
    fc.record({ do: fc.constant('n' as const), at, value: n }),
    fc.record({ do: fc.constant('big' as const), at, value: big }),
    fc.record({ do: fc.constant('t' as const), at, value: t }),
    fc.record({ do: fc.constant('column' as const), at, value: fc.integer({ min: 0, max: 99 }) }),
    fc.record({ do: fc.constant('append' as const), at: fc.nat(4), value: fc.constant(undefined) }),
    fc.record({ do: fc.constant('discard' as const), at, value: fc.constant(undefined) }),
  );
  const gadget = fc.record({ steps: fc.array(step, { maxLength: 25 }), fails: fc.boolean() });

  test('any work of any number of gadgets leaves the rows that it should', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.array(gadget, { maxLength: 4 }),
        fc.nat(5),
        (rows, gadgets, cut) => {
          const source = schema();
          // A window to begin with: its columns belong to a larger packet.
          const start = Math.min(cut, rows.length);
          let packet = packetOfRows(source, rows).window(start, rows.length);
          let model = rows.slice(start).map(present);
          const [fieldN, , fieldT] = source.fields as [Field, Field, Field];
          for (const { steps, fails } of gadgets) {
            const before = rowsOf(packet);
            const draft = Draft.of(packet);
            const now = model.map((each) => ({ ...each }));
            const gone = new Set<number>();
            for (const { do: what, at: place, value } of steps) {
              if (what === 'append') {
                expect(draft.append(place)).toBe(now.length);
                for (let i = 0; i < place; i++) now.push({});
              } else if (what === 'column') {
                const values = new Uint32Array(now.length).fill(value);
                draft.replace(fieldN, new NumberColumn('uint32', values, null));
                for (const each of now) each['n'] = value;
              } else if (now.length > 0) {
                const index = place % now.length;
                if (what === 'discard') {
                  draft.discard(index);
                  gone.add(index);
                } else {
                  store(draft, source.field(what)!, index, value);
                  if (value === undefined) delete now[index]![what];
                  else now[index]![what] = value;
                }
              }
              // What was written is visible at once, discarded rows included.
              now.forEach((each, index) => {
                expect(draft.isDiscarded(index)).toBe(gone.has(index));
                expect((draft.read(fieldT) as BytesColumn | undefined)?.text(index) ?? '').toBe(
                  each['t'] ?? '',
                );
              });
            }
            expect(draft.live).toBe(now.length - gone.size);
            // A failed call leaves the packet as it was.
            expect(rowsOf(packet)).toEqual(before);
            if (fails) continue;
            packet = draft.finish();
            model = now.filter((_, index) => !gone.has(index));
            expect(packet.length).toBe(model.length);
            expect(rowsOf(packet)).toEqual(model);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  function present(each: Row): Row {
    return Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined));
  }
});

test('a draft in which nothing changed is the packet itself', () => {
  const source = schema();
  const packet = packetOfRows(source, [{ n: 1 }, { n: 2 }]);
  const draft = Draft.of(packet);
  draft.read(source.fields[0]!);
  draft.append(0);
  expect(draft.finish()).toBe(packet);
});

test('unsetting in a column that all share leaves the packet alone', () => {
  const source = schema();
  const packet = packetOfRows(source, [{ n: 1 }, { n: 2 }, { n: 3 }]);
  const draft = Draft.of(packet.window(1, 3));
  draft.write(source.fields[0]!).unset(0);
  expect(rowsOf(draft.finish())).toEqual([{}, { n: 3 }]);
  expect(rowsOf(packet)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test('a field that came after the packet can be written', () => {
  const source = schema();
  const packet = packetOfRows(source, [{ n: 1 }, {}]);
  const late = source.addField('late', 'boolean');
  const draft = Draft.of(packet);
  expect(draft.read(late)).toBeUndefined();
  expect(valueAt(packet, late, 0)).toBeUndefined();
  store(draft, late, 1, 1);
  expect(rowsOf(draft.finish())).toEqual([{ n: 1 }, { late: true }]);
});

test('rows appended and written one at a time move each column seldom', () => {
  const source = schema();
  const [n, , t] = source.fields as [Field, Field, Field];
  const draft = Draft.of(packetOfRows(source, [{ n: 0, t: 'x' }]));
  const numbers = new Set<unknown>();
  const texts = new Set<unknown>();
  const discards = new Set<unknown>();
  for (let i = 1; i <= 5000; i++) {
    const row = draft.append(1);
    store(draft, n, row, i);
    store(draft, t, row, `${i}`);
    numbers.add((draft.read(n) as NumberColumn).values);
    texts.add((draft.read(t) as BytesColumn).starts);
    if (i % 2 === 0) draft.discard(row);
    discards.add(Reflect.get(draft, 'discarded'));
  }
  expect(numbers.size).toBeLessThan(15);
  expect(texts.size).toBeLessThan(15);
  expect(discards.size).toBeLessThan(15);
  const packet = draft.finish();
  expect(packet.length).toBe(2501);
  expect(rowsOf(packet.window(2499, 2501))).toEqual([
    { n: 4997, t: '4997' },
    { n: 4999, t: '4999' },
  ]);
});

test('columns of a finished packet have no room beyond its rows', () => {
  const source = schema();
  const [n, , t] = source.fields as [Field, Field, Field];
  const draft = Draft.of(packetOfRows(source, [{ n: 1, t: 'a' }]));
  for (let i = 0; i < 4; i++) {
    const row = draft.append(1);
    store(draft, n, row, 7);
    store(draft, t, row, 'b');
  }
  const packet = draft.finish();
  expect((packet.column(n) as NumberColumn).values.length).toBe(5);
  expect((packet.column(t) as BytesColumn).starts.length).toBe(5);
});

test('a column of another length is never taken', () => {
  const source = schema();
  const draft = new Draft(source, 2);
  expect(() => draft.replace(source.fields[0]!, NumberColumn.unset('uint32', 3))).toThrow(RangeError);
});

test('a row counts as discarded once', () => {
  const draft = new Draft(schema(), 2);
  draft.discard(1);
  draft.discard(1);
  expect([draft.discardedCount, draft.live, draft.isDiscarded(0), draft.isDiscarded(1)]).toEqual([
    1,
    1,
    false,
    true,
  ]);
  draft.discard(0);
  expect(draft.finish().length).toBe(0);
});
