import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DataSource } from '../data/data-source.ts';
import { Draft } from '../data/draft.ts';
import { BytesColumn } from '../data/bytes-column.ts';
import { type ElementKind, kinds } from '../data/kind.ts';
import type { NumberColumn } from '../data/number-column.ts';
import { Packet } from '../data/packet.ts';
import { packetOfRows } from '../data/packet-rows.ts';
import { defaultLimits } from '../limits.ts';
import { readDraft, readPacket, writeDraft, writePacket } from './draft-frame.ts';
import { FrameReader } from './frame-reader.ts';
import { FrameWriter } from './frame-writer.ts';

type Row = Record<string, unknown>;

const elements = kinds.filter((kind): kind is ElementKind => kind !== 'other');

/** A field of each kind, and of lists of each. */
function schema(delivery: 'events' | 'snapshots' = 'events'): DataSource {
  const source = new DataSource('s', delivery);
  for (const kind of elements) source.addField(kind, kind);
  for (const kind of elements) source.addField(`${kind}[]`, 'other', { elements: kind });
  source.addField('json', 'other');
  source.addField('fixed', 'text', { fixedSize: 8 });
  return source;
}

const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const values: Readonly<Record<ElementKind, fc.Arbitrary<unknown>>> = {
  boolean: fc.boolean(),
  int8: whole(-128, 127),
  int16: whole(-32_768, 32_767),
  int32: whole(-(2 ** 31), 2 ** 31 - 1),
  int64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  uint8: whole(0, 255),
  uint16: whole(0, 65_535),
  uint32: whole(0, 2 ** 32 - 1),
  uint64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  float32: fc.float({ noNaN: true }),
  float64: fc.double({ noNaN: true }),
  text: fc.string({ unit: 'binary', maxLength: 80 }),
  bytes: fc.uint8Array({ maxLength: 80 }),
};
const row: fc.Arbitrary<Row> = fc.record(
  {
    ...values,
    ...Object.fromEntries(elements.map((kind) => [`${kind}[]`, fc.array(values[kind], { maxLength: 4 })])),
    json: fc.oneof(fc.integer(), fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 })),
    fixed: fc.stringMatching(/^[a-z]{0,8}$/),
  },
  { requiredKeys: [] },
);
const rows = fc.array(row, { maxLength: 12 });

function frameOf(write: (frame: FrameWriter) => void): Uint8Array {
  const writer = new FrameWriter();
  write(writer);
  // Twice the room, and nothing but ones before: whoever reads what was not written shows it.
  const memory = new Uint8Array(writer.size * 2 + 8).fill(0xff);
  writer.write(memory);
  return memory;
}

function crossed(packet: Packet): Packet {
  return readPacket(new FrameReader(frameOf((frame) => writePacket(frame, packet))), packet.source);
}

describe('a packet', () => {
  test('of any kinds, or a window on one, is the same on the other side', () => {
    fc.assert(
      fc.property(rows, fc.nat(12), fc.nat(12), (given, from, to) => {
        const whole = packetOfRows(schema(), given);
        expect([...crossed(whole).rows()]).toEqual([...whole.rows()]);
        const [start, end] = [from, to].map((at) => Math.min(at, given.length)).toSorted((a, b) => a - b);
        const part = whole.window(start!, end!);
        expect([...crossed(part).rows()]).toEqual([...part.rows()]);
        expect(crossed(part)).toHaveLength(part.length);
      }),
      { numRuns: 60 },
    );
  });

  test('of a window takes no more memory than its values, whatever lies beside them', () => {
    const source = new DataSource('s', 'events');
    source.addField('t', 'text');
    const texts = Array.from({ length: 1000 }, (_, i) => ({ t: `${i}`.repeat(100) }));
    const window = packetOfRows(source, texts).window(500, 502);
    const writer = new FrameWriter();
    writePacket(writer, window);
    expect(writer.size).toBeLessThan(1000);
    expect([...crossed(window).rows()]).toEqual(texts.slice(500, 502));
  });

  test('whose columns are shorter than it has unset rows behind them', () => {
    const source = new DataSource('s', 'events');
    for (const kind of ['text', 'uint32'] as const) source.addField(kind, kind);
    const { columns } = packetOfRows(source, [{ text: 'a', uint32: 1 }]);
    const packet = new Packet(source, 3, columns);
    expect([...crossed(packet).rows()]).toEqual([{ text: 'a', uint32: 1 }, {}, {}]);
  });
});

