import type { Value } from '../../../host/src/data/packet.ts';
import { collect } from '../../../host/src/sources/feed.fixture.ts';
import { ndjsonSource } from '../../../host/src/sources/ndjson.ts';
import { parseSchemaText } from '../../../host/src/sources/schema-text.ts';
import { expectedRows } from '../json-rows.ts';
import { mutateBytes } from '../mutate/bytes.ts';
import { mutateText } from '../mutate/text.ts';
import type { Random } from '../random.ts';
import { must } from '../refusal.ts';
import type { Target } from '../target.ts';

const schemas = [
  'pid=uint32,n=uint64,s=int64,f=float64,ok=boolean,name=text,data=bytes,any=other',
  'u=uint64[],i=int64[],f=float64[],t=text[],b=bytes[],o=boolean[],small=int8[]',
  'proc.comm=text,proc.args=text[],proc.pid=uint16,a\\.b=int8,x=float32',
];
const lines = [
  '{"pid":1,"n":18446744073709551615,"s":-9223372036854775808,"f":1.5e3,"ok":true,"name":"a","data":"aGk=","any":[1, {"b":null}]}',
  '{"u":[1,18446744073709551615],"i":[-1],"f":[0.5,1],"t":["a,]","\\u00e4"],"b":["aGk=",""],"o":[true],"small":[-128]}',
  '{"proc":{"comm":"sh","args":["-c","x y"],"pid":7},"a.b":-1,"x":0.1,"more":{"of":["this"]}}',
  '{"name":"\\ud83d\\ude00\\n\\"","pid":4294967296,"ok":null,"any":"text","f":-0}',
  '{}',
  '',
];
const words = [
  ...[
    'null',
    'true',
    '-',
    '1e400',
    '-0',
    '1.0',
    '9007199254740993',
    '18446744073709551616',
    '0.1e-7',
    '01',
    'NaN',
  ],
  ...[
    '"pid":',
    '"u":',
    '"proc":{',
    '"__proto__":',
    '"constructor":',
    '"":',
    '[]',
    '[[',
    '{"a":',
    '}',
    ',',
    '":"',
  ],
  ...['"\\u0000"', '"\\ud800"', '"\\x"', '"aGk"', '"a=b="', '\t', '\r', '\n', '\ufeff', '[null]', '[1,"a"]'],
];

/** Lines of JSON, mutated, behind a line with their schema: rows are what JSON.parse says, and what is missing was counted. */
export const ndjson: Target = {
  name: 'ndjson',
  extension: 'ndjson',
  inSuite: 1500,
  prepare: () => Promise.resolve({ make, attempt }),
};

function make(random: Random): Uint8Array {
  const chosen = Array.from({ length: random.few(8) }, () => random.pick(lines));
  const mutants = chosen.map((line) => (random.once(3) ? line : mutateText(line, words, random)));
  const text = Buffer.from(mutants.join('\n') + (random.once(3) ? '' : '\n'));
  return Buffer.concat([
    Buffer.from(`${random.pick(schemas)}\n`),
    random.once(6) ? mutateBytes(text, random) : text,
  ]);
}

async function attempt(input: Uint8Array): Promise<string> {
  const end = input.indexOf(10);
  const schema = parseSchemaText(Buffer.from(input.subarray(0, end)).toString());
  const bytes = input.subarray(end + 1);
  const { rows, problems } = await collect(ndjsonSource({ path: one(bytes), schema }));
  const counted = (kind: string): number =>
    problems.reduce((sum, each) => sum + (each.kind === kind ? each.count : 0), 0);
  const expected = expectedRows(bytes, schema);
  must(rows.length === expected.rows.length, `${rows.length} rows of ${expected.rows.length}`);
  must(counted('malformed') === expected.malformed, `${counted('malformed')} of ${expected.malformed} lost`);
  must(counted('wrong-type') === expected.misfits, `${counted('wrong-type')} of ${expected.misfits} misfits`);
  for (const [at, row] of rows.entries()) {
    if (typeof row['any'] === 'string') row['any'] = JSON.stringify(JSON.parse(row['any']));
    const [is, should] = [shown(row), shown(expected.rows[at]!)];
    must(is === should, `row ${at} is ${is}, not ${should}`);
  }
  await collect(ndjsonSource({ path: one(bytes) }));
  return expected.malformed + expected.misfits === 0 ? 'all of it read' : 'some of it counted';
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  if (bytes.length > 0) yield bytes;
}

function shown(row: Record<string, Value>): string {
  return JSON.stringify(
    Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    (_, value: unknown) => {
      if (typeof value === 'bigint') return `${value}n`;
      if (Object.is(value, -0)) return '-0';
      return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
    },
  );
}
