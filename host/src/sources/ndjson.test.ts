import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { ndjsonSource, type NdjsonOptions } from './ndjson.ts';
import type { FieldSpec } from './source.ts';
import { parseSchemaText } from './schema-text.ts';
import { chunks, collect } from './feed.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'ndjson-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (text: string | Uint8Array, options: Omit<NdjsonOptions, 'path'> = {}) =>
  collect(ndjsonSource({ path: chunks(text), ...options }));

const kindsOf = (fields: readonly FieldSpec[]) =>
  Object.fromEntries(fields.map(({ name, kind }) => [name, kind]));

test('rows, nested objects, lists and mixed values', async () => {
  const { fields, rows, problems } = await read(
    [
      '{"pid":1,"proc":{"comm":"sh","args":[1, 2.50 ,"x"]},"odd":1,"no":null,"f":1.5,"ok":true}',
      '{"pid":2,"proc":{"comm":"ls","args":[]},"odd":"two","neg":-1}',
      '{"pid":3,"odd":{"a" : 1},"proc":{}}',
    ].join('\n'),
  );
  expect(kindsOf(fields)).toEqual({
    pid: 'uint64',
    'proc.comm': 'text',
    'proc.args': 'other',
    odd: 'other',
    no: 'other',
    f: 'float64',
    ok: 'boolean',
    neg: 'int64',
  });
  expect(rows).toEqual([
    { pid: 1n, 'proc.comm': 'sh', 'proc.args': '[1, 2.50 ,"x"]', odd: '1', f: 1.5, ok: true },
    { pid: 2n, 'proc.comm': 'ls', 'proc.args': '[]', odd: '"two"', neg: -1n },
    { pid: 3n, odd: '{"a" : 1}' },
  ]);
  expect(problems).toEqual([]);
});

test('numbers beyond 2^53 are exact, those beyond 64 bits do not fit', async () => {
  const schema = parseSchemaText('u=uint64,s=int64,f=float64');
  const { rows, problems } = await read(
    [
      '{"u":18446744073709551615,"s":-9223372036854775808,"f":9007199254740993}',
      '{"u":9007199254740993,"s":9223372036854775807}',
      '{"u":18446744073709551616,"s":-9223372036854775809,"f":1e400}',
      '{"u":-1,"s":1.5,"f":"1"}',
      '{"u":4294967296,"s":-4294967297}',
    ].join('\n'),
    { schema },
  );
  expect(rows).toEqual([
    { u: 2n ** 64n - 1n, s: -(2n ** 63n), f: 9007199254740992 },
    { u: 2n ** 53n + 1n, s: 2n ** 63n - 1n },
    {},
    {},
    { u: 4294967296n, s: -4294967297n },
  ]);
  expect(problems.map(({ kind, count }) => [kind, count])).toEqual(
    [1, 1, 1, 1, 1, 1].map((count) => ['wrong-type', count]),
  );
  expect(problems[0]!.message).toBe('line 3: u does not fit uint64');
});

test('rows of a file from which the schema is learnt may be larger than what is read at once', async () => {
  const path = join(folder, 'large-rows.ndjson');
  const expected = Array.from({ length: 50 }, (_, n) => ({ n: BigInt(n), t: String(n % 10).repeat(10_000) }));
  writeFileSync(path, expected.map(({ n, t }) => `{"n":${n},"t":"${t}"}\n`).join(''));
  const { rows, problems } = await collect(ndjsonSource({ path }));
  expect(rows).toEqual(expected);
  expect(problems).toEqual([]);
});

