import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGadget } from '@gadget-api/guest/build';
import { createRun, type GadgetError } from '@gadget-api/host';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { checkComponent } from '../../host/src/component/check.ts';
import { inspectComponent } from '../../host/src/component/inspect.ts';
import { buildFolder } from '../../host/src/gadget/build.ts';
import { machineAt } from '../../host/src/gadget/rust/machine.ts';
import { findToolchain } from '../../host/src/gadget/rust/toolchain.ts';
import { thisHost } from '../../host/src/versions/api-offer.ts';
import { offerAt } from '../../host/src/versions/offer-at.ts';

const root = join(import.meta.dirname, '../..');
const example = join(root, 'guest-rust-example');
const ci = (process.env['CI'] ?? '') !== '';
const lacking = await findToolchain(machineAt(example)).then(
  () => undefined,
  (error: GadgetError) => `${error.message}; ${error.hint}`,
);
if (lacking !== undefined && !ci) console.warn(`tests of gadgets in Rust are skipped: ${lacking}`);

const schema = { pid: 'uint32', filename: 'text', other: 'text' } as const;
const paths = [
  '/home/ann/a.txt',
  '/home/ann',
  '/mnt/home/ann/home/bob/x',
  '/home//x',
  '/home/ä€😀/x',
  '/etc',
  '',
];

/** The goal for a component in Rust. Bytes. */
const mostBytes = 60_000;

/** A copy of the example beside the same SDK, in a folder of its own. */
function copyOf(folder: string): string {
  const parent = mkdtempSync(join(tmpdir(), 'gadget-rust-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const copy = join(parent, 'a copy');
  cpSync(folder, copy, { recursive: true, filter: (path) => !/\/(?:target|\.gadget)$/.test(path) });
  const manifest = join(copy, 'Cargo.toml');
  const sdk = join(root, 'guest-rust');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"../guest-rust"', JSON.stringify(sdk)));
  return copy;
}

async function redacted(
  component: Uint8Array,
  bindings: 'direct' | 'reference',
  field: string,
): Promise<unknown[]> {
  const warnings: string[] = [];
  const run = await createRun({
    gadgets: [{ name: 'redact', component, params: { field, from: '' } }],
    sources: { open: { schema } },
    bindings,
    onLog: ({ message }) => warnings.push(message),
  });
  const rows: unknown[] = [];
  const reading = (async (output) => {
    for await (const packet of output) rows.push(...packet.rows());
  })(run.output('open'));
  await run.start();
  for (const length of [1, 2, 10, 1000, 8192]) {
    await run.source('open').push(
      Array.from({ length }, (_, index) => ({
        pid: index,
        ...(index % 5 !== 3 && { filename: paths[index % paths.length] }),
        ...(index % 3 === 0 && { other: paths[(index * 5) % paths.length] }),
      })),
    );
  }
  const { failure, stats } = await run.close();
  await reading;
  expect(failure).toBeUndefined();
  expect(warnings).toEqual([]);
  expect(stats.gadgets[0]?.handlesLeaked).toBe(0);
  return rows;
}

describe.runIf(lacking === undefined || ci)('the example in Rust', () => {
  let component: Uint8Array;
  let inTypeScript: Uint8Array;

  beforeAll(async () => {
    component = await buildFolder(example, { force: true });
    inTypeScript = (await buildGadget(join(root, 'gadgets/redact'))).component;
  }, 900_000);

  test('is small, and imports gadget:api only', () => {
    const { imports, exports } = inspectComponent(component);
    expect(component.length).toBeLessThan(mostBytes);
    expect(imports.filter((use) => use.package !== 'gadget:api')).toEqual([]);
    expect(exports.map(({ name }) => name).toSorted()).toEqual([
      'gadget:api/handler@1.0.0',
      'gadget:api/lifecycle@1.0.0',
    ]);
  });

  test('runs on a host with gadget:api 1.0.0', () => {
    const info = inspectComponent(component);
    const { refusals, interfaces } = checkComponent(info, { offer: offerAt('1.0.0', thisHost) });
    expect(refusals).toEqual([]);
    expect(interfaces.map(({ answer }) => answer)).toEqual(interfaces.map(({ use }) => use.name));
    expect(new Set(interfaces.map(({ use }) => use.version))).toEqual(new Set(['1.0.0']));
  });

  test('has the same bytes when it is built in another folder', async () => {
    const other = await buildFolder(copyOf(example), { force: true });
    expect(Buffer.compare(other, component)).toBe(0);
  }, 900_000);

  test.each(['direct', 'reference'] as const)(
    'makes of rows what the one in TypeScript does (%s)',
    async (way) => {
      for (const field of ['filename', 'other']) {
        const ours = await redacted(component, way, field);
        expect(ours).toHaveLength(9205);
        expect(ours).toEqual(await redacted(inTypeScript, way, field));
      }
    },
  );

  test('says what is missing', async () => {
    const run = await createRun({
      gadgets: [{ name: 'redact', component, params: { field: 'path' } }],
      sources: { open: { schema } },
    });
    await expect(run.start()).rejects.toMatchObject({
      code: 'E_GADGET_ERROR',
      message: expect.stringContaining('not-found: open has no field path'),
    });
  });

  test('has the parameters of the one in TypeScript', () => {
    const params = (folder: string): string =>
      readFileSync(join(folder, 'gadget.yaml'), 'utf8').replace(/^[^]*?(?=^params:)/m, '');
    expect(params(example)).toBe(params(join(root, 'gadgets/redact')));
  });

  test('a mistake comes with the words of the compiler', async () => {
    const folder = copyOf(example);
    writeFileSync(join(folder, 'src/lib.rs'), 'pub fn wrong() -> u32 { "text" }\n');
    await expect(buildFolder(folder)).rejects.toMatchObject({
      code: 'E_BUILD',
      message: expect.stringContaining('mismatched types'),
    });
  }, 900_000);

  test.each(['guest-rust', 'guest-rust-example'])(
    'cargo test of %s passes',
    (folder) => {
      // One for both: they depend on the same.
      const target = join(root, 'guest-rust/target');
      const out = execFileSync('cargo', ['test', '--locked', '--quiet', '-j', '2', '--target-dir', target], {
        cwd: join(root, folder),
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      expect(out).toContain('test result: ok');
    },
    900_000,
  );
});
