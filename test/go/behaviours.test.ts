import { fakeClock, startGadget } from '@gadget-api/guest/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { inspectComponent } from '../../host/src/component/inspect.ts';
import { buildFolder } from '../../host/src/gadget/build.ts';
import { behaviours, bindings, canBuild, go, type GoResult, root, runGo } from './go.fixture.ts';

const schema = { pid: 'uint32', filename: 'text' } as const;
const row = { pid: 1, filename: '/home/ann/a.txt' };
const once = [[row]];

describe.runIf(canBuild)('a gadget in Go', () => {
  let component: Uint8Array;

  beforeAll(async () => {
    component = await buildFolder(behaviours);
  }, 600_000);

  test('exports what it uses', () => {
    expect(
      inspectComponent(component)
        .exports.map(({ name }) => name)
        .toSorted(),
    ).toEqual(['gadget:api/handler@1.0.0', 'gadget:api/lifecycle@1.0.0', 'gadget:api/ticker@1.0.0']);
    expect(inspectComponent(component).imports.filter(({ name }) => name.startsWith('wasi:'))).toEqual([]);
  });

  test('reads the clocks of the host, also as package time does', async () => {
    const clock = fakeClock();
    const run = await startGadget(component, { params: { case: 'time' }, clock });
    await clock.advance(2500);
    const { logs, error } = await run.stop();
    expect(error).toBeUndefined();
    expect(logs.map(({ message }) => message)).toEqual([
      '2020-01-01T00:00:01Z 1000000000',
      '2020-01-01T00:00:02Z 2000000000',
    ]);
  });

  describe.each(bindings)('%s', (way) => {
    const run = (name: string, packets: readonly (readonly object[])[] = once): Promise<GoResult> =>
      runGo({
        component,
        bindings: way,
        params: { case: name, window: '1h30m' },
        schema,
        packets: packets as Record<string, unknown>[][],
      });
    const messages = ({ failures }: GoResult): (string | undefined)[] =>
      failures.map(({ error }) => error.message.split('\n')[0]?.replace(/^gadget failed in on-packet: /, ''));

    test('panics become errors with their text, and the gadget lives on', async () => {
      const result = await run('panics', [[row], [row], [row], [row], [row]]);
      expect(messages(result)).toEqual([
        'other: panic: spilled milk',
        'other: panic: an error',
        'other: panic: runtime error: invalid memory address or nil pointer dereference',
        'other: panic: runtime error: index out of range [4] with length 0',
      ]);
      expect(result.failures[0]?.error.message).toContain('at main.panics.func1 (behaviours/main.go:');
      expect(result.rows).toEqual([row]);
      expect((await run('panic-in-init')).error?.message).toContain('other: panic: no panic-in-init');
    });

    test('errors keep their code', async () => {
      expect((await run('error-in-init')).error?.message).toContain('denied: wrapped: denied: not me');
      const { error, logs } = await run('open-missing');
      expect(logs).toEqual(['info not-found: there is no source nowhere']);
      expect(error?.message).toContain('not-found: there is no source nowhere');
    });

    test('what it prints is in the log, line by line, and always text', async () => {
      expect((await run('output')).logs).toEqual([
        'info to standard output',
        'info and on',
        'warn to standard error 5',
        'warn café ??? ???',
      ]);
    });

    test('seeds of hashes come from the host', async () => {
      const hash = async (seed: readonly [bigint, bigint]): Promise<string[]> => {
        const { platform } = fakeClock({ seed });
        const what = { component, bindings: way, schema, packets: [], params: { case: 'hash' } };
        return (await runGo({ ...what, platform })).logs;
      };
      const [first, again, other] = [await hash([1n, 2n]), await hash([1n, 2n]), await hash([1n, 3n])];
      expect(first).toEqual([expect.stringMatching(/^info [0-9a-f]+$/)]);
      expect(again).toEqual(first);
      expect(other).not.toEqual(first);
    });

    test('sleeping does not wait, but puts the clock ahead', async () => {
      const { failures, rows } = await run('sleep');
      expect(failures).toEqual([]);
      expect(rows).toEqual([row]);
    });

    test('goroutines run within a call', async () => {
      expect((await run('goroutines')).logs).toEqual(['info sum 6']);
    });

    test('packets that were made and forgotten are dropped', async () => {
      const { failures, handles } = await run(
        'forget',
        Array.from({ length: 20 }, () => [row]),
      );
      expect(failures).toEqual([]);
      expect(handles.peak).toBeLessThan(300);
    });

    test('packets that are over say so', async () => {
      const { failures, logs, handles } = await run('keep', [[row], [row]]);
      expect(failures).toEqual([]);
      expect(logs).toEqual(['info expired, of length 0']);
      expect(handles.leaked).toBe(0);
    });

    test('rows are dropped and added, and whole packets dropped', async () => {
      const pids = (...numbers: number[]): object[] => numbers.map((pid) => ({ pid }));
      const { rows, failures } = await run('discard', [pids(1, 2, 3, 4), pids(100, 2), pids(6), pids(7)]);
      expect(failures).toEqual([]);
      expect(rows).toEqual(pids(2, 4, 6, 2000, 2000));
    });

    test('a duration is read from a parameter', async () => {
      expect((await run('duration')).logs).toEqual(['info 5400000']);
    });

    test('the end of the process is a trap', async () => {
      const { failures } = await run('exit');
      expect(failures.map(({ error }) => error.code)).toEqual(['E_GADGET_TRAP']);
    });

    const kinds = {
      boolean: [true, false],
      int8: [-128, 127],
      int16: [-32_768, 32_767],
      int32: [-(2 ** 31), 2 ** 31 - 1],
      int64: [-(2n ** 63n), 2n ** 63n - 1n],
      uint8: [255, 0],
      uint16: [65_535, 1],
      uint32: [2 ** 32 - 1, 2 ** 31],
      uint64: [2n ** 64n - 1n, 2n ** 53n + 1n],
      float32: [Number.NaN, -0],
      float64: [Number.NEGATIVE_INFINITY, 5e-324],
      text: ['ä€😀\0', 'x'.repeat(1_000_000)],
      bytes: [Uint8Array.of(0, 255, 0), new Uint8Array(100_000).fill(7)],
    } as const;
    const allKinds = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, kind])) as Record<
      keyof typeof kinds,
      keyof typeof kinds
    >;
    const rowsOf = (...places: (0 | 1)[]): Record<string, unknown>[] =>
      places.map((at) =>
        Object.fromEntries(Object.entries(kinds).map(([kind, values]) => [kind, values[at]])),
      );

    test('every kind is read and written as it is, and what is unset stays so', async () => {
      const rows = [...rowsOf(0, 1), {}];
      const result = await runGo({
        component,
        bindings: way,
        params: { case: 'values' },
        schema: allKinds,
        packets: [rows],
      });
      expect(result.failures).toEqual([]);
      const copies = (each: Record<string, unknown>): Record<string, unknown> =>
        Object.fromEntries(
          Object.entries(each).flatMap(([name, value]) => [
            [name, value],
            [`copy_${name}`, value],
          ]),
        );
      expect(result.rows).toEqual(rows.map(copies));
    });

    test('columns of every type are read, written and updated, and what is unset stays so', async () => {
      const changed: Record<string, (value: never) => unknown> = {
        boolean: (value: boolean) => !value,
        int8: (value: number) => -1 - value,
        int16: (value: number) => -1 - value,
        int32: (value: number) => -1 - value,
        int64: (value: bigint) => -1n - value,
        uint8: (value: number) => 255 - value,
        uint16: (value: number) => 65_535 - value,
        uint32: (value: number) => 2 ** 32 - 1 - value,
        uint64: (value: bigint) => 2n ** 64n - 1n - value,
        float32: (value: number) => -value,
        float64: (value: number) => -value,
        text: (value: string) => `${value}?`,
        bytes: (value: Uint8Array) => Uint8Array.of(...value, 255),
      };
      const zero: Record<string, unknown> = {
        boolean: false,
        int64: 0n,
        uint64: 0n,
        text: '',
        bytes: new Uint8Array(),
      };
      const rows = [...rowsOf(0), {}, ...rowsOf(1, 1)];
      const result = await runGo({
        component,
        bindings: way,
        params: { case: 'columns' },
        schema: allKinds,
        packets: [rows],
      });
      expect(result.failures).toEqual([]);
      const expected = rows.map((each) =>
        Object.fromEntries(
          Object.keys(kinds).flatMap((kind) => {
            const isSet = kind in each;
            const value = isSet ? changed[kind]!(each[kind] as never) : (zero[kind] ?? 0);
            const copies: [string, unknown][] = [
              [`${kind}_column`, value],
              [`${kind}_row`, value],
            ];
            return isSet ? [[kind, value], ...copies] : copies;
          }),
        ),
      );
      expect(result.rows).toEqual(expected);
    });

    test('what is not UTF-8 reads the same in every way, and as the platform reads it', async () => {
      const broken = [
        '\xff',
        '\xe2\x82',
        '\xf0\x9f\x98A',
        '\xed\xa0\x80',
        'a\xc0\xafb',
        '\xc3\xa4',
        '',
        '\xf4\x90\x80\x80',
      ];
      const raws = broken.map((text) => Uint8Array.from(text, (char) => char.charCodeAt(0)));
      const result = await runGo({
        component,
        bindings: way,
        params: { case: 'broken-text' },
        schema: { raw: 'bytes' },
        packets: [raws.map((raw) => ({ raw }))],
      });
      expect(result.failures).toEqual([]);
      expect(result.rows.map(({ text }) => text)).toEqual(raws.map((raw) => new TextDecoder().decode(raw)));
    });

    test('70,000 packets through one instance, in the memory that 20,000 take', async () => {
      const packets = Array.from({ length: 70_000 }, () => [row, row]);
      const { logs, rows, failures } = await run('memory', packets);
      expect(failures).toEqual([]);
      expect(rows).toHaveLength(140_000);
      const taken = logs.map((line) => Number(line.split(' ')[2]));
      expect(taken).toHaveLength(7);
      expect(taken[6]).toBeLessThanOrEqual(taken[1]! * 1.1);
      expect(taken[6]).toBeLessThan(16_000_000);
    }, 300_000);
  });

  test('its SDK is what go test and go vet like, also in WebAssembly', () => {
    const sdk = `${root}/guest-go`;
    expect(go(sdk, ['test', './...'])).toMatch(/^ok\s+gadget-api\/guest\s/m);
    go(sdk, ['vet', './...']);
    go(sdk, ['vet', './...'], { GOOS: 'wasip1', GOARCH: 'wasm' });
    go(behaviours, ['vet', './...']);
  });
});