test.each([
  ['0 1 2', 'uint64'],
  ['1 -1', 'int64'],
  ['1 1.0', 'float64'],
  ['1e3', 'float64'],
  ['18446744073709551616', 'float64'],
  ['18446744073709551615 -1', 'float64'],
  ['9223372036854775807 -1', 'int64'],
  ['null 1', 'uint64'],
  ['null', 'other'],
  ['{}', 'other'],
  ['[1]', 'uint64[]'],
  ['[1,-1]', 'int64[]'],
  ['[1] [-1]', 'int64[]'],
  ['[1] [1.0]', 'float64[]'],
  ['[18446744073709551616]', 'float64[]'],
  ['["a"] [] null ["b","c"]', 'text[]'],
  ['[true]', 'boolean[]'],
  ['[]', 'other'],
  ['[] []', 'other'],
  ['[] 1', 'other'],
  ['[1] 1', 'other'],
  ['[1,"a"]', 'other'],
  ['[1] ["a"]', 'other'],
  ['[null]', 'other'],
  ['["a",null]', 'other'],
  ['["a"] [null]', 'other'],
  ['[[1]]', 'other'],
  ['[{}]', 'other'],
  ['[1] [{}]', 'other'],
  ['[1] {}', 'other'],
  ['1 true', 'other'],
  ['"a" null', 'text'],
])('%s is inferred as %s', async (values, kind) => {
  const { fields } = await read(
    values
      .split(' ')
      .map((value) => `{"x":${value}}\n`)
      .join(''),
  );
  expect(fields).toEqual([{ name: 'x', kind }]);
});

test('a list is one value, of which all must fit', async () => {
  const { rows, problems } = await read(
    [
      '{"u":[1,18446744073709551615 , 9007199254740993],"i":[-9223372036854775808],"f":[0.5,1],"t":["a,]","\\u00e4"],"b":["aGk=",""],"o":[true]}',
      '{"u":[],"i":[],"f":[],"t":[],"b":[],"o":[]}',
      '{"u":[18446744073709551616],"i":[9223372036854775808],"f":[1e400],"t":["a",1],"b":["a"],"o":[1]}',
      '{"u":[1.5],"i":["1"],"f":["1"],"t":"a","b":[null],"o":[null]}',
      '{"u":[1.0,9007199254740993],"i":null,"f":[[1]],"t":{},"b":[1],"o":[[]]}',
      '{"u":[9007199254740993,"1,2"],"i":[-1],"f":[-0.0],"t":[{}],"b":[[]],"o":true}',
    ].join('\n'),
    { schema: parseSchemaText('u=uint64[],i=int64[],f=float64[],t=text[],b=bytes[],o=boolean[]') },
  );
  expect(rows).toEqual([
    {
      u: [1n, 2n ** 64n - 1n, 2n ** 53n + 1n],
      i: [-(2n ** 63n)],
      f: [0.5, 1],
      t: ['a,]', 'ä'],
      b: [Uint8Array.from(Buffer.from('hi')), new Uint8Array(0)],
      o: [true],
    },
    { u: [], i: [], f: [], t: [], b: [], o: [] },
    {},
    {},
    { u: [1n, 2n ** 53n + 1n] },
    { i: [-1n], f: [-0] },
  ]);
  const counts = new Map<string, number>();
  for (const { message, count } of problems) {
    const what = /: (\S+ does not fit \S+)/.exec(message)![1]!;
    counts.set(what, (counts.get(what) ?? 0) + count);
  }
  expect(Object.fromEntries(counts)).toEqual({
    'u does not fit uint64[]': 3,
    'i does not fit int64[]': 2,
    'f does not fit float64[]': 3,
    't does not fit text[]': 4,
    'b does not fit bytes[]': 4,
    'o does not fit boolean[]': 4,
  });
});

test('broken lines are skipped, counted and named once', async () => {
  const broken = 'nope\n'.repeat(150);
  const { rows, problems } = await read(`\n{"a":1}\n${broken}[1]\n"x"\n{"a":\0}\n  \n{"a":2}`);
  expect(rows).toEqual([{ a: 1n }, { a: 2n }]);
  expect(problems.reduce((sum, { count }) => sum + count, 0)).toBe(153);
  expect(problems.flatMap(({ message }) => message || [])).toEqual([
    'line 3: not JSON',
    'first in line 3: not JSON (10 times by line 12)',
    'first in line 3: not JSON (100 times by line 102)',
    'line 153: JSON, but no object',
    'first in line 3: not JSON (151 times)',
    'first in line 153: JSON, but no object (2 times)',
  ]);
});

