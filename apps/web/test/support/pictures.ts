import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** Where the pictures of all states are kept. */
export const picturesDir = fileURLToPath(new URL('../../screenshots/', import.meta.url));
export const picturePath = (name: string) => join(picturesDir, `${name}.png`);

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Picture {
  readonly png: Buffer;
  /** What may look otherwise each time: words of the model, times, figures. In pixels. */
  readonly changing: readonly Box[];
}

/** Of a difference: how much of it stands together, and where it is marked. */
export interface Difference {
  /** Differing pixels in the square in which there are most of them; infinite where there is nothing to compare. */
  readonly pixels: number;
  readonly marked: Buffer | null;
}

/**
 * More than this is a difference: a button moved by a single pixel has twice as many. What another version of a font
 * renderer draws otherwise is less: edges of letters do not count, and pictures are compared at half their size.
 */
export const mostPixels = 32;
const windowSize = 24;
const scale = 0.5;

/** The page as it stands, once its fonts are there and nothing moves. */
export async function photograph(page: Page): Promise<Picture> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const parts = [
    // A time is wider in some hours than in others, and moves what stands beside it.
    page.locator('[lang="en"]:not(html), :has(> time), progress, dialog input[readonly]'),
    page.getByText(/ sentences?\b| per second| left$|[Vv]alid until|Next try/),
  ];
  const boxes = await Promise.all(
    parts.map((part) =>
      part.evaluateAll((elements) =>
        elements
          .flatMap((element) => [...element.getClientRects()])
          .map(({ x, y, width, height }) => ({ x, y, width, height })),
      ),
    ),
  );
  return { png, changing: boxes.flat() };
}

/** A palette is enough for a page of few colours, and a quarter of the size. */
export function toKept(png: Buffer): Promise<Buffer> {
  return sharp(png).png({ palette: true, colours: 64, dither: 0, effort: 7 }).toBuffer();
}

/** How a picture differs from the kept one of this name, apart from what changes each time. */
export async function difference({ png, changing }: Picture, name: string): Promise<Difference> {
  const kept = await readFile(picturePath(name)).catch(() => null);
  if (kept === null) return { pixels: Number.POSITIVE_INFINITY, marked: null };
  const [before, now] = await Promise.all([halved(kept), halved(png)]);
  const { width, height } = now.info;
  if (before.info.width !== width || before.info.height !== height)
    return { pixels: Number.POSITIVE_INFINITY, marked: null };
  const marked = Buffer.alloc(width * height * 4);
  const ignoreMask = new Uint8Array(width * height);
  for (const box of changing) cover(ignoreMask, box, width, height);
  const pixels = pixelmatch(before.data, now.data, marked, width, height, { windowSize, ignoreMask });
  return {
    pixels,
    marked: await sharp(marked, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  };
}

async function halved(png: Buffer) {
  const { width = 0 } = await sharp(png).metadata();
  return sharp(png)
    .resize({ width: Math.round(width * scale) })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
}

function cover(mask: Uint8Array, box: Box, width: number, height: number): void {
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value * scale)));
  for (let y = clamp(box.y - 2, height); y < clamp(box.y + box.height + 2, height); y++)
    mask.fill(1, y * width + clamp(box.x - 2, width), y * width + clamp(box.x + box.width + 2, width));
}
