/** Hosts that transpile with the jco command themselves: its output runs with the imports of `createImports`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attach, createImports, createRun } from '../../host/src/index.ts';
import { ownVersion } from '../../host/src/versions/own-name.fixture.ts';
import { gadgetApiWit, quickJs } from '../support/components.ts';

const source = (version: string): string => `
  import { log } from 'gadget:api/logging@${version}';
  import { get } from 'gadget:api/params@${version}';
  import { DataSource } from 'gadget:api/datasource@${version}';
  let name;
  export const lifecycle = {
    init(purpose) {
      log('info', 'init ' + purpose);
      const open = DataSource.open('open');
      name = open.getField('name');
      open.subscribe();
    },
    start() {},
    stop() {},
  };
  export const handler = {
    onPacket(subscription, packet) {
      for (let row = 0; row < packet.len(); row++) name.setText(packet, row, name.getText(packet, row) + get('mark'));
      return 'keep';
    },
  };`;

/** Where the texts of each version are. */
const wits = {
  '1.0.0': path.join(import.meta.dirname, '../../wit/frozen/1.0.0'),
  [ownVersion]: gadgetApiWit,
};

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plain-jco-'));
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  for (const [version, wit] of Object.entries(wits)) {
    writeFileSync(path.join(folder, `g-${version}.wasm`), await quickJs(wit, source(version), 'gadget'));
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const identity = (version: string): string[] => ['--map', `gadget:api/*@${version}=gadget:api/*@${version}`];

test.each([
  { name: 'sync, versioned', mode: 'sync', version: '1.0.0', map: identity('1.0.0') },
  { name: 'sync, unversioned', mode: 'sync', version: '1.0.0', map: [] },
  { name: 'async, versioned', mode: 'async', version: '1.0.0', map: identity('1.0.0') },
  { name: 'async, unversioned', mode: 'async', version: '1.0.0', map: [] },
  { name: "sync, of this host's own version", mode: 'sync', version: ownVersion, map: identity(ownVersion) },
])('$name', async ({ mode, version, map }) => {
  const out = path.join(folder, `${mode}-${version}-${map.length}`);
  const jco = path.resolve('node_modules/.bin/jco');
  execFileSync(jco, [
    'transpile',
    path.join(folder, `g-${version}.wasm`),
    '-o',
    out,
    '--instantiation',
    mode,
    ...map,
    '-q',
  ]);
  const { instantiate } = (await import(pathToFileURL(path.join(out, `g-${version}.js`)).href)) as {
    instantiate: (getCoreModule: (name: string) => unknown, imports: object) => unknown;
  };
  const { WebAssembly } = globalThis as unknown as {
    WebAssembly: { Module: new (bytes: Uint8Array) => object };
  };

  const logs: string[] = [];
  const run = await createRun({
    gadgets: [],
    sources: { open: { schema: { name: 'text' } } },
    onLog: ({ gadget, level, message }) => logs.push(`${gadget} ${level} ${message}`),
  });
  const imports = createImports(run, { name: 'mine', params: { mark: '!' } });
  attach(
    imports,
    await instantiate((file) => new WebAssembly.Module(readFileSync(path.join(out, file))), imports),
  );
  const rows: unknown[] = [];
  const reading = (async (output) => {
    for await (const packet of output) rows.push(...packet.rows());
  })(run.output('open'));
  await run.start();
  await run.source('open').push([{ name: 'a' }, { name: 'b' }]);
  const { failure } = await run.close();
  await reading;
  expect(failure).toBeUndefined();
  expect(rows).toEqual([{ name: 'a!' }, { name: 'b!' }]);
  expect(logs).toEqual(['mine info init run']);
});

test('a place without an instance is refused at start', async () => {
  const run = await createRun({ gadgets: [] });
  createImports(run, { name: 'empty' });
  await expect(run.start()).rejects.toMatchObject({ code: 'E_USAGE' });
});
