import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { translateLong, untilDone } from './support/actions.ts';
import { createStage, type Stage } from './support/stage.ts';
import { screens } from './support/states.ts';
import { mixedText } from './support/texts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage(inject('webDir'));
});
afterAll(async () => {
  await stage.close();
});

/** How far the first line of an element's words is from its left and its right edge, in pixels. */
function margins(element: Locator): Promise<{ left: number; right: number }> {
  return element.evaluate((box) => {
    const words = document.createRange();
    words.selectNodeContents(box);
    const parts = [...words.getClientRects()].filter(({ width }) => width > 0);
    const line = parts.filter(({ top, height }) => top < (parts[0]?.top ?? 0) + height / 2);
    const { left, right } = box.getBoundingClientRect();
    return {
      left: Math.min(...line.map((part) => part.left)) - left,
      right: right - Math.max(...line.map((part) => part.right)),
    };
  });
}

const source = (page: Page, text: RegExp) => page.locator('p:first-child').filter({ hasText: text });

test('paragraphs from the right stand at the right, with what is written from the left in its own order', async () => {
  const page = await stage.visit();
  // Most of it is in a language that nothing is translated from.
  await page.getByRole('combobox', { name: 'Translate from' }).selectOption({ label: 'German' });
  await translateLong(page, mixedText);
  await untilDone(page);
  const hebrew = source(page, /^המגדלור/).first();
  expect(await hebrew.getAttribute('dir')).toBe('rtl');
  expect((await margins(hebrew)).right).toBeLessThan(2);
  // A German sentence in it ends, with its full stop, where German sentences end.
  const german = hebrew.locator('[data-sentence]').filter({ hasText: 'Das steht auf Deutsch da.' });
  expect(await german.getAttribute('dir')).toBe('ltr');
  const arabic = source(page, /^كان/).first();
  expect((await margins(arabic)).right).toBeLessThan(2);
  expect((await margins(source(page, /^Der Weg/).first())).left).toBeLessThan(2);
});

test('while one writes, each line runs as it begins, and what is lit up lies behind its words', async () => {
  const page = await stage.visit();
  const box = page.getByRole('textbox', { name: 'Your text' });
  await box.fill('שלום עולם.\nGuten Morgen.');
  const mirror = page.locator('[aria-hidden] > [data-sentence], [aria-hidden] [data-sentence]');
  await expect.poll(() => mirror.count()).toBe(2);
  const { right } = (await box.boundingBox().then((at) => at && { right: at.x + at.width })) ?? { right: 0 };
  const first = await mirror.nth(0).boundingBox();
  const second = await mirror.nth(1).boundingBox();
  expect(right - ((first?.x ?? 0) + (first?.width ?? 0))).toBeLessThan(2);
  expect((second?.x ?? 0) - ((await box.boundingBox())?.x ?? 0)).toBeLessThan(2);
  const settings = (element: Locator) =>
    element.evaluate((box) => {
      const { direction, unicodeBidi, font, textAlign } = getComputedStyle(box);
      return { direction, unicodeBidi, font, textAlign };
    });
  expect(await settings(page.locator('[aria-hidden]:has(> span > [data-sentence])'))).toEqual(
    await settings(box),
  );
});

test.each(['desktop', 'phone'] as const)('the page itself can be turned round: %s', async (screen) => {
  const page = await stage.visit(screens[screen]);
  await page.getByRole('textbox', { name: 'Your text' }).fill('Guten Morgen.');
  await page.getByRole('region', { name: 'Translation' }).locator('[data-sentence]').first().waitFor();
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const left = async (name: string) =>
    (await page.getByRole('region', { name, exact: true }).boundingBox())?.x ?? 0;
  if (screen === 'desktop') expect(await left('Your text')).toBeGreaterThan(await left('Translation'));
  await page.getByRole('button', { name: 'History' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('listitem').first().waitFor();
  await expect.poll(async () => (await drawer.boundingBox())?.x).toBe(0);
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.keyboard.press('Escape');
  expect(await overflow()).toBeLessThanOrEqual(0);
});
