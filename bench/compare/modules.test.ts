import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { linkModules } from './modules.ts';

let top: string;
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'gadget-modules-')));
});
afterEach(() => rmSync(top, { recursive: true }));

function write(path: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), '');
}

function link(path: string, target: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  symlinkSync(target, join(top, path));
}

/** Where a path of the copy leads to, from the top of both. */
function leadsTo(path: string): string {
  return realpathSync(join(top, 'copy', path)).slice(top.length + 1);
}

it('gives a copy our packages, but its own workspaces and their commands, and no caches', () => {
  write('ours/node_modules/plain/index.js');
  write('ours/node_modules/@scope/one/cli.js');
  write('ours/node_modules/.cache/made-by-ours');
  write('ours/node_modules/.package-lock.json');
  write('ours/host/node_modules/inner/index.js');
  link('ours/node_modules/@scope/host', '../../host');
  link('ours/node_modules/@scope/later', '../../later');
  write('ours/later/node_modules/inner/index.js');
  link('ours/node_modules/.bin/gadget', '../@scope/host/bin.js');
  link('ours/node_modules/.bin/one', '../@scope/one/cli.js');
  write('ours/host/bin.js');
  write('copy/host/bin.js');
  linkModules(join(top, 'ours'), join(top, 'copy'));
  expect(leadsTo('node_modules/plain')).toBe('ours/node_modules/plain');
  expect(leadsTo('node_modules/.bin/one')).toBe('ours/node_modules/@scope/one/cli.js');
  expect(leadsTo('node_modules/@scope/host')).toBe('copy/host');
  expect(leadsTo('node_modules/.bin/gadget')).toBe('copy/host/bin.js');
  expect(leadsTo('host/node_modules/inner')).toBe('ours/host/node_modules/inner');
  // A workspace that the copy does not have yet is not there, not ours.
  expect(existsSync(join(top, 'copy/node_modules/@scope/later'))).toBe(false);
  expect(existsSync(join(top, 'copy/node_modules/.cache'))).toBe(false);
  expect(lstatSync(join(top, 'copy/node_modules')).isSymbolicLink()).toBe(false);
});
