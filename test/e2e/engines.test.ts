import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRun, inspectComponent, type LogRecord, type Platform } from '@gadget-api/host';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gadget, root, rows } from './command.ts';

const schema = {
  flag: 'boolean',
  small: 'int8',
  wide: 'uint32',
  signed: 'int64',
  unsigned: 'uint64',
  single: 'float32',
  double: 'float64',
  text: 'text',
  bytes: 'bytes',
} as const;

const packets = [
  [
    {
      flag: true,
      small: -127,
      wide: 1,
      signed: 2n ** 63n - 1n,
      unsigned: 2n ** 64n - 2n,
      single: 0.5,
      double: Math.PI,
      text: 'grün',
      bytes: Uint8Array.of(0, 1, 255),
    },
    { signed: 2n ** 53n + 1n, unsigned: 2n ** 53n + 1n, wide: 2 ** 31, double: -Infinity },
  ],
  [{ wide: 2 ** 31 - 1, small: 5, signed: -5n, text: '\u{1f600}' }],
  // Its negative is no int8: the packet fails.
  [{ small: -128 }],
];

const platform: Platform = {
  wallNs: () => 1_777_863_721_007_000_000n,
  monotonicNs: () => 5_000_000n,
  seed: () => [2n ** 63n + 5n, 7n],
  setTimer: () => () => {},
};

/** What a host sees of the gadget. */
async function seen(component: Uint8Array, bindings: 'direct' | 'reference'): Promise<unknown> {
  const out: unknown[] = [];
  const logs: LogRecord[] = [];
  const failures: string[] = [];
  const run = await createRun({
    gadgets: [{ name: 'both', component, params: { count: '5', sure: 'true', name: 'ann' } }],
    sources: { all: { schema } },
    outputs: [
      {
        fields: (source) => source.fields,
        write: (packet) => void out.push([packet.source.name, ...packet.rows()]),
        close: () => {},
      },
    ],
    logLevel: 'trace',
    onLog: (record) => logs.push(record),
    onFailure: ({ hook, error }) => failures.push(`${hook} ${error.message}`),
    bindings,
    platform,
  });
  await run.start();
  const source = run.source('all');
  for (const packet of packets) await source.push(packet);
  const { failure, stats } = await run.close();
  return {
    out,
    // Warnings of the host as well: both engines are called directly.
    logs: logs.map(({ gadget: from, level, message }) => `${from} ${level} ${message}`),
    failures,
    failure,
    handlesLeaked: stats.gadgets[0]!.handlesLeaked,
  };
}

let home: string;
let folder: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'gadget-engines-'));
  folder = join(home, 'both');
  await cp(join(root, 'guest-js/fixtures'), join(folder, 'src'), { recursive: true });
  await writeFile(
    join(folder, 'gadget.yaml'),
    `name: both\nversion: 1.0.0\ndescription: Runs in both engines\nbuild: { engine: starlingmonkey }\nparams:
  count: { type: integer, default: 5, description: A number }
  sure: { type: boolean, default: true, description: A truth }
  name: { default: ann, description: A name }\n`,
  );
  await writeFile(
    join(folder, 'src/gadget.ts'),
    `import { defineGadget } from '@gadget-api/guest';
     import time from './time/gadget.ts';
     import values from './values/gadget.ts';
     export default defineGadget({
       init(info) { time.hooks.init?.(info); values.hooks.init?.(info); },
       stop() { time.hooks.stop?.(); },
     });`,
  );
});
afterAll(() => rm(home, { recursive: true }));

// One test, as the one build takes half a minute.
test('a gadget does the same in StarlingMonkey as in QuickJS', { timeout: 300_000 }, async () => {
  const files = { quickjs: join(home, 'quickjs.wasm'), starlingmonkey: join(home, 'starlingmonkey.wasm') };
  const small = await gadget(['build', folder, '--engine', 'quickjs', '-o', files.quickjs]);
  expect(small).toMatchObject({ code: 0 });
  const large = await gadget(['build', folder, '-o', files.starlingmonkey]);
  expect(large).toMatchObject({ code: 0 });
  expect(large.stdout.replace(/.*\n/, '')).toBe(small.stdout.replace(/.*\n/, ''));

  const quickjs = await readFile(files.quickjs);
  const starlingmonkey = await readFile(files.starlingmonkey);
  expect(starlingmonkey.length).toBeGreaterThan(3 * quickjs.length);
  const imports = inspectComponent(starlingmonkey).imports.map(({ name }) => name);
  expect(imports.filter((name) => !name.startsWith('gadget:api/'))).toEqual([]);

  const expected = await seen(quickjs, 'direct');
  expect(expected).toMatchObject({
    failures: [expect.stringContaining('out-of-range: 128')],
    out: [
      ['all', {}, {}, {}],
      ['all', {}, {}],
    ],
  });
  expect(await seen(starlingmonkey, 'direct')).toEqual(expected);
  expect(await seen(starlingmonkey, 'reference')).toEqual(expected);

  // gadget.yaml names the engine, so what build kept is what run takes.
  const argv = [
    'run',
    folder,
    '-s',
    'all=ndjson:-',
    '--schema',
    'all:flag=boolean,small=int8,wide=uint32,signed=int64,unsigned=uint64,single=float32,double=float64,text=text,bytes=bytes',
    '-o',
    'json',
  ];
  const ran = await gadget(argv, { input: '{"wide":4294967295,"signed":-1}\n' });
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.stderr).not.toContain('building');
  expect(rows(ran)).toMatchObject([{ all: { wide: 0, signed: 1 } }, { all: { note: 'appended' } }]);
});
