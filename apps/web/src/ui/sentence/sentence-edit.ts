import type { TranslationFormat } from '@unlimited/contract';
import { createContext, type RefObject, useContext, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { readableText } from '../../core/shown-segments.ts';
import type { TranslationSession } from '../../core/translation-session.ts';
import { useAnnounce } from '../base/announcer.tsx';
import { useServices } from '../services.ts';

/** The sentence that is being edited where it stands. */
export interface SentenceEdit {
  /** `null` while none is. */
  readonly index: number | null;
  /** The format that sentences are written in. */
  readonly format: TranslationFormat;
  /** What was written so far, in that format: it stays when the sentence is scrolled out of sight. */
  readonly draft: RefObject<string>;
  readonly remember: boolean;
  readonly saving: boolean;
  begin(index: number): void;
  setRemember(remember: boolean): void;
  /** Takes over what was written. */
  save(): void;
  /** Takes over a text without its being written. */
  replace(index: number, targetText: string): Promise<void>;
  cancel(): void;
}

const SentenceEditContext = createContext<SentenceEdit | null>(null);
export const SentenceEditProvider = SentenceEditContext.Provider;
export const useSentenceEdit = () => useContext(SentenceEditContext);

/** Editing sentences of one translation, one at a time. */
export function useSentenceEditing(session: TranslationSession | null): SentenceEdit {
  const t = useTranslations('reader');
  const announce = useAnnounce();
  const { workspace } = useServices();
  const [index, setIndex] = useState<number | null>(null);
  const [remember, setRemember] = useState(false);
  const [saving, setSaving] = useState(false);
  const draft = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another translation ends the edit
  useEffect(() => () => setIndex(null), [session]);

  const format = session?.get().translation?.format ?? 'plain';
  const ended = useRef<number | null>(null);
  useEffect(() => {
    if (index !== null || ended.current === null) return;
    // The keyboard goes on where it was.
    focusSentence(ended.current);
    ended.current = null;
  }, [index]);

  const end = (at: number | null) => {
    ended.current = at;
    setIndex(null);
  };
  const replace = async (at: number, targetText: string) => {
    if (session === null) return;
    setSaving(true);
    try {
      await session.edit(at, { targetText, remember });
      end(at);
      announce(t('saved'));
    } catch (error) {
      workspace.fail(error);
    }
    setSaving(false);
  };
  return {
    index,
    format,
    draft,
    remember,
    saving,
    begin(at) {
      draft.current = session?.segments.at(at)?.targetText ?? '';
      setRemember(false);
      setIndex(at);
    },
    setRemember,
    save() {
      if (index === null) return;
      const hadLines = /[\r\n]/.test(session?.segments.at(index)?.targetText ?? '');
      // What is one line stays one: line breaks between sentences are not theirs.
      const line = hadLines ? draft.current : draft.current.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
      const text = line.trim();
      if (readableText(text, format) !== '') void replace(index, text);
    },
    replace,
    cancel: () => end(index),
  };
}

function focusSentence(index: number): void {
  const parts = document.querySelectorAll<HTMLElement>(`[tabindex][data-sentence="${index}"]`);
  // The translation stands after the original.
  [...parts].at(-1)?.focus({ preventScroll: true });
}
