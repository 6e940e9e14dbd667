import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { translateLong, untilDone } from './support/actions.ts';
import { createPrefixProxy, type PrefixProxy } from './support/prefix-proxy.ts';
import { createStage, type Stage } from './support/stage.ts';
import { page as prose } from './support/texts.ts';

let stage: Stage;
let proxy: PrefixProxy;
beforeAll(async () => {
  stage = await createStage(inject('webDir'), {
    STATUS_MESSAGE: 'Back on <b>Monday</b>.',
    HISTORY_DAYS: '30',
  });
  proxy = await createPrefixProxy(stage.url, '/tools/translate/');
});
afterAll(async () => {
  proxy.close();
  await stage.close();
});

test('the page works behind a path prefix, offline too', async () => {
  const page = await stage.visit();
  await page.goto(proxy.url);
  await translateLong(page, prose.repeat(8));
  await untilDone(page);
  expect(page.url().startsWith(`${proxy.url}#/t/`)).toBe(true);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  await page.goto(proxy.url);
  await page.getByRole('textbox', { name: 'Your text' }).waitFor();
  await page.getByText(/You are offline/).waitFor();
});

test('the page can be installed', async () => {
  const page = await stage.visit();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const session = await page.context().newCDPSession(page);
  expect((await session.send('Page.getAppManifest')).errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Every visitor of a test is in a private window.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('a translation is downloaded in every form', async () => {
  const page = await stage.visit();
  await translateLong(page, prose.repeat(8));
  await untilDone(page);
  const download = async (name: string) => {
    await page.getByRole('button', { name: 'Download' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  const text = await download('Plain text');
  expect(text.name).toBe('translation.en.txt');
  expect(text.text.split('\n')).toHaveLength(prose.repeat(8).split('\n').length);
  const html = await download('Bilingual page');
  expect(html.name).toBe('translation.en.html');
  expect(html.text.match(/<tr><td lang="de"/g)).toHaveLength(14 * 8);
  const tmx = await download('TMX');
  expect(tmx.name).toBe('translation.en.tmx');
  expect(tmx.text).toContain('<seg>Der alte Leuchtturm</seg>');
});

test('the page says what the operator wants everybody to know, and how long texts are kept', async () => {
  const page = await stage.visit();
  await page.getByRole('status').getByText('Back on <b>Monday</b>.').waitFor();
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByText('They are deleted after 30 days.').waitFor();
});

test('nothing went wrong unseen', () => {
  // Being offline is what the first test is about.
  expect(stage.errors.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});
