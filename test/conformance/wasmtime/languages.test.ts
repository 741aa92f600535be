import { join } from 'node:path';
import type { Row } from '@gadget-api/host';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildFolder } from '../../../host/src/gadget/build.ts';
import { buildable } from '../buildable.ts';
import { inWasmtime, play, type Way, wasmtimeTests } from './wasmtime.fixture.ts';

const root = join(import.meta.dirname, '../../..');
const folders = { js: 'gadgets/redact', rust: 'guest-rust-example', go: 'guest-go-example' } as const;

const schema = { pid: 'uint32', filename: 'text', other: 'text' } as const;
const paths: readonly [path: string, redacted: string][] = [
  ['/home/ann/a.txt', '/home/***/a.txt'],
  ['/mnt/home/ann/home/bob/x', '/mnt/home/***/home/***/x'],
  ['/home/ä€😀/x', '/home/***/x'],
  ['/home//x', '/home//x'],
  ['/etc/passwd', '/etc/passwd'],
  ['', ''],
];

/** Packets of several sizes; every seventh value is unset. */
const packets: readonly Row[][] = [1, 2, 10, 1000].map((length) =>
  Array.from({ length }, (_, pid) => ({
    pid,
    ...(pid % 7 !== 3 && { filename: paths[pid % paths.length]![0] }),
  })),
);
const expected = packets.flat().map(({ pid, filename }) => ({
  pid,
  filename: paths.find(([path]) => path === filename)?.[1],
}));

describe.runIf(wasmtimeTests).each(buildable)('the example in %s in wasmtime', (language) => {
  let ours: Way;
  let theirs: Way;

  beforeAll(async () => {
    const component = await buildFolder(join(root, folders[language]));
    ours = { component };
    theirs = inWasmtime(component);
  }, 900_000);

  test('makes of rows what it makes of them in our host, with as many handles', async () => {
    const what = { schema, packets, params: { field: 'filename', from: '' } };
    const seen = await play(theirs, what);
    expect(seen).toMatchObject({ failures: [], error: undefined, logs: [], handles: { leaked: 0 } });
    expect(seen.rows.map(({ pid, filename }) => ({ pid, filename }))).toEqual(expected);
    expect(seen).toEqual(await play(ours, what));
  });

  test('says what is missing', async () => {
    const seen = await play(theirs, { schema, packets: [], params: { field: 'path', from: '' } });
    expect(seen.error).toMatchObject({
      code: 'E_GADGET_ERROR',
      message: expect.stringContaining('not-found: open has no field path'),
    });
  });
});
