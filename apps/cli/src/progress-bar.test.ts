import { expect, test } from 'vitest';
import { formatProgress, formatTime } from './progress-bar.ts';

test('the line says how far, how fast and how long', () => {
  expect(formatProgress({ done: 1234, total: 2468, elapsedMs: 60_000 }, 200)).toBe(
    '[############------------] 50 %  1,234 of 2,468 sentences  21/s  1:00 left',
  );
  expect(formatProgress({ done: 0, total: 0, elapsedMs: 0 }, 200)).toBe('sending …');
  expect(formatProgress({ done: 9, total: 9, elapsedMs: 9000 }, 200)).toBe(
    `[${'#'.repeat(24)}] 100 %  9 of 9 sentences  1.0/s`,
  );
});

test('it never breaks the line', () => {
  for (let columns = 1; columns < 100; columns++) {
    expect(formatProgress({ done: 1, total: 3, elapsedMs: 500 }, columns).length).toBeLessThanOrEqual(
      columns,
    );
  }
});

test('times', () => {
  expect([0, 59, 61, 3600, 7209].map(formatTime)).toEqual(['0:00', '0:59', '1:01', '1:00:00', '2:00:09']);
});
