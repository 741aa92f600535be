import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { settle, stale } from './generated-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'generated-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));

const wanted = new Map([
  ['same.ts', 'a'],
  ['changed.ts', 'x'],
  ['missing.ts', 'y'],
]);

test('changed, missing and left-over files are stale, until it is settled', () => {
  writeFileSync(join(folder, 'same.ts'), 'a');
  writeFileSync(join(folder, 'changed.ts'), 'b');
  writeFileSync(join(folder, 'left-over.ts'), 'c');
  expect(stale(folder, wanted)).toEqual(['changed.ts', 'left-over.ts', 'missing.ts']);
  expect(stale(join(folder, 'nowhere'), wanted)).toEqual(['changed.ts', 'missing.ts', 'same.ts']);

  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  settle(folder, wanted);
  expect(log).toHaveBeenCalledTimes(3);
  log.mockRestore();
  expect(stale(folder, wanted)).toEqual([]);
  expect(readdirSync(folder).toSorted()).toEqual(['changed.ts', 'missing.ts', 'same.ts']);
});
