import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createRun, type Isolation } from '@gadget-api/host';
import { expect, test } from 'vitest';
import { root } from './command.ts';

const count = 100;
/** Packets, and rows of each. */
const [packets, rows] = [20, 50];

/** Of this process. Undefined where there is no /proc. */
async function threads(): Promise<number | undefined> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const found = /^Threads:\s*(\d+)/m.exec(status)?.[1];
  return found === undefined ? undefined : Number(found);
}

test.each<Isolation>(['inline', 'worker'])(
  'a hundred gadgets start, each gets every row, and all end: %s',
  async (isolation) => {
    const component = await readFile(path.join(root, 'golden/1.1.0/redact-rust.wasm'));
    const before = await threads();
    const names = new Set<unknown>();
    const gadgets = Array.from({ length: count }, (_, place) => ({ name: `redact ${place}`, component }));
    const run = await createRun({
      gadgets,
      sources: { open: { schema: { filename: 'text' } } },
      outputs: [
        {
          fields: ({ fields }) => fields,
          write(packet) {
            for (const row of packet.rows()) names.add(row['filename']);
          },
          close() {},
        },
      ],
      isolation,
      // On a busy machine a hundred threads wait for one another.
      deadlines: { instantiate: 120_000, init: 60_000, start: 60_000, 'on-packet': 60_000, stop: 60_000 },
    });
    await run.start();
    if (isolation === 'worker' && before !== undefined) {
      expect(await threads()).toBeGreaterThanOrEqual(before + count);
    }
    for (let packet = 0; packet < packets; packet++) {
      const from = packet * rows;
      await run
        .source('open')
        .push(Array.from({ length: rows }, (_, row) => ({ filename: `/home/ann/${from + row}` })));
    }
    const { failure, stats } = await run.close();
    expect(failure).toBeUndefined();
    expect(names).toEqual(new Set(Array.from({ length: packets * rows }, (_, row) => `/home/***/${row}`)));
    const all = packets * rows;
    expect(stats.gadgets).toHaveLength(count);
    for (const each of stats.gadgets) {
      expect(each).toMatchObject({ packets, rowsIn: all, rowsOut: all, rowsFailed: 0, rowsDiscarded: 0 });
      expect(each).toMatchObject({ failures: 0, dead: false });
    }
    // Those that Node itself has begun for files stay.
    if (before !== undefined) expect(await threads()).toBeLessThanOrEqual(before + 8);
  },
  300_000,
);
