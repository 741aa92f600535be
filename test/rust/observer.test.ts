import path from 'node:path';
import {
  createRun,
  type FailureReport,
  type GadgetError,
  type LogRecord,
  type Run,
  type Row,
} from '@gadget-api/host';
import { type FakeClock, fakeClock } from '@gadget-api/guest/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildFolder } from '../../host/src/gadget/build.ts';
import { rustTests } from '../support/rust.ts';

const kinds = [
  'boolean',
  'int8',
  'int16',
  'int32',
  'int64',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'float32',
  'float64',
  'text',
  'bytes',
] as const;

const schema = {
  name: 'text',
  ...Object.fromEntries(kinds.map((kind) => [kind, `${kind}[]` as const])),
} as const;

/** The ends of each kind, a list without elements, and nothing at all. */
const rows: Row[] = [
  {
    name: 'a',
    boolean: [true, false],
    int8: [-128, 127],
    int16: [-32768, 32767],
    int32: [-2147483648, 2147483647],
    int64: [-(2n ** 63n), 2n ** 63n - 1n],
    uint8: [0, 255],
    uint16: [0, 65535],
    uint32: [0, 4294967295],
    uint64: [0n, 2n ** 64n - 1n],
    float32: [0.5, -Infinity],
    float64: [0.1, NaN, -0],
    text: ['ä', '', 'bc'],
    bytes: [Uint8Array.of(255, 0, 1, 2), Uint8Array.of()],
  },
  { name: 'b', ...Object.fromEntries(kinds.map((kind) => [kind, []])) },
  {},
];

interface Outcome {
  rows: Row[];
  logs: LogRecord[];
  failures: FailureReport[];
  failure: GadgetError | undefined;
}

/** What happens to a run that has started. */
type Drive = (run: Run, clock: FakeClock) => Promise<void>;

