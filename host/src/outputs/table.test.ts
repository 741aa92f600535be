import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUnsafe } from '../clean.ts';
import { DataSource } from '../data/data-source.ts';
import type { FieldType } from '../data/field-type.ts';
import { packetOfRows } from '../data/packet-rows.ts';
import type { Packet } from '../data/packet.ts';
import { widthOf } from './fit-text.ts';
import { memorySink } from './sink.ts';
import { tableOutput, type TableOptions } from './table.ts';
import { cellOf } from './cell.ts';
import { anyPacket, sourceOf, type TestRow } from './rows.fixture.ts';
import { TestTerminal } from './terminal.fixture.ts';

/** What is printed elsewhere than on a terminal. */
async function print(packets: readonly Packet[], options: TableOptions = {}): Promise<string> {
  const sink = memorySink();
  await run(tableOutput(sink, options), packets);
  return sink.text;
}

/** What a terminal of this size ends up with. */
async function show(columns: number, rows: number, packets: readonly Packet[]): Promise<string> {
  const terminal = new TestTerminal(columns, rows);
  await run(tableOutput(terminal, { color: true, inPlace: true }), packets);
  return terminal.text;
}

async function run(output: ReturnType<typeof tableOutput>, packets: readonly Packet[]): Promise<void> {
  for (const source of new Set(packets.map((packet) => packet.source))) output.fields(source);
  for (const packet of packets) await output.write(packet);
  await output.close();
}

