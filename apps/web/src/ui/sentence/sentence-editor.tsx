import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { createEditorContent } from './editor-content.ts';
import style from './sentence.module.css';
import type { SentenceEdit } from './sentence-edit.ts';

interface SentenceEditorProps {
  readonly index: number;
  readonly edit: SentenceEdit;
}

/** A translated sentence that is written in, where it stands. Nothing but text and what was in it can be put in. */
export function SentenceEditor({ index, edit }: SentenceEditorProps) {
  const t = useTranslations('reader');
  const root = useRef<HTMLSpanElement>(null);
  const { draft, format } = edit;
  const [content] = useState(() => createEditorContent(format, draft.current, (kind) => t(`marks.${kind}`)));
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    element.replaceChildren(...content.show(draft.current));
    element.focus();
    document.getSelection()?.selectAllChildren(element);
    document.getSelection()?.collapseToEnd();
  }, [draft, content]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') edit.save();
    else if (event.key === 'Escape') edit.cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const nodes = content.showPasted(event.clipboardData.getData('text/plain'));
    const selection = document.getSelection();
    if (nodes === null || selection === null || selection.rangeCount === 0) return;
    event.preventDefault();
    const range = selection.getRangeAt(0);
    const pasted = document.createDocumentFragment();
    pasted.append(...nodes);
    range.deleteContents();
    range.insertNode(pasted);
    range.collapse(false);
    draft.current = content.read(event.currentTarget);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no input flows with the text around it
    <span
      ref={root}
      role="textbox"
      tabIndex={0}
      contentEditable="plaintext-only"
      suppressContentEditableWarning
      dir="auto"
      spellCheck
      aria-label={t('editLabel', { number: index + 1 })}
      aria-disabled={edit.saving}
      data-sentence={index}
      className={style.editor}
      onInput={({ currentTarget }) => {
        draft.current = content.read(currentTarget);
      }}
      onPaste={onPaste}
      onKeyDown={onKeyDown}
    />
  );
}
