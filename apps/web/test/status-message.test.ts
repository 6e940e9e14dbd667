import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage(inject('webDir'), { STATUS_MESSAGE: 'Maintenance on Sunday.' });
});
afterAll(() => stage.close());

test('what the operator says stands on the page', async () => {
  const page = await stage.visit();
  await page.getByRole('status').filter({ hasText: 'Maintenance on Sunday.' }).waitFor();
  expect(stage.errors).toEqual([]);
});
