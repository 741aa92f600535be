import { expect, it } from 'vitest';
import { countVitest, strict, summary, type VitestReport } from './test-counts.ts';

const report = (changes: Partial<VitestReport> = {}): VitestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
  ...changes,
});
const brokenFile = { status: 'failed', assertionResults: [] };
const failedFile = { status: 'failed', assertionResults: [{ status: 'failed' }] };

it.each([
  ['all passed', report(), 0, '3 passed, 0 failed'],
  ['one failed', report({ numFailedTests: 1, testResults: [failedFile] }), 1, '3 passed, 1 failed'],
  ['a file does not load', report({ testResults: [brokenFile] }), 1, '3 passed, 1 failed'],
  ['an error outside of tests', report(), 1, '3 passed, 1 failed'],
  ['no report', undefined, 0, '0 passed, 1 failed'],
  ['skipped and to do', report({ numPendingTests: 2, numTodoTests: 1 }), 0, '3 passed, 0 failed, 3 skipped'],
] as const)('%s', (_name, given, exitCode, text) => {
  expect(summary(countVitest(given, exitCode))).toBe(text);
});

it('fails on CI what was skipped', () => {
  expect(summary(strict({ passed: 3, failed: 1, skipped: 2 }))).toBe('3 passed, 3 failed');
});