describe.runIf(rustTests)('what came with 1.1, in Rust', () => {
  let component: Uint8Array;

  beforeAll(async () => {
    component = await buildFolder(path.join(import.meta.dirname, 'fixtures/observer'), {
      onWarning: (text) => {
        throw new Error(text);
      },
    });
  }, 900_000);

  describe.each(['direct', 'reference'] as const)('over %s bindings', (bindings) => {
    async function attempt(what: string, drive: Drive = pushRows): Promise<Outcome> {
      const outcome: Outcome = { rows: [], logs: [], failures: [], failure: undefined };
      const clock = fakeClock();
      const run = await createRun({
        gadgets: [{ name: 'observer', component, onFailure: 'keep' }],
        sources: { dns: { schema } },
        params: { do: what },
        bindings,
        platform: clock.platform,
        logLevel: 'info',
        onLog: (record) => {
          if (record.gadget !== undefined) outcome.logs.push(record);
        },
        onFailure: (report) => outcome.failures.push(report),
      });
      const output = run.output('dns');
      const reading = (async () => {
        for await (const packet of output) outcome.rows.push(...packet.rows());
      })();
      try {
        await run.start();
        await drive(run, clock);
      } catch (error) {
        outcome.failure = error as GadgetError;
      }
      const { failure } = await run.close();
      outcome.failure ??= failure;
      await reading;
      return outcome;
    }
    const pushRows: Drive = (run) => run.source('dns').push(rows);
    const messages = ({ logs }: Outcome): string[] => logs.map(({ message }) => message);
    const column = (outcome: Outcome, name: string): unknown[] => outcome.rows.map((row) => row[name]);

    test('lists of every kind are read and written by row, by column and as lists', async () => {
      const outcome = await attempt('kinds');
      expect(outcome.failures).toEqual([]);
      for (const kind of kinds) {
        const given = rows.map((row) => row[kind]);
        expect(column(outcome, `${kind}_by_row`), kind).toEqual(given);
        // A column sets every row.
        const all = given.map((list) => list ?? []);
        expect(column(outcome, `${kind}_column`), kind).toEqual(all);
        expect(column(outcome, `${kind}_lists`), kind).toEqual(all);
      }
    });

    test.each([
      [
        'text as numbers',
        'wrong-kind: field text is text[], not Vec<u32>: ask for Vec<String> or Vec<Vec<u8>>',
      ],
      [
        'list as text',
        'wrong-kind: field text is other, not String: lists are read as a Vec, anything else not at all',
      ],
      ['text as list', 'wrong-kind: field name is text, not Vec<String>: ask for String or Vec<u8>'],
    ])('a field that does not fit says what would: %s', async (what, text) => {
      const { failure } = await attempt(what);
      expect(failure?.message).toContain(text);
    });

    test('the elements of one row are read and set as a block', async () => {
      const outcome = await attempt('elements');
      expect(column(outcome, 'text')).toEqual([['bc', '', 'ä'], [], []]);
      expect(column(outcome, 'bytes')).toEqual([
        ['ä', '', 'bc'].map((text) => new Uint8Array(Buffer.from(text))),
        [],
        [],
      ]);
    });

    test('a column of texts or bytes is read and set as one block', async () => {
      const outcome = await attempt('packed');
      expect(column(outcome, 'text')).toEqual([['Ä', '', 'BC'], [], []]);
      expect(column(outcome, 'bytes')).toEqual([
        ['ä', '', 'bc'].map((text) => new Uint8Array(Buffer.from(text))),
        [],
        [],
      ]);
    });

    test('elements are changed in place, and what is unset stays so', async () => {
      const narrow: Row[] = [rows[2]!, { ...rows[0], uint16: [0, 65534] }, rows[1]!];
      const outcome = await attempt('update', (run) => run.source('dns').push(narrow));
      expect(outcome.failures).toEqual([]);
      expect(column(outcome, 'text')).toEqual([undefined, ['ä!', '!', 'bc!'], []]);
      expect(column(outcome, 'bytes')).toEqual([undefined, [Uint8Array.of(255, 0), Uint8Array.of()], []]);
      expect(column(outcome, 'uint16')).toEqual([undefined, [1, 65535], []]);
    });

    test('a column of another length is refused, and nothing is changed', async () => {
      const outcome = await attempt('too few');
      expect(outcome.failures[0]?.error.message).toContain('out-of-range');
      expect(outcome.rows).toEqual(rows);
    });

    test('no elements are a value', async () => {
      const outcome = await attempt('empty');
      expect(column(outcome, 'text')).toEqual([[], [], []]);
      expect(column(outcome, 'uint16')).toEqual([[], [], []]);
    });

    test('values of kinds that show at run time are shown, lists too', async () => {
      const outcome = await attempt('any', (run) => run.source('dns').push([rows[0]!, { text: [] }]));
      expect(outcome.failures).toEqual([]);
      expect(messages(outcome)).toEqual([
        'name a',
        'boolean true false',
        'int8 -128 127',
        'int16 -32768 32767',
        'int32 -2147483648 2147483647',
        'int64 -9223372036854775808 9223372036854775807',
        'uint8 0 255',
        'uint16 0 65535',
        'uint32 0 4294967295',
        'uint64 0 18446744073709551615',
        'float32 0.5 -inf',
        'float64 0.1 NaN -0',
        'text ä  bc',
        'text ',
        'bytes ff000102 ',
      ]);
    });

    test('and are written, when they fit', async () => {
      const outcome = await attempt('any set');
      expect(outcome.rows[1]).toEqual({ ...rows[0], name: 'b' });
      expect(outcome.rows[2]).toEqual(Object.fromEntries(kinds.map((kind) => [kind, []])));
      expect(messages(outcome)).toEqual([
        // As values that are none of lists.
        ...kinds.map(() => 'wrong-kind'),
        'wrong-kind',
        'wrong-kind',
        'wrong-kind',
        'out-of-range',
        'wrong-kind: field name is text, not of lists',
      ]);
    });

    test('fields are added by a kind that shows at run time, and described', async () => {
      const outcome = await attempt('declare');
      const lines = messages(outcome);
      expect(lines.slice(0, 2)).toEqual([
        'name Kind::Text None None [] [] false',
        'boolean Kind::Other Some(Kind::Boolean) None [] [] false',
      ]);
      expect(lines.slice(-3)).toEqual([
        'number Kind::Uint64 None None [] [] false',
        'list Kind::Other Some(Kind::Float32) None ["new"] [("description", "a list")] true',
        'wrong-kind',
      ]);
      expect(lines).toHaveLength(17);
    });

    test('several rows lose their values, or none', async () => {
      const named = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
      const push: Drive = (run) => run.source('dns').push(named);
      expect((await attempt('unset', push)).rows).toEqual([{}, { name: 'b' }, {}]);
      const refused = await attempt('unset too far', push);
      expect(refused.failures[0]?.error.message).toContain('out-of-range');
      expect(refused.rows).toEqual(named);
    });

    test('a list loses its value', async () => {
      const given = { name: 'a', text: ['b'], bytes: [], uint16: [1] };
      const outcome = await attempt('unset lists', (run) => run.source('dns').push([given]));
      expect(outcome.failures).toEqual([]);
      expect(outcome.rows).toEqual([{ uint16: [1] }]);
    });

    test('after unsubscribing packets pass by', async () => {
      const outcome = await attempt('unsubscribe', async (run) => {
        await run.source('dns').push([{ name: 'a' }]);
        await run.source('dns').push([{ name: 'b' }]);
      });
      expect(outcome.rows).toEqual([{ name: 'seen' }, { name: 'b' }]);
    });

    test('lines have attributes, which are not looked at when nobody sees the line', async () => {
      const { logs } = await attempt('attributes');
      expect(logs.map(({ level, message, attributes }) => ({ level, message, attributes }))).toEqual([
        {
          level: 'info',
          message: 'closed 4',
          attributes: [
            { key: 'pid', value: 42n },
            { key: 'ok', value: true },
            { key: 'net.peer', value: '/tmp' },
            { key: 'load', value: 0.5 },
            { key: 'delta', value: -1n },
          ],
        },
        { level: 'info', message: 'end', attributes: [{ key: 'ticks', value: 0n }] },
      ]);
    });

    test('both clocks are read together', async () => {
      const outcome = await attempt('clocks', async (run, clock) => {
        await clock.advance(7);
        await pushRows(run, clock);
      });
      expect(messages(outcome)).toEqual(['true 7000000']);
    });

    test('a timer ticks once', async () => {
      const outcome = await attempt('once', (_, clock) => clock.advance(25));
      expect(messages(outcome)).toEqual(['tick of 0', 'tick of 2', 'tick of 2']);
    });

    test('lost rows are told before the next packet', async () => {
      const outcome = await attempt('', async (run) => {
        run.source('dns').lost(3);
        run.source('dns').lost(4);
        await run.source('dns').push([{ name: 'a' }]);
      });
      expect(outcome.failures).toEqual([]);
      expect(outcome.logs).toMatchObject([
        { level: 'warn', message: 'LossCause::Overflow', attributes: [{ key: 'rows', value: 7n }] },
      ]);
    });

    test('an error of on_loss is reported, and the packet comes', async () => {
      const outcome = await attempt('refuse', async (run) => {
        run.source('dns').lost(1);
        await run.source('dns').push([{ name: 'a' }]);
      });
      expect(outcome.failures).toMatchObject([{ hook: 'on-loss', error: { code: 'E_GADGET_ERROR' } }]);
      expect(outcome.failures[0]?.error.message).toContain('one too many');
      expect(outcome.rows).toEqual([{ name: 'a' }]);
    });
  });
});
