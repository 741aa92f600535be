import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const host = new URL('../../host/src/index.ts', import.meta.url).href;
const component = fileURLToPath(new URL('../../golden/1.1.0/redact-rust.wasm', import.meta.url));

/** A run, and then an instance that is dropped after V8 has made code for its import. */
const program = (isolation: string): string => `
  import { createRun } from '${host}';
  const run = await createRun({
    gadgets: [{ name: 'redact', component: '${component}', params: { from: 'open', field: 'filename' } }],
    isolation: '${isolation}',
    sources: { open: { schema: { filename: 'text' } } },
    cacheDir: false,
  });
  const bytes = [0,97,115,109,1,0,0,0, 1,4,1,96,0,0, 2,7,1,1,104,1,102,0,0, 3,2,1,0, 7,5,1,1,114,0,1, 10,6,1,4,0,16,0,11];
  const module = new WebAssembly.Module(Uint8Array.from(bytes));
  (() => {
    const { r } = new WebAssembly.Instance(module, { h: { f() {} } }).exports;
    for (let n = 0; n < 10; n++) r();
  })();
  gc();
  await new Promise((resolve) => setTimeout(resolve, 10));
  await run.close();
`;

/** Runs it in a process that frees code of wasm at once, and says so. */
async function told(isolation: string): Promise<string> {
  const flags = ['--stress-wasm-code-gc', '--trace-wasm-code-gc', '--wasm-wrapper-tiering-budget=1'];
  const args = [...flags, '--expose-gc', '--input-type=module', '-e', program(isolation)];
  return (await promisify(execFile)(process.execPath, args)).stdout;
}

test.runIf(Number.parseInt(process.versions.v8) < 14)(
  'V8 frees no code that threads share once gadgets have had threads',
  async () => {
    expect(await told('inline')).toMatch(/Freeing \d+ wrapper/);
    expect(await told('worker')).not.toMatch(/Freeing \d+ wrapper/);
  },
);
