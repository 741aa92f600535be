import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BytesColumn } from '../data/bytes-column.ts';
import type { DataSource } from '../data/data-source.ts';
import { splitPath } from '../data/field-path.ts';
import { packetOfRows } from '../data/packet-rows.ts';
import { Packet, textAt } from '../data/packet.ts';
import { isUnsafe } from '../clean.ts';
import { jsonPrettyOutput } from './json-pretty.ts';
import { jsonOutput } from './json.ts';
import type { Output } from './output.ts';
import type { PrintOptions } from './printed.ts';
import { memorySink, type Sink } from './sink.ts';
import { anyPacket, sourceOf, type TestRow } from './rows.fixture.ts';

function print(
  make: (sink: Sink, options: PrintOptions) => Output,
  packets: readonly Packet[],
  others: readonly DataSource[] = [],
): string {
  const sink = memorySink();
  const output = make(sink, {});
  for (const source of new Set([...packets.map((packet) => packet.source), ...others])) output.fields(source);
  for (const packet of packets) void output.write(packet);
  void output.close();
  return sink.text;
}

/** The lines of a source with one row. */
function line(schema: Parameters<typeof sourceOf>[1], row: TestRow): string {
  return print(jsonOutput, [packetOfRows(sourceOf('s', schema), [row])]);
}

/** The object that a row should become, worked out the slow way. */
function expected(source: DataSource, row: TestRow): unknown {
  const result: TestRow = {};
  for (const field of source.fields) {
    const value = row[field.name];
    if (value === undefined) continue;
    const keys = splitPath(field.name);
    let target = result;
    for (const key of keys.slice(0, -1)) target = (target[key] ??= {}) as TestRow;
    target[keys.at(-1)!] = asJson(value);
  }
  return result;
}

/** As `JSON.parse` will give it; that 64-bit numbers keep all digits is a property of its own. */
function asJson(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(asJson);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return value;
}

