/** Fields of lists from one end of a run to the other. */
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldType } from '../data/field-type.ts';
import { jsonOutput } from '../outputs/json.ts';
import { memorySink } from '../outputs/sink.ts';
import { ndjsonSource } from '../sources/ndjson.ts';
import { createRun } from './create-run.ts';

/** What a run without gadgets prints for lines under one key, and the kind that was inferred. */
async function through(
  values: readonly string[],
): Promise<{ printed: string[]; type: FieldType | undefined }> {
  const sink = memorySink();
  const output = jsonOutput(sink);
  let type: FieldType | undefined;
  const lines = values.map((value) => `{"a":${value}}\n`).join('');
  const run = await createRun({
    gadgets: [],
    sources: { s: ndjsonSource({ path: Readable.from([Buffer.from(lines)]) }) },
    outputs: [
      {
        fields: (source) => output.fields(source),
        write(packet) {
          type = packet.source.fields[0]?.type;
          return output.write(packet);
        },
        close: () => output.close(),
      },
    ],
  });
  await run.start();
  const { stats } = await run.done;
  expect(stats.sources.map(({ wrongType }) => wrongType)).toEqual([0]);
  return { printed: sink.text.split('\n').slice(0, -1), type };
}

/** Values as JSON has them, bigints with all digits, with spaces where some programs put them. */
function written(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  return Array.isArray(value) ? `[ ${value.map(written).join(' , ')}]` : JSON.stringify(value);
}

/** JSON with nothing between its parts; the same for the same values. */
function compact(values: readonly unknown[]): string[] {
  const json = (value: unknown): string =>
    Array.isArray(value) ? `[${value.map(json).join(',')}]` : written(value);
  return values.map((value) => `{"a":${json(value)}}`);
}

const double = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const text = fc.string({ unit: 'grapheme-ascii' });
test.each<[FieldType, fc.Arbitrary<unknown>, unknown]>([
  ['text[]', text, 'a'],
  ['boolean[]', fc.boolean(), true],
  ['uint64[]', fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), 0n],
  ['int64[]', fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), -1n],
])('%s: what goes in as arrays comes out as the same JSON', async (type, element, one) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(element), { maxLength: 5 }), async (arrays) => {
      const all = [...arrays, [one]];
      expect(await through(all.map(written))).toEqual({ printed: compact(all), type });
    }),
    { numRuns: 50 },
  );
});

test('float64[]: numbers come out as the same doubles', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(double), { maxLength: 5 }), async (arrays) => {
      const all = [...arrays, [0.5]];
      const { printed, type } = await through(all.map(written));
      expect(type).toBe('float64[]');
      expect(printed.map((line) => JSON.parse(line) as unknown)).toEqual(all.map((a) => ({ a })));
    }),
    { numRuns: 50 },
  );
});

test('any arrays: what is no list is printed as it came', async () => {
  const json = fc.jsonValue({ maxDepth: 2 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(json), { minLength: 1, maxLength: 4 }), async (arrays) => {
      const { printed, type } = await through(arrays.map((array) => JSON.stringify(array)));
      expect(printed.map((line) => JSON.parse(line) as unknown)).toEqual(
        arrays.map((a) => JSON.parse(JSON.stringify({ a })) as unknown),
      );
      const elements = new Set(arrays.flat().map((each) => (each === null ? 'null' : typeof each)));
      const isList = elements.size === 1 && !elements.has('null') && !elements.has('object');
      expect(type?.endsWith('[]')).toBe(isList);
    }),
    { numRuns: 200 },
  );
});

test('pushed as rows and as columns, and read as arrays', async () => {
  const schema = { n: 'uint32[]', t: 'text[]' } as const;
  const run = await createRun({
    gadgets: [],
    sources: { rows: { schema }, columns: { schema: [{ name: 'n', kind: 'uint32[]', hidden: true }] } },
  });
  const seen: Record<string, unknown[]> = {};
  const reading = ['rows', 'columns'].map(async (name) => {
    for await (const packet of run.output(name)) (seen[name] ??= []).push(...packet.rows());
  });
  await run.start();
  await run.source('rows').push([{ n: [1, 2], t: ['a'] }, { n: [] }]);
  await run
    .source('columns')
    .pushColumns({ n: { ends: Uint32Array.of(2, 3), values: Uint32Array.of(1, 2, 3) } });
  await expect(run.source('rows').push([{ n: ['1'] }])).rejects.toMatchObject({ code: 'E_SOURCE_ROW' });
  await run.close();
  await Promise.all(reading);
  expect(seen).toEqual({ rows: [{ n: [1, 2], t: ['a'] }, { n: [] }], columns: [{ n: [1, 2] }, { n: [3] }] });
});

test.each(['text[][]', 'other[]', 'list', '[]'])('a schema with %s is refused', async (kind) => {
  const run = await createRun({ gadgets: [], sources: { s: { schema: { a: kind as FieldType } } } });
  await expect(run.start()).rejects.toMatchObject({ code: 'E_SCHEMA' });
});
