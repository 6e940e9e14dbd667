import { expect, test } from 'vitest';
import { countTests, formatCounts, type VitestReport } from './test-summary.ts';

function report(counts: Partial<VitestReport>): VitestReport {
  return {
    success: true,
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...counts,
  };
}

test('counts are added up over packages', () => {
  const reports = [
    report({ numPassedTests: 3 }),
    report({ numPassedTests: 4, numPendingTests: 1, numTodoTests: 1 }),
  ];
  expect(countTests(reports)).toEqual({ passed: 7, failed: 0, skipped: 2 });
});

test('a file that could not be loaded is a failure, a file with failed tests is counted by those', () => {
  const unloadable = { status: 'failed', assertionResults: [] };
  const failing = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };
  const broken = report({
    success: false,
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [unloadable, failing],
  });
  expect(countTests([broken])).toEqual({ passed: 1, failed: 2, skipped: 0 });
});

test('a package that failed outside of its tests, or left no report, is a failure', () => {
  expect(countTests([report({ success: false, numPassedTests: 5 })]).failed).toBe(1);
  expect(countTests([undefined, report({ numPassedTests: 5 })])).toEqual({
    passed: 5,
    failed: 1,
    skipped: 0,
  });
});

test('the last line says how many, and how many were left out only if any were', () => {
  expect(formatCounts({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(formatCounts({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
});