test('strict: the first broken line ends the run, the rows before it are delivered', async () => {
  const errors: unknown[] = [];
  const { rows } = await collect(ndjsonSource({ path: chunks('{"a":1}\n\n{"a"\n{"a":2}\n'), strict: true }), {
    onError: (error) => errors.push(error),
  });
  expect(errors).toMatchObject([{ code: 'E_SOURCE_ROW', blame: 'user', details: { line: 3 } }]);
  expect(rows).toEqual([{ a: 1n }]);
});

test('late keys and wrong types are counted, not in the rows', async () => {
  const { rows, problems } = await read(
    '{"a":"x","b":{"c":1}}\n{"a":5,"b":{"d":2,"c":2}}\n{"z":1,"b":3,"a":"y"}',
    {
      schema: parseSchemaText('a=text,b.c=uint8'),
    },
  );
  expect(rows).toEqual([{ a: 'x', 'b.c': 1 }, { 'b.c': 2 }, { a: 'y' }]);
  expect(problems).toEqual([
    { kind: 'wrong-type', count: 1, message: 'line 2: a does not fit text' },
    { kind: 'unknown-field', count: 1, message: 'line 2: key "d" in b is not in the schema' },
    { kind: 'unknown-field', count: 1, message: 'line 3: key "z" is not in the schema' },
    { kind: 'wrong-type', count: 1, message: 'line 3: b should be an object' },
  ]);
});

test('a new key in every row neither floods nor grows without end', async () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `{"k${i}":1}`).join('\n');
  const { problems } = await read(lines, { schema: parseSchemaText('a=text') });
  expect(problems.length).toBeLessThan(300);
  expect(problems.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
});

test('byte order mark, CRLF, last line without its end', async () => {
  const { rows } = await read('\uFEFF{"a":1}\r\n\r\n{"a":2}');
  expect(rows).toEqual([{ a: 1n }, { a: 2n }]);
});

test('bytes that are not UTF-8 are read as U+FFFD and counted', async () => {
  const { rows, problems } = await read(Buffer.from('{"a":"ok"}\n{"a":"x\xff\xfey"}\n', 'latin1'));
  expect(rows).toEqual([{ a: 'ok' }, { a: 'x\uFFFD\uFFFDy' }]);
  expect(problems).toMatchObject([{ count: 1, message: 'line 2: bytes that are not UTF-8, read as U+FFFD' }]);
});

