import type { TranslationFormat } from '@unlimited/contract';
import { type DocumentPiece, documentPieces, toDocumentHtml } from '../../core/document-html.ts';
import { isDocument } from '../../core/document-types.ts';
import style from './sentence.module.css';

type Mark = Exclude<DocumentPiece, { kind: 'text' }>;

/**
 * What stands in the editor for a sentence of this format. The tags of a document are marks there, which can be deleted, and moved by
 * cutting and pasting; all else is text.
 */
export function editorContent(
  text: string,
  format: TranslationFormat,
  labelOf: (kind: Mark['kind']) => string,
): (string | Node)[] {
  if (!isDocument(format)) return [text];
  return documentPieces(text).map((piece) =>
    piece.kind === 'text' ? piece.text : createMark(piece, labelOf(piece.kind)),
  );
}

function createMark({ kind, tag }: Mark, label: string): HTMLElement {
  const mark = document.createElement('span');
  mark.contentEditable = 'false';
  mark.className = style.mark ?? '';
  mark.dataset.mark = kind;
  mark.title = label;
  // Not seen; it is what the clipboard takes.
  mark.textContent = tag;
  return mark;
}

/** What was written there, in the format; `before` is the text that the content was made of. */
export function readEditorContent(editor: Node, format: TranslationFormat, before: string): string {
  if (!isDocument(format)) return editor.textContent ?? '';
  const known = new Set(
    documentPieces(before).flatMap((piece) => (piece.kind === 'text' ? [] : [piece.tag])),
  );
  return toDocumentHtml(editor.textContent ?? '', known);
}
