import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { copied, translateLong, untilDone } from './support/actions.ts';
import { createStage, type Stage } from './support/stage.ts';
import { longText } from './support/texts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage(inject('webDir'));
});
afterAll(async () => {
  await stage.close();
});

async function shareLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share a link' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share a link' });
  await dialog.getByText('1 day').click();
  await dialog.getByRole('button', { name: 'Create a link' }).click();
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await dialog.getByRole('button', { name: 'Copied' }).waitFor();
  const link = await copied(page);
  expect(await dialog.getByRole('textbox').inputValue()).toBe(link);
  await dialog.getByText(/One link is valid until/).waitFor();
  return link;
}

test('somebody else reads by a link what is shared, changes nothing, and no more when it is taken back', async () => {
  const owner = await stage.visit();
  const id = await translateLong(owner, longText(6000));
  await untilDone(owner);
  const link = await shareLink(owner);
  // The secret stands where no server sees it.
  expect(new URL(link).search).toBe('');
  expect(new URL(link).hash).toMatch(new RegExp(`^#/t/${id}/[A-Za-z0-9_-]{43}$`));

  const reader = await stage.visit({ path: new URL(link).hash });
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  await reader.getByText('Shared with you, to read').waitFor();
  const text = reader.getByRole('region', { name: /^Original and translation/ });
  await text.getByText('Chapter 1', { exact: true }).waitFor();
  for (const name of ['Share a link', 'Edit the text', 'Pause', 'Cancel', 'Resume'])
    expect(await reader.getByRole('button', { name }).count(), name).toBe(0);
  await text.locator('p:last-child [data-sentence="1"]').click();
  await reader.getByRole('button', { name: 'Copy sentence' }).waitFor();
  expect(await reader.getByRole('button', { name: 'Edit', exact: true }).count()).toBe(0);
  await reader.getByRole('button', { name: 'Download' }).click();
  const [file] = await Promise.all([
    reader.waitForEvent('download'),
    reader.getByRole('button', { name: 'Plain text' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('translation.en.txt');
  await reader.getByRole('button', { name: 'History' }).click();
  await reader.getByText('Nothing here yet').waitFor();
  const token = link.split('/').at(-1) as string;
  expect(asked.filter((address) => address.includes(token))).toEqual([]);

  await owner.getByRole('button', { name: 'End the link' }).click();
  await owner.getByText(/One link is valid/).waitFor({ state: 'detached' });
  await reader.reload();
  await reader
    .getByRole('alert')
    .getByText(/link is not valid any more/)
    .waitFor();
  await reader.getByRole('button', { name: 'Start a new translation' }).click();
  await reader.getByRole('textbox', { name: 'Your text' }).waitFor();
});

test('a running translation is followed by a link as well', async () => {
  const owner = await stage.visit();
  await owner.getByRole('textbox', { name: 'Your text' }).fill('Der Hund schläft. Die Katze trinkt Milch.');
  await owner.getByRole('region', { name: 'Translation' }).locator('[data-sentence="1"]').waitFor();
  const link = await shareLink(owner);
  const reader = await stage.visit({ path: new URL(link).hash });
  await reader.getByText('2 sentences translated').waitFor();
  await reader
    .getByRole('region', { name: /^Original/ })
    .getByText(/dog/i)
    .waitFor();
  expect(await reader.getByRole('textbox', { name: 'Your text' }).count()).toBe(0);
});

test('nothing went wrong unseen', () => {
  // A link that was taken back is answered with 404.
  expect(stage.errors.filter((error) => !error.includes('404'))).toEqual([]);
});
