import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type GadgetError, inspectComponent } from '@gadget-api/host';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as sdk from '../index.ts';
import { runRows } from '../testing/index.ts';
import { bundle } from './bundle.ts';
import { buildGadget, type Diagnostic } from './index.ts';
import { importsOf } from './world.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gadget-test-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function files(contents: Record<string, string>, into: string = folder): Promise<void> {
  for (const [name, text] of Object.entries(contents)) {
    await mkdir(dirname(join(into, name)), { recursive: true });
    await writeFile(join(into, name), text);
  }
}

async function failure(contents: Record<string, string>): Promise<GadgetError> {
  await files(contents);
  const error = await buildGadget(folder).then(
    () => undefined,
    (thrown: unknown) => thrown as GadgetError,
  );
  expect(error?.code).toBe('E_BUILD');
  return error as GadgetError;
}

const gadget = (init: string, imports: string = 'defineGadget'): string =>
  `import { ${imports} } from '@gadget-api/guest';\nexport default defineGadget({ init() { ${init} } });\n`;

describe('a gadget imports and exports what it uses, of the oldest version that has it', () => {
  const [openSource, subscribe] = ['openSource("a")', 'subscribe(openSource("a"), () => {})'];
  const sources = ['datasource', 'field', 'packet'];
  it.each([
    ['nothing', '', '1.0.0', [], []],
    ['the log', 'log.info(1)', '1.0.0', ['logging'], []],
    ['console', 'console.log(1)', '1.0.0', ['logging'], []],
    ['the time', 'new Date(); globalThis.Date.now()', '1.0.0', ['clock'], []],
    ['chance', 'Math.random()', '1.0.0', ['random'], []],
    ['parameters', 'param("x")', '1.0.0', ['params'], []],
    ['timers', 'every(1, () => {})', '1.0.0', ['timer'], ['ticker']],
    ['a source', openSource, '1.0.0', sources, []],
    ['packets', subscribe, '1.0.0', sources, ['handler']],
    [
      'lists',
      `listField(${openSource}, "b", "text")`,
      '1.1.0',
      ['datasource', 'field', 'lists', 'packet'],
      [],
    ],
    [
      'a field of lists',
      `addListField(${openSource}, "b", "text")`,
      '1.1.0',
      ['datasource', 'field', 'lists', 'packet'],
      [],
    ],
    [
      'what is in lists',
      `elementKind(${openSource}.field("b"))`,
      '1.1.0',
      ['datasource', 'field', 'lists', 'packet'],
      [],
    ],
    ['unsetting rows', `unsetMany(${openSource}.field("b"), void 0, [])`, '1.1.0', sources, []],
    ['what is hidden', `isHidden(${openSource})`, '1.1.0', sources, []],
    ['descriptions', `describeFields(${openSource})`, '1.1.0', sources, []],
    ['the end of packets', `${subscribe}; unsubscribe(${openSource})`, '1.1.0', sources, ['handler']],
    ['losses', `${subscribe}; onLoss(${openSource}, () => {})`, '1.1.0', sources, ['handler', 'losses']],
    ['log attributes', 'logWith("info", "a", { b: 1 })', '1.1.0', ['logging'], []],
    ['both clocks', 'now()', '1.1.0', ['clock'], []],
    ['a timer that fires once', 'after(1, () => {})', '1.1.0', ['timer'], ['ticker']],
  ])('%s', async (_, init, api, imports, exports) => {
    const all = Object.keys(sdk).join();
    await files({ 'gadget.js': gadget(init, all) });
    const bundled = await bundle(folder, 'gadget.js', 'quickjs', false);
    expect([importsOf(bundled.imports, bundled.exports), bundled.exports]).toEqual([
      imports,
      ['lifecycle', ...exports].toSorted(),
    ]);
    expect(bundled.api).toBe(api);
    expect([...bundled.source.matchAll(/gadget:api\/[a-z]+@([^"']+)/g)].every(([, its]) => its === api)).toBe(
      true,
    );
    expect(bundled.warnings).toEqual([]);
  });
});

it('says of a component which version it imports and exports', async () => {
  await files({ 'gadget.js': gadget('log.info(1)', 'defineGadget, log') });
  const old = await buildGadget(folder);
  await files({ 'gadget.js': gadget('logWith("info", "a", {})', 'defineGadget, logWith') });
  const newer = await buildGadget(folder);
  for (const [{ imports, exports, component }, api] of [
    [old, '1.0.0'],
    [newer, '1.1.0'],
  ] as const) {
    expect([imports, exports]).toEqual([[`gadget:api/logging@${api}`], [`gadget:api/lifecycle@${api}`]]);
    const info = inspectComponent(component);
    expect(info.imports.filter(({ name }) => name.startsWith('gadget:api/')).map(({ name }) => name)).toEqual(
      expect.arrayContaining(imports),
    );
    expect((await runRows(component, [])).logs).toHaveLength(1);
  }
});

describe('a gadget that does not build says why', () => {
  it('when types do not fit, with file, line and column', async () => {
    const error = await failure({ 'gadget.ts': gadget('\n  const n: number = "x"; void n;') });
    expect(error.message).toMatch(/gadget\.ts:3:9: TS2322: Type 'string' is not assignable to type 'number'/);
    expect(error.details.diagnostics).toMatchObject([
      { severity: 'error', file: 'gadget.ts', line: 3, column: 9 },
    ]);
  });

  it('when a field is used as what it is not', async () => {
    const use =
      'const f = openSource("a").field("x", "uint64"); subscribe(openSource("a"), (p) => f.set(p.row(0), 1));';
    const error = await failure({ 'gadget.ts': gadget(use, 'defineGadget, openSource, subscribe') });
    expect(error.message).toContain("'number' is not assignable to parameter of type 'bigint'");
  });

  it('when it does not parse', async () => {
    const error = await failure({ 'gadget.js': 'export default {' });
    expect(error.message).toMatch(/gadget\.js:1:\d+: .*end of file/);
  });

  it('when it imports modules of Node', async () => {
    for (const name of ['node:fs', 'fs']) {
      const error = await failure({ 'gadget.js': `import fs from '${name}';\n${gadget('fs.x()')}` });
      expect(error.message).toContain(`gadget.js:1:16: ${name}: gadgets have no Node`);
    }
  });

  it('when it imports what is not there, or not for gadgets', async () => {
    const error = await failure({
      'gadget.js': `import 'left-pad-9';\nimport './lost.js';\nimport '@gadget-api/guest/build';`,
    });
    for (const words of [
      '1:8: Could not resolve "left-pad-9"',
      '2:8: Could not resolve "./lost.js"',
      '3:8: @gadget-api/guest/build is not for gadgets',
    ])
      expect(error.message).toContain(words);
    const raw = await failure({
      'gadget.js': `import 'gadget:api/field@1.0.0';\nimport 'wasi:cli/stdin@0.2.0';`,
    });
    expect(raw.message).toContain('import what you need from @gadget-api/guest instead');
    expect(raw.message).toContain('gadgets have no WASI');
  });

  it('when it has no default export, or another one', async () => {
    expect((await failure({ 'gadget.js': 'export const x = 1;' })).message).toContain(
      'export default defineGadget',
    );
    expect((await failure({ 'gadget.js': 'export default { init() {} };' })).message).toContain(
      'is what defineGadget answers',
    );
  });

  it('when it waits for timers that gadgets do not have', async () => {
    const typed = await failure({ 'gadget.ts': gadget('setTimeout(() => {}, 1)') });
    expect(typed.message).toContain("Cannot find name 'setTimeout'");
    expect(typed.hint).toContain('every(milliseconds, callback)');
    await rm(join(folder, 'gadget.ts'));
    const untyped = await failure({ 'gadget.js': gadget('\n  setTimeout(() => {}, 1)') });
    expect(untyped.message).toMatch(
      /gadget\.js:3:3: gadgets have no setTimeout\. .*every\(milliseconds, callback\)/,
    );
  });

  it.each(['openSource("a")', 'Date.now()', 'console.log(1)', 'Math.random()'])(
    'when its top level says %s',
    async (use) => {
      const error = await failure({
        'gadget.js': `import { openSource } from '@gadget-api/guest';\nexport const x = ${use};\n${gadget('openSource; x;')}`,
      });
      expect(error.message).toContain('must not call the gadget API');
    },
  );

  it('when there is no gadget', async () => {
    expect((await failure({ 'readme.txt': '' })).hint).toContain(
      'gadget.ts, gadget.js, src/gadget.ts, src/gadget.js',
    );
    await expect(buildGadget(join(folder, 'gone'))).rejects.toMatchObject({ code: 'E_BUILD' });
  });
});

it('warns, and builds, when a package names what gadgets lack', async () => {
  await files({
    'node_modules/pack/package.json': '{ "name": "pack", "main": "index.js" }',
    'node_modules/pack/index.js': 'exports.later = typeof setTimeout === "function" ? setTimeout : "never";',
    'gadget.js': `// There is no process here.\nimport { later } from 'pack';\n${gadget('log.info(later)', 'defineGadget, log')}`,
  });
  const remarks: Diagnostic[] = [];
  const { warnings, component } = await buildGadget(folder, {
    onDiagnostic: (remark) => remarks.push(remark),
  });
  expect(warnings).toMatchObject([{ severity: 'warning', file: 'node_modules/pack/index.js', line: 1 }]);
  expect(remarks).toEqual(warnings);
  expect((await runRows(component, [])).logs).toEqual([{ level: 'info', message: 'never' }]);
});

it("checks types by the folder's own tsconfig.json if there is one", async () => {
  const own =
    '{ "compilerOptions": { "strict": false, "module": "esnext", "moduleResolution": "bundler", "target": "es2024", "lib": ["es2024"] } }';
  await files({ 'gadget.ts': gadget('const n: number = null; void n;'), 'tsconfig.json': own });
  await expect(buildGadget(folder)).resolves.toMatchObject({ warnings: [] });
  await files({ 'gadget.ts': gadget('console.log(performance.now())'), 'tsconfig.json': own });
  await expect(buildGadget(folder)).rejects.toThrow("Cannot find name 'console'");
  await files({
    'tsconfig.json': own.replace('"strict"', '"types": ["@gadget-api/guest/globals"], "strict"'),
  });
  await expect(buildGadget(folder)).resolves.toMatchObject({ warnings: [] });
  await files({ 'gadget.ts': gadget('const n: number = null; void n;') });
  await rm(join(folder, 'tsconfig.json'));
  await expect(buildGadget(folder)).rejects.toMatchObject({ code: 'E_BUILD' });
});

it('bundles the same wherever the folder lies, with modules and JSON of its own', async () => {
  const contents = {
    'src/gadget.ts': `import { words } from './more.ts';\nimport data from './data.json';\n${gadget('log.info(words, data)', 'defineGadget, log')}`,
    'src/more.ts': 'export const words: string = "more";',
    'src/data.json': '{ "a": [1] }',
  };
  const [one, two] = [join(folder, 'one'), join(folder, 'deeper/two')];
  await files(contents, one);
  await files(contents, two);
  const [first, second] = [
    await bundle(one, 'src/gadget.ts', 'quickjs', false),
    await bundle(two, 'src/gadget.ts', 'quickjs', false),
  ];
  expect(first.source).toBe(second.source);
  expect(first.source).not.toContain(folder);

  const outFile = join(folder, 'out.wasm');
  const { component, digest, imports, exports } = await buildGadget(one, { outFile, minify: true });
  expect([imports, exports]).toEqual([['gadget:api/logging@1.0.0'], ['gadget:api/lifecycle@1.0.0']]);
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(new Uint8Array(await readFile(outFile))).toEqual(new Uint8Array(component));
  expect((await runRows(outFile, [])).logs).toEqual([{ level: 'info', message: 'more {"a":[1]}' }]);
});
