import { describe, expect, it } from 'vitest';
import lists from '../../fixtures/lists/gadget.ts';
import news from '../../fixtures/news/gadget.ts';
import { bothWays } from './both-ways.fixture.ts';
import { fakeClock, runRows, startGadget, type TestResult } from './index.ts';

const lines = ({ logs }: TestResult): string[] => logs.map(({ message }) => message);

describe('what came with 1.1 is the same in TypeScript and in the component', () => {
  it('lists of every kind, row by row and as columns', async () => {
    const result = await (await bothWays('lists', lists))((gadget) => runRows(gadget, []));
    expect(result.error).toBeUndefined();
    expect(result.rows.made).toMatchObject([
      {
        'list.boolean': [true, false, true],
        'list.int8': [-128, 127, -128],
        'list.int64': [-(2n ** 63n), 2n ** 63n - 1n, -(2n ** 63n)],
        'list.uint32': [0, 2 ** 32 - 1, 2 ** 31, 0],
        'list.uint64': [2n ** 64n - 1n, 2n ** 53n + 1n, 2n ** 64n - 1n],
        'list.float64': [Math.PI, NaN, -0, Math.PI],
        'list.text': ['GRÜN', '', 'A\ufffdB', 'GRÜN'],
        'list.bytes': [Uint8Array.of(0, 255), new Uint8Array(), Uint8Array.of(0, 255)],
      },
      { 'list.uint64': [1n, 0n], 'list.text': [] },
      { 'list.text': [] },
      { 'list.text': [] },
    ]);
    expect(result.rows.made?.[2]).toEqual({ 'list.text': [] });
    const seen = lines(result);
    const [plain, ofBooleans] = JSON.parse(seen[0] as string) as object[];
    expect(plain).toMatchObject({ name: 'plain', kind: 'uint32', tags: ['unit:things'], hidden: false });
    expect(ofBooleans).toEqual({
      name: 'list.boolean',
      kind: 'other',
      elementKind: 'boolean',
      tags: [],
      annotations: [],
      hidden: true,
    });
    for (const line of [
      'undefined text false true',
      'list.uint32 int64,uint32,uint64,float64,number',
      'list.int64 true -9223372036854775808|9223372036854775807; true ; false ; true -9223372036854775808',
      'Uint32Array [3,3,3,4] Uint32Array 0|4294967295|2147483648|0',
      'Uint32Array [3,3,3,4] Array grün||a\ufffdb|grün',
      '18446744073709552000|9007199254740992|18446744073709552000',
      '[true,true,true,false] 0,255||0,255|0,255||0,255|0,255|',
      '71,82,195,156,78||65,239,191,189,66|71,82,195,156,78',
      ...['plain wrong-kind', 'gone not-found', 'twice already-exists', 'other wrong-kind'],
      ...['a text out-of-range', 'a block out-of-range', 'no such row out-of-range'],
    ])
      expect(seen).toContain(line);
  });

  it('lost rows, the end of a subscription, timers that fire once, both clocks and log attributes', async () => {
    const schema = { open: { pid: 'uint32' }, exec: { pid: 'uint32' } } as const;
    const result = await (
      await bothWays('news', news)
    )(async (gadget) => {
      const run = await startGadget(gadget, { schema, clock: fakeClock({ start: 2 ** 41 }) });
      run.lost(2 ** 32 + 5, 'open');
      await run.push([{ pid: 1 }], 'open');
      run.lost(7, 'exec');
      await run.push([{ pid: 2 }], 'exec');
      run.lost(8, 'exec');
      await run.push([{ pid: 3 }], 'exec');
      run.lost(13, 'open');
      await run.push([{ pid: 4 }], 'open');
      await run.clock.advance(3000);
      run.lost(1, 'open');
      return run.stop();
    });
    expect(lines(result)).toEqual([
      ...['before not-found', 'twice already-exists', 'now works', 'details', 'no details'],
      ...['after 0 out-of-range', 'after -1 out-of-range', 'after 1.5 out-of-range'],
      ...['lost 4294967295 overflow', 'open 1', 'lost of exec 7 overflow', 'exec 1'],
      ...['lost 13 overflow', 'open 1'],
      ...['half a second', 'a second', 'later', 'a second', 'a second'],
      ...['lost 1 overflow', 'after in stop not-now'],
    ]);
    expect(result.logs.find(({ message }) => message === 'details')?.attributes).toEqual({
      yes: true,
      no: false,
      pid: 42,
      ratio: -0.5,
      infinite: Infinity,
      most: 2n ** 64n - 1n,
      least: -(2n ** 63n),
      beyond: '18446744073709551616',
      path: '/home/grün\ufffd',
      odd: '{"a":1}',
    });
    expect(result.rows).toEqual({ open: [{ pid: 1 }, { pid: 4 }], exec: [{ pid: 2 }, { pid: 3 }] });
    expect(result.failures.map(({ hook, error }) => [hook, error.message.split('\n')[0]])).toEqual([
      ['on-loss', expect.stringContaining('RangeError: thirteen')],
      ['on-tick', expect.stringContaining('Error: no luck')],
    ]);
  });
});
