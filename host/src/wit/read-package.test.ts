import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allowed } from './allowed.fixture.ts';
import { breaks } from './breaks.fixture.ts';
import type { WitPackage } from './model.ts';
import { readPackage } from './read-package.ts';
import { packageFromText } from './text.fixture.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'read-package-'))));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
/** A folder of its own with these files. */
function save(files: Record<string, string>): string {
  const path = join(folder, `${count++}`);
  mkdirSync(path);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

const line = 'package a:b@1.0.0;\n';

describe('what is read', () => {
  test('a folder, without what lies deeper', async () => {
    const path = save({
      'a.wit': `${line}interface i { use x:y/z@0.1.0.{t}; f: func(a: t); }`,
      'b.wit':
        'use i as j;\nuse x:y/z@0.1.0 as w;\ninterface k { use j.{t}; use w.{t as u}; g: func(a: t) -> list<u>; }',
      'notes.md': 'no WIT',
      'deps/y/z.wit': 'package x:y@0.1.0; interface z { type t = u8; }',
    });
    const { name, version, interfaces } = await readPackage(path);
    expect([name, version, [...interfaces.keys()]]).toEqual(['a:b', '1.0.0', ['i', 'k']]);
    const g = interfaces.get('k')?.functions.get('g');
    expect([g?.params[0]?.type?.meant, g?.result?.meant]).toEqual(['x:y/z@0.1.x.t', 'list<x:y/z@0.1.x.t>']);
  });

  test('a file, also when the packages that it uses are not there', async () => {
    const path = save({ 'a.wit': `${line}interface i { use x:y/z@0.1.0.{t}; f: func(a: t); }` });
    const { interfaces } = await readPackage(join(path, 'a.wit'));
    expect(interfaces.get('i')?.types.get('t')?.target?.meant).toBe('x:y/z@0.1.x.t');
  });

  test('a gate of a version that is still to come', async () => {
    const text = `${line}@since(version = 1.1.0) interface i { }\nworld w { import i; }`;
    expect((await readPackage(save({ 'a.wit': text }))).version).toBe('1.0.0');
  });

  test('aliases that double and double', async () => {
    const aliases = Array.from({ length: 60 }, (_, i) => `type t${i + 1} = tuple<t${i}, t${i}>;`);
    const text = (last: string): string =>
      `${line}interface i { type t0 = ${last}; ${aliases.join(' ')} f: func(x: t60); }`;
    const [one, other] = [packageFromText(text('u8')), packageFromText(text('u16'))];
    const meant = ({ interfaces }: WitPackage): string | undefined =>
      interfaces.get('i')?.functions.get('f')?.params[0]?.type?.meant;
    expect(meant(one)).not.toBe(meant(other));
    expect(meant(one)).toBe(meant(packageFromText(text('u8'))));
  });

  test('every text that the comparison is tested with', async () => {
    const texts = new Set([
      ...breaks.flatMap(({ old, now, nowPackage = 'a:b@1.2.0' }) =>
        [old, now].map((text) => `package ${nowPackage};\n${text}`),
      ),
      ...allowed.flatMap(({ old, now, to = '1.2.0' }) =>
        [old, now].map((text) => `package a:b@${to};\n${text}`),
      ),
    ]);
    for (const text of texts) {
      await expect(readPackage(join(save({ 'x.wit': text }), 'x.wit')), text).resolves.toBeDefined();
    }
  });
});

describe('what is refused, with its place', () => {
  test.each([
    ['a mistake', `${line}interface i {\n  f: func(a u8);\n}`, /x\.wit:3: f: expected :, not u8/],
    ['an unknown type', `${line}interface i {\n  f: func(a: t);\n}`, /x\.wit:3: there is no type t in i/],
    [
      'an unknown used type',
      `${line}interface h {}\ninterface i { use h.{t}; }`,
      /x\.wit:3: there is no type t in h/,
    ],
    ['an unknown interface', `${line}interface i { use h.{t}; }`, /x\.wit:2: there is no interface h in a:b/],
    ['an unknown world', `${line}world w { include v; }`, /x\.wit:2: there is no world v in a:b/],
    [
      'a type within itself',
      `${line}interface i { type a = list<b>;\ntype b = a; }`,
      /:3: the type a depends on itself/,
    ],
    ['a world within itself', `${line}world w { include w; }`, /:2: the world w includes itself/],
    ['a type twice', `${line}interface i { type a = u8;\nenum a { b } }`, /:3: a stands for two types in i/],
    ['a function twice', `${line}interface i { f: func();\nf: func(); }`, /:3: two functions are called f/],
    ['an interface twice', `${line}interface i {}\nworld i {}`, /:3: a:b has two items called i/],
    ['no package line', 'interface i {}', /x\.wit:1: there is no package line/],
    ['a package within', `${line}package c:d { }`, /:2: packages within a file are not read/],
    ['a use of nothing', `${line}interface i { use t; }`, /:2: use t names no types/],
    [
      'what only wasm-tools sees',
      `${line}interface i { f: func(a: borrow<u8>); }`,
      /x\.wit: wasm-tools does not read it: \S/,
    ],
  ])('%s', async (_, text, words) => {
    const path = join(save({ 'x.wit': text }), 'x.wit');
    await expect(readPackage(path)).rejects.toMatchObject({
      code: 'E_WIT',
      blame: 'user',
      message: expect.stringMatching(words) as string,
      hint: expect.stringMatching(/\S/) as string,
    });
  });

  test('types that are nested too deeply', async () => {
    const type = `${'list<'.repeat(50_000)}u8${'>'.repeat(50_000)}`;
    const path = save({ 'x.wit': `${line}interface i { type t = ${type}; }` });
    await expect(readPackage(path)).rejects.toMatchObject({
      code: 'E_WIT',
      message: expect.stringContaining('nested too deeply') as string,
    });
  });

  test('two packages in a folder', async () => {
    const path = save({ 'a.wit': line, 'b.wit': 'package a:c@1.0.0;' });
    await expect(readPackage(path)).rejects.toThrow('b.wit:1: package a:c@1.0.0 stands beside a:b@1.0.0');
  });

  test('a folder without WIT, and no folder', async () => {
    await expect(readPackage(save({ 'a.txt': '' }))).rejects.toThrow('holds no .wit files');
    await expect(readPackage(join(folder, 'none'))).rejects.toThrow('can not be read');
  });
});
