/**
 * Photographs every state of the page at 390 and 1440 pixels, light and dark, into `screenshots/`: `pnpm screenshots`,
 * or `pnpm screenshots state…` for some of them. Needs a database server in TEST_DATABASE_URLS and a Chromium, as the
 * browser tests do.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { buildPage } from '../test/support/build-page.ts';
import { createStage } from '../test/support/stage.ts';
import { screens, stateNames, states } from '../test/support/states.ts';

const target = fileURLToPath(new URL('../screenshots/', import.meta.url));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stateNames.some((state) => state === name));
if (unknown.length > 0) throw new Error(`There is no state ${unknown.join(', ')}: ${stateNames.join(', ')}`);
await mkdir(target, { recursive: true });

const webDir = await mkdtemp(join(tmpdir(), 'unlimited-web-'));
await buildPage(webDir);
const stage = await createStage(webDir);
try {
  for (const name of stateNames) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const [screenName, screen] of Object.entries(screens)) {
      const page = await stage.visit(screen);
      await states[name](page, stage);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.waitForTimeout(500);
        // A palette is enough for a page of few colours, and a quarter of the size.
        await sharp(await page.screenshot())
          .png({ palette: true, colours: 64, dither: 0, effort: 7 })
          .toFile(join(target, `${name}-${screenName}-${colorScheme}.png`));
      }
      await page.context().close();
    }
    console.log(name);
  }
} finally {
  await stage.close();
  await rm(webDir, { recursive: true, force: true });
}
