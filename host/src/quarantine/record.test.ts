import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataSource } from '../data/data-source.ts';
import type { Packet } from '../data/packet.ts';
import { packetOfRows } from '../data/packet-rows.ts';
import { isGadgetError } from '../errors.ts';
import { anyRecord } from './any-record.fixture.ts';
import { parseQuarantine } from './read-record.ts';
import type { QuarantinedPacket } from './record.ts';
import { quarantineText } from './write-record.ts';

/** All that is set, to the bit: by row and field. */
function bits({ source, columns, length }: Packet): unknown {
  return Array.from({ length }, (_, row) =>
    source.fields.flatMap(({ name, type, fixedSize, index }) => {
      const column = columns[index];
      if (column?.isSet(row) !== true) return [];
      if (!('values' in column)) return [[name, type, fixedSize, [...column.bytes(row)]]];
      const value = column.values.slice(row, row + 1);
      return [[name, type, fixedSize, [...new Uint8Array(value.buffer)]]];
    }),
  );
}

function plain(record: QuarantinedPacket): object {
  const { packet, ...rest } = record;
  const { name, delivery } = packet.source;
  return { ...rest, packet: { name, delivery, bits: bits(packet) } };
}

/** Two rows, of which the second has nothing set. */
function example(): QuarantinedPacket {
  const source = new DataSource('open', 'events');
  source.addField('pid', 'uint32');
  source.addField('path', 'text');
  source.addField('time', 'uint64');
  const rows = [{ pid: 7, path: '/\u202e\x1b', time: 2n ** 64n - 1n }, {}];
  return {
    gadget: { name: 'redact', version: '1.0.0', digest: `sha256:${'ab'.repeat(32)}`, from: './redact' },
    api: '1.1.0',
    previewApi: false,
    params: { mask: '***' },
    hook: 'on-packet',
    number: 3,
    error: { code: 'E_GADGET_TRAP', message: 'redact trapped in on-packet: unreachable' },
    clock: { wallNs: [1n], monotonicNs: [2n, 3n], more: 0 },
    seed: [4n, 5n],
    bounds: { maxMemoryBytes: 65536, fuel: undefined, deadlineMs: 5000, isolation: 'inline' },
    sources: [
      {
        name: 'open',
        delivery: 'events',
        hidden: false,
        fields: [
          { name: 'pid', kind: 'uint32', tags: ['key'], annotations: { unit: 'none' }, hidden: false },
        ],
      },
    ],
    requested: { open: ['pid'] },
    packet: packetOfRows(source, rows),
  };
}

const text = quarantineText(example());

function problem(changed: string): string {
  try {
    parseQuarantine(changed);
  } catch (error) {
    if (isGadgetError(error) && error.code === 'E_QUARANTINE') return error.message;
    throw error;
  }
  return '';
}

describe('the text of a record', () => {
  it('is exact, whatever is in it', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(plain(parseQuarantine(quarantineText(record)))).toEqual(plain(record));
      }),
      { numRuns: 500 },
    );
  });

  it('is for people, and steers no terminal', () => {
    expect(text).toMatchInlineSnapshot(`
      "{"quarantine":1}
      {"gadget":{"name":"redact","version":"1.0.0","digest":"sha256:abababababababababababababababababababababababababababababababab","from":"./redact"},"api":"1.1.0","preview":false}
      {"params":{"mask":"***"}}
      {"failed":{"hook":"on-packet","source":"open","packet":3,"code":"E_GADGET_TRAP","message":"redact trapped in on-packet: unreachable"}}
      {"clock":{"wall":["1"],"monotonic":["2","3"],"more":0},"seed":["4","5"]}
      {"bounds":{"memory":65536,"deadline-ms":5000,"isolation":"inline"}}
      {"source":{"name":"open","delivery":"events","hidden":false,"fields":1}}
      {"field":{"name":"pid","kind":"uint32","tags":["key"],"annotations":{"unit":"none"},"hidden":false}}
      {"requested":{"source":"open","fields":["pid"]}}
      {"packet":{"source":"open","delivery":"events","rows":2,"fields":[{"name":"pid","kind":"uint32"},{"name":"path","kind":"text"},{"name":"time","kind":"uint64"}]}}
      {"row":{"pid":7,"path":"/\\u202e\\u001b","time":"18446744073709551615"}}
      {"row":{}}
      {"end":{"rows":2}}
      "
    `);
  });

  it('is not longer than was asked for', () => {
    expect(quarantineText(example(), text.length)).toBe(text);
    expect(() => quarantineText(example(), text.length - 1)).toThrow(
      expect.objectContaining({ code: 'E_LIMIT' }),
    );
  });
});

