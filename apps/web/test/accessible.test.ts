import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { copied, translateLong, untilDone } from './support/actions.ts';
import { accessibilityProblems } from './support/axe.ts';
import { difference, mostPixels, photograph } from './support/pictures.ts';
import { createStage, type Stage } from './support/stage.ts';
import { comparedStates, screens, stateNames, states } from './support/states.ts';
import { longText } from './support/texts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage(inject('webDir'));
});
afterAll(async () => {
  await stage.close();
});

/** Where it looks otherwise and is meant to, `pnpm screenshots` with the name of the state takes its pictures anew. */
async function differs(page: Page, name: string): Promise<boolean> {
  return (await difference(await photograph(page), name)).pixels > mostPixels;
}

describe.each(['desktop', 'phone'] as const)('%s', (screen) => {
  test.each(stateNames)('axe finds nothing, light or dark, and it looks as it did: %s', async (name) => {
    const isCompared = comparedStates.includes(name);
    const page = await stage.visit({ ...screens[screen], reducedMotion: 'reduce' });
    await states[name](page, stage);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await accessibilityProblems(page), 'light').toEqual([]);
    if (isCompared) expect(await differs(page, `${name}-${screen}-light`), 'light').toBe(false);
    await page.emulateMedia({ colorScheme: 'dark' });
    if (isCompared) expect(await differs(page, `${name}-${screen}-dark`), 'dark').toBe(false);
    expect(await accessibilityProblems(page, 'colours'), 'dark').toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

test.each(['desktop', 'phone'] as const)(
  'the page is painted before its code is there, as the code will: %s',
  async (screen) => {
    const page = await stage.visit({ ...screens[screen], reducedMotion: 'reduce', path: 'livez' });
    await page.route('**/assets/page-*.js', (route) => route.abort());
    await page.goto(stage.url);
    await page.getByText('The translation appears here').waitFor();
    expect(await differs(page, `empty-${screen}-light`)).toBe(false);
    // Nobody is offered what does nothing yet.
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.goto(`${stage.url}#/t/01890000-0000-7000-8000-000000000000`);
    await page.reload();
    expect(await page.locator('#root > *').count()).toBe(0);
  },
);

test('what moves by a few pixels, or has another colour, is seen in a picture', async () => {
  const page = await stage.visit({ ...screens.desktop, reducedMotion: 'reduce' });
  await states.empty(page);
  expect(await differs(page, 'empty-desktop-light')).toBe(false);
  const button = page.getByRole('button', { name: 'Try an example' });
  const set = (property: string, value: string) =>
    button.evaluate((element, [property, value]) => element.style.setProperty(property, value), [
      property,
      value,
    ] as const);
  await set('translate', '3px');
  expect(await differs(page, 'empty-desktop-light')).toBe(true);
  await set('translate', 'none');
  expect(await differs(page, 'empty-desktop-light')).toBe(false);
  await set('color', 'rgb(200 0 0)');
  expect(await differs(page, 'empty-desktop-light')).toBe(true);
});

test('nothing is out of reach where a page is enlarged four times', async () => {
  const page = await stage.visit({ viewport: { width: 320, height: 568 }, reducedMotion: 'reduce' });
  await states.flagged(page);
  const outside = await page.getByRole('button').evaluateAll((buttons) =>
    buttons
      .filter((button) => button.getClientRects().length > 0)
      .filter((button) => {
        const { left, right } = button.getBoundingClientRect();
        return left < 0 || right > 320;
      })
      .map((button) => button.ariaLabel ?? button.textContent),
  );
  expect(outside).toEqual([]);
});

test('everything is done with the keyboard alone', async () => {
  const page = await stage.visit();
  const focused = () =>
    page.locator('button:focus, input:focus').evaluate((element) => element.ariaLabel ?? element.textContent);
  await page.getByRole('textbox', { name: 'Your text' }).waitFor();

  await page.keyboard.type('Der Hund schläft. Die Katze trinkt Milch.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: 'Translation' }).locator('[data-sentence="1"]').waitFor();
  await page.keyboard.press('Alt+c');
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await copied(page)).toMatch(/dog/i);

  await page.keyboard.press('Alt+h');
  await page.getByRole('dialog', { name: 'History' }).waitFor();
  expect(await focused()).toBe('Search in your translations');
  await page.getByRole('dialog').getByRole('listitem').waitFor();
  await page.keyboard.press('Tab');
  expect(await focused()).toContain('Der Hund');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Rename');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Delete');
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('Keep');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Nothing here yet').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('arrow keys go from sentence to sentence through a long text', async () => {
  const page = await stage.visit();
  await translateLong(page, longText(20_000));
  await untilDone(page);
  const text = page.getByRole('region', { name: /^Original and translation/ });
  await text.focus();
  const index = () =>
    page.evaluate(() => Number(document.activeElement?.getAttribute('data-sentence') ?? -1));
  await page.keyboard.press('ArrowDown');
  await expect.poll(index).toBeGreaterThanOrEqual(0);
  const first = await index();
  for (let step = 0; step < 40; step++) await page.keyboard.press('ArrowDown');
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowUp');
  await expect.poll(index).toBe(first + 30);
  await page.getByRole('complementary', { name: `Sentence ${first + 31}` }).waitFor();
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await copied(page)).toBe(await page.evaluate(() => document.activeElement?.textContent));
  await page.keyboard.press('Escape');
  await page.getByRole('complementary').waitFor({ state: 'detached' });
});

test('a chosen theme and language hold from the first paint on', async () => {
  const page = await stage.visit({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'Appearance and language' }).click();
  await page.getByText('Dark').click();
  await page.getByText('Sans', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Language of this page' }).selectOption('de');
  await page.getByRole('button', { name: 'Verlauf' }).waitFor();
  // Nothing but the first script: what is painted before the page's own code runs.
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
  expect(await page.evaluate(() => document.documentElement.dataset.typeface)).toBe('sans');
  await page.getByText('Hier erscheint die Übersetzung').waitFor();
  await page.unroute('**/assets/*.js');
  await page.reload();
  await page.getByRole('button', { name: 'Verlauf' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
});
