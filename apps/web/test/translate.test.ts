import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { copied, paste, translateLong, untilDone } from './support/actions.ts';
import { createStage, type Stage } from './support/stage.ts';
import { longText, newSeed, newText, page as prose } from './support/texts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage(inject('webDir'));
});
afterAll(async () => {
  await stage.close();
});

test('a sentence is translated while it is typed, and the sentences find each other', async () => {
  const page = await stage.visit();
  const box = page.getByRole('textbox', { name: 'Your text' });
  await box.pressSequentially('Guten Morgen! Wie geht es Ihnen?', { delay: 15 });
  const result = page.getByRole('region', { name: 'Translation' });
  await result.getByText(/morning/i).waitFor();
  const sentence = result.locator('[data-sentence="1"]');
  await sentence.hover();
  const partner = page.getByRole('region', { name: 'Your text' }).locator('[data-sentence="1"][data-lit]');
  await partner.waitFor({ state: 'attached' });
  expect(await partner.textContent()).toBe('Wie geht es Ihnen?');
});

test('a new visitor need not say which way: English becomes German, and German English', async () => {
  const page = await stage.visit();
  const box = page.getByRole('textbox', { name: 'Your text' });
  const result = page.getByRole('region', { name: 'Translation' });
  await box.fill('The dog is sleeping under the table because it is tired.');
  await result.getByText(/Hund/).waitFor();
  const target = page.getByRole('combobox', { name: 'Translate into' });
  expect(await target.inputValue()).toBe('de');
  await page.getByRole('button', { name: 'Swap languages' }).click();
  await expect.poll(() => box.inputValue()).toMatch(/Hund/);
  await result.getByText(/dog/i).waitFor();
  expect(await target.inputValue()).toBe('en');
  // Of all these turns one translation stays.
  await page.getByRole('button', { name: 'History' }).click();
  const entries = page.getByRole('dialog').getByRole('listitem');
  await entries.first().waitFor();
  await expect.poll(() => entries.count()).toBe(1);
});

test('what was typed on the way does not stay in the history', async () => {
  const page = await stage.visit();
  const box = page.getByRole('textbox', { name: 'Your text' });
  for (const text of ['Der Hund', 'Der Hund schläft', 'Der Hund schläft heute.']) {
    await box.fill(text);
    await page.waitForResponse((response) => response.request().method() === 'POST');
  }
  await page.getByRole('region', { name: 'Translation' }).getByText(/dog/i).waitFor();
  await page.getByRole('button', { name: 'History' }).click();
  const entries = page.getByRole('dialog').getByRole('listitem');
  await entries.first().waitFor();
  await expect.poll(() => entries.count()).toBe(1);
  expect(await entries.first().textContent()).toContain('Der Hund schläft heute.');
});

