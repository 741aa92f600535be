/** Builds the gadgets that every later host must run: once for each frozen version of gadget:api, and never again. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../host/src/errors.ts';
import { buildFolder } from '../host/src/gadget/build.ts';
import { machineAt } from '../host/src/gadget/rust/machine.ts';
import { findToolchain } from '../host/src/gadget/rust/toolchain.ts';
import { createRun } from '../host/src/index.ts';
import { createOutput, memorySink } from '../host/src/outputs/index.ts';
import { ndjsonSource } from '../host/src/sources/index.ts';
import { readPackage } from '../host/src/wit/read-package.ts';
import { type Case, casesFolder, readCases } from '../test/conformance/case.ts';
import { componentsOf } from '../test/conformance/components.ts';
import {
  goldenFiles,
  goldenFolder,
  goldenLanguages,
  GoldenRelease,
  goldenReleases,
  type Made,
} from '../test/golden/release.ts';
import { frozenProblems } from './wit/frozen.ts';

const root = join(import.meta.dirname, '..');
/** The gadget of the examples, by language. */
const redact = { js: 'gadgets/redact', rust: 'guest-rust-example', go: 'guest-go-example' } as const;

/** Rows that a redaction has something to do with, or must leave alone. */
const rows = [
  { pid: 1, filename: '/home/ann/a.txt', big: 2n ** 63n },
  { pid: 2, filename: '/etc/hosts', ratio: -0.5 },
  { pid: 3 },
  { pid: 4, filename: '', ok: true },
  { pid: 5, filename: '/mnt/home/käthe/home/bob/ä"\\\u0001', nested: { deep: [1, { two: 2 }] } },
];

async function makeGolden(): Promise<string> {
  const { version } = await readPackage(join(root, 'wit/gadget-api'));
  if (version === undefined) throw new Error('wit/gadget-api has no version');
  const frozen = join(root, 'wit/frozen');
  if (!existsSync(join(frozen, version)) || frozenProblems(frozen).length > 0)
    throw new Error(`${version} is not frozen: npm run wit:freeze comes first`);
  const to = join(goldenFolder, version);
  if (existsSync(to)) throw new Error(`${to} is there already, and golden gadgets are never built again`);
  const making = join(goldenFolder, `.${version}`);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const release = new GoldenRelease(version, making);

  const cases = casesWithout(behavioursBefore());
  if (cases.length === 0) throw new Error(`earlier releases have all behaviours: what came with ${version}?`);
  const components = componentsOf(cases);
  for (const language of goldenLanguages) {
    console.log(`building in ${language}`);
    writeFileSync(
      release.path(goldenFiles.redact(language)),
      await buildFolder(join(root, redact[language])),
    );
    writeFileSync(release.path(goldenFiles.behaviours(language)), await components(language));
  }
  const described = cases.map(({ name }) => [
    name,
    JSON.parse(readFileSync(join(casesFolder, name, 'case.json'), 'utf8')) as unknown,
  ]);
  writeFileSync(
    release.path(goldenFiles.cases),
    `${JSON.stringify(Object.fromEntries(described), null, 1)}\n`,
  );
  writeFileSync(release.path(goldenFiles.input), rows.map((row) => `${lineOf(row)}\n`).join(''));
  await record(release);
  const made: Made = {
    version,
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
    tools: await tools(),
    files: release.sums(),
  };
  writeFileSync(release.path(goldenFiles.made), `${JSON.stringify(made, null, 2)}\n`);
  renameSync(making, to);
  return to;
}

/** Behaviours that an earlier release has, whose gadgets are run as long as those of this one: none need be built again. */
function behavioursBefore(): ReadonlySet<string> {
  return new Set(goldenReleases().flatMap((release) => release.cases.map(({ name }) => name)));
}

function casesWithout(names: ReadonlySet<string>): Case[] {
  return readCases().filter(({ name }) => !names.has(name));
}

/** What the gadgets make of the input; all must make the same of it. */
async function record(release: GoldenRelease): Promise<void> {
  const outputs = new Set<string>();
  for (const language of goldenLanguages) {
    const sink = memorySink();
    const run = await createRun({
      gadgets: [{ name: 'redact', component: release.path(goldenFiles.redact(language)) }],
      sources: { open: ndjsonSource({ path: release.path(goldenFiles.input) }) },
      outputs: [createOutput('json', sink)],
    });
    await run.start();
    const { failure } = await run.done;
    if (failure !== undefined) throw failure;
    outputs.add(sink.text);
  }
  const [only, ...others] = outputs;
  if (only === undefined || others.length > 0) throw new Error('the gadgets do not do the same');
  writeFileSync(release.path(goldenFiles.output), only);
}

async function tools(): Promise<Record<string, string>> {
  const { rustc } = await findToolchain(machineAt(join(root, redact.rust)));
  const { dependencies } = JSON.parse(readFileSync(join(root, 'guest-js/package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const version = (program: string, ...argv: string[]): string =>
    execFileSync(program, argv, { encoding: 'utf8' }).trim();
  return {
    'componentize-qjs': dependencies['componentize-qjs']!,
    rustc: version(rustc, '--version'),
    go: version('go', 'version'),
  };
}

/** As JSON, with 64-bit numbers as they are. */
function lineOf(row: object): string {
  const text = JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? `#${value}` : value));
  return text.replace(/"#(\d+)"/g, '$1');
}

try {
  console.log(await makeGolden());
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