test('keys named like parts of objects, keys with dots, empty and equal keys', async () => {
  const { fields, rows } = await read(
    '{"__proto__":{"x":1},"constructor":2,"a.b":3,"a":{"b":4},"":5,"d":1,"d":[0],"d":6,"t\\u006f":7}',
  );
  expect(fields.map(({ name }) => name)).toEqual(['__proto__.x', 'constructor', 'a\\.b', 'a.b', 'd', 'to']);
  expect(rows).toEqual([{ '__proto__.x': 1n, constructor: 2n, 'a\\.b': 3n, 'a.b': 4n, d: 6n, to: 7n }]);
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

test('of equal keys the last counts, also for what is passed on as it came', async () => {
  const { rows } = await read('{"l":[1],"l":{"a":"]"},"l":[2 ]}', { schema: parseSchemaText('l=other') });
  expect(rows).toEqual([{ l: '[2 ]' }]);
});

test('a line too long is skipped and counted, however it is cut into chunks', async () => {
  const long = `{"a":"${'x'.repeat(5000)}"}`;
  for (const size of [7, 1000, 100_000]) {
    const text = `{"a":"1"}\n${long}\n{"a":"2"}\n${long}\n${long}`;
    const parts = text.match(new RegExp(`[^]{1,${size}}`, 'g'))!;
    const { rows, problems } = await collect(ndjsonSource({ path: chunks(...parts), maxLineBytes: 1000 }));
    expect(rows).toEqual([{ a: '1' }, { a: '2' }]);
    expect(problems).toEqual([
      { kind: 'malformed', count: 1, message: 'line 2: longer than 1000 bytes' },
      { kind: 'malformed', count: 2, message: '' },
      { kind: 'malformed', count: 0, message: 'first in line 2: longer than 1000 bytes (3 times)' },
    ]);
  }
});

test('a line of 100 MB does not fill the memory', async () => {
  const block = Buffer.alloc(1024 * 1024, 'x');
  async function* input(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('{"a":1}\n');
    for (let i = 0; i < 100; i++) yield block;
    yield Buffer.from('\n{"a":2}\n');
  }
  const before = process.memoryUsage().rss;
  let most = 0;
  const { rows, problems } = await collect(ndjsonSource({ path: input() }), {
    onPacket: () => {
      most = Math.max(most, process.memoryUsage().rss - before);
    },
  });
  expect(rows).toEqual([{ a: 1n }, { a: 2n }]);
  expect(problems).toMatchObject([{ kind: 'malformed', count: 1 }]);
  expect(most).toBeLessThan(90e6);
});

test('nesting without end is malformed', async () => {
  const { rows, problems } = await read(`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}\n{"b":1}`);
  expect(rows).toEqual([{ b: 1n }]);
  expect(problems).toMatchObject([{ kind: 'malformed', message: 'line 1: nested deeper than 1000 levels' }]);
});

test('empty input has no fields and no rows', async () => {
  expect(await read('')).toEqual({ fields: [], packets: [], rows: [], problems: [] });
});

test('packets hold batchRows, and never more than the feed takes', async () => {
  const path = join(folder, 'ten.ndjson');
  writeFileSync(path, '{"a":1}\n'.repeat(10));
  const sizes = async (batchRows: number, maxRows: number) =>
    (await collect(ndjsonSource({ path, batchRows }), { maxRows })).packets.map(({ length }) => length);
  expect(await sizes(4, 100)).toEqual([4, 4, 2]);
  expect(await sizes(4, 3)).toEqual([3, 3, 3, 1]);
});

test('a stream that sends one row and then is silent gets going, and its row goes on', async () => {
  const stop = new AbortController();
  const silence = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
  async function* input(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('{"a":1}\n{"a"');
    await silence;
  }
  const { rows } = await collect(ndjsonSource({ path: input() }), {
    signal: stop.signal,
    onPacket: () => stop.abort(),
  });
  expect(rows).toEqual([{ a: 1n }]);
});

test('a stream without rows says that it waits, and ends when told to', async () => {
  const stop = new AbortController();
  const silence = new Promise<void>(() => {});
  // oxlint-disable-next-line require-yield
  async function* input(): AsyncGenerator<Uint8Array> {
    await silence;
  }
  const onWaiting = (message: string): void => {
    expect(message).toBe('waiting for the first row from the stream');
    stop.abort();
  };
  const { fields } = await collect(ndjsonSource({ path: input(), onWaiting }), { signal: stop.signal });
  expect(fields).toEqual([]);
});

test('kind bytes is base64', async () => {
  const { rows, problems } = await read('{"b":"aGk="}\n{"b":"a"}\n{"b":"%%%%"}\n{"b":""}', {
    schema: parseSchemaText('b=bytes'),
  });
  expect(rows).toEqual([{ b: Uint8Array.from(Buffer.from('hi')) }, {}, {}, { b: new Uint8Array(0) }]);
  expect(problems.map(({ kind }) => kind)).toEqual(['wrong-type', 'wrong-type']);
});

test('a value of megabytes, of every kind', async () => {
  const long = 'A'.repeat(12_000_000);
  const { rows, problems } = await read(
    `{"b":"${long}","t":"${long}","u":${'1'.repeat(2_000_000)},"o":[${'1,'.repeat(1e6)}1]}`,
    {
      schema: parseSchemaText('b=bytes,t=text,u=uint64,o=other'),
      maxLineBytes: 64e6,
    },
  );
  expect((rows[0]!['b'] as Uint8Array).length).toBe(9_000_000);
  expect((rows[0]!['t'] as string).length).toBe(12_000_000);
  expect((rows[0]!['o'] as string).length).toBe(2_000_003);
  expect(problems.map(({ message }) => message)).toEqual(['line 1: u does not fit uint64']);
});

test('fixed-size text: too long or with NUL does not fit', async () => {
  const { rows, problems } = await read('{"c":"four"}\n{"c":"fiver"}\n{"c":"a\\u0000b"}', {
    schema: [{ name: 'c', kind: 'text', fixedSize: 4 }],
  });
  expect(rows).toEqual([{ c: 'four' }, {}, {}]);
  expect(problems.length).toBe(1 + 1);
});

const json = fc.jsonValue({ maxDepth: 3 });
const record = fc.record(
  {
    u8: fc.integer({ min: 0, max: 255 }),
    i16: fc.integer({ min: -32768, max: 32767 }),
    u64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    i64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    f64: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
    text: fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.toWellFormed()),
    flag: fc.boolean(),
    'in.list': fc.array(json),
    'in.any': json.filter((value) => value !== null),
  },
  { requiredKeys: [] },
);

/** One row as a line, its keys in the order of `shuffle`. */
function lineOf(row: Record<string, unknown>, reversed: boolean): string {
  const text = (value: unknown): string =>
    typeof value === 'bigint' ? String(value) : JSON.stringify(value).replaceAll('\n', '');
  const part = (names: string[]): string[] =>
    names.filter((name) => name in row).map((name) => `"${name.replace('in.', '')}" : ${text(row[name])}`);
  const names = Object.keys(row);
  const inner = part(names.filter((name) => name.startsWith('in.')));
  const outer = part(names.filter((name) => !name.startsWith('in.')));
  if (inner.length > 0) outer.push(`"in":{${inner.join(' ,')} }`);
  return `{${(reversed ? outer.reverse() : outer).join(',')}}`;
}

test('any rows read back as they were written', async () => {
  const schema = parseSchemaText(
    'u8=uint8,i16=int16,u64=uint64,i64=int64,f64=float64,text=text,flag=boolean,in.list=other,in.any=other',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(record, fc.boolean()), { maxLength: 20 }),
      fc.integer({ min: 1, max: 40 }),
      async (made, size) => {
        const bytes = Buffer.from(made.map(([row, reversed]) => lineOf(row, reversed)).join('\n'));
        const parts: Uint8Array[] = [];
        for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
        const { rows, problems } = await collect(
          ndjsonSource({ path: chunks(...parts), schema, batchMs: 1000, batchRows: 7 }),
        );
        const expected = made.map(([row]) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [
              name,
              name.startsWith('in.') ? JSON.stringify(value) : value,
            ]),
          ),
        );
        expect(rows).toEqual(expected);
        expect(problems).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test('any objects: every line is a row or counted, whatever was inferred', async () => {
  const object = fc.dictionary(fc.string({ maxLength: 3 }), json, { maxKeys: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(object, json), { maxLength: 10 }), async (values) => {
      const { rows, problems } = await read(values.map((value) => JSON.stringify(value)).join('\n'));
      const malformed = problems.filter(({ kind }) => kind === 'malformed');
      expect(rows.length + malformed.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
      expect(problems.filter(({ kind }) => kind === 'wrong-type')).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
