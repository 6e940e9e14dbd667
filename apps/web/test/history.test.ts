import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { translateLong } from './support/actions.ts';
import { createStage, type Stage } from './support/stage.ts';
import { longText } from './support/texts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage(inject('webDir'));
});
afterAll(async () => {
  await stage.close();
});

async function translateShort(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your text' }).fill(text);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: 'Translation' }).locator('[data-sentence]').first().waitFor();
}

test('one finds, opens and deletes what one translated', async () => {
  const page = await stage.visit();
  for (const text of ['Der Hund schläft.', 'Die Katze trinkt Milch.', 'Das Haus am See ist alt.']) {
    await translateShort(page, text);
    await page.getByRole('button', { name: 'New translation' }).click();
  }
  await page.getByRole('button', { name: 'History' }).click();
  const dialog = page.getByRole('dialog', { name: 'History' });
  const entries = dialog.getByRole('listitem');
  await expect.poll(() => entries.count()).toBe(3);
  await dialog.getByRole('heading', { name: 'Today' }).waitFor();

  await dialog.getByRole('searchbox').fill('Katze');
  await expect.poll(() => entries.count()).toBe(1);
  await dialog.getByRole('searchbox').fill('gibt es nicht');
  await dialog.getByText(/No translation holds/).waitFor();
  await dialog.getByRole('searchbox').fill('katze');
  await entries.getByRole('button', { name: /Katze/ }).click();
  const box = page.getByRole('textbox', { name: 'Your text' });
  await expect.poll(() => box.inputValue()).toBe('Die Katze trinkt Milch.');
  await page.getByRole('region', { name: 'Translation' }).locator('[data-sentence]').first().waitFor();

  await page.getByRole('button', { name: 'History' }).click();
  await expect.poll(() => entries.count()).toBe(3);
  await entries.filter({ hasText: 'Hund' }).getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await entries.filter({ hasText: 'Hund' }).getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('listitem').getByRole('button', { name: 'Delete' }).first().waitFor();
  await dialog
    .locator('li', { hasText: 'Delete this translation?' })
    .getByRole('button', { name: 'Delete' })
    .click();
  await expect.poll(() => entries.count()).toBe(2);

  const renamed = entries.filter({ hasText: 'Haus' });
  await renamed.getByRole('button', { name: 'Rename' }).click();
  const name = dialog.getByRole('textbox', { name: 'Name of the translation' });
  await name.fill('Ferienbrief');
  await name.press('Escape');
  await dialog.getByText('Ferienbrief').waitFor({ state: 'detached' });
  await renamed.getByRole('button', { name: 'Rename' }).click();
  await name.fill('Ferienbrief');
  await name.press('Enter');
  await renamed.getByText('Ferienbrief').waitFor();
  await dialog.getByRole('searchbox').fill('ferien');
  await expect.poll(() => entries.count()).toBe(1);
  await dialog.getByRole('searchbox').fill('');
  await expect.poll(() => entries.count()).toBe(2);

  await dialog.getByRole('button', { name: 'Delete all' }).click();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await dialog.getByText('Nothing here yet').waitFor();
  expect(new URL(page.url()).hash).toBe('#/');
});

test('a text that is ordered while its draft is on its way is there once', async () => {
  const page = await stage.visit();
  // The service has it at once; its answer takes a while.
  await page.route('**/api/translations', async (route) => {
    const response = await route.fetch();
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.fulfill({ response }).catch(() => undefined);
  });
  const draft = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('textbox', { name: 'Your text' }).fill('Der Brief lag auf dem Tisch.');
  await draft;
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: 'Translation' }).locator('[data-sentence]').first().waitFor();
  await page.getByRole('button', { name: 'New translation' }).click();
  await page.getByRole('button', { name: 'History' }).click();
  const entries = page.getByRole('dialog').getByRole('listitem');
  await entries.first().waitFor();
  expect(await entries.count()).toBe(1);
});

test('a text that is not to be kept is not in the history', async () => {
  const page = await stage.visit();
  await page.getByRole('switch', { name: 'Keep in my history' }).uncheck();
  await translateShort(page, 'Das bleibt unter uns.');
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByText('Nothing here yet').waitFor();
});

test('an unfinished translation is gone on with from the history', async () => {
  const page = await stage.visit();
  await translateLong(page, longText(60_000));
  await page.getByRole('button', { name: 'New translation' }).click();
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('dialog').getByRole('listitem').getByRole('button').first().click();
  await page.getByText(/\d of [\d,]+ sentences|sentences translated/).waitFor();
});

test('the back button leads back to the text that was being written', async () => {
  const page = await stage.visit();
  await translateShort(page, 'Der erste Satz.');
  await page.getByRole('button', { name: 'New translation' }).click();
  const draft = longText(4000).slice(0, 4000);
  await page.getByRole('textbox', { name: 'Your text' }).fill(draft);
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('button', { name: /Der erste Satz/ }).click();
  const box = page.getByRole('textbox', { name: 'Your text' });
  await expect.poll(() => box.inputValue()).toBe('Der erste Satz.');
  await page.goBack();
  await expect.poll(() => box.inputValue()).toBe(draft);
});

test('nothing went wrong unseen', () => {
  expect(stage.errors).toEqual([]);
});
