import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Kind, kinds } from '../data/kind.ts';
import { type Arg, observe, type Op, type Scenario } from './script-guest.fixture.ts';

/** A whole component is instantiated twice a run. */
const numRuns = 60;

const packet: Arg = { r: 'packet' };

// QuickJS's runtime falls on strings with lone surrogates before they reach anybody.
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ maxLength: 150, minLength: 90 }),
);
const bytes = fc.uint8Array({ maxLength: 120 });
const s64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const u32 = fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 0xffff_ffff }));
const s32 = fc.oneof(fc.integer({ min: -300, max: 300 }), fc.integer());
const float = fc.oneof(fc.double(), fc.float(), fc.integer({ min: -300, max: 300 }));
const floatText = float.map((value) => (Object.is(value, -0) ? '-0' : String(value)));

/** Values that rows bring along, by kind. */
const valuesOfKind: Readonly<Record<Kind, fc.Arbitrary<unknown>>> = {
  boolean: fc.boolean(),
  int8: fc.integer({ min: -128, max: 127 }),
  int16: fc.integer({ min: -32768, max: 32767 }),
  int32: fc.integer(),
  int64: s64,
  uint8: fc.nat(255),
  uint16: fc.nat(65535),
  uint32: fc.integer({ min: 0, max: 0xffff_ffff }),
  uint64: u64,
  float32: fc.float(),
  float64: fc.double(),
  text: fc.oneof(text, bytes.map(Buffer.from)),
  bytes: bytes.map(Buffer.from),
  other: fc.constant([1, null]),
};

const row = fc.oneof({ arbitrary: fc.nat(5), weight: 6 }, fc.constantFrom(6, 7, 4294967295));

/** Arguments of the setters after packet and row. */
const setValues: Readonly<Record<string, fc.Arbitrary<Arg>>> = {
  Bool: fc.boolean(),
  S32: s32,
  U32: u32,
  S64: s64.map((value) => ({ n: String(value) })),
  U64: u64.map((value) => ({ n: String(value) })),
  F64: floatText.map((value) => ({ f: value })),
  Text: text,
  Bytes: bytes.map((value) => ({ b: [...value] })),
};

/** Lists about as long as packets are. */
const list = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 6 });

const columnValues: Readonly<Record<string, fc.Arbitrary<Arg>>> = {
  S32: list(s32).map((words) => ({ words })),
  U32: list(u32).map((words) => ({ words })),
  S64: list(s64).map((values) => ({ wides: values.map(String) })),
  U64: list(u64).map((values) => ({ wides: values.map(String) })),
  F64: list(floatText).map((f64) => ({ f64 })),
  Text: list(text).map((l) => ({ l })),
  Packed: list(bytes).chain((values) => {
    const data = values.flatMap((value) => [...value]);
    let end = 0;
    const ends = values.map((value) => (end += value.length));
    return fc.oneof(
      { arbitrary: fc.constant({ packed: { ends, data } }), weight: 4 },
      list(fc.nat(20)).map((other) => ({ packed: { ends: other, data } })),
    );
  }),
};

/** Lists of lists: where each ends is right mostly. */
const listColumn = (accessor: string): fc.Arbitrary<Arg> =>
  fc.tuple(columnValues[accessor]!, list(fc.nat(7))).map(([values, ends]) => {
    let last = 0;
    const words = ends.map((end) => (last = end > 6 ? 6 - last : Math.max(last, end)));
    return { o: { ends: { words }, values } };
  });

/** Calls on fields of lists, and on others by mistake. */
function listOp(fields: readonly string[]): fc.Arbitrary<Op> {
  const accessor = fc.constantFrom(...Object.keys(columnValues));
  return fc.tuple(fc.constantFrom(...fields), accessor, row, fc.nat(4)).chain(([on, name, at, how]) => {
    const field: Arg = { r: on };
    if (how === 0) return fc.constant<Op>(['', `lists.get${name}`, field, packet, at]);
    if (how === 1) return fc.constant<Op>(['', `lists.column${name}`, field, packet]);
    if (how === 2)
      return listColumn(name).map((values): Op => ['', `lists.setColumn${name}`, field, packet, values]);
    return columnValues[name]!.map((values): Op => ['', `lists.set${name}`, field, packet, at, values]);
  });
}

