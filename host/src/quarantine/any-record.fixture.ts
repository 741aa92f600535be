/** For tests only: records of all there is. */
import fc from 'fast-check';
import { DataSource } from '../data/data-source.ts';
import { fieldTypes, parseFieldType } from '../data/field-type.ts';
import type { ElementKind, Kind } from '../data/kind.ts';
import { isBytesKind } from '../data/kind.ts';
import { allocate, type NumberColumn } from '../data/number-column.ts';
import { PacketBuilder } from '../data/packet-builder.ts';
import type { Packet } from '../data/packet.ts';
import type { FieldSpec } from '../sources/source.ts';
import type { QuarantinedPacket } from './record.ts';

const name = fc.oneof(
  fc.constantFrom('__proto__', '1', 'constructor', 'row', '\u202e', '\0', '\ud83d\ude00'),
  fc.string({ minLength: 1, maxLength: 8, unit: 'binary' }).filter((text) => text.isWellFormed()),
);
const text = fc.string({ maxLength: 20, unit: 'binary' });
const bytes = fc.uint8Array({ maxLength: 12 });
const whole = {
  int64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  uint64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
};

/** The bytes of a number of its kind: also a NaN of any bits. */
function numbers(kind: Exclude<ElementKind, 'text' | 'bytes'>, length: number): fc.Arbitrary<Uint8Array> {
  const size = allocate(kind, 1).BYTES_PER_ELEMENT * length;
  if (kind === 'boolean')
    return fc
      .array(fc.constantFrom(0, 1), { minLength: size, maxLength: size })
      .map((all) => Uint8Array.from(all));
  const special = fc.constantFrom(NaN, -0, Infinity, -Infinity, 1e300, 1).map((value) => {
    const values = allocate(kind, length);
    const one = kind === 'int64' || kind === 'uint64' ? 1n : value;
    (values as Float64Array).fill(one as number);
    return new Uint8Array(values.buffer);
  });
  return fc.oneof(fc.uint8Array({ minLength: size, maxLength: size }), special);
}

/** A value as it is stored. */
function stored(
  kind: Kind,
  elements: ElementKind | undefined,
  fixedSize: number | undefined,
): fc.Arbitrary<unknown> {
  if (elements === undefined) {
    if (kind === 'other') return fc.json();
    if (!isBytesKind(kind)) return numbers(kind, 1);
    return fixedSize === undefined ? bytes : fc.uint8Array({ minLength: fixedSize, maxLength: fixedSize });
  }
  if (isBytesKind(elements)) return fc.array(bytes, { maxLength: 3 });
  if (elements === 'boolean') return fc.array(fc.boolean(), { maxLength: 3 });
  return fc
    .nat({ max: 3 })
    .chain((length) => numbers(elements, length))
    .map((memory) => {
      const values = allocate(elements, memory.length / allocate(elements, 1).BYTES_PER_ELEMENT);
      new Uint8Array(values.buffer).set(memory);
      return values;
    });
}

const spec: fc.Arbitrary<FieldSpec> = fc
  .record({
    name,
    kind: fc.constantFrom(...fieldTypes),
    size: fc.option(fc.nat({ max: 6 }), { nil: undefined }),
    tags: fc.array(name, { maxLength: 3 }),
    annotations: fc.dictionary(name, text, { maxKeys: 3 }),
    hidden: fc.boolean(),
  })
  .map(({ size, ...field }) => ({
    ...field,
    ...((field.kind === 'text' || field.kind === 'bytes') && size !== undefined && { fixedSize: size }),
  }));

const specs = fc.array(spec, { maxLength: 6 });

function packetOf(source: DataSource, rows: readonly (readonly unknown[])[]): Packet {
  const builder = new PacketBuilder(source);
  for (const values of rows) {
    const row = builder.addRow();
    for (const field of source.fields) {
      const value = values[field.index];
      if (value === undefined) continue;
      if (isBytesKind(field.kind)) builder.set(field, value as string);
      else {
        const column = builder.column(field) as NumberColumn;
        const { values: memory } = column;
        column.set(row, memory[row]!);
        const { BYTES_PER_ELEMENT: size } = memory;
        new Uint8Array(memory.buffer, memory.byteOffset + row * size, size).set(value as Uint8Array);
      }
    }
  }
  return builder.take();
}

const packet: fc.Arbitrary<Packet> = fc
  .record({ name, delivery: fc.constantFrom('events' as const, 'snapshots' as const), fields: specs })
  .chain(({ name, delivery, fields }) => {
    const source = new DataSource(name, delivery);
    for (const { name, kind, ...options } of fields) {
      if (source.conflict(name) !== undefined) continue;
      const type = parseFieldType(kind)!;
      const { fixedSize } = options;
      source.addField(name, type.kind, {
        ...(fixedSize !== undefined && { fixedSize }),
        ...(type.elements && { elements: type.elements }),
      });
    }
    const values = source.fields.map(({ kind, elements, fixedSize }) =>
      fc.option(stored(kind, elements, fixedSize), { nil: undefined }),
    );
    return fc.array(fc.tuple(...values), { maxLength: 4 }).map((rows) => packetOf(source, rows));
  });

/** Any record there can be. */
export const anyRecord: fc.Arbitrary<QuarantinedPacket> = fc.record({
  gadget: fc.record({
    name: text.filter((each) => each !== ''),
    version: fc.option(text, { nil: undefined }),
    digest: fc.constantFrom(undefined, `sha256:${'0a'.repeat(32)}`),
    from: fc.option(text, { nil: undefined }),
  }),
  api: text,
  previewApi: fc.boolean(),
  params: fc.dictionary(text, text),
  hook: fc.constant('on-packet' as const),
  number: fc.nat(),
  error: fc.record({ code: fc.constantFrom('E_GADGET_TRAP' as const, 'E_FUEL' as const), message: text }),
  clock: fc.record({
    wallNs: fc.array(whole.int64, { minLength: 1, maxLength: 3 }),
    monotonicNs: fc.array(whole.int64, { minLength: 1, maxLength: 3 }),
    more: fc.nat(),
  }),
  seed: fc.tuple(whole.uint64, whole.uint64),
  bounds: fc.record({
    maxMemoryBytes: fc.option(fc.integer({ min: 1, max: 2 ** 32 }), { nil: undefined }),
    fuel: fc.option(
      fc.maxSafeInteger().filter((each) => each > 0),
      { nil: undefined },
    ),
    deadlineMs: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    isolation: fc.constantFrom('worker' as const, 'inline' as const),
  }),
  sources: fc.array(
    fc.record({
      name,
      delivery: fc.constantFrom('events' as const, 'snapshots' as const),
      hidden: fc.boolean(),
      fields: specs,
    }),
    { maxLength: 2 },
  ),
  requested: fc.dictionary(name, fc.array(name, { maxLength: 2 })),
  packet,
});
