/**
 * Prints what a visitor feels: size of the first load, paint on a slow processor, and a million characters.
 * `pnpm measure`. Needs a database server in TEST_DATABASE_URLS and a Chromium, as the browser tests do.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { translateLong, untilDone } from '../test/support/actions.ts';
import { buildPage } from '../test/support/build-page.ts';
import { firstLoadBytes, heapBytes, measurePaint, measureScroll } from '../test/support/measure.ts';
import { createStage } from '../test/support/stage.ts';
import { longText } from '../test/support/texts.ts';

const slowdown = 4;
const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

const webDir = await mkdtemp(join(tmpdir(), 'unlimited-web-'));
await buildPage(webDir);
const stage = await createStage(webDir);
try {
  console.log(
    `first load: ${((await firstLoadBytes(webDir)) / 1000).toFixed(1)} kB of compressed JavaScript`,
  );

  const first = await stage.visit();
  const paint = await measurePaint(first, stage.url, slowdown);
  console.log(`first visit, processor slowed down ${slowdown} times:`);
  console.log(`  largest contentful paint ${Math.round(paint.largestContentfulPaintMs)} ms`);
  console.log(`  cumulative layout shift ${paint.cumulativeLayoutShift.toFixed(4)}`);
  console.log(`  long tasks ${paint.longTasksMs.map((ms) => `${Math.round(ms)} ms`).join(', ') || 'none'}`);
  await first.context().close();

  const page = await stage.visit();
  const before = Date.now();
  await translateLong(page, longText(1_000_000));
  await page.locator('p:last-child [data-sentence="0"]:not(:has([aria-hidden]))').waitFor();
  console.log('a million characters:');
  console.log(`  first sentence after ${Date.now() - before} ms`);
  const scroll = await measureScroll(page, 100);
  console.log(
    `  scrolling while it is translated: ${scroll.frames} frames, median ${scroll.medianFrameMs} ms,`,
  );
  console.log(`  worst ${scroll.worstFrameMs} ms, ${scroll.framesOver50Ms} over 50 ms`);
  await untilDone(page, 600_000);
  console.log(`  complete after ${((Date.now() - before) / 1000).toFixed(1)} s`);
  const calm = await measureScroll(page, 100);
  console.log(`  scrolling when it is done: median ${calm.medianFrameMs} ms, worst ${calm.worstFrameMs} ms`);
  console.log(`  heap ${mebibytes(await heapBytes(page))}`);
} finally {
  await stage.close();
  await rm(webDir, { recursive: true, force: true });
}
