/** How many tests ended how. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What is read of vitest's JSON report. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly { status: string; assertionResults: readonly { status: string }[] }[];
}

/**
 * Counts a vitest run. `report` is undefined when vitest wrote none. A file that fails outside its tests counts as one
 * failed test, and so does a run that failed for another reason: nothing that went wrong can end as "0 failed".
 */
export function countVitest(report: VitestReport | undefined, exitCode: number): Counts {
  const counts: Counts = {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
  for (const { status, assertionResults } of report?.testResults ?? []) {
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.failed++;
  }
  if (counts.failed === 0 && (exitCode !== 0 || report === undefined)) counts.failed = 1;
  return counts;
}

/** On CI nothing may be skipped: there, what was skipped has failed. */
export function strict(counts: Counts): Counts {
  return { passed: counts.passed, failed: counts.failed + counts.skipped, skipped: 0 };
}

/** `12 passed, 0 failed`, and `, 1 skipped` if any was. */
export function summary({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
