import type { Page } from 'playwright-core';

/** Pastes as somebody does, however long the text is. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your text' }).evaluate((box, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    if (!box.dispatchEvent(event)) return;
    (box as HTMLTextAreaElement).focus();
    document.execCommand('insertText', false, text);
  }, text);
}

/** Chooses a file of which only the name says what it is. */
export async function chooseFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

/** Pastes a long text and orders its translation; returns its id. */
export async function translateLong(page: Page, text: string): Promise<string> {
  await paste(page, text);
  await page.getByRole('button', { name: 'Translate', exact: true }).click();
  await page.waitForURL(/#\/t\//);
  return page.url().split('/').at(-1) as string;
}

export async function untilDone(page: Page, timeoutMs = 120_000): Promise<void> {
  await page.getByText(/sentences? translated$/).waitFor({ timeout: timeoutMs });
}

export const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
