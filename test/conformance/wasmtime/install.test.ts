import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findWasmtime, installWasmtime } from './install.ts';

/** An interpreter that finds no packages at all. */
function barePython(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gadget-python-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'python3');
  writeFileSync(file, '#!/bin/sh\nexec python3 -I -S "$@"\n');
  chmodSync(file, 0o700);
  return file;
}

test('says that wasmtime is not there', async () => {
  expect(await findWasmtime(barePython())).toEqual({ reason: expect.stringContaining('wasmtime') });
});

test.each([
  ['without Python', () => '/no/such/python3'],
  ['without pip', barePython],
])('%s says what to install', async (_, python) => {
  expect(await installWasmtime(python())).toEqual({
    reason: expect.stringContaining('apt-get install -y python3-pip'),
    packages: ['python3-pip'],
  });
});
