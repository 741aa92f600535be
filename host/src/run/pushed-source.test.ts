import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { packetOfRows } from '../data/packet-rows.ts';
import type { Output } from '../outputs/output.ts';
import { createRun } from './create-run.ts';
import { nativeGadget } from './native-gadget.fixture.ts';
import type { LogRecord, PushedSource, RunOptions } from './options.ts';
import type { Run } from './run.ts';

const schema = { pid: 'uint32' } as const;

/** An output that is as slow as the test wants: it takes a packet when {@link Gate.take} is called. */
class Gate implements Output {
  readonly taken: number[] = [];
  private waiting: (() => void)[] = [];
  private open = false;

  fields: Output['fields'] = ({ fields }) => fields;

  write: Output['write'] = (packet) => {
    for (const { pid } of packet.rows()) this.taken.push(pid as number);
    if (!this.open) return new Promise((resolve) => this.waiting.push(resolve));
  };

  release(): void {
    this.open = true;
    for (const take of this.waiting.splice(0)) take();
  }

  close(): void {}
}

interface Scene {
  run: Run;
  gate: Gate;
  heard: string[];
  logs: LogRecord[];
}

async function scene(source: Partial<PushedSource>, options: Partial<RunOptions> = {}): Promise<Scene> {
  const [gate, heard, logs] = [new Gate(), [] as string[], [] as LogRecord[]];
  const listener = nativeGadget('listener', {
    init: ({ datasource }) => void datasource.DataSource.open('open').subscribe(),
    onPacket: (_, packet) => void heard.push(`${packet.len()} rows`),
    onLoss: (_, __, rows, cause) => void heard.push(`${rows} lost: ${cause}`),
  });
  const run = await createRun({
    gadgets: [listener],
    sources: { open: { schema, ...source } },
    outputs: [gate],
    limits: { maxWaitingRows: 4 },
    onLog: (record) => logs.push(record),
    ...options,
  });
  await run.start();
  return { run, gate, heard, logs };
}

const rows = (...pids: number[]): { pid: number }[] => pids.map((pid) => ({ pid }));

describe('while the output is slow', () => {
  test('who pushes waits, and nothing is lost', async () => {
    const { run, gate } = await scene({});
    const input = run.source('open');
    let pushed = 0;
    const pushing = [1, 2, 3].map((pid) => input.push(rows(pid, pid)).then(() => pushed++));
    await setTimeout(20);
    expect([pushed, gate.taken]).toEqual([0, [1, 1]]);
    gate.release();
    await Promise.all(pushing);
    const { stats, failure } = await run.close();
    expect(failure).toBeUndefined();
    expect(gate.taken).toEqual([1, 1, 2, 2, 3, 3]);
    expect(stats.sources).toMatchObject([{ rows: 6, lost: 0, rowsOut: 6 }]);
  });

  test.each(['close', 'end'] as const)(
    'who can not wait does not, and what has no place is counted; what waits passes at the %s',
    async (how) => {
      const { run, gate, heard, logs } = await scene({ whenFull: 'drop' });
      const input = run.source('open');
      for (let pid = 1; pid <= 9; pid++) await input.push(rows(pid));
      // One is under way, and counts.
      expect(run.stats.sources).toMatchObject([{ lost: 5 }]);
      // A packet is dropped as a whole, and a smaller one may still find its place; without rows it needs one, too.
      expect(input.pushPacket(packetOfRows(input.source, rows(10, 11)))).toBeUndefined();
      void input.pushPacket(packetOfRows(input.source, []));
      expect(run.stats.sources).toMatchObject([{ lost: 7 }]);
      let done = run.done;
      if (how === 'end') {
        input.end();
        gate.release();
      } else done = run.close();
      const { stats, failure } = await done;
      expect(failure).toBeUndefined();
      expect(gate.taken).toEqual([1, 2, 3, 4]);
      expect(heard).toEqual(['1 rows', '7 lost: overflow', '1 rows', '1 rows', '1 rows']);
      expect(stats.sources).toMatchObject([{ rows: 11, lost: 7, rowsOut: 4 }]);
      expect(logs.map(({ level, message }) => `${level} ${message}`)).toEqual([
        'warn open: rows come faster than they are taken, and are dropped',
      ]);
    },
  );

  test('there is room again when it has taken some', async () => {
    const { run, gate } = await scene({ whenFull: 'drop' });
    const input = run.source('open');
    for (let pid = 1; pid <= 6; pid++) await input.push(rows(pid));
    gate.release();
    await setTimeout(20);
    for (let pid = 7; pid <= 9; pid++) await input.push(rows(pid));
    expect((await run.close()).stats.sources).toMatchObject([{ rows: 9, lost: 2, rowsOut: 7 }]);
    expect(gate.taken).toEqual([1, 2, 3, 4, 7, 8, 9]);
  });

  test('a packet of more rows than may wait passes when nothing else does', async () => {
    const { run, gate } = await scene({ whenFull: 'drop' });
    gate.release();
    await run.source('open').push(rows(1, 2, 3, 4, 5, 6));
    expect((await run.close()).stats.sources).toMatchObject([{ rows: 6, lost: 0 }]);
  });

  test('a million rows that nobody takes are as many as may wait, and the others counted', async () => {
    const { run, gate } = await scene({ whenFull: 'drop' }, { limits: {} });
    const input = run.source('open');
    const packet = packetOfRows(
      input.source,
      Array.from({ length: 1000 }, (_, pid) => ({ pid })),
    );
    for (let count = 0; count < 1000; count++) void input.pushPacket(packet);
    const { stats } = await run.close();
    expect(gate.taken).toHaveLength(65_000);
    expect(stats.sources).toMatchObject([{ rows: 1_000_000, lost: 935_000, rowsOut: 65_000 }]);
  });
});

describe('whoever does not wait', () => {
  test.each([
    ['at once', () => void failing()],
    ['later', () => setTimeout(5).then(failing)],
  ])('hears of an output that fails %s by the end of the run', async (_, write) => {
    const output: Output = { fields: ({ fields }) => fields, write, close() {} };
    const { run } = await scene({ whenFull: 'drop' }, { outputs: [output] });
    await run.source('open').push(rows(1));
    const { failure } = await run.done;
    expect(failure).toMatchObject({ code: 'E_OUTPUT_WRITE' });
    await expect(run.source('open').push(rows(2))).rejects.toMatchObject({ code: 'E_USAGE' });
  });

  test('is still told of rows that do not fit', async () => {
    const { run } = await scene({ whenFull: 'drop' });
    await expect(run.source('open').push([{ pid: 'x' }])).rejects.toMatchObject({ code: 'E_SOURCE_ROW' });
    await run.close();
  });
});

test('whenFull is wait or drop', async () => {
  const source = { schema, whenFull: 'discard' as 'drop' };
  await expect(createRun({ gadgets: [], sources: { open: source } })).rejects.toMatchObject({
    code: 'E_USAGE',
  });
});

function failing(): never {
  throw new Error('the disk is full');
}
