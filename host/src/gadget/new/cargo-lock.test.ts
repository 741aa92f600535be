import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sortPackages } from './cargo-lock.ts';

const template = path.join(import.meta.dirname, '../../../templates/rust/Cargo.lock');
const text = readFileSync(template, 'utf8');
const names = (lock: string): string[] => [...lock.matchAll(/^name = "(.*)"$/gm)].map(([, name]) => name!);

test('what cargo wrote is in order', () => {
  expect(sortPackages(text)).toBe(text);
});

test.each(['a', 'gadget', 'zebra'])('a package that is called %s moves to its place', (name) => {
  const sorted = sortPackages(text.replaceAll('new-gadget', name));
  expect(names(sorted)).toEqual(names(sorted).toSorted());
  expect(names(sorted)).toContain(name);
  expect(sorted.split('\n').toSorted()).toEqual(text.replaceAll('new-gadget', name).split('\n').toSorted());
});
