import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRun, type FailureReport, type GadgetSpec, type RunResult } from '@gadget-api/host';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../e2e/command.ts';
import { crashGadget } from '../e2e/crash.ts';

const name = 'evil:network/sockets@1.0.0';

/** What a module that was granted does to the thread in which it is called: in init, and then with each packet. */
const ways = {
  'leaves with an exit code': 'process.exit(7)',
  'takes more heap than there may be': 'for (const kept = []; ; ) kept.push(new Array(10_000).fill(calls))',
} as const;

let folder: string;
let component: Uint8Array;
let redact: Uint8Array;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gadget-test-'));
  component = await crashGadget({ network: true });
  redact = await readFile(join(root, 'golden/1.1.0/redact-rust.wasm'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Played {
  result: RunResult;
  failures: FailureReport[];
  names: unknown[];
}

/** Five packets of two rows; the module ends its thread with the second one that it sees. */
async function play(end: string, maxRestarts: number): Promise<Played> {
  const file = join(folder, `provider-${end.length}.mjs`);
  await writeFile(file, `let calls = 0;\nexport const connect = () => { if (++calls === 3) ${end}; };\n`);
  const failures: FailureReport[] = [];
  const names: unknown[] = [];
  const tame = (at: number): GadgetSpec => ({
    name: `redact ${at}`,
    component: redact,
    params: { from: 'open', field: 'filename' },
  });
  const run = await createRun({
    gadgets: [tame(1), { name: 'fragile', component }, tame(2)],
    sources: { open: { schema: { filename: 'text' } } },
    outputs: [
      {
        fields: ({ fields }) => fields,
        write: (packet) => void names.push(...[...packet.rows()].map(({ filename }) => filename)),
        close() {},
      },
    ],
    grants: [name],
    providers: { [name]: pathToFileURL(file) },
    isolation: 'worker',
    limits: { maxThreadHeapBytes: 24 * 1024 * 1024 },
    deadlines: { 'on-packet': 30_000 },
    maxRestarts,
    onFailure: (report) => failures.push(report),
  });
  await run.start();
  for (let packet = 0; packet < 5; packet++) {
    const filename = `/home/ann/${packet}`;
    await run.source('open').push([{ filename }, { filename }]);
  }
  return { result: await run.close(), failures, names };
}

const twice = (...packets: number[]): string[] =>
  packets.flatMap((packet) => [`/home/***/${packet}`, `/home/***/${packet}`]);

describe.each(Object.entries(ways))('a thread that %s', (_, end) => {
  test('is named, the others go on, and every row is counted', async () => {
    const { result, failures, names } = await play(end, 0);
    expect(failures[0]).toMatchObject({
      gadget: 'fragile',
      hook: 'on-packet',
      packet: 2,
      rows: 2,
      error: { code: 'E_LIMIT', blame: 'guest', gadget: 'fragile' },
    });
    expect(result.failure).toBe(failures[0]?.error);
    expect(names).toEqual(twice(0));
    expect(result.stats.gadgets).toMatchObject([
      { rowsIn: 10, rowsOut: 10, failures: 0, dead: false },
      { rowsIn: 10, rowsOut: 2, rowsFailed: 8, dead: true },
      { rowsIn: 2, rowsOut: 2, failures: 0, dead: false },
    ]);
    expect(result.stats.sources).toMatchObject([{ rows: 10, rowsOut: 2, rowsFailed: 8, lost: 0 }]);
  });

  test('is started again, where there may be restarts', async () => {
    const { result, failures } = await play(end, 5);
    expect(failures[0]).toMatchObject({ error: { code: 'E_LIMIT' }, restartMs: 0 });
    expect(result.stats.gadgets[1]!.restarts).toBeGreaterThan(0);
    for (const { rowsIn, rowsOut, rowsFailed } of result.stats.gadgets)
      expect(rowsIn).toBe(rowsOut + rowsFailed);
  });
});
