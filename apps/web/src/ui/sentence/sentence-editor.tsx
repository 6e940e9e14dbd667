import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import style from './sentence.module.css';
import type { SentenceEdit } from './sentence-edit.ts';

interface SentenceEditorProps {
  readonly index: number;
  readonly edit: SentenceEdit;
}

/** A translated sentence that is written in, where it stands. Nothing but text can be put in. */
export function SentenceEditor({ index, edit }: SentenceEditorProps) {
  const t = useTranslations('reader');
  const root = useRef<HTMLSpanElement>(null);
  const { draft } = edit;
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    element.textContent = draft.current;
    element.focus();
    document.getSelection()?.selectAllChildren(element);
    document.getSelection()?.collapseToEnd();
  }, [draft]);
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
        draft.current = currentTarget.textContent;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
