/**
 * Photographs every state of the page at 390 and 1440 pixels, light and dark, into `screenshots/`: `pnpm screenshots`,
 * or `pnpm screenshots state…` for some of them. Pictures in which nothing changed stay as they are. With `--compare`
 * none is replaced: it says what differs, apart from words of the model, times and figures, marks it in a folder, and
 * ends with 1 if anything does. Needs a database server in TEST_DATABASE_URLS and a Chromium, as the browser tests do.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPage } from '../test/support/build-page.ts';
import {
  difference,
  mostPixels,
  type Picture,
  photograph,
  picturePath,
  picturesDir,
  toKept,
} from '../test/support/pictures.ts';
import { createStage } from '../test/support/stage.ts';
import { screens, stateNames, states } from '../test/support/states.ts';

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { compare: { type: 'boolean', default: false } },
});
const unknown = wanted.filter((name) => !stateNames.some((state) => state === name));
if (unknown.length > 0) throw new Error(`There is no state ${unknown.join(', ')}: ${stateNames.join(', ')}`);
await mkdir(picturesDir, { recursive: true });

const work = await mkdtemp(join(tmpdir(), 'unlimited-web-'));
const webDir = join(work, 'page');
await buildPage(webDir);
const stage = await createStage(webDir);
const marks: string[] = [];

/** Replaces a kept picture if anything can be seen to differ, words of the model as well. */
async function keep({ png }: Picture, name: string): Promise<void> {
  if ((await difference({ png, changing: [] }, name)).pixels > 0)
    await writeFile(picturePath(name), await toKept(png));
}

async function compare(picture: Picture, name: string): Promise<void> {
  const { pixels, marked } = await difference(picture, name);
  if (pixels <= mostPixels) return;
  marks.push(name);
  const path = join(work, `${name}.png`);
  if (marked !== null) await writeFile(path, marked);
  console.log(
    `  ${name} differs${marked === null ? ': there is none of this size' : `, as marked in ${path}`}`,
  );
}

try {
  for (const name of stateNames) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const [screenName, screen] of Object.entries(screens)) {
      const page = await stage.visit({ ...screen, reducedMotion: 'reduce' });
      await states[name](page, stage);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await (values.compare ? compare : keep)(
          await photograph(page),
          `${name}-${screenName}-${colorScheme}`,
        );
      }
      await page.context().close();
    }
    console.log(name);
  }
} finally {
  await stage.close();
  await rm(marks.length > 0 ? webDir : work, { recursive: true, force: true });
}
if (marks.length > 0) process.exitCode = 1;
