import { join } from 'node:path';
import { type Kind, type Row } from '@gadget-api/host';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildGadget } from '@gadget-api/guest/build';
import { inWasmtime, play, type Seen, type Way, wasmtimeTests } from './wasmtime.fixture.ts';

const kinds: Readonly<Record<string, Kind>> = {
  truth: 'boolean',
  tiny: 'int8',
  int: 'int32',
  word: 'uint32',
  long: 'int64',
  big: 'uint64',
  single: 'float32',
  float: 'float64',
  text: 'text',
  bytes: 'bytes',
};

const bytes = (...values: number[]): Uint8Array => Uint8Array.of(...values);

const rows: readonly Row[] = [
  { truth: true, tiny: -128, int: -(2 ** 31), word: 0, long: -(2n ** 63n), big: 0n },
  { truth: false, tiny: 127, int: 2 ** 31 - 1, word: 2 ** 32 - 1, long: 2n ** 63n - 1n, big: 2n ** 64n - 1n },
  { single: NaN, float: NaN, text: '', bytes: bytes() },
  { single: Infinity, float: -Infinity, text: 'a\0b', bytes: bytes(0, 255, 128, 10) },
  { single: -0, float: -0, text: 'ä€😀"\\\n', bytes: bytes(1) },
  { single: 0.5, float: 5e-324, text: 'x'.repeat(100_000), bytes: new Uint8Array(3000).fill(7) },
  { single: 1, float: 1.7976931348623157e308, text: '[1]', bytes: bytes(123, 125) },
];

const errors = [
  'not-found:it',
  'already-exists:it',
  'wrong-kind:ä€😀',
  'wrong-source:it',
  'out-of-range:it',
  'expired:',
  'not-now:it',
  'limit-exceeded:it',
  'denied:',
  'busy:it',
  'other:it',
];

const schema = {
  fail: 'text',
  ...Object.fromEntries(
    Object.entries(kinds).flatMap(([name, kind]) =>
      [name, `${name}_row`, `${name}_column`].map((each) => [each, kind]),
    ),
  ),
} as const;

describe.runIf(wasmtimeTests)('a gadget in JavaScript in wasmtime', () => {
  let ours: Way;
  let theirs: Way;

  beforeAll(async () => {
    const { component } = await buildGadget(join(import.meta.dirname, 'fixtures/guest'));
    ours = { component };
    theirs = inWasmtime(component);
  });

  const run = (way: Way, packets: readonly (readonly Row[])[]): Promise<Seen> =>
    play(way, { schema, packets });

  test('gets and gives values of every kind unchanged', async () => {
    const { rows: copied, failures, error } = await run(theirs, [rows]);
    expect(error).toBeUndefined();
    expect(failures).toEqual([]);
    for (const [index, row] of rows.entries()) {
      for (const [name, value] of Object.entries(row)) {
        expect(copied[index]?.[`${name}_row`], name).toEqual(value);
        if (name !== 'truth') expect(copied[index]?.[`${name}_column`], name).toEqual(value);
      }
    }
    expect(copied).toEqual((await run(ours, [rows])).rows);
  });

  test('meets the errors of the host with their case and text', async () => {
    const { logs } = await run(theirs, []);
    expect(logs).toEqual([
      'info not-found: there is no source nowhere',
      'info not-found: open has no field nothing',
      `info ${Object.keys(schema).length} fields`,
    ]);
  });

  test.each(errors)('answers with the error %s, and is called again', async (error) => {
    const packets = [[{ fail: error }], [{ fail: '' }]];
    const seen = await run(theirs, packets);
    expect(seen.failures).toEqual(['E_GADGET_ERROR']);
    expect(seen.words[0]).toContain(error.replace(/:$/, '').replace(':', ': '));
    expect(seen.rows).toHaveLength(1);
    expect(seen).toEqual(await run(ours, packets));
  });

  test('has as many handles as in our host', async () => {
    const packets = Array.from({ length: 20 }, () => rows.slice(0, 2));
    const { handles, failures } = await run(theirs, packets);
    expect(failures).toEqual([]);
    // Twice every field, and each by its name.
    expect(handles.peak).toBeGreaterThan(2 * Object.keys(schema).length);
    expect(handles).toEqual((await run(ours, packets)).handles);
  });
});