function lines(...all: string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

const open = { pid: 'uint32', comm: 'text', ok: 'boolean', path: 'text' } as const;

function annotated(
  annotations: Record<string, string>,
  values: readonly unknown[],
  kind: 'text' | 'uint64' = 'text',
): Packet {
  const source = new DataSource('s', 'snapshots');
  source.addField('v', kind, { annotations });
  source.addField('end', 'text');
  return packetOfRows(
    source,
    values.map((v) => ({ v, end: '.' })),
  );
}

describe('elsewhere than on a terminal', () => {
  test('one long value does not fill up all other rows', async () => {
    const text = await print([annotated({}, ['x'.repeat(100_000), 'y'])]);
    const [, long, short] = text.split('\n');
    expect(long).toBe(`${'x'.repeat(100_000)}  .`);
    expect(short).toBe(`y${' '.repeat(1025)}.`);
  });

  test('long lines are not gathered', async () => {
    const sink = memorySink();
    const writes: number[] = [];
    const write = (text: string | Uint8Array): void | Promise<void> => {
      writes.push(text.length);
      return sink.write(text);
    };
    const values = Array.from({ length: 5 }, () => 'x'.repeat(1 << 20));
    await run(tableOutput({ ...sink, write }), [annotated({}, values)]);
    expect(writes).toHaveLength(5);
    expect(sink.text.split('\n')).toHaveLength(7);
  });

  test('snapshots are tables with a blank line between, numbers at the right, unset empty', async () => {
    const source = sourceOf('open', open, 'snapshots');
    const packets = [
      packetOfRows(source, [{ pid: 1, comm: 'init', ok: true, path: '/a' }, { pid: 4242, path: '/b' }, {}]),
      packetOfRows(source, []),
      packetOfRows(source, [{ pid: 7 }]),
    ];
    expect(await print(packets)).toBe(
      lines(
        ' PID  COMM  OK    PATH',
        '   1  init  true  /a',
        '4242              /b',
        '',
        '',
        'PID  COMM  OK  PATH',
        '',
        'PID  COMM  OK  PATH',
        '  7',
      ),
    );
  });

  test('events have one header, and nothing is cut', async () => {
    const source = sourceOf('open', open);
    const long = 'x'.repeat(300);
    const text = await print([
      packetOfRows(source, [{ pid: 1, comm: 'a', ok: false, path: long }]),
      packetOfRows(source, [{ pid: 2, comm: long, ok: true, path: 'b' }]),
    ]);
    expect(text).toBe(
      lines(
        '    PID  COMM              OK     PATH',
        `      1  a                 false  ${long}`,
        `      2  ${long}  true   b`,
      ),
    );
  });

  test('several sources have their names above, again when they take turns', async () => {
    const a = sourceOf('a\x1b', { n: 'uint8' });
    const b = sourceOf('b', { n: 'uint8' });
    const packet = (source: DataSource, n: number): Packet => packetOfRows(source, [{ n }]);
    expect(await print([packet(a, 1), packet(a, 2), packet(b, 3), packet(a, 4)])).toBe(
      lines('a\\x1b:', '  N', '  1', '  2', '', 'b:', '  N', '  3', '', 'a\\x1b:', '  N', '  4'),
    );
  });

  test('no escape sequence is ever written', async () => {
    expect(await print([packetOfRows(sourceOf('s', open), [{ comm: '\x1b[31m' }])])).not.toContain('\x1b');
  });

  test('a source without fields prints nothing', async () => {
    const source = new DataSource('s', 'snapshots');
    expect(await print([packetOfRows(source, [{}])])).toBe('');
  });
});

describe('annotations', () => {
  const cases: [name: string, annotations: Record<string, string>, values: unknown[], expected: string[]][] =
    [
      ['width', { 'columns.width': '6' }, ['ab'], ['V       END', 'ab      .']],
      ['minwidth', { 'columns.minwidth': '4' }, ['ab'], ['V     END', 'ab    .']],
      ['maxwidth', { 'columns.maxwidth': '4' }, ['abcdef'], ['V     END', 'abc…  .']],
      ['right', { 'columns.alignment': 'right' }, ['abc', 'd'], ['  V  END', 'abc  .', '  d  .']],
      [
        'start',
        { 'columns.maxwidth': '4', 'columns.ellipsis': 'start' },
        ['abcdef'],
        ['V     END', '…def  .'],
      ],
      [
        'middle',
        { 'columns.maxwidth': '4', 'columns.ellipsis': 'middle' },
        ['abcdef'],
        ['V     END', 'ab…f  .'],
      ],
      ['hidden', { 'columns.hidden': 'true' }, ['abc'], ['END', '.']],
      [
        'nonsense',
        { 'columns.width': '-1', 'columns.maxwidth': '1e9', 'columns.alignment': '\x1b' },
        ['ab'],
        ['V   END', 'ab  .'],
      ],
    ];
  test.each(cases)('%s', async (_, annotations, values, expected) => {
    expect(await print([annotated(annotations, values)])).toBe(lines(...expected));
  });

  test('hidden columns are printed when asked for by name', async () => {
    expect(await print([annotated({ 'columns.hidden': 'true' }, ['abc'])], { fields: ['v'] })).toBe(
      lines('V', 'abc'),
    );
  });

  test('lists are cut as text is', async () => {
    const source = sourceOf(
      's',
      { n: 'uint8[]', t: 'text[]', f: 'float32[]', b: 'bytes[]', o: 'boolean[]' },
      'snapshots',
    );
    source.fields[1]!.annotations.set('columns.maxwidth', '6').set('columns.ellipsis', 'middle');
    const rows = [
      {
        n: [1, 2, 30],
        t: ['\x1b', 'b'],
        f: [0.1],
        b: [Uint8Array.of(0, 255), Uint8Array.of(1)],
        o: [true, false],
      },
      { n: [], t: ['abc', 'd,e'] },
    ];
    expect(await print([packetOfRows(source, rows)])).toBe(
      lines('N       T       F    B        O', '1,2,30  \\x1b,b  0.1  00ff,01  true,false', '        abc…,e'),
    );
  });

  test('units', async () => {
    const packet = annotated({ 'value.unit': 'bytes' }, [1536n, 0n], 'uint64');
    expect(await print([packet])).toBe(lines('      V  END', '1.5 KiB  .', '    0 B  .'));
  });
});

describe('on a terminal', () => {
  test('text gives way before numbers do', async () => {
    const source = sourceOf('s', { pid: 'uint32', a: 'text', b: 'text' }, 'snapshots');
    const packet = packetOfRows(source, [{ pid: 4_000_000_000, a: 'a'.repeat(30), b: 'b'.repeat(12) }]);
    expect(await show(40, 10, [packet])).toBe(
      ['       PID  A               B', '4000000000  aaaaaaaaaaaaa…  bbbbbbbbbbbb'].join('\n'),
    );
  });

  test('columns without room are left out, and the header says so', async () => {
    const source = sourceOf(
      's',
      { aaaaaaaaaa: 'uint32', bbbbbbbbbb: 'uint32', cccccccccc: 'uint32' },
      'snapshots',
    );
    const packet = packetOfRows(source, [{ aaaaaaaaaa: 1, bbbbbbbbbb: 2, cccccccccc: 3 }]);
    expect(await show(30, 10, [packet])).toBe(
      ['AAAAAAAAAA  BBBBBBBBBB …', '         1           2'].join('\n'),
    );
    expect(await show(34, 10, [packet])).toContain('CCCCCCCCCC');
  });

  test('room that is left goes to text, as later events may need it', async () => {
    const source = sourceOf('s', { comm: 'text', n: 'uint8', path: 'text' });
    const packets = [
      packetOfRows(source, [{ comm: 'a', n: 1, path: 'b' }]),
      packetOfRows(source, [{ comm: 'a'.repeat(40), n: 2, path: 'p'.repeat(90) }]),
    ];
    const [, , second] = (await show(120, 10, packets)).split('\n');
    expect(second).toBe(`${'a'.repeat(40)}${' '.repeat(17)}    2  ${'p'.repeat(55)}…`);
  });

  test('snapshots are drawn over the one before, the last is printed whole', async () => {
    const source = sourceOf('s', { n: 'uint16' }, 'snapshots');
    const snapshot = (from: number, count: number): Packet =>
      packetOfRows(
        source,
        Array.from({ length: count }, (_, i) => ({ n: from + i })),
      );
    const terminal = new TestTerminal(20, 5);
    const output = tableOutput(terminal, { color: true, inPlace: true });
    output.fields(source);
    await output.write(snapshot(100, 3));
    await output.write(snapshot(200, 6));
    expect(terminal.text).toBe('  N\n200\n201\n… 4 more lines');
    await output.close();
    expect(terminal.text).toBe('  N\n200\n201\n202\n203\n204\n205');
  });

  test('events stay above snapshots', async () => {
    const events = sourceOf('e', { n: 'uint8' });
    const state = sourceOf('s', { n: 'uint8' }, 'snapshots');
    const packet = (source: DataSource, n: number): Packet => packetOfRows(source, [{ n }]);
    const text = await show(20, 20, [
      packet(state, 1),
      packet(events, 2),
      packet(state, 3),
      packet(events, 4),
    ]);
    expect(text).toBe('e:\n  N\n  2\n  4\ns:\nN\n3');
  });
});

test('whatever comes, lines stay in their width and harmless', async () => {
  await fc.assert(
    fc.asyncProperty(anyPacket, fc.integer({ min: 4, max: 60 }), async ({ packet, rows }, columns) => {
      const text = await show(columns, 50, [packet]);
      for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      const whole = await print([packet]);
      expect(whole.split('\n').length).toBe(rows.length === 0 ? 1 : rows.length + 2);
      for (const character of whole) {
        if (character !== '\n' && isUnsafe(character.codePointAt(0)!)) expect.fail(JSON.stringify(character));
      }
    }),
    { numRuns: 200 },
  );
});

test('a value of megabytes is cut without reading all of it', async () => {
  const row: TestRow = { comm: `${'é'.repeat(3_000_000)}end` };
  const text = await show(40, 10, [packetOfRows(sourceOf('s', { comm: 'text' }), [row])]);
  expect(text.split('\n')[1]).toBe(`${'é'.repeat(39)}…`);
});

test.each<[string, FieldType, unknown[], string]>([
  [
    'numbers',
    'uint32[]',
    Array.from({ length: 1e6 }, (_, i) => i),
    '0,1,2,3,4,5,6,7,8,9…99993,999994,999995,999996,999997,999998,999999',
  ],
  ['texts', 'text[]', ['start', ...Array<string>(1e6).fill('é'), 'end'], 'start,é,é,é…é,é,é,end'],
  ['texts, one of them long', 'text[]', ['a', 'é'.repeat(1e6), 'b'], 'a,ééé…ééé,b'],
])('a list of megabytes is cut without printing all of it: %s', (_, type, list, ends) => {
  const packet = packetOfRows(sourceOf('s', { v: type }), [{ v: list }]);
  const [field] = packet.source.fields;
  const text = cellOf(field!)(packet.column(field!)!, 0, 40);
  expect(text.length).toBeLessThan(10_000);
  const [front, back] = ends.split('…') as [string, string];
  expect([text.slice(0, front.length), text.slice(-back.length)]).toEqual([front, back]);
  expect(text.split('…').length).toBe(2);
});
