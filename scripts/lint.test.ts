import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const promise = 'declare const later: () => Promise<void>;\n';

/** A file that breaks a rule, the line where, and the rule. */
type Bad = [name: string, path: string, text: string, line: number, rule: string];

const arrow = (from: string, to: string): Bad => {
  const path = `host/src/${from}/to-${to}.ts`;
  const text = `\nexport * from '../${to}/thing.ts';\n`;
  return [`${from} may not import ${to}`, path, text, 2, 'eslint(no-restricted-imports)'];
};
const rooms = [
  ['cli'],
  ['gadget'],
  ['run'],
  ['quarantine'],
  ['isolate', 'sources', 'outputs', 'wit'],
  ['component'],
  ['versions'],
  ['lowering'],
  ['api'],
  ['data'],
];
const backwards = rooms.flatMap((level, i) =>
  level.flatMap((from) => {
    const forbidden = [...rooms.slice(0, i).flat(), ...level].filter((to) => to !== from);
    return forbidden.map((to) => arrow(from, to));
  }),
);
const forwards = rooms.flatMap((level, i) =>
  level.flatMap((from) =>
    rooms
      .slice(i + 1)
      .flat()
      .map((to) => arrow(from, to)),
  ),
);

const bad: Bad[] = [
  ...backwards,
  [
    'a type is an arrow, too',
    'host/src/data/type.ts',
    "import type { A } from '../run/thing.ts';\nexport type B = A;\n",
    1,
    'eslint(no-restricted-imports)',
  ],
  [
    'a type inside a type does not hide one',
    'host/src/data/inline.ts',
    "export type B = import('../run/thing.ts').A;\n",
    1,
    'typescript(consistent-type-imports)',
  ],
  [
    'a dynamic import is an arrow, too',
    'host/src/data/dynamic.ts',
    "export const late: unknown = import('../run/thing.ts');\n",
    1,
    'eslint(no-restricted-imports)',
  ],
  [
    'what all rooms use imports none',
    'host/src/limits.ts',
    "export * from './data/thing.ts';\n",
    1,
    'eslint(no-restricted-imports)',
  ],
  [
    'data does no input or output',
    'host/src/data/io.ts',
    "export * from 'node:fs';\n",
    1,
    'eslint(no-restricted-imports)',
  ],
  [
    'only component knows jco',
    'host/src/run/jco.ts',
    "export * from '@bytecodealliance/jco-transpile';\n",
    1,
    'eslint(no-restricted-imports)',
  ],
  [
    'the host does not need the SDK',
    'host/src/run/sdk.ts',
    "export * from '@gadget-api/guest';\n",
    1,
    'eslint(no-restricted-imports)',
  ],
  [
    'the SDK in a component has no Node',
    'guest-js/src/fields/node.ts',
    "export * from 'node:fs';\n",
    1,
    'eslint(no-restricted-imports)',
  ],
  [
    'nor the host',
    'guest-js/src/index.ts',
    "export * from '@gadget-api/host';\n",
    1,
    'eslint(no-restricted-imports)',
  ],
  [
    'nor the builder',
    'guest-js/src/fields/build.ts',
    "export * from '../build/thing.ts';\n",
    1,
    'eslint(no-restricted-imports)',
  ],
  [
    'two files in a circle',
    'host/src/data/one.ts',
    "\nimport { two } from './two.ts';\nexport const one: unknown = two;\n",
    2,
    'import(no-cycle)',
  ],
  [
    'a promise nobody waits for',
    'host/src/run/floating.ts',
    `${promise}later();\n`,
    2,
    'typescript(no-floating-promises)',
  ],
  [
    'a promise where nothing waits',
    'host/src/run/misused.ts',
    `${promise}[1].forEach(async () => {\n  await later();\n});\n`,
    2,
    'typescript(no-misused-promises)',
  ],
  ['any', 'host/src/run/any.ts', 'export const a: any = 1;\n', 1, 'typescript(no-explicit-any)'],
  [
    'an export without types',
    'host/src/run/untyped.ts',
    'export function f() {\n  return 1;\n}\n',
    1,
    'typescript(explicit-module-boundary-types)',
  ],
  [
    'the only test that runs',
    'host/src/run/only.test.ts',
    "import { expect, it } from 'vitest';\nit.only('x', () => expect(1).toBe(1));\n",
    2,
    'vitest(no-focused-tests)',
  ],
  [
    'a test that is skipped',
    'host/src/run/skip.test.ts',
    "import { expect, it } from 'vitest';\nit.skip('x', () => expect(1).toBe(1));\n",
    2,
    'vitest(no-disabled-tests)',
  ],
];

let folder: string;
let found: string[];
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  const compilerOptions = { strict: true, noEmit: true, target: 'es2024', module: 'nodenext', types: [] };
  write('tsconfig.json', JSON.stringify({ compilerOptions: { ...compilerOptions, skipLibCheck: true } }));
  write('package.json', '{"type":"module"}');
  for (const [, path, text] of [...bad, ...forwards]) write(path, text);
  for (const room of [...rooms.flat(), '../../guest-js/src/build']) {
    write(join('host/src', room, 'thing.ts'), 'export type A = string;\n');
  }
  write('host/src/data/two.ts', "import { one } from './one.ts';\nexport const two: unknown = one;\n");
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const argv = [oxlint, '--type-aware', '-f', 'unix', '.'];
  const { stdout } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' });
  found = stdout.split('\n').flatMap((line) => {
    const match = /^([^:]+):(\d+):\d+: .* \[\w+\/(.+)\]$/s.exec(line);
    return match === null ? [] : [`${match[1]}:${match[2]} ${match[3]}`];
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('oxlint', () => {
  it.each(bad)('%s', (_name, path, _text, line, rule) => {
    expect(found).toContain(`${path}:${line} ${rule}`);
  });

  it('lets the arrows pass that point the right way', () => {
    const wrong = new Set(found.map((line) => line.split(':')[0]));
    expect(forwards.map(([, path]) => path).filter((path) => wrong.has(path))).toEqual([]);
  });

  it('knows every room there is', () => {
    const folders = readdirSync(join(root, 'host/src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'generated')
      .map((entry) => entry.name);
    expect(folders.filter((name) => !rooms.flat().includes(name))).toEqual([]);
  });
});
