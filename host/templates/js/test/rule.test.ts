import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { hideUser } from '../rule.ts';

const cases = [
  ['/home/ann/a.txt', '/home/***/a.txt'],
  ['/home/ann', '/home/***'],
  ['/home/', '/home/'],
  ['/etc/hosts', '/etc/hosts'],
] as const;

for (const [path, hidden] of cases) {
  test(`${path} becomes ${hidden}`, () => {
    equal(hideUser(path, '***'), hidden);
  });
}
