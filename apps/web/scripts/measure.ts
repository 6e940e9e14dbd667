/**
 * Prints what a visitor feels: size of the first load, paint on a slow processor, and a million characters.
 * `pnpm measure`. Needs a database server in TEST_DATABASE_URLS and a Chromium, as the browser tests do.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { translateLong, untilDone } from '../test/support/actions.ts';
import { buildPage } from '../test/support/build-page.ts';
import {
  firstLoadBytes,
  heapBytes,
  measurePaint,
  measureScroll,
  type PaintFigures,
  type ScrollFigures,
  startWorkClock,
} from '../test/support/measure.ts';
import { createStage } from '../test/support/stage.ts';
import { longText } from '../test/support/texts.ts';

const slowdown = 4;
const visits = 7;
const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

const webDir = await mkdtemp(join(tmpdir(), 'unlimited-web-'));
await buildPage(webDir);
const stage = await createStage(webDir);

/** The times below mean little where more is running than there are processors; the work does not change. */
function printLoad(): void {
  const [load = 0] = loadavg();
  console.log(`load of the machine: ${load.toFixed(1)} on ${availableParallelism()} processors`);
}

async function printScroll(when: string, page: Page): Promise<void> {
  const work = await startWorkClock(page);
  const before = await work();
  const { frames, medianFrameMs, worstFrameMs, framesOver50Ms }: ScrollFigures = await measureScroll(
    page,
    100,
  );
  const perFrameMs = ((await work()) - before) / frames;
  console.log(
    `  scrolling ${when}: work ${perFrameMs.toFixed(1)} ms a frame; frames every ${medianFrameMs} ms,`,
  );
  console.log(
    `    the longest after ${worstFrameMs} ms, ${framesOver50Ms} of ${frames} after more than 50 ms`,
  );
}

try {
  printLoad();
  console.log(
    `first load: ${((await firstLoadBytes(webDir)) / 1000).toFixed(1)} kB of compressed JavaScript`,
  );

  const paints = [];
  for (let visit = 0; visit < visits; visit++) paints.push(await measurePaint(stage, slowdown));
  paints.sort((one, other) => one.largestContentfulPaintMs - other.largestContentfulPaintMs);
  const paint = paints[visits >> 1] as PaintFigures;
  const inMs = (times: readonly number[]) => times.map((ms) => `${Math.round(ms)} ms`).join(', ');
  console.log(`first visit, processor slowed down ${slowdown} times, the middle one of ${visits}:`);
  console.log(`  largest contentful paint ${inMs([paint.largestContentfulPaintMs])}`);
  console.log(`    (all: ${inMs(paints.map(({ largestContentfulPaintMs }) => largestContentfulPaintMs))})`);
  console.log(`  cumulative layout shift ${paint.cumulativeLayoutShift.toFixed(4)}`);
  console.log(`  long tasks ${inMs(paint.longTasksMs) || 'none'}`);

  const second = await stage.visit();
  const work = await startWorkClock(second);
  const begin = await work();
  await second.reload();
  await second.getByRole('textbox').waitFor();
  console.log(`  work of the main thread, not slowed down: ${Math.round((await work()) - begin)} ms`);
  await second.context().close();

  const page = await stage.visit();
  const before = Date.now();
  await translateLong(page, longText(1_000_000));
  await page.locator('p:last-child [data-sentence="0"]:not(:has([aria-hidden]))').waitFor();
  console.log('a million characters:');
  console.log(`  first sentence after ${Date.now() - before} ms`);
  await printScroll('while it is translated', page);
  await untilDone(page, 600_000);
  console.log(`  complete after ${((Date.now() - before) / 1000).toFixed(1)} s`);
  await printScroll('when it is done', page);
  console.log(
    `  heap ${mebibytes(await heapBytes(page))}, ${await page.locator('[data-sentence]').count()} sentences drawn`,
  );
  printLoad();
} finally {
  await stage.close();
  await rm(webDir, { recursive: true, force: true });
}
