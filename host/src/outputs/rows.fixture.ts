import fc from 'fast-check';
import { DataSource, type Delivery } from '../data/data-source.ts';
import { type FieldType, fieldTypes, parseFieldType } from '../data/field-type.ts';
import type { Kind } from '../data/kind.ts';
import type { ListElement } from '../data/list-array.ts';
import { packetOfRows } from '../data/packet-rows.ts';
import type { Packet, Value } from '../data/packet.ts';

/** A source for tests: kinds by field name. */
export function sourceOf(
  name: string,
  schema: Readonly<Record<string, FieldType>>,
  delivery: Delivery = 'events',
): DataSource {
  const source = new DataSource(name, delivery);
  for (const [field, type] of Object.entries(schema)) {
    const { kind, elements } = parseFieldType(type)!;
    source.addField(field, kind, { elements });
  }
  return source;
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('\x1b', '\x9b', '\n', '"', '\\', '\u202e', '\0', 'é', '🎉', 'a'))
    .map((all) => all.join('')),
);

/** Any value that fits a kind. */
const valueOf: Readonly<Record<Kind, fc.Arbitrary<Value>>> = {
  boolean: fc.boolean(),
  int8: fc.integer({ min: -128, max: 127 }),
  int16: fc.integer({ min: -32_768, max: 32_767 }),
  int32: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  int64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  uint8: fc.nat(255),
  uint16: fc.nat(65_535),
  uint32: fc.nat(2 ** 32 - 1),
  uint64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  float32: fc.float(),
  float64: fc.double(),
  text,
  bytes: fc.uint8Array({ maxLength: 40 }),
  other: fc.json().map((json) => JSON.parse(json) as Value),
};

function valueOfType(type: FieldType): fc.Arbitrary<Value> {
  const { kind, elements } = parseFieldType(type)!;
  return elements === undefined ? valueOf[kind] : fc.array(valueOf[elements] as fc.Arbitrary<ListElement>);
}

/** A row as it goes into `packetOfRows`: what is not set is absent. */
export type TestRow = Record<string, unknown>;

/** Packets of any schema, nested names included, with the rows they were made of. */
export const anyPacket: fc.Arbitrary<{ packet: Packet; rows: TestRow[] }> = fc
  .array(fc.constantFrom(...fieldTypes), { minLength: 1, maxLength: 8 })
  .chain((columns) => {
    // Every third field is inside `in`, every sixth one level deeper.
    const names = columns.map((_, i) => (i % 6 === 5 ? `in.deep.f${i}` : i % 3 === 2 ? `in.f${i}` : `f${i}`));
    const row = fc.record(Object.fromEntries(names.map((name, i) => [name, valueOfType(columns[i]!)])), {
      requiredKeys: [],
    });
    return fc.array(row, { maxLength: 6 }).map((rows) => {
      const source = sourceOf('any', Object.fromEntries(names.map((name, i) => [name, columns[i]!])));
      // `null` would be unset; kind `other` may hold it.
      const set = rows.map((each) =>
        Object.fromEntries(Object.entries(each).filter(([, value]) => value !== null)),
      );
      return { packet: packetOfRows(source, set), rows: set };
    });
  });
