import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DataSource } from '../data/data-source.ts';
import { PacketBuilder } from '../data/packet-builder.ts';
import { chunks, collect } from './feed.fixture.ts';
import { ndjsonSource } from './ndjson.ts';
import { RowScanner } from './row-scanner.ts';
import { parseSchemaText } from './schema-text.ts';

const specs = parseSchemaText(
  'u8=uint8,i8=int8,u32=uint32,i32=int32,u64=uint64,i64=int64,f32=float32,f64=float64,flag=boolean,text=text,in.a=uint8,any=other,lt=text[],lu=uint64[],ls=int64[],li=int16[],lf=float32[],ld=float64[],lo=boolean[],lb=bytes[]',
);

/** Rows and what was remarked. A line that begins with white space is for JSON.parse alone. */
const read = (lines: readonly string[], { before = '', unread = [] as readonly string[] } = {}) =>
  collect(ndjsonSource({ path: chunks(lines.map((line) => `${before}${line}\n`).join('')), schema: specs }), {
    unread,
  });

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'plain', 'ä€😀', '"', '\\', '\u007f', '\ud800'),
);
const value: Record<string, fc.Arbitrary<unknown>> = {
  u8: fc.oneof(fc.integer({ min: -1, max: 256 }), fc.constant(-0)),
  i8: fc.integer({ min: -129, max: 128 }),
  u32: fc.integer({ min: -1, max: 2 ** 32 }),
  i32: fc.integer({ min: -(2 ** 31) - 1, max: 2 ** 31 }),
  u64: fc.oneof(fc.bigInt({ min: -1n, max: 2n ** 64n }), fc.bigInt({ min: 0n, max: 10n ** 16n })),
  i64: fc.oneof(fc.bigInt({ min: -(2n ** 63n) - 1n, max: 2n ** 63n }), fc.integer()),
  f32: fc.oneof(fc.float(), fc.double(), fc.integer()),
  f64: fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.constant(-0)),
  flag: fc.boolean(),
  text: texts,
  any: fc.jsonValue(),
  lt: fc.array(texts),
  lu: fc.array(fc.oneof(fc.bigInt({ min: -1n, max: 2n ** 64n }), fc.nat(), fc.maxSafeInteger())),
  ls: fc.array(fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.constant(-0))),
  li: fc.array(fc.oneof(fc.integer({ min: -32_770, max: 32_768 }), fc.constant(-0))),
  lf: fc.array(fc.oneof(fc.float(), fc.double(), fc.integer())),
  ld: fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.constant(-0))),
  lo: fc.array(fc.boolean()),
  lb: fc.array(fc.constantFrom('', 'aGk=', 'a')),
  extra: fc.jsonValue(),
};

function written(each: unknown): string {
  if (typeof each === 'bigint') return String(each);
  if (Array.isArray(each)) return `[${each.map(written).join(each.length % 2 === 0 ? ',' : ', ')}]`;
  return Object.is(each, -0) ? '-0' : JSON.stringify(each);
}

/** A line as programs write it, with or without a space behind colons and commas. */
const regular = fc
  .tuple(
    fc.record(value, { requiredKeys: [] }),
    fc.constantFrom('', ' '),
    fc.boolean(),
    fc.option(fc.nat(255)),
    fc.boolean(),
  )
  .map(([row, gap, reversed, inner, cr]) => {
    const members = Object.entries(row).map(([key, each]) => `"${key}":${gap}${written(each)}`);
    if (inner !== null) members.push(`"in":{"a":${inner}}`);
    return `{${(reversed ? members.reverse() : members).join(`,${gap}`)}}${cr ? '\r' : ''}`;
  });

/** Numbers and words of all sorts in the place of a value. */
const odd = fc
  .tuple(
    fc.constantFrom(
      ...['u8', 'i8', 'u32', 'u64', 'i64', 'f32', 'f64', 'flag', 'text'],
      ...['lt', 'lu', 'ls', 'li', 'lf', 'ld', 'lo', 'lb'],
    ),
    fc.oneof(
      fc.stringMatching(/^-?[0-9]{0,21}(\.[0-9]{0,18})?([eE][+-]?[0-9]{1,3})?$/),
      fc.constantFrom(
        'null',
        'nul',
        'true',
        'tru',
        'falsee',
        '"a',
        '"a\tb"',
        '[]',
        '[ ]',
        '[,]',
        '[1,]',
        '[1,2',
        '[1 ,2]',
        '[1.5, -2]',
        '[01]',
        '[-]',
        '[.5]',
        '[1.]',
        '[null]',
        '[true,false]',
        '[tru]',
        '["a","\\u0062"]',
        '["a',
        '[[]]',
        '{}',
        '01',
        '-',
        '1 ',
        ' 1',
        '1,',
      ),
    ),
  )
  .map(([key, text]) => `{"${key}":${text}}`);

/** A line with one character taken out or put in somewhere. */
const broken = fc
  .tuple(regular, fc.nat(), fc.constantFrom('', ',', '"', '{', '}', '0', ' ', '\\', 'n'))
  .map(([line, at, put]) => {
    const place = at % (line.length + 1);
    return line.slice(0, place) + put + line.slice(put === '' ? place + 1 : place);
  });

