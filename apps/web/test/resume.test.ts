import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { copied, translateLong, untilDone } from './support/actions.ts';
import { createStage, type Stage } from './support/stage.ts';
import { longText, newSeed, newText } from './support/texts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage(inject('webDir'));
});
afterAll(async () => {
  await stage.close();
});

test('a reload goes on where it was', async () => {
  const page = await stage.visit();
  await translateLong(page, newText(1500, newSeed()));
  await page.getByText(/[1-9]\d* of [\d,]+ sentences/).waitFor();
  await page.reload();
  await page.getByText(/[1-9]\d* of [\d,]+ sentences/).waitFor();
  await untilDone(page);
  await page.locator('p:last-child [data-sentence="0"]:not(:has([aria-hidden]))').waitFor();
}, 180_000);

test('a killed service costs a pause, not a word', async () => {
  const page = await stage.visit();
  const text = newText(700, newSeed());
  await translateLong(page, text);
  await page.getByText(/[1-9]\d* of [\d,]+ sentences/).waitFor();
  await stage.kill();
  await page.getByText(/The server does not answer\. Nothing is lost/).waitFor();
  await stage.restart();
  await page.getByText(/The server does not answer/).waitFor({ state: 'detached' });
  await untilDone(page, 180_000);
  await page.getByRole('button', { name: 'Copy the translation' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const target = await copied(page);
  const paragraphs = (whole: string) => whole.split('\n\n').map((paragraph) => paragraph !== '');
  expect(paragraphs(target)).toEqual(paragraphs(text));
}, 300_000);

test('a service that is down is waited for, with the text in place', async () => {
  const page = await stage.visit();
  const box = page.getByRole('textbox', { name: 'Your text' });
  await box.waitFor();
  await stage.kill();
  await box.fill('Das Haus ist alt.');
  await page.getByText(/The server does not answer\. Nothing is lost/).waitFor();
  await stage.restart();
  await page.getByRole('region', { name: 'Translation' }).getByText(/house/i).waitFor({ timeout: 60_000 });
  expect(await box.inputValue()).toBe('Das Haus ist alt.');
}, 120_000);

test('without a network the page says so, opens all the same, and goes on by itself', async () => {
  const page = await stage.visit();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  await page.getByText(/You are offline/).waitFor();
  await page.reload();
  await page.getByRole('textbox', { name: 'Your text' }).fill('Der Hund schläft.');
  await page.getByText(/You are offline/).waitFor();
  await page.context().setOffline(false);
  await page.getByText(/You are offline/).waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Translation' }).getByText(/dog/i).waitFor();
});

test('the worker keeps the page and no answer of the service', async () => {
  const page = await stage.visit();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.getByRole('textbox', { name: 'Your text' }).fill('Ein geheimer Satz.');
  await page.locator('[data-sentence]').first().waitFor();
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.filter((path) => path.startsWith('/api'))).toEqual([]);
});

test('somebody else cannot open a translation, and is told so with a way out', async () => {
  const owner = await stage.visit();
  const id = await translateLong(owner, longText(5000));
  const other = await stage.visit({ path: `#/t/${id}` });
  await other
    .getByRole('alert')
    .getByText(/belongs to another browser/)
    .waitFor();
  await other.getByRole('button', { name: 'Start a new translation' }).click();
  await other.getByRole('textbox', { name: 'Your text' }).waitFor();
});
