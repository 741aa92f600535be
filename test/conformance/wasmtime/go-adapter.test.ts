import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildFolder } from '../../../host/src/gadget/build.ts';
import { buildable } from '../buildable.ts';
import { inWasmtime, play, type Play, type Seen, wasmtimeTests } from './wasmtime.fixture.ts';

const root = join(import.meta.dirname, '../../..');

/** The example, with another adapter between Go and its host. */
async function exampleWith(change: (adapter: string) => string): Promise<Uint8Array> {
  const top = mkdtempSync(join(tmpdir(), 'gadget-go-'));
  try {
    cpSync(join(root, 'guest-go'), join(top, 'guest-go'), { recursive: true });
    cpSync(join(root, 'guest-go-example'), join(top, 'guest-go-example'), {
      recursive: true,
      filter: (path) => !path.includes('.gadget'),
    });
    const file = join(top, 'guest-go/adapter/wasi_snapshot_preview1.wat');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    return await buildFolder(join(top, 'guest-go-example'));
  } finally {
    rmSync(top, { recursive: true });
  }
}

/** Texts so long that Go collects garbage while it makes room for one. */
const rows = Array.from({ length: 300 }, (_, pid) => ({ pid, filename: `/home/ann/${'x'.repeat(5000)}` }));
const what: Play = {
  schema: { pid: 'uint32', filename: 'text' },
  packets: [rows, rows],
  params: { field: 'filename', from: '' },
};

describe.runIf(wasmtimeTests && buildable.includes('go'))(
  'Go wants to know the time while its host waits',
  () => {
    test('and is not let out by the adapter of the SDK', async () => {
      const component = await buildFolder(join(root, 'guest-go-example'));
      const seen = await play(inWasmtime(component), what);
      expect(seen.failures).toEqual([]);
      expect(seen.rows).toHaveLength(2 * rows.length);
    }, 600_000);

    describe('with an adapter that lets it out', () => {
      let component: Uint8Array;

      beforeAll(async () => {
        const guard = '(i32.eqz (i32.load (i32.const 4112)))';
        component = await exampleWith((adapter) => {
          expect(adapter).toContain(guard);
          return adapter.replace(guard, '(i32.const 1)');
        });
      }, 600_000);

      const trap = { failures: ['E_GADGET_TRAP'] } satisfies Partial<Seen>;

      test('wasmtime and our host trap it', async () => {
        const seen = await play(inWasmtime(component), what);
        expect(seen).toMatchObject(trap);
        expect(seen.words[0]).toContain('cannot leave component instance');
        expect(await play({ component }, what)).toMatchObject(trap);
      });

      // Which is why there is a suite that runs elsewhere, too.
      test('the glue of jco does not notice', async () => {
        expect(await play({ component }, { ...what, bindings: 'reference' })).toMatchObject({ failures: [] });
      });
    });
  },
);
