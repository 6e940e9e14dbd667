import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configTable } from '../scripts/config-table.ts';

test('the README shows the configuration as it is', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(configTable());
});
