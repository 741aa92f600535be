import { describe, expect, it } from 'vitest';
import { kinds } from '../data/kind.ts';
import { agree, neverCalled } from './agree.fixture.ts';
import type { Arg, Op, Scenario } from './script-guest.fixture.ts';

const r = (name: string): { r: string } => ({ r: name });

/** A field of every kind, and two of fixed size. */
const fields = [
  ...kinds.map((kind) => ({ name: `f-${kind}`, kind })),
  { name: 'f-comm', kind: 'text' as const, fixedSize: 8 },
  { name: 'f-address', kind: 'bytes' as const, fixedSize: 4 },
];

const open: Op[] = [
  ['src', 'DataSource.open', 'src'],
  ['', 'src.subscribe'],
  ...fields.map(({ name }): Op => [name, 'src.getField', name]),
];

const rows = [
  {
    'f-boolean': true,
    'f-int8': -128,
    'f-int16': -32768,
    'f-int32': -2147483648,
    'f-int64': -(2n ** 63n),
    'f-uint8': 255,
    'f-uint16': 65535,
    'f-uint32': 4294967295,
    'f-uint64': 2n ** 64n - 1n,
    'f-float32': 0.5,
    'f-float64': -0,
    'f-text': 'tëxt €😀',
    'f-bytes': Uint8Array.of(0, 255, 128),
    'f-other': [1, { a: 'b' }],
    'f-comm': 'bash',
    'f-address': Uint8Array.of(127, 0, 0, 1),
  },
  {},
  {
    'f-text': '',
    'f-float64': Number.NaN,
    'f-float32': Number.POSITIVE_INFINITY,
    'f-int64': 1n,
    'f-uint8': 0,
  },
  { 'f-text': 'x'.repeat(300), 'f-int8': 127, 'f-uint64': 0n, 'f-boolean': false },
];

const accessors = ['Bool', 'S32', 'U32', 'S64', 'U64', 'F64', 'Text', 'Bytes'] as const;

