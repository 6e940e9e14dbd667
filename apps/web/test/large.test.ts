import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { translateLong, untilDone } from './support/actions.ts';
import { firstLoadBytes, heapBytes, measurePaint, measureScroll } from './support/measure.ts';
import { createStage, type Stage } from './support/stage.ts';
import { longText } from './support/texts.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage(inject('webDir'));
});
afterAll(async () => {
  await stage.close();
});

test('the first load is small and needs no inline code', async () => {
  expect(await firstLoadBytes(inject('webDir'))).toBeLessThan(120_000);
  const html = await readFile(join(inject('webDir'), 'index.html'), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=/);
  expect(html).toContain('default-src &#39;none&#39;');
  const [, script = ''] = /href="\.\/(assets\/page[^"]+\.js)"/.exec(html) ?? [];
  const answer = await fetch(new URL(script, stage.url), { headers: { 'accept-encoding': 'gzip' } });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(answer.headers.get('cache-control')).toContain('immutable');
});

test('a first visit waits for nothing twice, and nothing moves when it is there', async () => {
  const { cumulativeLayoutShift } = await measurePaint(stage, 1);
  expect(cumulativeLayoutShift).toBeLessThan(0.01);
  const page = await stage.visit({ path: 'livez', locale: 'fr-CH' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(stage.url);
  await page.getByRole('button', { name: 'Historique' }).waitFor();
  // The words of the page are asked for once, in one language, and before its code asks for anything.
  const words = asked.filter((path) => /\/(de|en|fr|it)-/.test(path));
  expect(words).toEqual([expect.stringMatching(/\/fr-/)]);
  expect(asked.indexOf(words[0] as string)).toBeLessThan(asked.indexOf('/api/languages'));
});

test('a million characters are read in bounded memory', async () => {
  const page = await stage.visit();
  await page.getByRole('textbox', { name: 'Your text' }).waitFor();
  const emptyHeap = await heapBytes(page);
  const text = longText(1_000_000);
  const startedAt = Date.now();
  await translateLong(page, text);
  await page.locator('p:last-child [data-sentence="0"]:not(:has([aria-hidden]))').waitFor();
  const firstSentenceMs = Date.now() - startedAt;

  const scroll = await measureScroll(page, 60);
  for (let part = 1; part <= 20; part++) {
    await page.evaluate((part) => scrollTo(0, (document.documentElement.scrollHeight * part) / 20), part);
    await page.waitForTimeout(150);
  }
  await page
    .getByRole('region', { name: /^Original/ })
    .getByText(/^Es war der \d{4}/)
    .first()
    .waitFor();
  await untilDone(page, 300_000);
  const elements = await page.locator('[data-sentence]').count();
  const heap = await heapBytes(page);
  console.log('a million characters:', { firstSentenceMs, ...scroll, elements, emptyHeap, heap });

  expect(elements).toBeLessThan(400);
  expect(heap - emptyHeap).toBeLessThan(40_000_000);
  expect(scroll.medianFrameMs).toBeLessThan(40);
}, 600_000);