test('what is read from bytes is what JSON.parse reads, and what is remarked is the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 4, arbitrary: regular }, odd, broken), { maxLength: 30 }),
      async (lines) => {
        const [fast, slow] = [await read(lines), await read(lines, { before: ' ' })];
        expect(fast.rows).toEqual(slow.rows);
        expect(fast.problems).toEqual(slow.problems);
      },
    ),
    { numRuns: 300 },
  );
});

test('what nobody reads is unset, and all else the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 4, arbitrary: regular }, odd, broken), { maxLength: 30 }),
      fc.subarray(specs.map(({ name }) => name)),
      fc.constantFrom('', ' '),
      async (lines, unread, before) => {
        const [all, some] = [await read(lines), await read(lines, { before, unread })];
        const left = all.rows.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([name]) => !unread.includes(name))),
        );
        expect(some.rows).toEqual(left);
        expect(some.problems).toEqual(all.problems);
      },
    ),
    { numRuns: 200 },
  );
});

function scanner(): { builder: PacketBuilder; scan: (line: string) => number; learn: (row: object) => void } {
  const source = new DataSource('test', 'events');
  const fields = { pid: 'uint32', name: 'text', size: 'float64' } as const;
  for (const [name, kind] of Object.entries(fields)) source.addField(name, kind).printed = true;
  for (const elements of ['text', 'uint64', 'float64', 'boolean'] as const)
    source.addField(`${elements}s`, 'other', { elements }).printed = true;
  const builder = new PacketBuilder(source);
  const made = new RowScanner(builder, source.fields);
  return {
    builder,
    scan: (line) => made.scan(Buffer.from(line), 0),
    learn: (row) => made.learn(row),
  };
}

test.each([
  '{"pid":1,"name":"a","size":1.5}\n',
  '{"pid": 1, "name": "ä", "size": -2}\n',
  '{"name":null,"size":0}\r\n',
  '{"size":0.25}\n',
  '{"texts":["a","","ä"]}\n',
  '{"texts": [ ], "uint64s": [0, 123456789012345]}\n',
  '{"float64s":[1,-0.5],"booleans":[true,false]}\n',
  `{"uint64s":[${Array<number>(2048).fill(7).join(',')}]}\n`,
])('the usual is read here: %j', (line) => {
  const { builder, scan } = scanner();
  expect(scan(line)).toBe(Buffer.byteLength(line));
  expect(builder.length).toBe(1);
});

test.each([
  '{}\n',
  '{"name":"a","pid":1}\n',
  '{"pid":1,"other":2}\n',
  '{"name":"a\\n"}\n',
  '{"pid":1.5}\n',
  '{"pid":4294967296}\n',
  '{"pid":01}\n',
  '{"size":1e5}\n',
  '{"pid":1} x\n',
  'nothing\n',
  '{"texts":["\\n"]}\n',
  '{"uint64s":[1234567890123456]}\n',
  '{"uint64s":[-1]}\n',
  '{"uint64s":[1.0]}\n',
  '{"float64s":[1e5]}\n',
  '{"booleans":[1]}\n',
  '{"texts":[null]}\n',
  `{"uint64s":[${Array<number>(2049).fill(7).join(',')}]}\n`,
  `{"texts":["${'x'.repeat(20_000)}"]}\n`,
  `{"texts":[${Array<string>(5000).fill('""').join(',')}]}\n`,
])('the unusual is not, and leaves nothing behind: %j', (line) => {
  const { builder, scan } = scanner();
  expect(scan(line)).toBe(-1);
  expect(builder.length).toBe(0);
});

test('another order is learnt', () => {
  const { scan, learn } = scanner();
  const line = '{"size":1,"pid":2,"name":"a"}\n';
  expect(scan(line)).toBe(-1);
  learn({ size: 1, pid: 2, name: 'a' });
  expect(scan(line)).toBe(line.length);
});

test('when nothing is usual, most lines are not tried', () => {
  const { scan } = scanner();
  for (let line = 0; line < 32; line++) scan('{"a":1}\n');
  const usual = '{"pid":1}\n';
  expect(scan(usual)).toBe(-1);
  for (let line = 0; line < 255; line++) scan(usual);
  expect(scan(usual)).toBe(usual.length);
});

test('lists as long as are read here, and longer, come out whole', async () => {
  for (const length of [0, 1, 2047, 2048, 2049, 4095, 4096, 4097]) {
    const numbers = Array.from({ length }, (_, i) => i);
    const texts = numbers.map(() => '');
    const one = ['x'.repeat(length * 4)];
    const rows = [
      { ld: numbers, lt: texts },
      { lt: one, lo: numbers.map((i) => i % 3 === 0) },
    ];
    const { rows: found, problems } = await read(rows.map((row) => JSON.stringify(row)));
    expect(found).toEqual(rows);
    expect(problems).toEqual([]);
  }
});
