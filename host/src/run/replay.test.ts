import { isDeepStrictEqual } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import type { Field } from '../api/field.ts';
import type { Packet } from '../api/packet.ts';
import { GadgetError } from '../errors.ts';
import { observer } from '../lowering/observer.fixture.ts';
import type { Output } from '../outputs/output.ts';
import { parseQuarantine } from '../quarantine/read-record.ts';
import type { QuarantinedPacket } from '../quarantine/record.ts';
import { quarantineText } from '../quarantine/write-record.ts';
import { createRun } from './create-run.ts';
import { type NativeApi, nativeGadget, refusal } from './native-gadget.fixture.ts';
import type { FailureReport, GadgetSpec, LogRecord, RunOptions } from './options.ts';
import { createReplay, type ReplayOptions } from './replay.ts';
import type { RunResult } from './run.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

const schema = [
  { name: 'pid', kind: 'uint32', tags: ['key'], annotations: { unit: 'none' } },
  { name: 'path', kind: 'text', hidden: true },
] as const;

/** All rows that come out, by source. */
function gathering(): { output: Output; rows: Record<string, object[]> } {
  const rows: Record<string, object[]> = {};
  const output: Output = {
    fields: ({ fields }) => fields.filter(({ name }) => name !== 'path'),
    write: (packet) => void (rows[packet.source.name] ??= []).push(...packet.rows()),
    close() {},
  };
  return { output, rows };
}

/** What is kept when these packets go through a chain; each record has been a text. */
async function kept(
  gadgets: RunOptions['gadgets'],
  packets: readonly Rows[],
  more: Partial<RunOptions> = {},
): Promise<{ records: QuarantinedPacket[]; failures: FailureReport[]; result: RunResult }> {
  const records: QuarantinedPacket[] = [];
  const failures: FailureReport[] = [];
  const run = await createRun({
    gadgets,
    sources: { src: { schema } },
    maxRestarts: 0,
    outputs: [gathering().output],
    onQuarantine: (record) => void records.push(parseQuarantine(quarantineText(record))),
    onFailure: (failure) => void failures.push(failure),
    ...more,
  });
  onTestFinished(async () => void (await run.close()));
  await run.start();
  for (const rows of packets) await run.source('src').push(rows);
  return { records, failures, result: await run.close() };
}

async function replayed(
  record: QuarantinedPacket,
  options: ReplayOptions,
): Promise<{
  failures: FailureReport[];
  logs: LogRecord[];
  rows: Record<string, object[]>;
  result: RunResult;
}> {
  const failures: FailureReport[] = [];
  const logs: LogRecord[] = [];
  const { output, rows } = gathering();
  const run = await createReplay(record, {
    outputs: [output],
    onFailure: (failure) => void failures.push(failure),
    onLog: (log) => void logs.push(log),
    ...options,
  });
  await run.start();
  return { failures, logs, rows, result: await run.done };
}

/** A gadget that tells all it sees, and falls over pid 13; `fixed`: it marks the row in its place. */
function observing(seen: unknown[], fixed: boolean = false): GadgetSpec {
  let [pid, path, made] = [] as Field[];
  const look = (api: NativeApi, packet: Packet): void => {
    const fields = [pid!, path!, made!];
    seen.push(fields.map((field) => [field.name(), field.requested(), field.hidden(), field.tags()]));
    for (let row = 0; row < packet.len(); row++) {
      seen.push([pid!.getU64(packet, row), path!.isSet(packet, row) && path!.getText(packet, row)]);
    }
    seen.push(api.clock.now(), api.clock.wall(), api.clock.monotonic(), api.random.seed());
  };
  return nativeGadget(
    'watch',
    {
      init(api) {
        const source = api.datasource.DataSource.open('src');
        seen.push(source.describeFields(), source.hidden());
        pid = source.getField('pid');
        path = source.getField('path');
        made = source.addField('made', 'text');
        source.subscribe();
      },
      onPacket(api, packet) {
        if (pid!.getU64(packet, 0) !== 13n) return;
        look(api, packet);
        if (!fixed) throw new Error('unlucky');
        made!.setText(packet, 0, 'mended');
      },
    },
    { params: { word: 'x' } },
  );
}

