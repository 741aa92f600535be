import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readTemplate } from './template.ts';

const root = path.join(import.meta.dirname, '../../../..');

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
      execFileSync(process.execPath, [tsc, '-p', path.join(root, 'host/templates', project)], {
        encoding: 'utf8',
      }),
    ).toBe('');
});
