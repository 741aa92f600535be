import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { goBuilder } from '../build-go.ts';
import { goVersion, replacedBy } from './toolchain.ts';

const before = process.env['PATH'];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gadget-go-'));
  writeFileSync(path.join(folder, 'go.mod'), 'module x\n');
});
afterEach(() => {
  process.env['PATH'] = before;
  rmSync(folder, { recursive: true });
});

/** A Go that knows its version and nothing else. */
function pretend(version: string): void {
  const file = path.join(folder, 'go');
  writeFileSync(file, `#!/bin/sh\necho ${version}\n`);
  chmodSync(file, 0o755);
  process.env['PATH'] = folder;
}

describe('Go', () => {
  test('that is missing is asked for', async () => {
    process.env['PATH'] = path.join(folder, 'nothing');
    expect(await goBuilder.version(folder)).toBeUndefined();
    await expect(goBuilder.build(folder, () => {})).rejects.toMatchObject({
      code: 'E_BUILD_TOOL',
      message: 'building a gadget in Go needs Go 1.26 or newer, which is not installed',
      hint: expect.stringContaining('https://go.dev/dl/'),
    });
  });

  test.each(['go1.25.3', 'go1.9', 'go0.30'])('that is too old (%s) is named', async (version) => {
    pretend(version);
    expect(await goBuilder.version(folder)).toBeUndefined();
    expect(goBuilder.missing().message).toBe(
      `building a gadget in Go needs Go 1.26 or newer, and this is ${version}`,
    );
  });

  test.each(['go1.26.0', 'go1.26rc1', 'go1.30', 'go2.0', 'devel go1.27-abc'])(
    '%s will do',
    async (version) => {
      pretend(version);
      expect(await goVersion()).toBe(version);
    },
  );
});

test('the folders that replace modules are found in go.mod', () => {
  for (const name of ['sdk', 'below/two', 'spaced']) mkdirSync(path.join(folder, name), { recursive: true });
  const goMod = `module x

go 1.26

require example.com/one v1.0.0 // => ./comment

replace gadget-api/guest => ./sdk // here
replace (
\texample.com/two v1.0.0 => "./below/two"
\texample.com/three => example.com/four v1.2.3
\texample.com/gone => ../not-there
\texample.com/five =>   ${folder}/spaced
)
// replace example.com/six => ./sdk
`;
  expect(replacedBy(goMod, folder)).toEqual(
    ['sdk', 'below/two', 'spaced'].map((name) => path.join(folder, name)),
  );
});

test('what is built follows the folders that replace modules', async () => {
  pretend('go1.26.1');
  mkdirSync(path.join(folder, 'sdk'));
  writeFileSync(path.join(folder, 'go.mod'), 'replace gadget-api/guest => ./sdk\n');
  const first = await goBuilder.version(folder);
  writeFileSync(path.join(folder, 'sdk/sdk.go'), 'package gadget\n');
  expect(first).toContain('go1.26.1');
  expect(await goBuilder.version(folder)).not.toBe(first);
});
