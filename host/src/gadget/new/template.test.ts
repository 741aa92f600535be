import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findProgram } from '../rust/machine.ts';
import { readTemplate } from './template.ts';

const root = path.join(import.meta.dirname, '../../../..');
const templates = path.join(root, 'host/templates');

test.each([
  [
    'js',
    ['gadget.ts', 'rule.ts', 'test/rule.test.ts', 'package.json', 'tsconfig.json', 'test/tsconfig.json'],
  ],
  ['rust', ['Cargo.lock', 'Cargo.toml', 'src/lib.rs', 'src/rule.rs']],
  ['go', ['go.mod', 'main.go', 'rule.go', 'rule_test.go']],
] as const)('the files of a gadget in %s', async (language, files) => {
  const names = (await readTemplate(language)).map(({ name }) => name);
  expect(names.toSorted()).toEqual(['.gitignore', 'README.md', 'gadget.yaml', ...files].toSorted());
});

test('the compiler likes the one in TypeScript, with the settings that it brings', () => {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  for (const project of ['js', 'js/test'])
    expect(
      execFileSync(process.execPath, [tsc, '-p', path.join(templates, project)], {
        encoding: 'utf8',
      }),
    ).toBe('');
});

// Prettier knows neither.
test.runIf(findProgram('rustfmt') !== undefined)('the one in Rust is formatted', () => {
  const cwd = path.join(templates, 'rust');
  const argv = ['--check', '--edition', '2024', 'src/lib.rs'];
  expect(execFileSync('rustfmt', argv, { cwd, encoding: 'utf8' })).toBe('');
});

test.runIf(findProgram('gofmt') !== undefined)('the one in Go is formatted', () => {
  const cwd = path.join(templates, 'go');
  expect(execFileSync('gofmt', ['-l', '.'], { cwd, encoding: 'utf8' })).toBe('');
});