describe('what was done to a draft', () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({ do: fc.constant('append' as const), rows: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ do: fc.constant('discard' as const), at: fc.nat() }),
      fc.record({ do: fc.constant('number' as const), at: fc.nat(), value: fc.nat() }),
      fc.record({ do: fc.constant('text' as const), at: fc.nat(), value: fc.string() }),
      fc.record({ do: fc.constant('unset' as const), at: fc.nat() }),
    ),
    { maxLength: 12 },
  );

  test('is done to the one that did not cross, and makes the same packet', () => {
    fc.assert(
      fc.property(rows, steps, (given, todo) => {
        const packet = packetOfRows(schema(), given);
        const worked = Draft.of(crossed(packet));
        const number = packet.source.field('uint32')!;
        const text = packet.source.field('text')!;
        for (const step of todo) {
          if (step.do === 'append') worked.append(step.rows);
          if (step.do === 'append' || worked.length === 0) continue;
          const at = step.at % worked.length;
          if (step.do === 'discard') worked.discard(at);
          else if (step.do === 'number') (worked.write(number) as NumberColumn).set(at, step.value);
          else if (step.do === 'text') (worked.write(text) as BytesColumn).setText(at, step.value);
          else worked.write(text).unset(at);
        }
        const frame = new FrameReader(frameOf((writer) => writeDraft(writer, worked)));
        const draft = Draft.of(packet);
        readDraft(frame, draft, defaultLimits);
        expect([draft.length, draft.live]).toEqual([worked.length, worked.live]);
        expect([...draft.finish().rows()]).toEqual([...worked.finish().rows()]);
      }),
      { numRuns: 100 },
    );
  });

  test('keeps the very columns that were not written', () => {
    const packet = packetOfRows(schema(), [{ uint32: 1, text: 'a' }]);
    const worked = Draft.of(crossed(packet));
    (worked.write(packet.source.field('uint32')!) as NumberColumn).set(0, 2);
    const draft = Draft.of(packet);
    readDraft(new FrameReader(frameOf((frame) => writeDraft(frame, worked))), draft, defaultLimits);
    const text = packet.source.field('text')!;
    expect(draft.finish().column(text)).toBe(packet.column(text));
    expect([...draft.finish().rows()]).toEqual([{ uint32: 2, text: 'a' }]);
  });
});

describe('from a thread that lies', () => {
  /** A draft of one row as words say, and a frame that says so. */
  const read = (write: (frame: FrameWriter) => void, limits = defaultLimits): void => {
    const packet = packetOfRows(schema(), [{ uint32: 1, text: 'ab' }]);
    readDraft(new FrameReader(frameOf(write)), Draft.of(packet), limits);
  };
  const draft = (
    received: number,
    length: number,
    taken: readonly number[],
    columns: (frame: FrameWriter) => number = () => 0,
  ) => {
    return (frame: FrameWriter): void => {
      frame.word(received);
      frame.word(length);
      frame.rows(Uint32Array.from(taken));
      const counted = new FrameWriter();
      frame.word(columns(counted));
      columns(frame);
    };
  };
  const column =
    (name: string, row: Row, of: string = name) =>
    (frame: FrameWriter) => {
      const source = schema();
      const packet = packetOfRows(source, [row]);
      frame.column(source.field(name)?.index ?? 999, packet.column(source.field(of)!)!, 1);
      return 1;
    };

  test('what it may have done passes', () => {
    expect(() => read(draft(1, 2, [0]))).not.toThrow();
    expect(() => read(draft(1, 1, [], column('text', { text: 'x' })))).not.toThrow();
    expect(() => read(draft(1, 1, [], column('text[]', { 'text[]': ['x'] })))).not.toThrow();
    // Columns that were written to often are moved together, and empty values are left where they were.
    const none = new BytesColumn('text', Uint32Array.of(9), Uint32Array.of(9), new Uint8Array(0), null);
    const empty = (frame: FrameWriter): number => {
      frame.column(schema().field('text')!.index, none, 1);
      return 1;
    };
    expect(() => read(draft(1, 1, [], empty))).not.toThrow();
  });

  test.each<[string, (frame: FrameWriter) => void]>([
    ['another number of rows received', draft(2, 2, [])],
    ['fewer rows than received', draft(1, 0, [])],
    ['more rows than may be appended', draft(1, 100_000, [])],
    ['a row that is not there', draft(1, 1, [1])],
    ['no words', () => {}],
    ['a field that is not there', draft(1, 1, [], column('nobody', { text: 'x' }, 'text'))],
    ['a column of another kind', draft(1, 1, [], column('uint32', { text: 'x' }, 'text'))],
    ['JSON', draft(1, 1, [], column('json', { json: 1 }))],
    ['bytes that are no list of numbers', draft(1, 1, [], column('uint32[]', { json: 1 }, 'json'))],
    ['bytes that are no list of texts', draft(1, 1, [], column('text[]', { json: [1, 2, 3] }, 'json'))],
    ['text of another size', draft(1, 1, [], column('fixed', { text: 'abc' }, 'text'))],
  ])('%s', (_, write) => {
    expect(() => read(write)).toThrow(RangeError);
  });

  test('values that are too long', () => {
    const long = draft(1, 1, [], column('text', { text: 'abcdef' }));
    expect(() => read(long, { ...defaultLimits, maxValueBytes: 5 })).toThrow(RangeError);
    expect(() => read(long, { ...defaultLimits, maxColumnBytes: 5 })).toThrow(RangeError);
    expect(() => read(long, { ...defaultLimits, maxColumnBytes: 6 })).not.toThrow();
  });

  test('any bytes at all are read, or refused with a RangeError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 400 }), (bytes) => {
        const memory = new Uint8Array(Math.ceil(bytes.length / 8) * 8);
        memory.set(bytes);
        // Few words: what they point to matters.
        memory[0] = memory.length / 4;
        memory.fill(0, 1, 4);
        try {
          readDraft(new FrameReader(memory), Draft.of(packetOfRows(schema(), [{}])), defaultLimits);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});
