import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { metricsTable } from './metrics-table.ts';

test('the README shows the metrics as they are', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(metricsTable());
});