describe('every line reads back as the row', () => {
  test.each([
    ['json', jsonOutput],
    ['jsonpretty', jsonPrettyOutput],
  ])('%s', (name, make) => {
    fc.assert(
      fc.property(anyPacket, ({ packet, rows }) => {
        const text = print(make, [packet]);
        for (const character of text) {
          if (character !== '\n' && isUnsafe(character.codePointAt(0)!))
            expect.fail(`raw ${JSON.stringify(character)}`);
        }
        const documents =
          name === 'json'
            ? text.split('\n').slice(0, -1)
            : text === ''
              ? []
              : text.slice(0, -1).split(/\n(?=\{)/);
        expect(documents.map((each) => JSON.parse(each) as unknown)).toEqual(
          rows.map((row) => expected(packet.source, row)),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('64-bit numbers have all their digits', () => {
    const edges = [2n ** 53n, 10n ** 9n, 10n ** 18n, 2n ** 32n, 2n ** 63n].flatMap((n) => [
      n - 1n,
      n,
      n + 1n,
    ]);
    const any = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.constantFrom(...edges));
    fc.assert(
      fc.property(any, (u) => {
        const i = BigInt.asIntN(64, u);
        expect(line({ u: 'uint64', i: 'int64' }, { u, i })).toBe(`{"u":${u},"i":${i}}\n`);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('values', () => {
  test.each([
    ['uint64', '18446744073709551615', 18_446_744_073_709_551_615n],
    ['uint64', '9007199254740993', 9_007_199_254_740_993n],
    ['uint64', '1700000000000000001', 1_700_000_000_000_000_001n],
    ['uint64', '4294967296', 4_294_967_296n],
    ['uint64', '0', 0n],
    ['int64', '-9223372036854775808', -9_223_372_036_854_775_808n],
    ['int64', '-1', -1n],
    ['int64', '-4294967296', -4_294_967_296n],
    ['int64', '9223372036854775807', 9_223_372_036_854_775_807n],
    ['uint32', '4294967295', 4_294_967_295],
    ['int32', '-2147483648', -2_147_483_648],
    ['float64', '"NaN"', NaN],
    ['float64', '"-Infinity"', -Infinity],
    ['float64', '-0', -0],
    ['float64', '1e+300', 1e300],
    ['float64', '0.1', 0.1],
    ['boolean', 'false', false],
    ['bytes', '"AP8BAg=="', new Uint8Array([0, 255, 1, 2])],
    ['text', '""', ''],
    ['text', '"a\\"b\\\\c\\n\\u001b[2J"', 'a"b\\c\n\x1b[2J'],
    ['text', '"\\u007f\\u009b\\u202e\\u2028\\ufeff"', '\x7f\x9b\u202e\u2028\ufeff'],
    ['text', '"\\udb40\\udc41é世🎉"', '\u{e0041}é世🎉'],
    ['uint8[]', '[]', []],
    ['uint8[]', '[0,255]', [0, 255]],
    ['int8[]', '[-128,127]', [-128, 127]],
    ['uint16[]', '[65535]', [65_535]],
    ['int16[]', '[-32768]', [-32_768]],
    ['uint32[]', '[4294967295]', [4_294_967_295]],
    ['int32[]', '[-2147483648]', [-2_147_483_648]],
    ['uint64[]', '[0,18446744073709551615]', [0n, 18_446_744_073_709_551_615n]],
    ['int64[]', '[-9223372036854775808,9007199254740993]', [-(2n ** 63n), 9_007_199_254_740_993n]],
    ['float32[]', '[0.5,"Infinity"]', [0.5, Infinity]],
    ['float64[]', '["NaN",-0,0.1]', [NaN, -0, 0.1]],
    ['boolean[]', '[true,false]', [true, false]],
    ['text[]', '["","a\\"\\u001b","é"]', ['', 'a"\x1b', 'é']],
    ['bytes[]', '["","AP8="]', [new Uint8Array(0), new Uint8Array([0, 255])]],
  ] as const)('%s %s', (kind, json, value) => {
    expect(line({ v: kind }, { v: value })).toBe(`{"v":${json}}\n`);
  });

  test('bytes that are not UTF-8 read as every decoder of the web reads them', () => {
    const source = sourceOf('s', { v: 'text' });
    const byte = fc.oneof(
      fc.nat(255),
      fc.constantFrom(
        0xc0,
        0xc2,
        0xe0,
        0xed,
        0xa0,
        0x9f,
        0xef,
        0xbb,
        0xbf,
        0xf0,
        0x90,
        0xf4,
        0x8f,
        0x80,
        0xf5,
        0x61,
      ),
    );
    fc.assert(
      fc.property(fc.array(byte), (bytes) => {
        const column = BytesColumn.packed('text', new Uint32Array([bytes.length]), new Uint8Array(bytes));
        const { v } = JSON.parse(print(jsonOutput, [new Packet(source, 1, [column])])) as { v: string };
        const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(bytes));
        expect(v).toBe(decoded);
        expect(v).toBe(textAt(column, source.fields[0]!, 0));
      }),
      { numRuns: 2000 },
    );
  });

  test('fixed-size text ends at the first NUL, other text does not', () => {
    const source = sourceOf('s', { free: 'text' });
    source.addField('fixed', 'text', { fixedSize: 8 });
    const packet = packetOfRows(source, [{ free: 'a\0b', fixed: Buffer.from('a\0b') }]);
    expect(print(jsonOutput, [packet])).toBe('{"free":"a\\u0000b","fixed":"a"}\n');
  });

  test('kind other is printed as it came, on one line, and harmless', () => {
    const source = sourceOf('s', { v: 'other' });
    const json = ' [1.0, 12345678901234567890,\r\n{"a\u202e": "\x9b"}]';
    const bytes = Buffer.from(json);
    const column = BytesColumn.packed('other', new Uint32Array([bytes.length]), bytes);
    expect(print(jsonOutput, [new Packet(source, 1, [column])])).toBe(
      '{"v": [1.0, 12345678901234567890,  {"a\\u202e": "\\u009b"}]}\n',
    );
  });
});

describe('rows', () => {
  const open = sourceOf('open', {
    pid: 'uint32',
    'parent.pid': 'uint32',
    comm: 'text',
    'parent.name': 'text',
  });

  test('nested names are objects, what is unset is absent', () => {
    const packet = packetOfRows(open, [
      { pid: 1, 'parent.pid': 2, comm: 'a', 'parent.name': 'b' },
      { comm: 'a' },
      { 'parent.name': 'b' },
      {},
    ]);
    expect(print(jsonOutput, [packet])).toBe(
      '{"pid":1,"parent":{"pid":2,"name":"b"},"comm":"a"}\n{"comm":"a"}\n{"parent":{"name":"b"}}\n{}\n',
    );
  });

  test('a field added after the packet was made is unset', () => {
    const source = sourceOf('s', { a: 'uint8' });
    const packet = packetOfRows(source, [{ a: 1 }]);
    source.addField('b', 'uint8');
    expect(print(jsonOutput, [packet])).toBe('{"a":1}\n');
  });

  test('names are escaped, also __proto__ and dots in keys', () => {
    expect(
      line(
        { 'a\\.b': 'uint8', __proto: 'uint8', '\x1b"\u202e': 'uint8' },
        { 'a\\.b': 1, __proto: 2, '\x1b"\u202e': 3 },
      ),
    ).toBe('{"a.b":1,"__proto":2,"\\u001b\\"\\u202e":3}\n');
  });

  test('windows of a packet print their own rows', () => {
    const source = sourceOf('s', { a: 'uint64', b: 'text' });
    const packet = packetOfRows(source, [{ a: 1n, b: 'x' }, { a: 2n }, { a: 3n, b: 'z' }]);
    expect(print(jsonOutput, [packet.window(1, 3)])).toBe('{"a":2}\n{"a":3,"b":"z"}\n');
  });

  test('with several sources every line says which', () => {
    const exec = sourceOf('e\x1bx', { a: 'uint8' });
    const packets = [packetOfRows(open, [{ pid: 1 }]), packetOfRows(exec, [{ a: 2 }])];
    expect(print(jsonOutput, packets)).toBe('{"open":{"pid":1}}\n{"e\\u001bx":{"a":2}}\n');
  });

  test('sources that are not wanted are not printed', () => {
    const hidden = sourceOf('hidden', { a: 'uint8' });
    hidden.hidden = true;
    expect(jsonOutput(memorySink()).fields(hidden)).toBeUndefined();
    expect(print(jsonOutput, [packetOfRows(hidden, [{ a: 1 }])])).toBe('');
  });

  test('large packets reach a slow sink whole and in order', async () => {
    const source = sourceOf('s', { n: 'uint32', t: 'text' });
    const rows = Array.from({ length: 5000 }, (_, n) => ({ n, t: 'x'.repeat(200) }));
    const memory = memorySink();
    let calls = 0;
    const slow: Sink = {
      ...memory,
      async write(text) {
        calls++;
        await Promise.resolve();
        await memory.write(text);
      },
    };
    const output = jsonOutput(slow);
    output.fields(source);
    await output.write(packetOfRows(source, rows));
    await output.write(packetOfRows(source, rows.slice(0, 1)));
    expect(calls).toBeGreaterThan(2);
    const lines = memory.text.split('\n').slice(0, -1);
    expect(lines.map((each) => (JSON.parse(each) as { n: number }).n)).toEqual([...rows.keys(), 0]);
  });
});

describe('jsonpretty', () => {
  test('events are objects, one after the other', () => {
    const source = sourceOf('s', { a: 'uint8', 'b.c': 'text', d: 'other' });
    const packet = packetOfRows(source, [{ a: 1, 'b.c': '{"[,:', d: [1, [], {}] }, {}]);
    expect(print(jsonPrettyOutput, [packet])).toBe(
      '{\n  "a": 1,\n  "b": {\n    "c": "{\\"[,:"\n  },\n  "d": [\n    1,\n    [],\n    {}\n  ]\n}\n{}\n',
    );
  });

  test('snapshots are arrays, also without rows', () => {
    const source = sourceOf('s', { a: 'uint8' }, 'snapshots');
    const packets = [packetOfRows(source, [{ a: 1 }, { a: 2 }]), packetOfRows(source, [])];
    expect(print(jsonPrettyOutput, packets)).toBe('[\n  {\n    "a": 1\n  },\n  {\n    "a": 2\n  }\n]\n[]\n');
    expect(print(jsonOutput, packets)).toBe('{"a":1}\n{"a":2}\n');
  });

  test('with several sources both are inside an object with the name', () => {
    const events = sourceOf('e', { a: 'uint8' });
    const snapshots = sourceOf('s', { a: 'uint8' }, 'snapshots');
    const packets = [
      packetOfRows(events, [{ a: 1 }]),
      packetOfRows(snapshots, [{ a: 2 }]),
      packetOfRows(snapshots, []),
    ];
    expect(print(jsonPrettyOutput, packets)).toBe(
      '{\n  "e": {\n    "a": 1\n  }\n}\n{\n  "s": [\n    {\n      "a": 2\n    }\n  ]\n}\n{\n  "s": []\n}\n',
    );
  });

  test('a value of brackets alone does not become gigabytes of spaces', () => {
    const source = sourceOf('s', { v: 'other' });
    const bytes = Buffer.from('['.repeat(20_000) + ']'.repeat(20_000));
    const column = BytesColumn.packed('other', new Uint32Array([bytes.length]), bytes);
    const text = print(jsonPrettyOutput, [new Packet(source, 1, [column])]);
    expect(text.length).toBeLessThan(100_000);
    expect(text.replace(/\s/g, '')).toBe(`{"v":${bytes.toString()}}`);
  });
});
