import type { ChildAnswer, ChildRequest } from './child-message.ts';
import { readContainerText, writeContainerText } from './container-text.ts';
import { DocumentError } from './document-error.ts';

async function answer(request: ChildRequest): Promise<ChildAnswer> {
  const bytes = Buffer.from(request.bytes.buffer, request.bytes.byteOffset, request.bytes.byteLength);
  try {
    if (request.kind === 'write') {
      return {
        document: await writeContainerText(bytes, request.type, request.paragraphs, request.languages),
      };
    }
    if (request.type !== 'pdf') return { text: await readContainerText(bytes, request.type) };
    // pdf.js drops promises that fail, for a few in a thousand broken files: what can be read beside them is read all the same.
    process.on('unhandledRejection', () => undefined);
    // Its reader is large, and of no use to other documents.
    const { readPdfText } = await import('./pdf-text.ts');
    return { text: await readPdfText(bytes) };
  } catch (error) {
    if (error instanceof DocumentError) return { code: error.code, message: error.message };
    // The message of a fault of ours may hold text; where it was does not.
    const { name, stack = '' } = error as Error;
    return {
      fault: `${name}\n${stack
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .join('\n')}`,
    };
  }
}

process.once('message', (request) => {
  void answer(request as ChildRequest).then((made) => process.send?.(made, () => process.exit()));
});
process.once('disconnect', () => process.exit());
