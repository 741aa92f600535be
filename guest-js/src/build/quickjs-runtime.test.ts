import { expect, it } from 'vitest';
import { importedModules } from './core-module.fixture.ts';
import { findRuntime, quickJsRuntime } from './quickjs-runtime.ts';

it('is found in the package and can be compiled', async () => {
  const asked = await importedModules(await quickJsRuntime());
  expect(asked).toContain('wasi:cli/environment@0.2.0');
  expect(asked.filter((name) => /random|wall-clock/.test(name))).toEqual([]);
});

it('is none that we do not know', () => {
  const other = Buffer.of(1, 0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1);
  expect(() => findRuntime(other)).toThrow(expect.objectContaining({ code: 'E_BUILD_TOOL' }));
});
