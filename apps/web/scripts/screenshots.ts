/**
 * Photographs every state of the page at 390 and 1440 pixels, light and dark: `pnpm screenshots FOLDER [state…]`.
 * Needs a database server in TEST_DATABASE_URLS and a Chromium, as the browser tests do.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildPage } from '../test/support/build-page.ts';
import { createStage } from '../test/support/stage.ts';
import { screens, stateNames, states } from '../test/support/states.ts';

const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: pnpm screenshots FOLDER [state…]');
const target = resolve(process.env.INIT_CWD ?? '.', folder);
await mkdir(target, { recursive: true });

const webDir = await mkdtemp(join(tmpdir(), 'unlimited-web-'));
await buildPage(webDir);
const stage = await createStage(webDir);
try {
  for (const name of wanted.length === 0
    ? stateNames
    : stateNames.filter((state) => wanted.includes(state))) {
    for (const [screenName, screen] of Object.entries(screens)) {
      const page = await stage.visit(screen);
      await states[name](page, stage);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.waitForTimeout(500);
        await page.screenshot({ path: join(target, `${name}-${screenName}-${colorScheme}.png`) });
      }
      await page.context().close();
    }
    console.log(name);
  }
} finally {
  await stage.close();
  await rm(webDir, { recursive: true, force: true });
}
