import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';

/**
 * Bytes of gzip-compressed JavaScript that a first visit waits for: the page's code, with all that it imports before
 * it begins, and the messages of one language. What is fetched after the first paint is not among them.
 */
export async function firstLoadBytes(webDir: string): Promise<number> {
  const read = (name: string) => readFile(join(webDir, name));
  const html = String(await read('index.html'));
  const loaded = new Set(
    [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, name]) => name as string),
  );
  for (const name of loaded) {
    for (const [, imported] of String(await read(name)).matchAll(
      /(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g,
    )) {
      loaded.add(`assets/${imported}`);
    }
  }
  const messages = (await readdir(join(webDir, 'assets'))).filter((name) =>
    /^(de|en|fr|it)-.*\.js$/.test(name),
  );
  const sizeOf = async (name: string) => gzipSync(await read(name), { level: 9 }).length;
  const sizes = await Promise.all([...loaded].map(sizeOf));
  const messageSizes = await Promise.all(messages.map((name) => sizeOf(`assets/${name}`)));
  return sizes.reduce((sum, bytes) => sum + bytes, 0) + Math.max(...messageSizes);
}

export interface PaintFigures {
  readonly largestContentfulPaintMs: number;
  readonly cumulativeLayoutShift: number;
  readonly longTasksMs: number[];
}

/** How the page comes up for somebody who was never here, on a processor that is slowed down. */
export async function measurePaint(stage: Stage, slowdown: number): Promise<PaintFigures> {
  // Anything but the page: nothing of it is to be there already.
  const page = await stage.visit({ path: 'livez' });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    const figures = { largestContentfulPaintMs: 0, cumulativeLayoutShift: 0, longTasksMs: [] as number[] };
    Object.assign(window, { figures });
    const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    watch('largest-contentful-paint', (entry) => {
      figures.largestContentfulPaintMs = entry.startTime;
    });
    watch('layout-shift', (entry) => {
      figures.cumulativeLayoutShift += (entry as PerformanceEntry & { value: number }).value;
    });
    watch('longtask', (entry) => figures.longTasksMs.push(entry.duration));
  });
  await page.goto(stage.url);
  await page.getByRole('textbox').waitFor();
  await page.waitForTimeout(2000);
  const figures = await page.evaluate(() => (window as unknown as { figures: PaintFigures }).figures);
  await page.context().close();
  return figures;
}

export interface ScrollFigures {
  readonly worstFrameMs: number;
  readonly medianFrameMs: number;
  readonly framesOver50Ms: number;
  readonly frames: number;
}

/** Scrolls the page down by one screen after another and measures the time between its frames. */
export async function measureScroll(page: Page, screensCount: number): Promise<ScrollFigures> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    const tick = (time: number) => {
      times.push(time);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  for (let screen = 0; screen < screensCount; screen++) {
    await page.mouse.wheel(0, 700);
    await page.waitForTimeout(50);
  }
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times);
  const frames = times.slice(1).map((time, at) => time - (times[at] as number));
  frames.sort((one, other) => one - other);
  return {
    worstFrameMs: Math.round(frames.at(-1) ?? 0),
    medianFrameMs: Math.round((frames[frames.length >> 1] ?? 0) * 10) / 10,
    framesOver50Ms: frames.filter((frame) => frame > 50).length,
    frames: frames.length,
  };
}

/** Bytes that the page's scripts hold after a collection. */
export async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/**
 * A clock of the work that the page's main thread does, in milliseconds of processor time: unlike the time on the wall,
 * it does not depend on what else the machine is doing. Begins with the next navigation if called before it.
 */
export async function startWorkClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
}
