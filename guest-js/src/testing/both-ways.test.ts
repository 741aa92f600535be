import { describe, expect, it } from 'vitest';
import failures from '../../fixtures/failures/gadget.ts';
import time from '../../fixtures/time/gadget.ts';
import values from '../../fixtures/values/gadget.ts';
import { bothWays } from './both-ways.fixture.ts';
import { fakeClock, type GadgetUnderTest, runRows, startGadget, type TestResult } from './index.ts';

describe('the TypeScript and the component do the same', () => {
  it('with every kind, row by row and as columns', async () => {
    const schema = {
      all: {
        flag: 'boolean',
        small: 'int8',
        wide: 'uint32',
        signed: 'int64',
        unsigned: 'uint64',
        single: 'float32',
        double: 'float64',
        text: 'text',
        bytes: 'bytes',
      },
    } as const;
    const rows = [
      {
        flag: true,
        small: 127,
        wide: 0xffff_fffe,
        signed: -(2n ** 62n) - 1n,
        unsigned: 2n ** 64n - 2n,
        single: 0.5,
        double: Math.PI,
        text: 'grün',
        bytes: Uint8Array.of(0, 1, 255),
      },
      { signed: 2n ** 53n + 1n, unsigned: 2n ** 53n + 1n, double: Infinity },
    ];
    const result = await (await bothWays('values', values))((gadget) => runRows(gadget, rows, { schema }));
    expect(result.error).toBeUndefined();
    expect(result.rows.all).toEqual([
      {
        flag: false,
        small: -127,
        wide: 1,
        signed: 2n ** 62n + 1n,
        unsigned: 1n,
        single: 0.25,
        double: Math.PI / 2,
        bytes: Uint8Array.of(255, 254, 0),
        note: expect.stringContaining('unsigned=18446744073709551614 single=0.5') as string,
      },
      {
        flag: true,
        small: 0,
        wide: 0xffff_ffff,
        signed: -(2n ** 53n) - 1n,
        unsigned: 2n ** 53n,
        single: 0,
        double: Infinity,
        text: '\ufffd!',
        bytes: new Uint8Array(),
        note: 'signed=9007199254740993 unsigned=9007199254740993 double=Infinity',
      },
      { note: 'appended' },
    ]);
    const logs = result.logs.map(({ message }) => message);
    expect(logs).toContain(
      "true wrong-kind field 'unsigned' is uint64, not uint32: ask for 'uint64' or 'number'",
    );
    expect(logs).toContain('signed BigInt64Array 4611686018427387905,-9007199254740993');
    expect(logs).toContain('18446744073709552000 127 1 5');
    for (const refused of ['small', 'wide', 'text', 'unsigned'])
      expect(logs).toContain(`${refused} out-of-range`);
  });

  it('when it discards, and when it keeps a packet for too long', async () => {
    const schema = { open: { pid: 'uint32' } } as const;
    const twice = async (gadget: GadgetUnderTest, way: string): Promise<TestResult> => {
      const run = await startGadget(gadget, { schema, params: { way } });
      await run.push([{ pid: 1 }]);
      await run.push([{ pid: 2 }]);
      return run.stop();
    };
    const both = await bothWays('failures', failures);
    const discarded = await both((gadget) => twice(gadget, 'discard'));
    expect([discarded.rows, discarded.error]).toEqual([{}, undefined]);
    const expired = await both((gadget) => twice(gadget, 'expired'));
    expect(expired.rows.open).toEqual([{ pid: 2 }, { pid: 3 }]);
    expect(expired.logs).toEqual([{ level: 'info', message: 'expired' }]);
  });

  it('with clocks, timers, chance, console and parameters', async () => {
    const both = await bothWays('time', time);
    const result = await both((gadget) =>
      runRows(gadget, [], {
        clock: fakeClock({ start: new Date('2026-05-04T03:02:01.007Z'), seed: [2n ** 63n + 5n, 7n] }),
        params: { name: 'ann', count: '5', sure: 'true', interval: '2s' },
        advance: 30_000,
      }),
    );
    expect(result.error).toBeUndefined();
    const seconds = (number: number): bigint =>
      BigInt(Date.parse('2026-05-04T03:02:01.007Z') + number * 1000) * 1_000_000n;
    expect(result.packets.ticks).toEqual([
      [],
      [{ at: seconds(4) }],
      [{ at: seconds(6) }, { at: seconds(6) }],
    ]);
    const logs = result.logs.map(({ level, message }) => `${level} ${message}`);
    expect(logs.slice(0, 7)).toEqual([
      'info log {"big":"1n","list":[1,2]} [{"a":1}]',
      'warn warn',
      'error error',
      'debug debug',
      'error assertion failed not so',
      'info 2026-05-04T03:02:01.007Z 1777863721007 0 string',
      'info true 1 86400000',
    ]);
    expect(logs).toContain('info [true,true,true,true]');
    expect(logs).toContain('trace only when seen');
    expect(logs).toContain('info ApiError: parameter name is "ann", not a number');
    // With its last timer, as nothing can come any more.
    expect(logs.at(-1)).toBe('info stopped at 7');

    const rare = { params: { interval: '4294967295ms' }, advance: 2 ** 32 - 2 };
    expect((await both((gadget) => runRows(gadget, [], rare))).packets).toEqual({});
  });
});

it('gives each native instance a state of its own', async () => {
  const [one, two] = await Promise.all([
    startGadget(time, { params: { interval: '1s' } }),
    startGadget(time),
  ]);
  await one.clock.advance(2000);
  await two.clock.advance(1000);
  expect((await one.stop()).packets.ticks).toHaveLength(2);
  expect((await two.stop()).packets.ticks).toHaveLength(1);
});

it('leaves the globals of the test as they were', async () => {
  const before = [console, Date, performance, Math.random];
  await runRows(time, [], { advance: 1000 });
  expect([console, Date, performance, Math.random]).toEqual(before);
});
