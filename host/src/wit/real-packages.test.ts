import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { comparePackages, type Comparison } from './compare.ts';
import { isUnstable } from './interface.ts';
import { WitSyntaxError, type WitFile, type WitItem } from './item.ts';
import { packageOf } from './package.ts';
import { parseWit } from './parse.ts';
import { readPackage } from './read-package.ts';

const root = join(import.meta.dirname, '../../..');
const api = join(root, 'wit/gadget-api');
const builtin = join(root, 'node_modules/@bytecodealliance/jco/lib/wit/builtin');
const others = globSync('{0.*/*,jco-node-*,wasi-tls-*}/*.wit', { cwd: builtin });
const folders = [api, ...new Set(others.map((file) => join(builtin, dirname(file))))];

test('there are packages of others', () => {
  expect(folders.length).toBeGreaterThan(15);
});

test.each(folders.map((folder) => [folder.slice(root.length + 1), folder]))(
  '%s is like itself',
  async (_, folder) => {
    const [one, other] = [await readPackage(folder), await readPackage(folder)];
    expect(comparePackages(one, other)).toMatchObject({
      compatible: true,
      findings: [],
      allowed: [],
      added: [],
      deprecated: [],
      leastVersion: one.version,
    });
  },
);

test('WASI 0.3 is not like WASI 0.2, and says so', async () => {
  const [old, now] = ['0.2.12/wasi-clocks', '0.3.0/wasi-clocks'].map((name) => join(builtin, name));
  const comparison = comparePackages(await readPackage(old!), await readPackage(now!));
  expect(comparison).toMatchObject({ compatible: true, findings: [], leastVersion: '0.3.0' });
  expect(comparison.allowed.map(({ rule }) => rule)).toContain('interface-removed');
});

describe('gadget:api with one thing changed', () => {
  const files = globSync('*.wit', { cwd: api }).map((name): WitFile =>
    parseWit(readFileSync(join(api, name), 'utf8'), name),
  );
  const whole = packageOf(files);
  /** The files with what this makes of the item, or of its place; undefined when that is no package any more. */
  const changed = (at: WitItem, change: (item: WitItem) => WitItem[]): Comparison | undefined => {
    const copy = (item: WitItem): WitItem[] =>
      item === at ? change(item) : [{ ...item, children: item.children.flatMap(copy) }];
    try {
      return comparePackages(
        whole,
        packageOf(files.map((file) => ({ ...file, items: file.items.flatMap(copy) }))),
      );
    } catch (error) {
      expect(error).toBeInstanceOf(WitSyntaxError);
      return undefined;
    }
  };
  const all = (items: readonly WitItem[]): WitItem[] =>
    items.filter((item) => !isUnstable(item)).flatMap((item) => [item, ...all(item.children)]);
  const items = all(files.flatMap((file) => file.items));
  const readable = (comparisons: (Comparison | undefined)[]): Comparison[] => {
    const those = comparisons.filter((each) => each !== undefined);
    expect(those.length).toBeGreaterThan(80);
    return those;
  };

  test('whatever is taken out is missed', () => {
    // Without its line in one of them, a world still has what it includes twice, or what its interfaces use.
    const often = new Set(['import', 'include']);
    const taken = items.filter(({ kind }) => !often.has(kind));
    const found = readable(taken.map((item) => changed(item, () => [])));
    expect(found.filter(({ compatible }) => compatible)).toEqual([]);
  });

  test('whatever gets another name is missed', () => {
    const named = items.filter(
      ({ kind }) => !['use', 'import', 'export', 'include', 'constructor'].includes(kind),
    );
    const found = readable(named.map((item) => changed(item, () => [{ ...item, name: `${item.name}-x` }])));
    expect(found.filter(({ compatible }) => compatible)).toEqual([]);
  });

  test('whatever stands in another place among its like is missed, or makes no difference', () => {
    const ordered = new Set(['record', 'variant', 'enum', 'flags']);
    for (const item of items.filter(({ children }) => children.length > 1)) {
      const found = changed(item, () => [{ ...item, children: item.children.toReversed() }])?.findings ?? [];
      const expected = { record: 'field', variant: 'case', enum: 'case', flags: 'flag' }[item.kind as 'enum'];
      const rules = [...new Set(found.map(({ rule }) => rule))];
      expect(rules, item.name).toEqual(
        ordered.has(item.kind) ? [`${expected}-reordered`, 'version-not-raised'] : [],
      );
    }
  });
});
