/** The part of vitest's JSON report that is counted. */
export interface VitestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { status: string }[];
  }[];
}

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Counts over all packages. A test file that failed without a failed test (it could not be loaded, or what runs before
 * its tests threw) counts as one failure, and so does a package that failed outside of tests or left no report.
 */
export function countTests(reports: readonly (VitestReport | undefined)[]): TestCounts {
  const sum = (count: (report: VitestReport) => number, missing = 0) =>
    reports.reduce((total, report) => total + (report ? count(report) : missing), 0);
  return {
    passed: sum((report) => report.numPassedTests),
    failed: sum((report) => report.numFailedTests + brokenParts(report), 1),
    skipped: sum((report) => report.numPendingTests + report.numTodoTests),
  };
}

function brokenParts({ success, numFailedTests, testResults }: VitestReport): number {
  const files = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return !success && numFailedTests + files.length === 0 ? 1 : files.length;
}

/** `12 passed, 0 failed`, and `, 3 skipped` if any were. */
export function formatCounts({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
