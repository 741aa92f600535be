import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { freedBy, useOfImport } from '../../host/src/isolate/wasm-code.fixture.ts';

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
  ${useOfImport}
  await run.close();
`;

test.runIf(Number.parseInt(process.versions.v8) < 14)(
  'V8 frees no code that threads share once gadgets have had threads',
  async () => {
    expect(await freedBy(program('inline'))).toMatch(/Freeing \d+ wrapper/);
    expect(await freedBy(program('worker'))).not.toMatch(/Freeing \d+ wrapper/);
  },
);
