import { readFile } from 'node:fs/promises';
import { docx } from '@unlimited/document/samples';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { chooseFile, copied, paste } from './support/actions.ts';
import { createStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage(inject('webDir'));
});
afterAll(async () => {
  await stage.close();
});

const format = (page: Page) => page.getByRole('combobox', { name: 'Format' });

async function translated(page: Page): Promise<string> {
  const last = page.getByRole('region', { name: 'Translation' }).locator('[data-sentence]').last();
  await last.waitFor();
  await page.getByRole('button', { name: 'Download' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('list').getByRole('button').first().click(),
  ]);
  return `${file.suggestedFilename()}\n${await readFile(await file.path(), 'utf8')}`;
}

const files = {
  markdown: ['Brief.md', '# Der Hund\n\n- Die **Katze** trinkt Milch.\n\n```\nnicht übersetzen\n```\n'],
  html: ['Seite.html', '<h1>Der Hund</h1>\n<p class="a">Die Katze trinkt <b>Milch</b>.</p>\n'],
  srt: ['Film.srt', '1\n00:00:01,000 --> 00:00:02,500\nDer Hund schläft.\n'],
  vtt: ['Film.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.500\nDer Hund schläft.\n'],
} as const;

const kept = {
  markdown: ['# ', '- ', '**', '```\nnicht übersetzen\n```'],
  html: ['<h1>', '</h1>\n<p class="a">', '<b>', '</b>', '</p>'],
  srt: ['1\n00:00:01,000 --> 00:00:02,500\n'],
  vtt: ['WEBVTT\n\n00:01.000 --> 00:02.500\n'],
};

test.each(Object.keys(files) as (keyof typeof files)[])('a file keeps what makes it %s', async (name) => {
  const [fileName, text] = files[name];
  const page = await stage.visit();
  await chooseFile(page, fileName, text);
  await expect.poll(() => format(page).inputValue()).toBe(name);
  const result = await translated(page);
  for (const mark of kept[name]) expect(result).toContain(mark);
  expect(result.split('\n', 1)[0]).toMatch(new RegExp(`\\.en\\.${fileName.split('.')[1]}$`));
  expect(result).not.toContain('Katze');
  // The next text is plain again.
  await page.getByRole('button', { name: 'Clear' }).click();
  expect(await format(page).inputValue()).toBe('plain');
});

test('line breaks of plain text are kept as sentences of their own, if one wants', async () => {
  const page = await stage.visit();
  await page.getByRole('textbox', { name: 'Your text' }).waitFor();
  const lines = [
    'Der alte Hund meiner Schwester schläft am liebsten den ganzen Tag lang',
    'auf dem großen Sofa, obwohl er dort eigentlich gar nicht liegen dürfte',
    'und in der Küche ein weicher Korb mit einer warmen Decke auf ihn wartet.',
  ];
  await paste(page, lines.join('\n'));
  const sentences = page.getByRole('region', { name: 'Translation' }).locator('[data-sentence]');
  await expect.poll(() => sentences.count()).toBe(1);
  await page.getByRole('switch', { name: 'Keep line breaks' }).check();
  await expect.poll(() => sentences.count()).toBe(3);
});

test('nothing went wrong unseen', () => {
  expect(stage.errors).toEqual([]);
});

test('a document goes and comes back as one', async () => {
  const page = await stage.visit();
  await chooseFile(page, 'Brief.docx', await docx());
  await page.getByText('Brief.docx').waitFor();
  await page.getByRole('button', { name: 'Translate', exact: true }).click();
  const download = page.getByRole('button', { name: 'Download' });
  await download.waitFor();
  await page.getByText('dog', { exact: false }).first().waitFor();
  expect(await page.locator('body').textContent()).not.toContain('id="1"');
  const word = page.getByRole('button', { name: 'Word (DOCX)' });
  await expect
    .poll(async () => {
      if (!(await word.isVisible())) await download.click();
      return word.isVisible();
    })
    .toBe(true);
  const [file] = await Promise.all([page.waitForEvent('download'), word.click()]);
  expect(file.suggestedFilename()).toBe('Brief.en.docx');
  expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');
});

test('a sentence of a document is edited without its tags, which stay', async () => {
  const page = await stage.visit();
  await chooseFile(page, 'Brief.docx', await docx());
  await page.getByRole('button', { name: 'Translate', exact: true }).click();
  await page.getByRole('button', { name: 'Download' }).waitFor();
  const id = new URL(page.url()).hash.split('/').at(-1);
  const stored = () =>
    page.evaluate(async (path) => (await fetch(path)).json(), `/api/translations/${id}/segments`) as Promise<{
      segments: { index: number; targetText: string | null }[];
    }>;
  await expect
    .poll(async () => (await stored()).segments.every((segment) => segment.targetText !== null))
    .toBe(true);
  const { segments } = await stored();
  const { index, targetText } = segments.find((each) =>
    each.targetText?.includes('<b '),
  ) as (typeof segments)[0];
  await page.locator(`p:last-child [data-sentence="${index}"]`).click();

  const tags = targetText?.match(/<[^>]*>/g);
  const read = targetText?.replace(/<[^>]*>/g, '');

  await page.keyboard.press('c');
  await expect.poll(() => copied(page)).toBe(read);
  await page.keyboard.press('a');
  const choices = page.getByRole('list', { name: 'Alternatives' }).getByRole('button');
  await choices.first().waitFor();
  expect((await choices.allTextContents()).join()).not.toContain('<');
  await page.keyboard.press('Escape');

  // Across the edge of what is bold.
  const edge = targetText?.indexOf('<b ') ?? 0;
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page
    .getByRole('textbox', { name: 'Find in the original' })
    .fill(read?.slice(edge - 6, edge + 2) ?? '');
  await page.getByText('1 of 1').waitFor();
  await page.keyboard.press('Escape');

  await page.locator(`p:last-child [data-sentence="${index}"]`).click();
  await page.keyboard.press('e');
  const editor = page.getByRole('textbox', { name: `Translation of sentence ${index + 1}` });
  await expect.poll(() => editor.locator('[data-mark]').count()).toBe(tags?.length);
  // The mark of the footnote is cut out and put in again; a mark stays a mark.
  await editor.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ControlOrMeta+x');
  await expect.poll(() => editor.locator('[data-mark]').count()).toBe(2);
  await page.keyboard.press('ControlOrMeta+v');
  await expect.poll(() => editor.locator('[data-mark]').count()).toBe(3);
  await page.keyboard.type(' 1 < 2 & <i>so</i>');
  await page.keyboard.press('Enter');
  await editor.waitFor({ state: 'detached' });
  expect(await page.locator(`p:last-child [data-sentence="${index}"]`).textContent()).toBe(
    `${read} 1 < 2 & <i>so</i>`,
  );
  const after = (await stored()).segments[index];
  expect(after?.targetText).toBe(`${targetText} 1 &lt; 2 &amp; &lt;i&gt;so&lt;/i&gt;`);
});

test('a document that is none is refused in words', async () => {
  const page = await stage.visit();
  await chooseFile(page, 'Brief.docx', 'Guten Morgen!');
  await page.getByRole('button', { name: 'Translate', exact: true }).click();
  await page.getByText('This file is not what its name says.', { exact: false }).waitFor();
});
