import { describe, expect, it } from 'vitest';
import { type ElementKind, kinds } from '../data/kind.ts';
import { agree, neverCalled } from './agree.fixture.ts';
import type { Arg, Op } from './script-guest.fixture.ts';

const r = (name: string): { r: string } => ({ r: name });

const elementKinds = kinds.filter((kind): kind is ElementKind => kind !== 'other');

/** Lists of everything, and two fields that are none. */
const fields = [
  ...elementKinds.map((elements) => ({ name: `l-${elements}`, kind: 'other' as const, elements })),
  { name: 'f-text', kind: 'text' as const },
  { name: 'f-other', kind: 'other' as const },
];

const open: Op[] = [
  ['src', 'DataSource.open', 'src'],
  ['', 'src.subscribe'],
  ...fields.map(({ name }): Op => [name, 'src.getField', name]),
];

/** Lists for one row, by accessor. */
const rows: Readonly<Record<string, readonly Arg[]>> = {
  S32: [{ words: [] }, { words: [1, 0] }, { words: [-1, 127, 2147483647, -2147483648] }, { words: [-129] }],
  U32: [{ words: [] }, { words: [1, 0, 1] }, { words: [255, 256, 65536, 4294967295] }],
  S64: [{ wides: [] }, { wides: ['1', '0'] }, { wides: ['-1', '300', '-9223372036854775808'] }],
  U64: [{ wides: [] }, { wides: ['0', '1'] }, { wides: ['256', '18446744073709551615'] }],
  F64: [{ f64: [] }, { f64: ['1', '-0'] }, { f64: ['0.5', 'NaN', '-Infinity'] }, { f64: ['1', '1e300'] }],
  Text: [{ l: [] }, { l: ['', 'abc', 'ä€😀', 'with\u0000nul'] }, { l: ['y'.repeat(200)] }],
  Packed: [
    { packed: { ends: [], data: [] } },
    { packed: { ends: [1, 1, 4], data: [97, 255, 98, 99] } },
    { packed: { ends: [1, 3], data: [0xe2, 0x82, 97] } },
    { packed: { ends: [2, 1, 3], data: [97, 98, 99] } },
    { packed: { ends: [1, 5], data: [97, 98, 99] } },
    { packed: { ends: [], data: [97] } },
  ],
};

/** Ends that fit 5 elements in 3 rows, and some that fit nothing. */
const ends: readonly number[][] = [
  [2, 2, 5],
  [0, 0, 0],
  [5, 5, 5],
  [2, 1, 5],
  [2, 3, 4],
  [1, 2, 4294967295],
  [2, 5],
  [],
];

/** The elements of a column, by accessor. */
const columns: Readonly<Record<string, readonly Arg[]>> = {
  S32: [{ words: [1, 0, 1, 1, 0] }, { words: [1, -2, 3, 4, 70000] }, { words: [] }],
  U32: [{ words: [1, 0, 1, 1, 0] }, { words: [1, 2, 3, 4, 4294967295] }],
  S64: [{ wides: ['1', '0', '1', '1', '0'] }, { wides: ['1', '2', '3', '-1', '9223372036854775807'] }],
  U64: [{ wides: ['1', '0', '1', '1', '0'] }, { wides: ['1', '2', '3', '4', '18446744073709551615'] }],
  F64: [{ f64: ['1', '2', '3', '4', '5'] }, { f64: ['0.5', 'NaN', 'Infinity', '-0', '1'] }],
  Text: [{ l: ['a', '', 'ä€😀', 'z'.repeat(150), 'b'] }, { l: [] }],
  Packed: [
    { packed: { ends: [1, 1, 4, 5, 5], data: [97, 98, 99, 100, 255] } },
    { packed: { ends: [1, 0, 4, 5, 5], data: [97, 98, 99, 100, 101] } },
    { packed: { ends: [1, 2, 4, 9, 9], data: [97, 98, 99, 100] } },
    { packed: { ends: [], data: [] } },
  ],
};

const accessors = Object.keys(rows);

const packet = r('packet');

function reads(field: string): Op[] {
  return accessors.flatMap((accessor): Op[] => [
    ...[0, 1, 2, 3, 4294967295].map((row): Op => ['', `lists.get${accessor}`, r(field), packet, row]),
    ['', `lists.column${accessor}`, r(field), packet],
  ]);
}

