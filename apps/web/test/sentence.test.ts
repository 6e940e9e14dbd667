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

const box = (page: Page) => page.getByRole('textbox', { name: 'Your text' });
const result = (page: Page) => page.getByRole('region', { name: 'Translation' });
const targetSentence = (page: Page, index: number) =>
  page.locator(`p:last-child [data-sentence="${index}"]:not([role])`);

async function wholeTarget(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Copy the translation' }).click();
  await page.getByRole('button', { name: 'Copied' }).first().waitFor();
  return copied(page);
}

test('a sentence is edited where it stands, and stays so', async () => {
  const page = await stage.visit();
  await translateLong(page, longText(6000));
  await untilDone(page);
  await targetSentence(page, 1).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const editor = page.getByRole('textbox', { name: 'Translation of sentence 2' });
  const before = await editor.textContent();
  await editor.press('End');
  await page.keyboard.type(' and more');
  await page.keyboard.press('Escape');
  await editor.waitFor({ state: 'detached' });
  expect(await targetSentence(page, 1).textContent()).toBe(before);

  // By keys alone: the focus is back on the sentence.
  await page.keyboard.press('e');
  await editor.waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('<b>Mine</b> & nobody else’s.');
  await page.keyboard.press('Enter');
  await editor.waitFor({ state: 'detached' });
  await page.getByText('Edited by you').waitFor();
  expect(await targetSentence(page, 1).textContent()).toBe('<b>Mine</b> & nobody else’s.');
  expect(await page.locator('p b').count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-sentence'))).toBe('1');

  await page.reload();
  await expect.poll(() => targetSentence(page, 1).textContent()).toBe('<b>Mine</b> & nobody else’s.');
  expect(await wholeTarget(page)).toContain('<b>Mine</b> & nobody else’s.');
});

test('an edit is seen in other tabs at once, and elsewhere as soon as one comes back to the page', async () => {
  const page = await stage.visit();
  await translateLong(page, longText(6000));
  await untilDone(page);
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  await targetSentence(tab, 1).waitFor();
  await page.getByRole('button', { name: 'Share a link' }).click();
  await page.getByRole('button', { name: 'Create a link' }).click();
  const link = await page.getByRole('dialog').getByRole('textbox').inputValue();
  await page.keyboard.press('Escape');
  const reader = await stage.visit({ path: new URL(link).hash });
  await targetSentence(reader, 1).waitFor();

  await targetSentence(page, 1).click();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Translation of sentence 2' }).waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('Mine.');
  await page.keyboard.press('Enter');
  await page.getByText('Edited by you').waitFor();
  await expect.poll(() => targetSentence(tab, 1).textContent()).toBe('Mine.');
  await reader.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(() => targetSentence(reader, 1).textContent()).toBe('Mine.');
});

test('what is edited is remembered for the next text, if one wants', async () => {
  const page = await stage.visit();
  const text = 'Der Zug kommt heute sehr spät an.';
  await box(page).fill(text);
  const sentence = result(page).locator('[data-sentence="0"]:not(:has([aria-hidden]))');
  await sentence.click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('Late again, that train.');
  await page.getByText('Also for the same sentence in later texts').click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Edited by you').waitFor();
  await page.getByRole('button', { name: 'New translation' }).click();
  await box(page).fill(text);
  await result(page).getByText('Late again, that train.').waitFor();
});

test('one chooses among other translations of a sentence', async () => {
  const page = await stage.visit();
  await box(page).fill('Die Kinder erzählten sich, dass dort ein Mann wohnte, der nie schlief.');
  const sentence = result(page).locator('[data-sentence="0"]:not(:has([aria-hidden]))');
  await sentence.click();
  const before = await sentence.textContent();
  await page.keyboard.press('a');
  const choices = page.getByRole('list', { name: 'Alternatives' }).getByRole('button');
  await choices.first().waitFor();
  const chosen = await choices.first().textContent();
  expect(chosen).not.toBe(before);
  // Escape closes the list and not the sentence.
  await page.keyboard.press('Escape');
  await choices.first().waitFor({ state: 'detached' });
  await page.keyboard.press('a');
  await choices.first().click();
  await expect.poll(() => sentence.textContent()).toBe(chosen);
  await page.getByText('Edited by you').waitFor();
});

test('arrow keys and shortcuts work on a short text as well', async () => {
  const page = await stage.visit();
  await box(page).fill('Der Hund schläft. Die Katze trinkt Milch.');
  await result(page).locator('[data-sentence="1"]:not(:has([aria-hidden]))').waitFor();
  await page.getByRole('group', { name: /^Translated text/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('complementary', { name: 'Sentence 2' }).waitFor();
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await copied(page)).toBe(await result(page).locator('[data-sentence="1"]').textContent());
  await page.keyboard.press('Escape');
  await page.getByRole('complementary').waitFor({ state: 'detached' });
});

test('the words of the glossary are used, in short texts and long ones, and outlive the page', async () => {
  const page = await stage.visit();
  await box(page).fill('Der Leuchtturm ist alt.');
  await result(page).locator('[data-sentence="0"]:not(:has([aria-hidden]))').waitFor();
  await page.getByRole('button', { name: 'Glossary' }).click();
  const dialog = page.getByRole('dialog', { name: 'Glossary' });
  await dialog.getByRole('textbox', { name: 'Word 1', exact: true }).fill('Leuchtturm');
  await dialog.getByRole('textbox', { name: 'Translation of word 1' }).fill('Zorblax');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Glossary (1)' }).waitFor();
  // What is in sight is translated anew.
  await result(page)
    .getByText(/Zorblax/)
    .waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Glossary (1)' }).waitFor();
  await page.getByRole('button', { name: 'New translation' }).click();
  await translateLong(page, 'Der Leuchtturm ist alt. '.repeat(5000));
  await page
    .getByRole('region', { name: /^Original/ })
    .getByText(/Zorblax/)
    .first()
    .waitFor();
}, 240_000);

test('the language of a text is found, and shown', async () => {
  const page = await stage.visit();
  const source = page.getByRole('combobox', { name: 'Translate from' });
  await source.selectOption({ label: 'Detect language' });
  await box(page).fill('Der Hund schläft, und die Katze trinkt ihre Milch am Fenster.');
  await result(page).getByText(/dog/i).waitFor();
  await expect
    .poll(() => source.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.textContent))
    .toBe('German (detected)');
  await box(page).fill('Le chien dort et le chat boit son lait devant la grande fenêtre.');
  await page
    .getByRole('alert')
    .getByText(/unknown or not installed here/)
    .waitFor();
});

test('nothing went wrong unseen', () => {
  // A language that is not installed is refused with 422.
  expect(stage.errors.filter((error) => !error.includes('422'))).toEqual([]);
});
