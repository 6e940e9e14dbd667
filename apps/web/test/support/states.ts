import { docx } from '@unlimited/document/samples';
import type { Page } from 'playwright-core';
import { chooseFile, paste, translateLong, untilDone } from './actions.ts';
import type { Stage } from './stage.ts';
import { english, longText, newText, page as prose } from './texts.ts';

type State = (page: Page, stage: Stage) => Promise<void>;

const settle = (page: Page) => page.waitForTimeout(600);

/** The same for each screen whenever a state is visited, and another than for other states. */
const seedOf = (page: Page, state: number) => state * 10_000 + (page.viewportSize()?.width ?? 0);

/** Every state of the page, and how one gets there from the empty desk of a new visitor. */
export const states = {
  empty: async (page) => {
    await page.getByRole('textbox', { name: 'Your text' }).waitFor();
  },
  sentence: async (page) => {
    await page.getByRole('button', { name: 'Try an example' }).click();
    const result = page.getByRole('region', { name: 'Translation' });
    await result.locator('[data-sentence="2"]:not(:has([aria-hidden]))').waitFor();
    await settle(page);
    await result.locator('[data-sentence="2"]').hover();
  },
  detected: async (page) => {
    await page.getByRole('combobox', { name: 'Translate from' }).selectOption({ label: 'Detect language' });
    await states.sentence(page);
  },
  paragraph: async (page) => {
    await page.getByRole('textbox', { name: 'Your text' }).fill(prose.trim());
    const result = page.getByRole('region', { name: 'Translation' });
    await result.locator('[data-sentence]:not(:has([aria-hidden]))').last().waitFor();
    await page.evaluate(() => scrollTo(0, 0));
  },
  document: async (page) => {
    await paste(page, longText(150_000));
    await page.getByText('Pasted text').waitFor();
  },
  running: async (page) => {
    await translateLong(page, newText(4000, seedOf(page, 1)));
    await page.getByText(/minutes? left|minute left/).waitFor({ timeout: 60_000 });
  },
  paused: async (page) => {
    await translateLong(page, newText(4000, seedOf(page, 2)));
    await page.getByText(/[1-9]\d* of [\d,]+ sentences/).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText(/^Paused/).waitFor();
  },
  cancel: async (page) => {
    await states.paused(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').waitFor();
  },
  reader: async (page) => {
    await translateLong(page, longText(5000));
    await untilDone(page);
    const sentence = page
      .getByRole('region', { name: /^Original and/ })
      .locator('p:last-child [data-sentence="2"]');
    await sentence.click();
    await page.mouse.move(0, 0);
  },
  edit: async (page) => {
    await states.reader(page);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('textbox', { name: 'Translation of sentence 3' }).waitFor();
  },
  'edit-document': async (page) => {
    await chooseFile(page, 'Brief.docx', await docx());
    await page.getByRole('button', { name: 'Translate', exact: true }).click();
    await untilDone(page);
    await page.locator('p:last-child [data-sentence="2"]').click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('textbox', { name: 'Translation of sentence 3' }).waitFor();
  },
  alternatives: async (page) => {
    await states.reader(page);
    await page.getByRole('button', { name: 'Alternatives' }).click();
    await page.getByRole('list', { name: 'Alternatives' }).waitFor();
  },
  flagged: async (page) => {
    await page.getByRole('combobox', { name: 'Translate from' }).selectOption({ label: 'Detect language' });
    await translateLong(page, `${prose}${english}${longText(4000)}`);
    await untilDone(page);
    await page.getByRole('button', { name: 'Next sentence to check' }).click();
    await page.getByText('This passage is in the target language already and was kept.').waitFor();
    await page.mouse.move(0, 0);
  },
  check: async (page) => {
    await states.flagged(page);
    await page
      .getByRole('button', { name: /sentences? to check$/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  },
  find: async (page) => {
    await translateLong(page, longText(5000));
    await untilDone(page);
    await page.getByRole('button', { name: 'Find' }).click();
    await page.keyboard.type('Licht');
    await page.getByText(/^1 of \d+/).waitFor();
  },
  history: async (page) => {
    for (const text of ['Der Zug fährt um neun Uhr.', 'Die Katze trinkt Milch.']) {
      await page.getByRole('textbox', { name: 'Your text' }).fill(text);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('region', { name: 'Translation' }).locator('[data-sentence]').first().waitFor();
      await page.getByRole('button', { name: 'New translation' }).click();
    }
    await page.getByRole('button', { name: 'History' }).click();
    await page.getByRole('dialog').getByRole('listitem').nth(1).waitFor();
  },
  rename: async (page) => {
    await states.history(page);
    const entry = page.getByRole('dialog').getByRole('listitem').first();
    await entry.hover();
    await entry.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Name of the translation' }).fill('Aus dem Lesebuch');
  },
  'history-empty': async (page) => {
    await page.getByRole('button', { name: 'History' }).click();
    await page.getByText('Nothing here yet').waitFor();
  },
  'delete-all': async (page) => {
    await states.history(page);
    await page.getByRole('button', { name: 'Delete all' }).click();
    await page.getByRole('button', { name: 'Delete everything' }).waitFor();
  },
  settings: async (page) => {
    await page.getByRole('button', { name: 'Appearance and language' }).click();
    await page.getByText('Text size').waitFor();
  },
  shortcuts: async (page) => {
    await page.getByRole('textbox', { name: 'Your text' }).blur();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  },
  download: async (page) => {
    await page.getByRole('button', { name: 'Try an example' }).click();
    await page.getByRole('button', { name: 'Download' }).click();
    await page.getByText('Bilingual page').waitFor();
  },
  share: async (page) => {
    await states.reader(page);
    await page.getByRole('button', { name: 'Share a link' }).click();
    await page.getByRole('button', { name: 'Create a link' }).click();
    await page.getByText(/^Valid until/).waitFor();
    await page.getByText(/^One link is valid/).waitFor();
  },
  shared: async (page, stage) => {
    await states.share(page);
    const link = await page.getByRole('dialog').getByRole('textbox').inputValue();
    // As somebody who is not the owner.
    await page.context().clearCookies();
    await page.goto('about:blank');
    await page.goto(link.replace(/^.*#/, `${stage.url}#`));
    await page.getByText('Shared with you, to read').waitFor();
    await page.getByText('Chapter 1', { exact: true }).waitFor();
  },
  glossary: async (page) => {
    await page.getByRole('button', { name: 'Glossary' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Word 1', exact: true }).fill('Leuchtturm');
    await dialog.getByRole('textbox', { name: 'Translation of word 1' }).fill('beacon');
    await dialog.getByRole('textbox', { name: 'Word 2', exact: true }).fill('Anna');
  },
  offline: async (page) => {
    await page.getByRole('textbox', { name: 'Your text' }).waitFor();
    await page.context().setOffline(true);
    await page.getByText(/You are offline/).waitFor();
  },
  unreachable: async (page) => {
    await page.route('**/api/translations', (route) => route.abort());
    await page.getByRole('textbox', { name: 'Your text' }).fill('Der Hund schläft.');
    await page.getByText(/The server does not answer/).waitFor();
  },
  'not-found': async (page, stage) => {
    await page.goto(`${stage.url}#/t/01890000-0000-7000-8000-000000000000`);
    await page.getByRole('alert').waitFor();
  },
  'wrong-file': async (page) => {
    const buffer = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff]);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'bild.txt', mimeType: 'text/plain', buffer });
    await page.getByRole('alert').waitFor();
  },
} satisfies Record<string, State>;

export const stateNames = Object.keys(states) as (keyof typeof states)[];

/** States that show no word of the model: their pictures are compared whenever they are visited. */
export const comparedStates: readonly string[] = [
  'empty',
  'document',
  'settings',
  'shortcuts',
  'glossary',
  'history',
  'offline',
] satisfies (keyof typeof states)[];

/** A screen, and whether fingers touch it. */
export const screens = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const;
