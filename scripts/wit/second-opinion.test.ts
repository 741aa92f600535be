import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { allowed } from '../../host/src/wit/allowed.fixture.ts';
import { breaks } from '../../host/src/wit/breaks.fixture.ts';
import { comparePackages } from '../../host/src/wit/compare.ts';
import { rules } from '../../host/src/wit/rules.ts';
import { packageFromText } from '../../host/src/wit/text.fixture.ts';
import { disagreements, ours, secondOpinion } from './second-opinion.ts';

const folder = mkdtempSync(join(tmpdir(), 'second-opinion-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The text with a world that imports everything, if it has none. */
const withWorld = (text: string): string => {
  if (/\bworld\b/.test(text)) return text;
  const imports = [...text.matchAll(/\binterface (%?\w+)/g)].map(([, name]) => `import ${name};`);
  return `${text}\nworld w { ${imports.join(' ')} }`;
};
const pairs = [
  ...breaks.map(({ rule, name = '', old, now, oldPackage = 'a:b@1.0.0', nowPackage = 'a:b@1.1.0' }) => ({
    title: `${rule} ${name}`,
    old: `package ${oldPackage};\n${old}`,
    now: `package ${nowPackage};\n${now}`,
  })),
  ...allowed.map(({ name, old, now, from = '1.0.0', to = '1.1.0' }) => ({
    title: name,
    old: `package a:b@${from};\n${old}`,
    now: `package a:b@${to};\n${now}`,
  })),
]
  // What it can not read: packages without a version, or that use others.
  .filter(({ old, now }) => /^package \S+@/.test(now) && !/\bx:y\//.test(old + now))
  .map(({ title, old, now }) => ({ title, old: withWorld(old), now: withWorld(now) }));
const installed = spawnSync('wasm-tools', ['--version']).status === 0;

// Where it is not installed there is nobody to ask. What is done with its answers, wit-compat.test.ts tests with made-up ones.
test.each(installed ? pairs : [])('wasm-tools on: $title', ({ title, old, now }) => {
  const at = (name: string, text: string): string => {
    const path = join(folder, title.replaceAll(/\W/g, '-'), name);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'x.wit'), text);
    return path;
  };
  const [before, after] = [packageFromText(old), packageFromText(now)];
  const opinions = secondOpinion(
    { folder: at('old', old), wit: before },
    { folder: at('now', now), wit: after },
  );
  expect(disagreements(comparePackages(before, after), opinions!)).toEqual([]);
});

test('what only we look at is named by rules there are', () => {
  expect([...ours].filter((rule) => !(rule in rules))).toEqual([]);
  expect(pairs.length).toBeGreaterThan(80);
});

test('without the program there is no opinion', () => {
  const wit = packageFromText('package a:b@1.0.0;');
  expect(secondOpinion({ folder, wit }, { folder, wit }, join(folder, 'none'))).toBeUndefined();
});
