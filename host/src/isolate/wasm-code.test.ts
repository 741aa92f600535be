import { expect, test } from 'vitest';
import { freedBy, useOfImport } from './wasm-code.fixture.ts';

const file = new URL('./wasm-code.ts', import.meta.url).href;

test.runIf(Number.parseInt(process.versions.v8) < 14)(
  'V8 frees no code of wasm once it is told to keep it',
  async () => {
    expect(await freedBy(useOfImport)).toContain('Freeing 1 wrapper');
    const keeps = `(await import('${file}')).keepWasmCode()`;
    expect(await freedBy(`${keeps}\n${useOfImport}`)).not.toContain('wrapper');
  },
);
