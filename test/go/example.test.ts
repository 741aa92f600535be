import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildGadget } from '@gadget-api/guest/build';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkComponent } from '../../host/src/component/check.ts';
import { inspectComponent } from '../../host/src/component/inspect.ts';
import { buildFolder } from '../../host/src/gadget/build.ts';
import { thisHost } from '../../host/src/versions/api-offer.ts';
import { offerAt } from '../../host/src/versions/offer-at.ts';
import { bindings, canBuild, copyOf, example, go, root, runGo } from './go.fixture.ts';

const schema = { pid: 'uint32', filename: 'text', other: 'text' } as const;
const paths = [
  '/home/ann/a.txt',
  '/home/ann',
  '/mnt/home/ann/home/bob/x',
  '/home/home/x',
  '/home//x',
  '/home/',
  '/home/ä€😀/x',
  '/homes/ann',
  '/etc/passwd',
  '',
];

/** The size of the example, with room for the next Go. Bytes. */
const mostBytes = 2_100_000;

describe.runIf(canBuild)('the example in Go', () => {
  let component: Uint8Array;
  let inTypeScript: Uint8Array;

  beforeAll(async () => {
    component = await buildFolder(example, { force: true });
    inTypeScript = (await buildGadget(join(root, 'gadgets/redact'))).component;
  }, 600_000);

  test('imports and exports what it uses', () => {
    const { imports, exports } = inspectComponent(component);
    const names = ['clock', 'datasource', 'field', 'logging', 'packet', 'params', 'random', 'types'];
    expect(imports.map(({ name }) => name).toSorted()).toEqual(
      names.map((name) => `gadget:api/${name}@1.0.0`),
    );
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

  test('is not large', () => {
    expect(component.length).toBeLessThan(mostBytes);
  });

  test('has the same bytes when it is built in another folder', async () => {
    const near = await buildFolder(copyOf(example));
    const far = await buildFolder(copyOf(example, 'a folder/deep down'));
    expect(Buffer.compare(near, component)).toBe(0);
    expect(Buffer.compare(far, component)).toBe(0);
  }, 600_000);

  test.each(bindings)('makes of rows what the one in TypeScript makes of them (%s)', async (way) => {
    const row = (_: unknown, index: number): Record<string, unknown> => ({
      pid: index,
      ...(index % 7 !== 3 && { filename: paths[index % paths.length] }),
      ...(index % 3 === 0 && { other: paths[(index * 7) % paths.length] }),
    });
    const packets = [1, 2, 10, 1000, 8192].map((length) => Array.from({ length }, row));
    for (const field of ['filename', 'other']) {
      const what = { bindings: way, schema, packets, params: { field, from: '' } };
      const ours = await runGo({ ...what, component });
      const theirs = await runGo({ ...what, component: inTypeScript });
      expect(ours.error).toBeUndefined();
      expect(ours.warnings).toEqual([]);
      expect(ours.failures).toEqual([]);
      expect(ours.rows).toHaveLength(9205);
      expect(ours.rows).toEqual(theirs.rows);
    }
  });

  test.each(bindings)('says what is missing (%s)', async (way) => {
    const what = { component, bindings: way, schema, packets: [] };
    const missing = await runGo({ ...what, params: { field: 'path' } });
    expect(missing.error).toMatchObject({ code: 'E_GADGET_ERROR' });
    expect(missing.error?.message).toContain('not-found: open has no field path');
    const wrong = await runGo({ ...what, params: { field: 'pid' } });
    expect(wrong.error?.message).toContain('wrong-kind: field pid is uint32, not text: ask for uint32 or');
  });

  test('is what go test and go vet like', () => {
    expect(go(example, ['test', './...'])).toContain('ok');
    go(example, ['vet', './...']);
  });

  test('has the parameters of the one in TypeScript', () => {
    const params = (folder: string): string =>
      readFileSync(join(folder, 'gadget.yaml'), 'utf8').replace(/^[^]*?(?=^params:)/m, '');
    expect(params(example)).toBe(params(join(root, 'gadgets/redact')));
  });

  test('a mistake comes with the words of the compiler', async () => {
    const folder = copyOf(example);
    writeFileSync(join(folder, 'more.go'), 'package main\n\nfunc more() int { return "text" }\n');
    await expect(buildFolder(folder)).rejects.toMatchObject({
      code: 'E_BUILD',
      message: expect.stringMatching(/more\.go:3:26: cannot use "text" .* as int value/),
    });
  });

  test('a go.mod that does not lead to the SDK is told how to', async () => {
    const folder = copyOf(example);
    writeFileSync(join(folder, 'go.mod'), 'module redact\n\ngo 1.26\n');
    await expect(buildFolder(folder)).rejects.toMatchObject({
      code: 'E_BUILD',
      message: expect.stringContaining('go.mod does not lead to gadget-api/guest'),
      hint: expect.stringContaining('replace gadget-api/guest => '),
    });
  });

  test('a program that is no gadget is told so', async () => {
    const folder = copyOf(example);
    writeFileSync(join(folder, 'main.go'), 'package main\n\nfunc main() {}\n');
    await expect(buildFolder(folder)).rejects.toMatchObject({
      code: 'E_BUILD',
      hint: expect.stringContaining('gadget.Register'),
    });
  });

  test('an SDK for another gadget:api than the host has is told so', async () => {
    const folder = copyOf(example);
    const binding = join(folder, '../guest-go/internal/bindings/imports/gadget_api_random/host_wasm.go');
    writeFileSync(binding, readFileSync(binding, 'utf8').replace(/(?<=random@)\S+/, '1.9.0'));
    await expect(buildFolder(folder)).rejects.toMatchObject({
      code: 'E_BUILD',
      message: expect.stringMatching(/gadget-api\/guest is for gadget:api 1\.9\.0, and this host for 1\./),
      hint: expect.stringContaining('of one version'),
    });
  });
});
