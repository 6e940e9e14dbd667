import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { editorContent, readEditorContent } from './editor-content.ts';
import style from './sentence.module.css';
import type { SentenceEdit } from './sentence-edit.ts';

interface SentenceEditorProps {
  readonly index: number;
  readonly edit: SentenceEdit;
}

/** A translated sentence that is written in, where it stands. Nothing but text can be put in; what stands for things of a document is shown as marks. */
export function SentenceEditor({ index, edit }: SentenceEditorProps) {
  const t = useTranslations('reader');
  const root = useRef<HTMLSpanElement>(null);
  const { draft, format } = edit;
  const before = useRef(draft.current);
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    element.replaceChildren(...editorContent(draft.current, format, (kind) => t(`marks.${kind}`)));
    element.focus();
    document.getSelection()?.selectAllChildren(element);
    document.getSelection()?.collapseToEnd();
  }, [draft, format, t]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') edit.save();
    else if (event.key === 'Escape') edit.cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
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
        draft.current = readEditorContent(currentTarget, format, before.current);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