test('the target text keeps the layout exactly', async () => {
  const text = `\t${prose}\r\n  \r\n- eins\n- zwei   \n\n\n${'—'.repeat(10)}\n${prose.repeat(6)}`;
  const page = await stage.visit();
  const id = await translateLong(page, text);
  await untilDone(page);
  await page.getByRole('button', { name: 'Copy the translation' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const target = await copied(page);

  const segments = await page.evaluate(async (id) => {
    const answer = await fetch(`api/translations/${id}/segments?limit=1000`);
    return (await answer.json()).segments as { sourceText: string; gap: string; targetText: string }[];
  }, id);
  // A box of text knows only \n; the gaps are what stood between the sentences of the text that was sent.
  expect(segments.map(({ sourceText, gap }) => sourceText + gap).join('')).toBe(
    text.replaceAll('\r\n', '\n'),
  );
  expect(target).toBe(segments.map(({ targetText, gap }) => targetText + gap).join(''));
  const layout = (whole: string) => whole.split('\n').map((line) => /^\s*/.exec(line)?.[0]);
  expect(layout(target)).toEqual(layout(text.replaceAll('\r\n', '\n')));
});

test('a long text appears where it is looked at, and is complete', async () => {
  const text = longText(120_000);
  const page = await stage.visit();
  await translateLong(page, text);
  await page.getByText(/\d of [\d,]+ sentences/).waitFor();
  const reader = page.getByRole('region', { name: /^Original and translation/ });
  await reader.getByText('Kapitel 1', { exact: true }).first().waitFor();
  // Far from what is translated, the source is there already.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await reader
    .getByText(/^Kapitel \d{2,}$/)
    .first()
    .waitFor();
  const elements = await page.locator('[data-sentence]').count();
  expect(elements).toBeLessThan(400);
  await untilDone(page, 240_000);
  await expect
    .poll(() =>
      reader
        .getByRole('paragraph')
        .filter({ hasText: /^Chapter \d{2,}/ })
        .count(),
    )
    .toBeGreaterThan(0);
}, 300_000);

test('a translation is paused and goes on where it was', async () => {
  const page = await stage.visit();
  const id = await translateLong(page, newText(700, newSeed()));
  await page.getByText(/[1-9]\d* of [\d,]+ sentences/).waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText(/^Paused\. [\d,]+ of/).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByText(/\d of [\d,]+ sentences/).waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await untilDone(page, 180_000);
  expect(page.url()).toContain(id);
}, 240_000);

test('a translation is cancelled: the engine is free, nothing of it stays, and the text is back', async () => {
  const page = await stage.visit();
  const text = newText(600, newSeed());
  const box = page.getByRole('textbox', { name: 'Your text' });
  const entries = page.getByRole('dialog').getByRole('listitem');
  const id = await translateLong(page, text);
  await page.getByText(/[1-9]\d* of [\d,]+ sentences/).waitFor();
  // What was pasted is not here any more: it comes back from the service.
  await page.reload();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this translation?' });
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText(/^Paused/).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Cancel translation' }).click();
  await expect.poll(() => box.inputValue()).toBe(text);
  expect(new URL(page.url()).hash).toBe('#/');
  expect(await page.evaluate(async (id) => (await fetch(`api/translations/${id}`)).status, id)).toBe(404);
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByText('Nothing here yet').waitFor();
  expect(await entries.count()).toBe(0);
});

test('who wants to be told that a translation is done is told, without a word of it', async () => {
  const page = await stage.visit();
  await page.context().grantPermissions(['notifications'], { origin: new URL(stage.url).origin });
  await page.reload();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // As in a tab that is not looked at.
  await page.evaluate(() => Object.defineProperty(document, 'hidden', { value: true }));
  await translateLong(page, newText(200, newSeed()));
  await page.getByRole('button', { name: 'You will be told when it is done' }).waitFor();
  const told = () =>
    page.evaluate(async () => {
      const notifications = await (await navigator.serviceWorker.ready).getNotifications();
      return notifications.map(({ title, body }) => title + body);
    });
  await expect.poll(told).toEqual(['Your translation is complete']);
});

test('a file of any name and encoding is translated, and what is no text is refused with a way out', async () => {
  const page = await stage.visit();
  const choose = page.locator('input[type=file]');
  const latin1 = Buffer.from('Schöne Grüße aus Köln.', 'latin1');
  await choose.setInputFiles({ name: 'brief.txt', mimeType: 'text/plain', buffer: latin1 });
  const box = page.getByRole('textbox', { name: 'Your text' });
  await expect.poll(() => box.inputValue()).toBe('Schöne Grüße aus Köln.');
  await choose.setInputFiles({
    name: 'bild.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from([0x89, 0, 0, 0xff]),
  });
  await page
    .getByRole('alert')
    .getByText(/holds no plain text/)
    .waitFor();
});

test('hostile and broken text is only ever text', async () => {
  const page = await stage.visit();
  const hostile =
    '<img src=x onerror="document.title=1"> & <script>alert(1)</script> Hallo Welt. \u202eabc \ud83d';
  await paste(page, hostile);
  const result = page.getByRole('region', { name: 'Translation' });
  await result.locator('[data-sentence]').first().waitFor();
  expect(await page.title()).not.toBe('1');
  expect(await page.locator('img, script:not([src])').count()).toBe(0);
});

test('nothing went wrong unseen, and the policy refused nothing', () => {
  // What was cancelled is not there when it is looked for.
  expect(stage.errors.filter((error) => !error.includes('404'))).toEqual([]);
});
