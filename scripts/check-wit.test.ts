import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { defaultLimits } from '../host/src/limits.ts';
import { checkWit } from './check-wit.ts';
import { readWit } from '../host/src/wit/read.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'check-wit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = [
  '/// Package.',
  'package a:b@1.1.0;',
  '/// Interface.',
  '@since(version = 1.0.0)',
  'interface i {',
  '  @since(version = 1.0.0)',
  '  use j.{x};',
  '  /// Variant.',
  '  @since(version = 1.0.0)',
  '  variant v {',
  '    /// Case.',
  '    c(u32),',
  '  }',
  '  /// Record.',
  '  @since(version = 1.0.0)',
  '  record r {',
  '    /// Field.',
  '    f: u32,',
  '  }',
  '  /// Resource.',
  '  @since(version = 1.0.0)',
  '  resource s {',
  '    /// Method.',
  '    @since(version = 1.1.0)',
  '    @deprecated(version = 1.1.0)',
  '    m: func();',
  '  }',
  '  /// Function.',
  '  @unstable(feature = api-x)',
  '  g: func();',
  '}',
  '/// World.',
  '@since(version = 1.0.0)',
  'world w {',
  '  /// Import.',
  '  @since(version = 1.0.0)',
  '  import i;',
  '  /// Include.',
  '  @since(version = 1.0.0)',
  '  include k;',
  '}',
];

/** The good file with one line (from 1) replaced. */
function changed(line: number, text: string): string {
  return good.with(line - 1, text).join('\n');
}

test('a file that keeps every rule has no problems', () => {
  expect(checkWit([{ path: 'p/a.wit', text: good.join('\n') }])).toEqual([]);
});

test.each([
  { name: 'undocumented package', edit: [1, ''], line: 2, message: /^package a:b has no doc comment/ },
  { name: 'undocumented interface', edit: [3, ''], line: 5, message: /^interface i has no doc comment/ },
  { name: 'undocumented variant', edit: [8, ''], line: 10, message: /^variant v has no doc comment/ },
  { name: 'undocumented case', edit: [11, '// Case.'], line: 12, message: /^case c has no doc comment/ },
  { name: 'undocumented field', edit: [17, '///'], line: 18, message: /^field f has no doc comment/ },
  { name: 'undocumented method', edit: [23, '/**/'], line: 26, message: /^method m has no doc comment/ },
  { name: 'undocumented import', edit: [35, ''], line: 37, message: /^import i has no doc comment/ },
  { name: 'ungated interface', edit: [4, ''], line: 5, message: /^interface i has no gate/ },
  { name: 'ungated use', edit: [6, ''], line: 7, message: /^use j\.\{x\} has no gate/ },
  { name: 'ungated type', edit: [15, ''], line: 16, message: /^record r has no gate/ },
  { name: 'ungated function', edit: [29, ''], line: 30, message: /^function g has no gate/ },
  { name: 'ungated world', edit: [33, ''], line: 34, message: /^world w has no gate/ },
  { name: 'ungated include', edit: [39, ''], line: 40, message: /^include k has no gate/ },
  {
    name: 'deprecated without since',
    edit: [24, ''],
    line: 25,
    message: /^method m is @deprecated without @since/,
  },
  {
    name: 'older than its parent',
    edit: [24, '@since(version = 0.9.0)'],
    line: 24,
    message: /older than its resource s, 1\.0\.0/,
  },
  {
    name: 'newer than the package',
    edit: [24, '@since(version = 1.2.0)'],
    line: 24,
    message: /1\.2\.0 is newer than the package, 1\.1\.0/,
  },
  {
    name: 'deprecated in the future',
    edit: [25, '@deprecated(version = 1.2.0)'],
    line: 25,
    message: /newer than the package/,
  },
  {
    name: 'deprecated too early',
    edit: [25, '@deprecated(version = 1.0.0)'],
    line: 25,
    message: /before it came in 1\.1\.0/,
  },
  {
    name: 'half a version in a gate',
    edit: [24, '@since(version = 1.1)'],
    line: 24,
    message: /needs a full version, not 1\.1/,
  },
  {
    name: 'stable within unstable',
    edit: [21, '@unstable(feature = y)'],
    line: 24,
    message: /stable within the unstable resource s/,
  },
  { name: 'two gates', edit: [25, '@unstable(feature = y)'], line: 25, message: /both @since and @unstable/ },
  {
    name: 'a gate on a case',
    edit: [12, '@since(version = 1.0.0) c'],
    line: 12,
    message: /does not go on a case/,
  },
  {
    name: 'half a version of the package',
    edit: [2, 'package a:b@1.1;'],
    line: 2,
    message: /needs a full version/,
  },
  { name: 'no version of the package', edit: [2, 'package a:b;'], line: 2, message: /needs a full version/ },
  { name: 'no package line', edit: [2, ''], line: 1, message: /no file of this folder has a package line/ },
  { name: 'no WIT', edit: [30, '  g func();'], line: 30, message: /expected a type or a function, not g/ },
] as const)('$name is reported at its line, and nothing else', ({ edit: [at, text], line, message }) => {
  const problems = checkWit([{ path: 'p/a.wit', text: changed(at, text) }]);
  expect(problems).toEqual([{ file: 'p/a.wit', line, message: expect.stringMatching(message) }]);
});

