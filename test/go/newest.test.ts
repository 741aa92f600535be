import { fakeClock } from '@gadget-api/guest/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { inspectComponent } from '../../host/src/component/inspect.ts';
import { buildFolder } from '../../host/src/gadget/build.ts';
import { bindings, canBuild, go, type GoResult, type GoRun, newest, runGo } from './go.fixture.ts';

const schema = { pid: 'uint32' } as const;
const row = { pid: 7 };

/** Two lists by the kind of their elements, each with what is hard to keep. */
const lists = {
  boolean: [[true, false], [true]],
  int8: [[-128, 127], []],
  int16: [[-32_768, 32_767, 0], [1]],
  int32: [[-(2 ** 31), 2 ** 31 - 1], [-1]],
  int64: [
    [-(2n ** 63n), 2n ** 63n - 1n],
    [0n, 1n],
  ],
  uint8: [[255, 0], []],
  uint16: [[65_535], [1, 2, 3]],
  uint32: [[2 ** 32 - 1, 2 ** 31], [0]],
  uint64: [[2n ** 64n - 1n], [2n ** 53n + 1n]],
  float32: [[Number.NaN, -0, Number.POSITIVE_INFINITY], [0.5]],
  float64: [[5e-324, Number.NEGATIVE_INFINITY], []],
  text: [
    ['ä€😀\0', '', 'b'],
    ['x'.repeat(100_000), 'y'],
  ],
  bytes: [[Uint8Array.of(0, 255), new Uint8Array()], [new Uint8Array(70_000).fill(7)]],
} as const;
const listSchema = Object.fromEntries(
  Object.keys(lists).map((kind) => [kind, `${kind}[]`]),
) as GoRun['schema'];
const listRow = (at: 0 | 1): Record<string, unknown> =>
  Object.fromEntries(Object.entries(lists).map(([kind, values]) => [kind, values[at]]));