describe('both bindings, of lists:', () => {
  it.each(fields)('write and read $name the same', async ({ name }) => {
    const writes = accessors.flatMap((accessor) =>
      rows[accessor]!.flatMap((value): Op[] => [
        ['', `lists.set${accessor}`, r(name), packet, 1, value],
        ['', `lists.get${accessor}`, r(name), packet, 1],
        ['', `lists.set${accessor}`, r(name), packet, 3, value],
      ]),
    );
    const whole = accessors.flatMap((accessor) =>
      columns[accessor]!.flatMap((values) =>
        ends.flatMap((words): Op[] => [
          ['', `lists.setColumn${accessor}`, r(name), packet, { o: { ends: { words }, values } }],
          ['', `lists.column${accessor}`, r(name), packet],
        ]),
      ),
    );
    const rest: Op[] = [
      ['', `${name}.columnIsSet`, packet],
      ['', `${name}.unset`, packet, 1],
      ['', `${name}.unsetMany`, packet, { words: [1] }],
      ['', `${name}.getText`, packet, 0],
      ['', `${name}.columnPacked`, packet],
    ];
    const seen = await agree({
      fields,
      packets: [[{}, {}, {}]],
      script: { init: open, packet: [...reads(name), ...writes, ...reads(name), ...rest, ...reads(name)] },
    });
    expect(seen.lines).toContain('onPacket: keep');
    await agree({ fields, packets: [[{}, {}, {}], []], script: { init: open, packet: whole } });
  });

  it('declare and describe the same', async () => {
    const seen = await agree({
      fields,
      script: {
        init: [
          ...open,
          ...fields.map(({ name }): Op => ['', 'lists.elementKind', r(name)]),
          ...kinds.map((kind): Op => [`n-${kind}`, 'lists.addListField', r('src'), `n-${kind}`, kind]),
          ['', 'lists.addListField', r('src'), '', 'text'],
          ['', 'lists.addListField', r('src'), 'n-text', 'text'],
          ['', 'lists.elementKind', r('n-int16')],
          ['', 'n-int16.kind'],
          ['', 'n-int16.addTag', 'täg'],
          ['', 'src.describeFields'],
          ['', 'handles.usage'],
        ],
        start: [['', 'lists.addListField', r('src'), 'late', 'text']],
      },
    });
    expect(seen.lines).toContain('info init lists.elementKind -> "uint64"');
    expect(seen.lines.join('\n')).toMatch(
      /describeFields.*kind:"other" elementKind:"int16" .*tags:\["täg"\]/,
    );
  });

  it('append, discard and expire the same', async () => {
    const set = (name: string, accessor: string, value: Arg): Op[] =>
      [0, 1, 4].map((row): Op => ['', `lists.set${accessor}`, r(name), packet, row, value]);
    const seen = await agree({
      fields,
      packets: [[{}, {}]],
      script: {
        init: open,
        packet: [
          ...set('l-text', 'Text', { l: ['a', 'bc'] }),
          ...set('l-int64', 'S64', { wides: ['1', '-2'] }),
          ['', 'packet.append', 3],
          ...set('l-text', 'Text', { l: ['d'] }),
          ...set('l-int64', 'S64', { wides: ['7'] }),
          ...set('l-uint8', 'U32', { words: [1, 2, 3] }),
          ['', 'packet.discard', 1],
          ...reads('l-text'),
          ...reads('l-int64'),
          ...reads('l-uint8'),
        ],
        stop: [...reads('l-text'), ['', 'lists.setU32', r('l-uint8'), packet, 0, { words: [] }]],
      },
    });
    // The runtime of QuickJS shows lists of numbers as their bytes.
    const told = seen.lines.join('\n');
    expect(told).toContain(
      'columnText -> {ends:[1 0 0 0 2 0 0 0 2 0 0 0 2 0 0 0 3 0 0 0] values:["d" "d" "d"]}',
    );
    expect(told).toContain('getPacked -> {ends:[1 0 0 0] data:[100]}');
    expect(told).toContain('getU32 -> [1 0 0 0 2 0 0 0 3 0 0 0]');
  });

  it('hold to caps the same', async () => {
    const limits = { maxLogBytes: 10_000_000, maxValueBytes: 24, maxColumnBytes: 50 };
    const texts: Arg[] = [
      { l: ['x'.repeat(20)] },
      { l: ['x'.repeat(21)] },
      { l: ['', '', '', '', '', '', ''] },
      { l: ['äöü', 'äöü'] },
    ];
    const seen = await agree({
      fields,
      packets: [[{}, {}, {}]],
      options: { limits },
      script: {
        init: open,
        packet: [0, 1, 2].flatMap((row): Op[] => [
          ...texts.map((value): Op => ['', 'lists.setText', r('l-text'), packet, row, value]),
          ['', 'lists.setS64', r('l-int64'), packet, row, { wides: ['1', '2', '3'] }],
          ['', 'lists.setS64', r('l-int64'), packet, row, { wides: ['1', '2', '3', '4'] }],
          [
            '',
            'lists.setPacked',
            r('l-bytes'),
            packet,
            row,
            { packed: { ends: [17], data: Array(17).fill(7) } },
          ],
          ['', 'lists.columnText', r('l-text'), packet],
          ['', 'lists.columnS64', r('l-int64'), packet],
        ]),
      },
    });
    expect(seen.lines.join('\n')).toMatch(/setText -> error limit-exceeded 25 bytes in one value/);
  });

  it('were asked for every function there is', () => {
    expect(neverCalled((name) => name === 'lists')).toEqual([]);
  });
});