const values: Readonly<Record<(typeof accessors)[number], readonly Arg[]>> = {
  Bool: [true, false],
  S32: [0, -1, 127, -129, 65536, 2147483647, -2147483648],
  U32: [0, 1, 2, 255, 256, 65535, 65536, 4294967295],
  S64: [{ n: '0' }, { n: '-1' }, { n: '300' }, { n: '9223372036854775807' }, { n: '-9223372036854775808' }],
  U64: [{ n: '0' }, { n: '1' }, { n: '256' }, { n: '4294967296' }, { n: '18446744073709551615' }],
  F64: [0, { f: '-0' }, 1, 1.5, 256, { f: 'NaN' }, { f: '-Infinity' }, { f: '3.5e38' }, { f: '1e300' }],
  Text: ['', 'abc', 'ä€😀', 'with\u0000nul', 'longer than eight', 'y'.repeat(200), '\ufeffmark'],
  Bytes: [
    { b: [] },
    { b: [1, 2, 3] },
    { b: [255, 254] },
    { b: [0xe2, 0x82] },
    { b: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
  ],
};

const lists: Readonly<Record<string, readonly Arg[]>> = {
  S32: [{ words: [1, 0, -1, 5] }, { words: [1, 2, 3, 70000] }, { words: [1] }],
  U32: [{ words: [1, 0, 1, 1] }, { words: [1, 2, 3, 4294967295] }, { words: [] }],
  S64: [{ wides: ['1', '0', '-1', '9223372036854775807'] }, { wides: ['0', '1', '1', '0'] }],
  U64: [{ wides: ['1', '0', '1', '18446744073709551615'] }, { wides: ['0', '1', '1', '0'] }],
  F64: [
    { f64: ['1', '2', '3', '4'] },
    { f64: ['0.5', 'NaN', 'Infinity', '-0'] },
    { f64: ['1', '1', '1', '1e300'] },
  ],
  Text: [{ l: ['a', '', 'ä€😀', 'z'.repeat(150)] }, { l: ['a', 'b\u0000', 'c', 'd'] }, { l: ['one'] }],
  Packed: [
    { packed: { ends: [1, 1, 4, 5], data: [97, 98, 99, 100, 255] } },
    { packed: { ends: [1, 0, 4, 5], data: [97, 98, 99, 100, 101] } },
    { packed: { ends: [1, 2, 4, 9], data: [97, 98, 99, 100] } },
    { packed: { ends: [1, 2, 3, 3], data: [97, 98, 99, 100] } },
    { packed: { ends: [1, 2], data: [97, 98] } },
    { packed: { ends: [4, 8, 12, 16], data: Array.from({ length: 16 }, (_, i) => i) } },
  ],
};

const attributes: readonly Arg[] = [
  { o: { key: 'text', value: { o: { tag: 'text', val: 'ä€😀' } } } },
  { o: { key: 'float', value: { o: { tag: 'float', val: { f: '-0.5' } } } } },
  { o: { key: 'boolean', value: { o: { tag: 'boolean', val: true } } } },
  { o: { key: 'signed', value: { o: { tag: 'signed', val: { n: '-5' } } } } },
  { o: { key: 'unsigned', value: { o: { tag: 'unsigned', val: { n: '18446744073709551615' } } } } },
];

describe('both bindings', () => {
  it('describe fields and sources the same', async () => {
    const seen = await agree({
      fields,
      script: {
        init: [
          ...open,
          ['', 'src.name'],
          ['', 'src.delivery'],
          ['all', 'src.fields'],
          ['', 'src.setHidden', true],
          ['', 'src.hidden'],
          ['', 'src.describeFields'],
          ['', 'DataSource.names'],
          ['', 'DataSource.open', 'no such'],
          ['', 'src.subscribe'],
          ...fields.flatMap(({ name }): Op[] =>
            ['name', 'kind', 'fixedSize', 'requested', 'tags', 'annotations', 'hidden'].map((method) => [
              '',
              `${name}.${method}`,
            ]),
          ),
          ['', 'f-text.addTag', 'päth'],
          ['', 'f-text.addTag', ''],
          ['', 'f-text.annotate', 'columns.width', '40'],
          ['', 'f-text.annotate', 'unit', ''],
          ['', 'f-text.annotate', '', 'x'],
          ['', 'f-text.setHidden', true],
          ['', 'f-text.tags'],
          ['', 'f-text.annotations'],
          ['', 'f-text.hidden'],
          ['', 'src.describeFields'],
          ['', 'src.getField', 'F-TEXT'],
          ['', 'src.getField', 'nö'],
          ...kinds.map((kind): Op => [`new-${kind}`, 'src.addField', `n-${kind}`, kind]),
          ['', 'src.addField', 'n-text', 'text'],
          ['', 'src.addField', '', 'text'],
          ['own', 'DataSource.create', 'own', 'snapshots'],
          ['', 'own.delivery'],
          ['', 'DataSource.create', 'own', 'events'],
          ['', 'DataSource.create', 'wordless', 'other'],
          ['', 'own.newPacket', 1],
          ['', 'handles.usage'],
          ['', 'dispose', r('f-text')],
          ['', 'handles.usage'],
        ],
        start: [
          ['', 'src.addField', 'late', 'text'],
          ['', 'src.subscribe'],
          ['', 'datasource.unsubscribe', 7],
          ['', 'datasource.unsubscribe', 0],
          ['', 'new-text.addTag', 'late'],
          ['', 'src.setHidden', false],
          ['', 'new-text.setHidden', false],
        ],
      },
    });
    expect(seen.lines).toContain('info init f-comm.fixedSize -> 8');
    expect(seen.lines).toContain('info init DataSource.open -> error not-found there is no source no such');
  });

  it('read every kind by every accessor the same', async () => {
    const at: Arg[] = [0, 1, 2, 3, 4, 4294967295];
    const reads = fields.flatMap(({ name }): Op[] => [
      ...at.flatMap((row): Op[] => [
        ...accessors.map((accessor): Op => ['', `${name}.get${accessor}`, r('packet'), row]),
        ['', `${name}.isSet`, r('packet'), row],
      ]),
      ...['S32', 'U32', 'S64', 'U64', 'F64', 'Text', 'Packed', 'IsSet'].map((accessor): Op => [
        '',
        `${name}.column${accessor}`,
        r('packet'),
      ]),
    ]);
    const seen = await agree({ fields, packets: [rows, []], script: { init: open, packet: reads } });
    expect(seen.lines).toContain('info packet f-uint64.getU64 -> "0xffffffffffffffff"');
    expect(seen.lines).toContain('info packet f-text.getText -> "tëxt €😀"');
  });

  it.each(fields)('write $name the same', async ({ name }) => {
    const writes = accessors.flatMap((accessor) =>
      values[accessor].flatMap((value): Op[] => [
        ['', `${name}.set${accessor}`, r('packet'), 1, value],
        ['', `${name}.set${accessor}`, r('packet'), 0, value],
        ['', `${name}.getText`, r('packet'), 0],
        ['', `${name}.getBytes`, r('packet'), 1],
        ['', `${name}.set${accessor}`, r('packet'), 4, value],
      ]),
    );
    const unset: Op[] = [
      ...[0, 3, 4].map((row): Op => ['', `${name}.unset`, r('packet'), row]),
      ...[[], [2, 1, 2], [3, 4]].map((words): Op => ['', `${name}.unsetMany`, r('packet'), { words }]),
    ];
    const columns = Object.entries(lists).flatMap(([accessor, each]) =>
      each.flatMap((list): Op[] => [
        ['', `${name}.setColumn${accessor}`, r('packet'), list],
        ['', `${name}.column${accessor}`, r('packet')],
        ['', `${name}.columnIsSet`, r('packet')],
      ]),
    );
    const packed: Op = ['', `${name}.columnPacked`, r('packet')];
    await agree({
      fields,
      packets: [rows],
      script: { init: open, packet: [...writes, packed, ...unset, packed] },
    });
    const seen = await agree({ fields, packets: [rows], script: { init: open, packet: columns } });
    expect(seen.lines).toContain('onPacket: keep');
  });

  it('append, discard and emit the same', async () => {
    const seen = await agree({
      fields,
      packets: [rows, rows],
      script: {
        init: [...open, ['own', 'DataSource.create', 'own', 'events'], ['v', 'own.addField', 'v', 'text']],
        packet: [
          ['', 'packet.len'],
          ['first', 'packet.append', 3],
          ['', 'packet.append', 0],
          ['', 'packet.append', 4294967295],
          ['', 'f-text.setText', r('packet'), 5, 'appended'],
          ['', 'f-text.columnText', r('packet')],
          ['', 'f-text.columnPacked', r('packet')],
          ['', 'f-uint32.columnU32', r('packet')],
          ['', 'f-int64.columnS64', r('packet')],
          ['', 'f-float64.columnF64', r('packet')],
          ['', 'f-uint8.columnIsSet', r('packet')],
          ['', 'f-uint8.getU32', r('packet'), 6],
          ['', 'packet.discard', 0],
          ['', 'packet.discard', 7],
          ['', 'packet.discardMany', { words: [1, 2, 1] }],
          ['', 'packet.discardMany', { words: [3, 99] }],
          ['', 'packet.discardMany', { words: [] }],
          ['made', 'own.newPacket', 2],
          ['', 'v.setText', r('made'), 0, 'mine'],
          ['', 'v.setText', r('packet'), 0, 'not its packet'],
          ['', 'f-text.getText', r('made'), 0],
          ['', 'Packet.emit', r('made')],
          ['', 'src.newPacket', 1],
          ['other', 'own.newPacket', 1],
          ['', 'dispose', r('other')],
          ['', 'own.newPacket', 4294967295],
          ['', 'handles.usage'],
        ],
        stop: [
          ['', 'packet.len'],
          ['', 'f-text.getText', r('packet'), 0],
          ['', 'f-text.columnText', r('packet')],
          ['', 'f-text.setText', r('packet'), 0, 'late'],
          ['', 'packet.append', 1],
        ],
      },
    });
    expect(seen.packets).toHaveLength(4);
    expect(seen.lines).toContain('info stop packet.len -> 0');
  });

  it('a received packet can not be emitted, on either', async () => {
    const seen = await agree({
      fields,
      packets: [rows],
      script: { init: open, packet: [['', 'Packet.emit', r('packet')]] },
    });
    expect(seen.lines.join('\n')).toMatch(/Packet.emit -> error denied/);
  });

  it('answer params, clocks, seeds, timers and levels the same', async () => {
    const seen = await agree({
      fields: [],
      script: {
        init: [
          ['', 'params.get', 'tick'],
          ['', 'params.get', 'nö'],
          ['', 'params.all'],
          ['', 'clock.wall'],
          ['', 'clock.monotonic'],
          ['', 'clock.now'],
          ['', 'random.seed'],
          ['', 'timer.every', 0],
          ['', 'timer.every', 250],
          ['', 'timer.once', 0],
          ['', 'timer.once', 20],
          ['', 'timer.cancel', 0],
          ['', 'timer.cancel', 4294967295],
          ...['error', 'warn', 'info', 'debug', 'trace'].flatMap((level): Op[] => [
            ['', 'logging.enabled', level],
            ['', 'logging.log', level, `at ${level}: ä€😀`],
            ['', 'logging.logWith', level, 'with', { a: attributes }],
          ]),
        ],
        tick: [['', 'timer.every', 10]],
      },
    });
    expect(seen.lines).toContain('info init random.seed -> [1 "0xffffffffffffffff"]');
  });

  it('a hook that fails or discards tells so', async () => {
    const hook = (...ops: Op[]): Scenario => ({
      fields,
      packets: [rows],
      script: { init: open, packet: ops },
    });
    const failed = await agree(hook(['', 'throw', 'out-of-range', 'wörds']));
    expect(failed.lines).toContain('onPacket: error {"tag":"out-of-range","val":"wörds"}');
    expect((await agree(hook(['', 'throw', 'expired']))).lines).toContain(
      'onPacket: error {"tag":"expired"}',
    );
    expect((await agree(hook(['', 'return', 'discard']))).lines).toContain('onPacket: discard');
    const fallen = await agree(hook(['', 'nobody.nothing'], ['', 'dispose', null]), true);
    expect(fallen.lines).toContain('onPacket: trap');
  });

  it('hold to caps the same', async () => {
    const seen = await agree({
      fields,
      packets: [rows],
      options: {
        limits: {
          maxLogBytes: 10_000_000,
          maxHandles: 22,
          maxValueBytes: 20,
          maxColumnBytes: 60,
          maxNameBytes: 8,
        },
      },
      script: {
        init: [
          ...open,
          ['own', 'DataSource.create', 'own', 'events'],
          ['', 'src.fields'],
          ['', 'DataSource.create', 'much too long', 'events'],
        ],
        packet: [
          ...['', 'x'.repeat(20), 'x'.repeat(21), 'äöü'.repeat(4)].flatMap((value): Op[] => [
            ['', 'f-text.setText', r('packet'), 1, value],
            ['', 'f-text.setText', r('packet'), 2, value],
            ['', 'f-bytes.setBytes', r('packet'), 3, { b: Array.from(value, () => 1) }],
            ['', 'f-text.setColumnText', r('packet'), { l: [value, value, value, value] }],
          ]),
          ['', 'f-text.columnText', r('packet')],
          ['', 'own.newPacket', 1],
          ['', 'own.newPacket', 1],
          ['', 'own.newPacket', 1],
          ['', 'own.newPacket', 1],
          ['', 'own.newPacket', 1],
        ],
      },
    });
    expect(seen.lines.join('\n')).toMatch(/setText -> error limit-exceeded 21 bytes/);
  });

  it('were asked for every function there is', () => {
    expect(neverCalled((name) => name !== 'lists')).toEqual([]);
  });
});
