import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks, runChecks, type Check } from './check.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'check-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const script = (name: string, text: string): Check => {
  const path = join(folder, `${name}.js`);
  writeFileSync(path, text);
  return { name, argv: [path] };
};

describe('runChecks', () => {
  it('runs all, shows the output of those that fail, and fails with them', async () => {
    let printed = '';
    const list = [
      script('first', 'console.error("a.ts:1: wrong"); process.exit(1)'),
      script('second', 'console.log("quiet when well")'),
      script('third', 'process.kill(process.pid, "SIGKILL")'),
    ];
    expect(await runChecks(list, (text) => (printed += text))).toBe(false);
    expect(printed.replaceAll(/[\d.]+ s/g, 'N s')).toBe(
      'FAILED first (N s)\na.ts:1: wrong\nok     second (N s)\nFAILED third (N s)\n',
    );
  });

  it('is content when all are', async () => {
    expect(await runChecks([script('well', '')], () => {})).toBe(true);
  });

  it('knows scripts that exist', async () => {
    const missing: Check = { name: 'missing', argv: [join(folder, 'no-such-file.js')] };
    expect(await runChecks([missing], () => {})).toBe(false);
    expect(checks.map(({ name }) => name)).toEqual([
      'types',
      'isolated declarations',
      'lint, import direction',
      'format',
      'WIT gates and comments',
      'WIT versions',
      'generated files',
      'API reference, names in the SDKs',
    ]);
  });
});