describe.runIf(canBuild)('a gadget in Go for gadget:api 1.1', () => {
  let component: Uint8Array;

  beforeAll(async () => {
    component = await buildFolder(newest);
  }, 600_000);

  test('says so, and exports what it uses', () => {
    const { imports, exports } = inspectComponent(component);
    expect(new Set([...imports, ...exports].map(({ version }) => version))).toEqual(new Set(['1.1.0']));
    expect(exports.map((each) => each.interface).toSorted()).toEqual([
      'handler',
      'lifecycle',
      'losses',
      'ticker',
    ]);
  });

  describe.each(bindings)('%s', (way) => {
    const run = (name: string, what: Partial<GoRun> = {}): Promise<GoResult> =>
      runGo({ component, bindings: way, params: { case: name }, schema, packets: [[row]], ...what });
    const runWell = async (name: string, what: Partial<GoRun> = {}): Promise<GoResult> => {
      const result = await run(name, what);
      expect(result.error).toBeUndefined();
      expect(result.failures).toEqual([]);
      expect(result.warnings).toEqual([]);
      return result;
    };

    test('lists of every kind are read and written as they are, and what is unset stays so', async () => {
      const rows = [listRow(0), {}, listRow(1)];
      const result = await runWell('list-values', {
        schema: listSchema,
        packets: [rows] as GoRun['packets'],
      });
      const copies = (each: Record<string, unknown>): Record<string, unknown> =>
        Object.fromEntries(
          Object.entries(each).flatMap(([name, value]) => [
            [name, value],
            [`copy_${name}`, value],
          ]),
        );
      expect(result.rows).toEqual(rows.map(copies));
    });

    test('columns of lists of every kind are read and written; what is unset reads as empty', async () => {
      const rows = [listRow(0), {}, listRow(1), listRow(1)];
      const result = await runWell('list-columns', {
        schema: listSchema,
        packets: [rows] as GoRun['packets'],
      });
      const expected = rows.map((each, index) => {
        const filled = (given: Record<string, unknown>, ending: string): [string, unknown][] =>
          Object.keys(lists).map((kind) => [`${kind}${ending}`, given[kind] ?? []]);
        const opposite = rows[rows.length - 1 - index]!;
        return { ...each, ...Object.fromEntries([...filled(each, '_column'), ...filled(opposite, '_row')]) };
      });
      expect(result.rows).toEqual(expected);
    });

    test('lists of text pass as blocks', async () => {
      const result = await runWell('list-blocks', {
        schema: { texts: 'text[]' },
        packets: [[{ texts: ['a', '', 'bc'] }, {}, { texts: [] }, { texts: ['d'] }]],
      });
      const upper = [['A', '', 'BC'], [], [], ['D']];
      expect(result.rows.map(({ column }) => column)).toEqual(upper);
      expect(result.rows.map(({ row: block }) => block)).toEqual(
        upper.map((list) => list.map((text) => new TextEncoder().encode(text))),
      );
    });

    test('what can not be done with lists is told', async () => {
      const { logs } = await runWell('list-errors', { packets: [[row], [row]] });
      expect(logs.slice(0, 3)).toEqual([
        'info wrong-kind: field pid is uint32, not uint32[]',
        'info wrong-kind: field bytes is uint8[], not text[]: ask for uint8[] or int16[] or int32[] or int64[] or uint16[] or uint32[] or uint64[] or float32[] or float64[]',
        'info wrong-kind: field bytes is other, not uint8: it can be read if it is of lists, by ListFieldOf',
      ]);
      expect(logs.slice(3, 6).map((line) => line.split(':')[0])).toEqual([
        'info already-exists',
        'info wrong-kind',
        'info not-found',
      ]);
      expect(logs.slice(6, 19).map((line) => line.slice(5))).toEqual([
        ...['wrong-kind', 'wrong-kind', 'wrong-kind', 'wrong-kind', 'out-of-range', 'out-of-range'],
        ...['wrong-kind', 'wrong-kind', 'wrong-kind', 'wrong-kind', '<nil>', '<nil>', '<nil>'],
      ]);
      const over = logs.slice(19).map((line) => line.slice(5));
      expect(over.filter((code) => code !== 'expired')).toEqual(['wrong-kind']);
      expect(over).toHaveLength(13);
    });

    test.each(['losses', 'losses-first'])('lost rows are told before the next packet (%s)', async (name) => {
      const { logs, failures, rows } = await run(name, {
        packets: [[row], [row], [row], [row]],
        lost: [0, 5, 13, 0],
      });
      expect(logs).toEqual([
        'info packet',
        'info 5 lost, overflow',
        'info packet',
        'info 13 lost, overflow',
        'info packet',
        'info packet',
      ]);
      expect(failures.map(({ error }) => error.message)).toEqual([expect.stringContaining('other: unlucky')]);
      expect(rows).toHaveLength(4);
    });

    test('after the end of a subscription nothing more comes', async () => {
      const { logs, rows } = await runWell('unsubscribe', {
        packets: [[row], [row], [row]],
        lost: [3, 0, 4],
      });
      expect(logs).toEqual(['info 3 lost, overflow']);
      expect(rows).toEqual([{ pid: 1 }, { pid: 2 }, { pid: 7 }]);
    });

    test('a timer fires once', async () => {
      const clock = fakeClock();
      const { logs, failures } = await run('once', {
        packets: [],
        platform: clock.platform,
        after: () => clock.advance(5000),
      });
      expect(logs).toEqual(['info once', 'info again']);
      expect(failures.map(({ error }) => error.message)).toEqual([expect.stringContaining('other: fails')]);
    });

    test('both clocks are read together', async () => {
      const { platform } = fakeClock();
      const { logs } = await runWell('now', { platform });
      expect(logs).toEqual([`info ${platform.wallNs() - platform.monotonicNs()}`]);
    });

    test('log lines have attributes', async () => {
      const { logs, attributes } = await runWell('attributes');
      expect(logs).toEqual(['warn numbers', expect.stringMatching(/^info café \uFFFD/), 'debug none']);
      const pairs = attributes.map((each) => each?.map(({ key, value }) => [key, value]));
      expect(pairs[0]).toEqual([
        ['int', -1n],
        ['int8', -128n],
        ['int16', -32_768n],
        ['int32', -(2n ** 31n)],
        ['int64', -(2n ** 63n)],
        ['uint', 1n],
        ['uint8', 255n],
        ['uint16', 65_535n],
        ['uint32', 2n ** 32n - 1n],
        ['uint64', 2n ** 64n - 1n],
        ['float32', 0.5],
        ['float64', 1e-7],
      ]);
      expect(pairs[1]).toEqual([
        ['text', 'café \uFFFD'],
        ['yes', true],
        ['no', false],
        ['yes', 'twice'],
      ]);
    });

    test('fields are described, and what is hidden says so', async () => {
      const { logs } = await runWell('describe', {
        schema: { name: 'text', ports: 'uint16[]' },
        packets: [],
      });
      expect(logs).toEqual([
        'info field false true',
        'info source false true',
        'info {Name:name Kind:text ElementKind:other FixedSize:0 Tags:[a b] Annotations:[{Key:k Value:v}] Hidden:true}',
        'info {Name:ports Kind:other ElementKind:uint16 FixedSize:0 Tags:[] Annotations:[] Hidden:false}',
      ]);
    });

    test('values of several rows are taken away', async () => {
      const full = { pid: 1, names: ['a'] };
      const { rows } = await runWell('unset-many', {
        schema: { pid: 'uint32', names: 'text[]' },
        packets: [[full, full, full]],
      });
      expect(rows).toEqual([{}, full, {}]);
    });
  });

  test('is what go vet likes', () => {
    go(newest, ['vet', './...']);
    expect(go(newest, ['list', '-m'])).toContain('newest');
  });
});
