/**
 * Puts a text on the clipboard. It may still be on its way: the browser is told at once, so that it sees the click.
 *
 * @throws when the browser refuses or the text cannot be had.
 */
export async function copyText(text: string | Promise<string>): Promise<void> {
  if (navigator.clipboard === undefined) return copyBySelection(await text);
  if (typeof text === 'string') return navigator.clipboard.writeText(text);
  const blob = text.then((value) => new Blob([value], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}

/** Without HTTPS browsers offer no clipboard but that of a selection. */
function copyBySelection(text: string): void {
  const take = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', take, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', take);
  if (!done) throw new Error('the browser did not copy');
}

/** Offers a file for download. */
export function downloadBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  downloadAddress(url, name);
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function downloadAddress(href: string, name: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
}