test('a packet that a gadget fell over is given to it again, with all that it saw', async () => {
  const seen: unknown[] = [];
  const packets = [[{ pid: 1 }], [{ pid: 13, path: '/a' }, { pid: 2 }], [{ pid: 13 }]];
  const { records, failures } = await kept([observing(seen)], packets);
  // It is dead then.
  expect(records).toMatchObject([
    {
      gadget: { name: 'watch', version: undefined, digest: undefined },
      hook: 'on-packet',
      number: 2,
      params: { word: 'x' },
      error: { code: 'E_GADGET_TRAP', message: failures[0]!.error.message },
      requested: { src: ['pid', 'made'] },
    },
  ]);
  expect(records[0]!.packet.length).toBe(2);
  const again: unknown[] = [];
  const { name: _, params: __, ...gadget } = observing(again);
  const replay = await replayed(records[0]!, { gadget });
  expect(again).toEqual(seen);
  expect(replay.failures.map(({ error }) => error.message)).toEqual([failures[0]!.error.message]);
  expect(replay.result.failure).toMatchObject({ code: 'E_GADGET_TRAP', gadget: 'watch' });
  expect(replay.rows).toEqual({});
});

test('a gadget that was mended lets the rows pass', async () => {
  const { records } = await kept([observing([])], [[{ pid: 13, path: '/a' }, { pid: 2 }]]);
  const { name: _, params: __, ...gadget } = observing([], true);
  const { result, rows } = await replayed(records[0]!, { gadget });
  expect(result.failure).toBeUndefined();
  expect(rows).toEqual({ src: [{ pid: 13, path: '/a', made: 'mended' }, { pid: 2 }] });
});

test('each packet that a gadget answers with an error is kept, as the gadget got it and not as the source sent it', async () => {
  const field = (then: (field: Field, packet: Packet) => void): GadgetSpec['instantiate'] => {
    let pid: Field | undefined;
    return nativeGadget('', {
      init(api) {
        const source = api.datasource.DataSource.open('src');
        pid = source.getField('pid');
        source.subscribe();
      },
      onPacket: (_, packet) => then(pid!, packet),
    }).instantiate;
  };
  const first = { name: 'first', instantiate: field((pid, packet) => pid.setU64(packet, 0, 5n))! };
  const second = {
    name: 'second',
    version: '1.2.3',
    from: './second',
    instantiate: field((pid, packet) => {
      pid.setU64(packet, 0, 99n);
      throw refusal('no');
    })!,
  };
  const { records } = await kept([first, second], [[{ pid: 1 }], [{ pid: 2 }, { pid: 3 }]]);
  expect(records.map(({ number, error }) => [number, error.code])).toEqual([
    [1, 'E_GADGET_ERROR'],
    [2, 'E_GADGET_ERROR'],
  ]);
  expect(records.map(({ packet }) => [...packet.rows()])).toEqual([[{ pid: 5 }], [{ pid: 5 }, { pid: 3 }]]);
  expect(records[0]!.gadget).toEqual({
    name: 'second',
    version: '1.2.3',
    digest: undefined,
    from: './second',
  });
});

test('a packet of a source that the gadget makes itself is given to it again, if it still makes that', async () => {
  const echo = (fieldName: string, emits: boolean): GadgetSpec => {
    let word: Field | undefined;
    let source: ReturnType<NativeApi['datasource']['DataSource']['create']> | undefined;
    return nativeGadget('echo', {
      init(api) {
        source = api.datasource.DataSource.create('mine', 'events');
        word = source.addField(fieldName, 'text');
        source.subscribe();
      },
      start(api) {
        if (!emits) return;
        const packet = source!.newPacket(1);
        word!.setText(packet, 0, 'hello');
        api.packet.Packet.emit(packet);
      },
      onPacket(_, packet) {
        throw new Error(word!.getText(packet, 0));
      },
    });
  };
  const { records } = await kept([echo('word', true)], [], { sources: {} });
  expect(records).toMatchObject([{ sources: [], error: { message: 'echo trapped in on-packet: hello' } }]);
  const again = async (field: string): Promise<RunResult> => {
    const { instantiate } = echo(field, false);
    return (await replayed(records[0]!, { gadget: { instantiate: instantiate! } })).result;
  };
  expect((await again('word')).failure).toMatchObject({ message: 'echo trapped in on-packet: hello' });
  expect((await again('words')).failure).toMatchObject({ code: 'E_SCHEMA', gadget: 'echo' });
});

test('of a gadget that is started again each packet is kept, with the seed of the instance that fell', async () => {
  const seen: unknown[] = [];
  const packets = [[{ pid: 13, path: '/a' }], [{ pid: 13, path: '/b' }]];
  const { records } = await kept([observing(seen)], packets, { maxRestarts: 5 });
  expect(records.map(({ number }) => number)).toEqual([1, 2]);
  const [first, second] = records.map(({ seed }) => seed);
  expect(first).not.toEqual(second);
  for (const seed of [first, second])
    expect(seen.filter((each) => isDeepStrictEqual(each, seed))).toHaveLength(1);
  expect(records[1]!.sources).toEqual(records[0]!.sources);
  expect(records[1]!.requested).toEqual({ src: ['pid', 'made'] });
});

