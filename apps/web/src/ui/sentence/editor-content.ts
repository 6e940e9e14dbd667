import type { TranslationFormat } from '@unlimited/contract';
import { type DocumentPiece, documentPieces, toDocumentHtml } from '../../core/document-html.ts';
import { isDocument } from '../../core/document-types.ts';
import style from './sentence.module.css';

type Mark = Exclude<DocumentPiece, { kind: 'text' }>;

/**
 * The words of a sentence as they are edited. In a document there are marks between them, one for each of its tags; these can
 * be deleted, and moved by cutting and pasting. All else is text.
 */
export interface EditorContent {
  /** Nodes for a text in the format. */
  show(text: string): (string | Node)[];
  /** What stands in the editor, in the format. */
  read(editor: Node): string;
  /** Nodes for a text from the clipboard; `null` where it has none of the sentence's tags and is but text. */
  showPasted(text: string): (string | Node)[] | null;
}

/** For a sentence of this format that is `before` as it is begun. */
export function createEditorContent(
  format: TranslationFormat,
  before: string,
  labelOf: (kind: Mark['kind']) => string,
): EditorContent {
  if (!isDocument(format)) {
    return { show: (text) => [text], read: (editor) => editor.textContent ?? '', showPasted: () => null };
  }
  const known = new Set(
    documentPieces(before).flatMap((piece) => (piece.kind === 'text' ? [] : [piece.tag])),
  );
  const show = (html: string) =>
    documentPieces(html).map((piece) =>
      piece.kind === 'text' ? piece.text : createMark(piece, labelOf(piece.kind)),
    );
  return {
    show,
    // Marks hold their tags.
    read: (editor) => toDocumentHtml(editor.textContent ?? '', known),
    showPasted(text) {
      const html = toDocumentHtml(text, known);
      return documentPieces(html).every(({ kind }) => kind === 'text') ? null : show(html);
    },
  };
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