test('files of one folder share a package line, and may not disagree', () => {
  const other = '/// Package.\npackage a:b@1.0.0;\n/// I.\n@since(version = 1.1.0)\ninterface k {}\n';
  const one = { path: 'p/a.wit', text: good.join('\n') };
  expect(checkWit([one, { path: 'p/b.wit', text: other.split('\n').slice(2).join('\n') }])).toEqual([]);
  expect(checkWit([one, { path: 'p/b.wit', text: other }])).toEqual([
    { file: 'p/b.wit', line: 2, message: expect.stringMatching(/stands beside a:b@1\.1\.0/) },
  ]);
  expect(checkWit([one, { path: 'q/b.wit', text: other }])).toEqual([
    { file: 'q/b.wit', line: 4, message: expect.stringMatching(/newer than the package, 1\.0\.0/) },
  ]);
});

test('wit/ keeps the rules', () => {
  const files = readWit(join(root, 'wit'));
  expect(files.length).toBeGreaterThan(12);
  expect(checkWit(files)).toEqual([]);
});

test('the command prints file and line, and fails', () => {
  const file = join(folder, 'a.wit');
  const run = (): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [join(root, 'scripts/check-wit.ts'), folder], { encoding: 'utf8' });
  writeFileSync(file, good.join('\n'));
  expect(run()).toMatchObject({ status: 0, stderr: '' });
  writeFileSync(file, changed(6, ''));
  expect(run()).toMatchObject({
    status: 1,
    stderr: `${file}:7: use j.{x} has no gate: @since(version = …)\n`,
  });
});

test('the caps that comments name are those in force', () => {
  const text = readWit(join(root, 'wit/gadget-api'))
    .map((file) => file.text.replace(/\n\s*\/\/\/ ?/g, ' '))
    .join('\n');
  const number = (value: number): string => (value < 10_000 ? `${value}` : value.toLocaleString('en-US'));
  const limits = defaultLimits;
  for (const phrase of [
    `the run has ${limits.maxSources} sources`,
    `the source has ${limits.maxFields} fields`,
    `1 to ${limits.maxNameBytes} bytes of UTF-8`,
    `when the field has ${limits.maxTags}.`,
    `when the field has ${limits.maxAnnotations} annotations`,
    `a value of more than ${limits.maxAnnotationBytes} bytes`,
    `of more than ${limits.maxLogBytes} bytes of UTF-8 the rest is cut`,
    `${limits.maxHandles} unless the operator set another number`,
    `holds at most ${limits.maxPacketRows} rows`,
    `At most ${number(limits.maxSnapshotRows)} rows`,
    `more than ${number(limits.maxAppendedRows)} rows to this packet`,
    `16 MiB (${number(limits.maxValueBytes)} bytes)`,
    `256 MiB (${number(limits.maxColumnBytes)} bytes)`,
    `when ${limits.maxOpenPackets} made packets`,
    `when ${limits.maxQueuedPackets} emitted packets of the run are waiting`,
    `the end of ${limits.maxEmitDepth} packets`,
    `when ${limits.maxTimers} timers exist`,
    `more than ${limits.maxSubscriptions} subscriptions`,
  ]) {
    expect(text).toContain(phrase);
  }
});
