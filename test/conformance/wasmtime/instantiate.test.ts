import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRun } from '@gadget-api/host';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { gadgetText } from '../../../host/src/lowering/core-guest.fixture.ts';
import { watComponent } from '../../../host/src/lowering/wat-component.fixture.ts';
import { Adapter } from './adapter.ts';
import { wasmtimeGadget } from './instantiate.ts';
import { inWasmtime, play, type Play, wasmtimeTests, wheelHere } from './wasmtime.fixture.ts';

const what: Play = { source: 'src', schema: { v: 'uint32', t: 'text' }, packets: [[{ v: 1 }]] };

/** Adds 1 to `v`, and traps where it was 9. */
const addsOne = gadgetText({
  onPacket: `(call $get-u32 (global.get $field) (local.get $packet) (i32.const 0) (i32.const 64))
    (if (i32.eq (i32.load (i32.const 68)) (i32.const 9)) (then (unreachable)))
    (call $set-u32 (global.get $field) (local.get $packet) (i32.const 0)
      (i32.add (i32.load (i32.const 68)) (i32.const 1)) (i32.const 64))
    (call $drop-packet (local.get $packet)) (i32.const 32)`,
});

describe.runIf(wasmtimeTests)('a component in wasmtime', () => {
  let component: Uint8Array;

  beforeAll(async () => {
    component = await watComponent(addsOne);
  });

  test('is several gadgets of a chain, in one process', async () => {
    const { instantiate } = inWasmtime(component);
    const seen: unknown[] = [];
    const run = await createRun({
      maxRestarts: 0,
      gadgets: ['a', 'b', 'c'].map((name) => ({ name, instantiate })),
      sources: { src: { schema: what.schema } },
      outputs: [
        {
          fields: (source) => source.fields,
          write: (packet) => void seen.push(...packet.rows()),
          close() {},
        },
      ],
    });
    await run.start();
    await run.source('src').push([{ v: 1 }]);
    // The third one traps, and only that one.
    await run.source('src').push([{ v: 7 }]);
    const { stats } = await run.close();
    expect(seen).toEqual([{ v: 4, t: undefined }]);
    expect(stats.gadgets.map(({ dead }) => dead)).toEqual([false, false, true]);
  });

  test('is the same from a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gadget-file-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'adds-one.wasm');
    writeFileSync(file, component);
    expect((await play(inWasmtime(file), what)).rows).toEqual([{ v: 2 }]);
  });

  test('that imports more than gadget:api does not link', async () => {
    const more = await watComponent(
      addsOne.replace('(memory', '(import "test:guest/other@1.0.0" "f" (func)) (memory'),
      { interfaces: 'interface other { f: func(); }', world: 'import other;' },
    );
    await expect(play(inWasmtime(more), what)).rejects.toThrow(/test:guest\/other@1\.0\.0/);
  });

  test('that is none is not taken', async () => {
    const module = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    const way = inWasmtime(module);
    await expect(play(way, what)).rejects.toThrow(/component/);
    await expect(play(way, what)).rejects.toThrow(/component/);
  });

  test('ends with close', async () => {
    const gadget = wasmtimeGadget(component, wheelHere());
    const run = await createRun({
      gadgets: [{ name: 'guest', instantiate: gadget.instantiate }],
      sources: { src: { schema: what.schema } },
    });
    gadget.close();
    gadget.close();
    expect(() => gadget.instantiate({})).toThrow(/was closed/);
    await expect(run.start()).rejects.toMatchObject({
      code: 'E_GADGET_TRAP',
      message: expect.stringContaining('was closed'),
    });
  });
});

describe.runIf(wasmtimeTests)('a process that ends', () => {
  test('is told with its last words', async () => {
    const { cache } = wheelHere();
    const adapter = new Adapter({ python: 'python3', folder: '/no/such/folder', cache });
    onTestFinished(() => adapter.close());
    expect(() => adapter.ask({ free: 0 })).toThrow(/has ended: [^]*No module named 'wasmtime'/);
  });

  test('or that it did not begin', async () => {
    const { cache, folder } = wheelHere();
    const adapter = new Adapter({ python: '/no/such/python3', folder, cache });
    onTestFinished(() => adapter.close());
    expect(() => adapter.ask({ free: 0 })).toThrow(/has ended/);
  });
});