test('timers do not tick while a packet is given again', async () => {
  const hooks = { onTick: () => {}, init: (api: NativeApi) => api.timer.every(1) && undefined };
  const { records } = await kept([observing([])], [[{ pid: 13 }]]);
  const { result } = await replayed(records[0]!, {
    gadget: { instantiate: nativeGadget('', hooks).instantiate! },
  });
  expect(result.stats.gadgets[0]).toMatchObject({ ticks: 0, packets: 0 });
});

test('a callback that throws ends the run, and the gadget is not blamed', async () => {
  const { result, failures } = await kept([observing([])], [[{ pid: 13 }]], {
    onQuarantine: () => {
      throw new Error('full');
    },
  });
  expect(failures).toHaveLength(1);
  expect(result.failure).toMatchObject({ code: 'E_EMBEDDER', message: 'onQuarantine threw: full' });
});

const loop = '(loop (br 0)) unreachable';
const grow = '(drop (memory.grow (i32.const 5000))) unreachable';

test.each([
  ['traps', 'unreachable', {}, 'E_GADGET_TRAP'],
  ['answers an error', '(i32.const 48)', {}, 'E_GADGET_ERROR'],
  ['uses up its fuel', loop, { fuel: 5000 }, 'E_FUEL'],
  ['is refused memory', grow, {}, 'E_MEMORY'],
  ['is late', loop, { isolation: 'worker', deadlines: { 'on-packet': 700 } }, 'E_DEADLINE'],
  ['traps in a thread', 'unreachable', { isolation: 'worker' }, 'E_GADGET_TRAP'],
] as const)(
  'a component that %s does so again, within the same bounds',
  async (_, onPacket, more, code) => {
    const component = await observer({ onPacket: `(call $now (i32.const 64)) ${onPacket}` });
    const { records, failures } = await kept([{ name: 'first', component }], [[{ pid: 7 }]], more);
    const failure = failures[0]!.error;
    expect(failure.code).toBe(code);
    expect(records).toMatchObject([{ gadget: { digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) } }]);
    expect(records[0]!.clock).toMatchObject({ more: 0 });
    const replay = await replayed(records[0]!, { gadget: { component } });
    expect(replay.result.failure).toMatchObject({ code, message: failure.message });
    expect(replay.logs).toEqual([]);
  },
  60_000,
);

test('another component is run with a warning, and with other bounds when they are asked for', async () => {
  const { records } = await kept(
    [{ name: 'first', component: await observer({ onPacket: loop }) }],
    [[{ pid: 7 }]],
    {
      fuel: 5000,
    },
  );
  const calm = await replayed(records[0]!, { gadget: { component: await observer({}) } });
  expect(calm.logs).toMatchObject([
    {
      level: 'warn',
      message: expect.stringContaining('first is another component than the one that failed'),
    },
  ]);
  expect(calm.rows).toEqual({ src: [{ pid: 7 }] });
  const component = await observer({ onPacket: loop });
  const more = await replayed(records[0]!, { gadget: { component }, fuel: 7000 });
  expect(more.result.failure).toMatchObject({ code: 'E_FUEL', details: { fuel: 7000 } });
  await expect(createReplay(records[0]!, { gadget: './nowhere.wasm' })).rejects.toBeInstanceOf(GadgetError);
});

test('what the clocks say to a gadget in a thread is kept, and the seed of each instance', async () => {
  let now = 0n;
  let seeds = 0n;
  const platform = {
    wallNs: () => (now += 7n),
    monotonicNs: () => (now += 11n),
    seed: () => [++seeds, 9n] as const,
    setTimer: () => () => {},
  };
  const component = await observer({ onPacket: '(call $now (i32.const 64)) unreachable' });
  const { records } = await kept([{ name: 'first', component }], [[{ pid: 7 }], [{ pid: 8 }]], {
    isolation: 'worker',
    maxRestarts: 5,
    platform,
  });
  expect(records.map(({ seed }) => seed)).toEqual([
    [1n, 9n],
    [2n, 9n],
  ]);
  for (const { wallNs, monotonicNs } of records.map(({ clock }) => clock)) {
    expect([wallNs.length, monotonicNs.length]).toEqual([1, 1]);
    expect(monotonicNs[0]! - wallNs[0]!).toBe(11n);
  }
}, 60_000);