const columnNames = [...Object.keys(columnValues), 'IsSet'];

function opOn(fields: readonly string[]): fc.Arbitrary<Op> {
  const field = fc.constantFrom(...fields);
  const accessor = fc.constantFrom(...Object.keys(setValues));
  return fc.oneof(
    fc.tuple(field, accessor, row).map(([on, name, at]): Op => ['', `${on}.get${name}`, packet, at]),
    fc
      .tuple(field, accessor, row)
      .chain(([on, name, at]) =>
        setValues[name]!.map((value): Op => ['', `${on}.set${name}`, packet, at, value]),
      ),
    fc
      .tuple(field, fc.constantFrom(...columnNames))
      .map(([on, name]): Op => ['', `${on}.column${name}`, packet]),
    fc
      .tuple(field, fc.constantFrom(...Object.keys(columnValues)))
      .chain(([on, name]) =>
        columnValues[name]!.map((value): Op => ['', `${on}.setColumn${name}`, packet, value]),
      ),
    fc
      .tuple(field, fc.constantFrom('isSet', 'unset'), row)
      .map(([on, name, at]): Op => ['', `${on}.${name}`, packet, at]),
    { arbitrary: listOp(fields), weight: 3 },
    fc.tuple(field, list(row)).map(([on, words]): Op => ['', `${on}.unsetMany`, packet, { words }]),
    row.map((at): Op => ['', 'packet.discard', at]),
    list(row).map((words): Op => ['', 'packet.discardMany', { words }]),
    fc.nat(3).map((rows): Op => ['', 'packet.append', rows]),
    fc.constant<Op>(['', 'packet.len']),
    fc.constantFrom<Op>(
      ['made', 'own.newPacket', 2],
      ['', 'Packet.emit', { r: 'made' }],
      ['', 'handles.usage'],
    ),
  );
}

const scenario: fc.Arbitrary<Scenario> = fc
  .array(
    fc.record({
      kind: fc.oneof(fc.constantFrom(...kinds), fc.constant<Kind>('other')),
      fixed: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 6 }),
      elements: fc.constantFrom(...kinds),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .chain((declared) => {
    const fields = declared.map(({ kind, fixed, elements }, i) => ({
      name: `f${i}`,
      kind,
      ...(kind === 'other' && elements !== 'other' && { elements }),
      ...(fixed !== null && (kind === 'text' || kind === 'bytes') && { fixedSize: fixed }),
    }));
    const names = fields.map(({ name }) => name);
    const value = ({ kind, fixedSize }: (typeof fields)[number]): fc.Arbitrary<unknown> =>
      fixedSize === undefined
        ? valuesOfKind[kind]
        : fc.uint8Array({ maxLength: fixedSize }).map((short) => Buffer.from(short));
    // What is in lists comes by the script.
    const plain = fields.filter(({ elements }) => elements === undefined);
    const rows = fc.array(
      fc.record(Object.fromEntries(plain.map((field) => [field.name, value(field)])), { requiredKeys: [] }),
      { maxLength: 6 },
    );
    const open: Op[] = [
      ['src', 'DataSource.open', 'src'],
      ['', 'src.subscribe'],
      ['own', 'DataSource.create', 'own', 'events'],
      ['v', 'own.addField', 'v', 'text'],
      ...names.map((name): Op => [name, 'src.getField', name]),
    ];
    return fc.record({
      fields: fc.constant(fields),
      packets: fc.array(rows, { minLength: 1, maxLength: 3 }),
      script: fc.record({
        init: fc.constant(open),
        packet: fc.array(opOn(names), { maxLength: 25 }),
      }),
      options: fc.constantFrom(
        {},
        { limits: { maxLogBytes: 10_000_000, maxHandles: 9, maxValueBytes: 64, maxColumnBytes: 200 } },
      ),
    });
  });

it('random packets, values and orders of calls look the same over both bindings', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async (each) => {
      expect(await observe('direct', each)).toEqual(await observe('reference', each));
    }),
    { numRuns },
  );
});