describe('a text that is read', () => {
  it.each([
    ['of another form', text.replace('"quarantine":1', '"quarantine":2'), 'its form is 2'],
    ['that is something else', '{"row":{}}\n', 'this is no packet of a quarantine'],
    ['that is empty', '', 'this is no packet of a quarantine'],
    ['without its last line', text.replace(/\{"end".*\n/, ''), '"end" is not there'],
    ['with something behind', `${text}{}\n`, 'something follows the end'],
    ['without a row', text.replace('{"row":{}}\n', ''), '"row" is not there'],
    ['with a row more', text.replace('{"row":{}}\n', '{"row":{}}\n{"row":{}}\n'), '"end" is not there'],
    ['with an unknown code', text.replace('E_GADGET_TRAP', 'toString'), 'there is no error toString'],
    ['with a digest that is none', text.replace('sha256:', 'sha256:00'), 'digest is none'],
    ['with a kind that is none', text.replaceAll('"uint32"', '"uint33"'), 'there is no kind uint33'],
    ['with a number that does not fit', text.replace('"pid":7', '"pid":4294967296'), 'does not fit'],
    ['with a fraction', text.replace('"pid":7', '"pid":7.5'), 'does not fit'],
    ['with a list for a number', text.replace('"pid":7', '"pid":[7]'), 'does not fit'],
    ['with 65 bits', text.replace('18446744073709551615', '18446744073709551616'), 'does not fit'],
    ['with an unknown field', text.replace('{"row":{}}', '{"row":{"x":1}}'), 'there is no field x'],
    ['with a field twice', text.replace('"name":"path"', '"name":"pid"'), 'has a field pid already'],
    ['with fewer fields than it says', text.replace('"fields":1}', '"fields":2}'), '"field" is not there'],
    ['with a huge memory', text.replace('65536', '1e300'), 'memory is no whole number'],
    ['with no clock', text.replace('"wall":["1"]', '"wall":[]'), 'a clock has no time'],
    ['with one seed', text.replace('["4","5"]', '["4"]'), 'a seed is two numbers'],
    ['of too many rows', text.replace('"rows":2,', '"rows":1048577,'), 'rows is no whole number'],
    [
      'of too many values',
      text
        .replace('"rows":2,', '"rows":1048576,')
        .replace('{"name":"pid","kind":"uint32"},', () =>
          Array.from({ length: 40 }, (_, at) => `{"name":"f${at}","kind":"int8"},`).join(''),
        ),
      'too many',
    ],
    ['with a longer name', text.replaceAll('"pid"', `"${'p'.repeat(257)}"`), 'a name has 1 to 256 bytes'],
    [
      'of another source',
      text.replace('"packet":{"source":"open"', '"packet":{"source":"close"'),
      'another source',
    ],
  ])('%s is refused', (_, changed, words) => {
    expect(changed).not.toBe(text);
    expect(problem(changed)).toContain(words);
  });

  it('is refused wherever it is cut', () => {
    for (let length = 0; length < text.length; length++) {
      expect(problem(text.slice(0, length)), `${length} characters`).not.toBe('');
    }
  });

  it('is read or refused, whatever was changed in it', () => {
    const changed = fc.tuple(fc.nat({ max: text.length - 1 }), fc.constantFrom(...'0-"[]{}:,.eNn\0'));
    fc.assert(
      fc.property(fc.array(changed, { minLength: 1, maxLength: 3 }), (changes) => {
        const letters = text.split('');
        for (const [at, letter] of changes) letters[at] = letter;
        expect(typeof problem(letters.join(''))).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });

  it('fills up no value of a fixed size', () => {
    const large = text.replace('"name":"path","kind":"text"', '"name":"path","kind":"text","size":16777216');
    expect(problem(large)).toContain('path is text, this value does not fit');
  });
});
