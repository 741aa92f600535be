import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { isUnsafe } from '../clean.ts';
import { BytesColumn } from '../data/bytes-column.ts';
import { packetOfRows } from '../data/packet-rows.ts';
import { Packet, valueAt } from '../data/packet.ts';
import { memorySink } from './sink.ts';
import { anyPacket, sourceOf, type TestRow } from './rows.fixture.ts';
import { yamlOutput } from './yaml.ts';

async function print(...packets: readonly Packet[]): Promise<string> {
  const sink = memorySink();
  const output = yamlOutput(sink);
  for (const packet of packets) output.fields(packet.source);
  for (const packet of packets) await output.write(packet);
  await output.close();
  return sink.text;
}

/** Reads documents back, whole numbers as bigint. */
function read(text: string): unknown[] {
  return [...parseAllDocuments(text, { intAsBigInt: true, customTags: ['binary'] })].map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as unknown;
  });
}

test('a row is a document', async () => {
  const source = sourceOf('s', {
    pid: 'uint32',
    'in.name': 'text',
    time: 'uint64',
    raw: 'bytes',
    list: 'other',
  });
  const rows = [
    { pid: 1, 'in.name': 'yes', time: 2n ** 64n - 1n, raw: new Uint8Array([0, 255]), list: [1, 'a', null] },
    {},
  ];
  const text = await print(packetOfRows(source, rows));
  expect(text).toBe(
    [
      '---',
      'pid: 1',
      'in:',
      '  name: yes',
      'time: 18446744073709551615',
      'raw: !!binary |-',
      '  AP8=',
      'list:',
      '  - 1',
      '  - a',
      '  - null',
      '---',
      '{}',
      '',
    ].join('\n'),
  );
});

test('with several sources each document says which', async () => {
  const text = await print(
    packetOfRows(sourceOf('a\n', { n: 'uint8' }), [{ n: 1 }]),
    packetOfRows(sourceOf('b', { n: 'uint8' }), [{ n: 2 }]),
  );
  expect(text).toBe('---\n"a\\n":\n  n: 1\n---\nb:\n  n: 2\n');
});

test('names and values are harmless', async () => {
  const source = sourceOf('s', { '\x1b[2J\u202e': 'text', v: 'text', j: 'other' });
  const text = await print(
    packetOfRows(source, [
      { '\x1b[2J\u202e': '\x9b', v: '\u{e0041}\n---\nfake: 1', j: { 'k\x9b': '\u2028' } },
    ]),
  );
  expect(text).toBe(
    '---\n"\\u001b[2J\\u202e": "\\u009b"\nv: "\\U000e0041\\n---\\nfake: 1"\nj:\n  "k\\u009b": "\\u2028"\n',
  );
});

test('lists are sequences', async () => {
  const source = sourceOf('s', { n: 'uint64[]', f: 'float64[]', t: 'text[]', b: 'bytes[]', none: 'text[]' });
  const row = { n: [2n ** 64n - 1n], f: [0.5, NaN], t: ['a', '\x9b'], b: [Uint8Array.of(1)], none: [] };
  expect(await print(packetOfRows(source, [row]))).toBe(
    [
      '---',
      'n:\n  - 18446744073709551615',
      'f:\n  - 0.5\n  - .nan',
      't:\n  - a\n  - "\\u009b"',
      'b:\n  - !!binary |-\n    AQ==',
      'none: []\n',
    ].join('\n'),
  );
});

test('kind other keeps large numbers, and stays text when it is no JSON or too deep', async () => {
  const source = sourceOf('s', { v: 'other' });
  const deep = '['.repeat(5000) + ']'.repeat(5000);
  const values = ['[12345678901234567890]', '{broken', deep].map((text) => Buffer.from(text));
  const column = BytesColumn.unset('other', values.length);
  values.forEach((value, row) => column.set(row, value));
  const documents = read(await print(new Packet(source, values.length, [column])));
  expect(documents).toEqual([{ v: [12345678901234567890n] }, { v: '{broken' }, { v: deep }]);
});

test('every document reads back as the row', async () => {
  await fc.assert(
    fc.asyncProperty(anyPacket, async ({ packet }) => {
      const text = await print(packet);
      for (const character of text) {
        if (character !== '\n' && isUnsafe(character.codePointAt(0)!)) expect.fail(JSON.stringify(character));
      }
      const documents = read(text);
      expect(documents.length).toBe(packet.length);
      documents.forEach((document, row) => {
        for (const field of packet.source.fields) {
          const keys = field.name.split('.');
          const found = keys.reduce<unknown>((inner, key) => (inner as TestRow | undefined)?.[key], document);
          const value = valueAt(packet, field, row);
          if (field.elements !== undefined) expect(plain(found)).toEqual(plain(value));
          else if (field.kind === 'other') expect(found === undefined).toBe(value === undefined);
          // Reading -0 as a bigint loses the sign.
          else if (typeof value === 'number') expect(Number(found) + 0).toBe(value + 0);
          else if (value instanceof Uint8Array)
            expect(Buffer.from(found as Uint8Array)).toEqual(Buffer.from(value));
          else expect(found).toEqual(value);
        }
      });
    }),
    { numRuns: 200 },
  );
});

/** A list for comparing: reading -0 as a bigint loses the sign, and bytes are read as a Buffer. */
function plain(list: unknown): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((each: unknown) => {
    if (each instanceof Uint8Array) return Buffer.from(each).toString('hex');
    return typeof each === 'number' || typeof each === 'bigint' ? Number(each) + 0 : each;
  });
}
